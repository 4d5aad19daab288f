import { LaunchTemplate } from "@pulumi/aws/ec2/launchTemplate.js";
import { PlacementGroup } from "@pulumi/aws/ec2/placementGroup.js";
import { NodeGroup } from "@pulumi/aws/eks/nodeGroup.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { acquire, type PurchaseArgs } from "./capacity.ts";
import { efaInterfaces } from "./efa-interfaces.ts";

export interface GpuNodesArgs {
  readonly clusterName: Input<string>;
  readonly roleArn: Input<string>;
  readonly subnetId: Input<string>;
  readonly securityGroupIds: Input<string>[];
  readonly instanceType: string;
  readonly count: { readonly min: number; readonly desired: number; readonly max: number };
  readonly purchase: PurchaseArgs;
  readonly rootDiskGib: number;
}

/** Accelerator nodes: one zone, one placement group, every network card an EFA, and a taint that keeps other pods off. */
export class GpuNodes extends ComponentResource {
  constructor(name: string, args: GpuNodesArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:GpuNodes", name, {}, options);
    const child = { parent: this };
    const capacity = acquire(name, args.purchase, { type: args.instanceType, count: args.count.desired }, this);
    // A block of capacity already stands close together and takes no placement group of one's own.
    const placement =
      capacity.capacityType === "CAPACITY_BLOCK" ? undefined : new PlacementGroup(name, { strategy: "cluster" }, child);
    const template = new LaunchTemplate(
      name,
      {
        instanceType: args.instanceType,
        updateDefaultVersion: true,
        // One hop: pods cannot take the identity of their node.
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        blockDeviceMappings: [
          {
            deviceName: "/dev/xvda",
            ebs: {
              volumeSize: args.rootDiskGib,
              volumeType: "gp3",
              // By the account's default key: a key of our own would have to be granted to Auto Scaling's role.
              encrypted: "true",
              deleteOnTermination: "true",
            },
          },
        ],
        networkInterfaces: networkInterfaces(args.instanceType, args.securityGroupIds),
        ...(placement && { placement: { groupName: placement.name } }),
        ...(capacity.capacityType === "CAPACITY_BLOCK" && { instanceMarketOptions: { marketType: "capacity-block" } }),
        ...(capacity.reservationId && {
          capacityReservationSpecification: {
            capacityReservationTarget: { capacityReservationId: capacity.reservationId },
          },
        }),
      },
      child,
    );
    new NodeGroup(
      name,
      {
        clusterName: args.clusterName,
        nodeRoleArn: args.roleArn,
        subnetIds: [args.subnetId],
        amiType: "AL2023_x86_64_NVIDIA",
        capacityType: capacity.capacityType,
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
        scalingConfig: { minSize: args.count.min, desiredSize: args.count.desired, maxSize: args.count.max },
        labels: { "rackrate.dev/pool": "gpu" },
        taints: [{ key: "nvidia.com/gpu", value: "present", effect: "NO_SCHEDULE" }],
        nodeRepairConfig: { enabled: true },
      },
      child,
    );
    this.registerOutputs({});
  }
}

/** Card 0 carries IP and EFA; the others carry EFA alone and so need no address. */
const networkInterfaces = (instanceType: string, securityGroups: Input<string>[]) =>
  Array.from({ length: Math.max(1, efaInterfaces(instanceType)) }, (_, card) => ({
    networkCardIndex: card,
    deviceIndex: card === 0 ? 0 : 1,
    interfaceType: card > 0 ? "efa-only" : efaInterfaces(instanceType) > 0 ? "efa" : "interface",
    securityGroups,
    deleteOnTermination: "true",
  }));

export interface SystemNodesArgs {
  readonly clusterName: Input<string>;
  readonly roleArn: Input<string>;
  readonly subnetIds: Input<string>[];
  readonly instanceType: string;
  readonly count: number;
}

/** Small nodes for what a cluster runs for itself: DNS, controllers, operators, monitoring. */
export class SystemNodes extends ComponentResource {
  constructor(name: string, args: SystemNodesArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:SystemNodes", name, {}, options);
    new NodeGroup(
      name,
      {
        clusterName: args.clusterName,
        nodeRoleArn: args.roleArn,
        subnetIds: args.subnetIds,
        amiType: "AL2023_x86_64_STANDARD",
        instanceTypes: [args.instanceType],
        diskSize: 50,
        scalingConfig: { minSize: args.count, desiredSize: args.count, maxSize: args.count + 1 },
        labels: { "rackrate.dev/pool": "system" },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
