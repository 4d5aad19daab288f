import type { Provider } from "@pulumi/kubernetes/provider.js";
import type { ComponentResourceOptions, Output } from "@pulumi/pulumi";
import { z } from "zod";
import { checkArguments, inputText } from "../arguments.ts";
import { GpuCluster } from "../gpu-cluster.ts";
import { Tenancy } from "../kubernetes/tenancy.ts";
import { SERVING_PORT } from "../workloads/ports.ts";
import { purchaseSchema } from "./capacity.ts";
import { ControlPlane } from "./control-plane.ts";
import { Network, type NetworkPlace } from "./network.ts";
import { GpuNodes, SystemNodes } from "./nodes.ts";
import { serviceRole } from "./roles.ts";
import { Security } from "./security.ts";
import { ServingPath, servingPathSchema } from "./serving-path.ts";
import { SharedStorage } from "./shared-storage.ts";
import { lustreSchema, Storage } from "./storage.ts";
import { WorkloadIdentity } from "./workload-identity.ts";

const count = z.number().int().nonnegative();

/** A VPC to be made, or the subnets of one that is there. */
const networkSchema = z.union([
  z.strictObject({
    availabilityZones: z
      .array(z.string().min(1))
      .min(2, "must be at least two zones: EKS and the load balancer need them")
      .max(3),
    cidr: z
      .string()
      .regex(/^\d{1,3}\.\d{1,3}\.0\.0\/16$/, "must be a /16: 10.20.0.0/16")
      .default("10.20.0.0/16"),
  }),
  z.strictObject({
    vpcId: inputText,
    publicSubnetIds: z.array(inputText).min(2),
    /** Accelerator nodes stand in the first. */
    privateSubnetIds: z.array(inputText).min(2),
  }),
]);

const argumentsSchema = z.strictObject({
  instanceType: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, "must be an EC2 instance type: p5.48xlarge"),
  nodes: z
    .strictObject({ min: count, desired: count, max: count.min(1) })
    .refine(
      (nodes) => nodes.min <= nodes.desired && nodes.desired <= nodes.max,
      "must be in order: min ≤ desired ≤ max",
    ),
  /** Accelerators in one node; they become the namespace's quota. */
  acceleratorsPerNode: z.number().int().positive().default(8),
  purchase: purchaseSchema.default({ kind: "on-demand" }),
  network: networkSchema,
  kubernetesVersion: z
    .string()
    .regex(/^1\.\d+$/, 'must be a Kubernetes version in quotes: "1.35"')
    .default("1.35"),
  rootDiskGib: z.number().int().min(50).default(500),
  systemNodes: z
    .strictObject({
      instanceType: z.string().min(1).default("m6i.xlarge"),
      count: z.number().int().positive().default(2),
    })
    .prefault({}),
  lustre: lustreSchema.optional(),
  oldCheckpointDays: z.number().int().positive().default(14),
  /** Load balancer, web firewall and database; none where absent. */
  serving: servingPathSchema.optional(),
  logRetentionDays: z.number().int().positive().default(90),
  namespace: z.string().min(1).default("ml"),
});

export type AwsGpuClusterArgs = z.input<typeof argumentsSchema>;

/**
 * An EKS cluster with accelerator nodes, its network, storage and keys, and the way of a request to it. Its parts are
 * AWS resources and are priced as such; the specification only says what they are for. In the cluster it expects the
 * NVIDIA and EFA device plugins, the Kubeflow training operator and the AWS Load Balancer Controller.
 */
export class AwsGpuCluster extends GpuCluster {
  readonly namespace: Output<string>;
  readonly kubernetes: Provider;
  readonly sharedStorageClaim: Output<string> | undefined;
  /** Target group of the serving pods; absent without `serving`. */
  readonly targetGroupArn: Output<string> | undefined;
  readonly modelBucketName: Output<string>;
  readonly imageRepositoryUrl: Output<string>;

  constructor(name: string, args: AwsGpuClusterArgs, options?: ComponentResourceOptions) {
    const given = checkArguments("AwsGpuCluster", name, argumentsSchema, args);
    const { instanceType, nodes } = given;
    super(
      name,
      { kind: "gpu-cluster", version: 1, platform: "aws", instanceType, nodes, purchase: given.purchase.kind },
      options,
    );
    const child = { parent: this };
    const network: NetworkPlace =
      "vpcId" in given.network ? given.network : new Network(`${name}-network`, given.network, child);
    const security = new Security(`${name}-security`, { vpcId: network.vpcId }, child);
    const subnetId = network.privateSubnetIds[0]!;
    const controlPlane = new ControlPlane(
      name,
      {
        version: given.kubernetesVersion,
        subnetIds: network.privateSubnetIds,
        keyArn: security.keyArn,
        logRetentionDays: given.logRetentionDays,
      },
      child,
    );
    const storage = new Storage(
      `${name}-storage`,
      {
        keyArn: security.keyArn,
        subnetId,
        securityGroupId: security.nodeSecurityGroupId,
        lustre: given.lustre,
        oldCheckpointDays: given.oldCheckpointDays,
      },
      child,
    );
    const role = serviceRole(
      `${name}-nodes`,
      "ec2.amazonaws.com",
      ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryReadOnly", "AmazonEKS_CNI_Policy"],
      this,
    );
    const clusterName = controlPlane.cluster.name;
    const place = { clusterName, roleArn: role.arn };
    new SystemNodes(`${name}-system`, { ...place, ...given.systemNodes, subnetIds: network.privateSubnetIds }, child);
    new GpuNodes(
      `${name}-accelerators`,
      {
        ...place,
        subnetId,
        securityGroupIds: [security.nodeSecurityGroupId, controlPlane.cluster.vpcConfig.clusterSecurityGroupId],
        instanceType,
        count: nodes,
        purchase: given.purchase,
        rootDiskGib: given.rootDiskGib,
      },
      child,
    );
    const serving =
      given.serving &&
      new ServingPath(
        `${name}-serving`,
        given.serving,
        { network, nodeSecurityGroupId: security.nodeSecurityGroupId, keyArn: security.keyArn },
        child,
      );
    const tenancy = new Tenancy(
      name,
      {
        namespace: given.namespace,
        accelerators: nodes.max * given.acceleratorsPerNode,
        servingPort: SERVING_PORT,
      },
      { parent: this, provider: controlPlane.kubernetes },
    );
    this.namespace = tenancy.namespace;
    new WorkloadIdentity(
      `${name}-workloads`,
      { clusterName, namespace: this.namespace, bucketArns: storage.bucketArns, keyArn: security.keyArn },
      child,
    );
    this.kubernetes = controlPlane.kubernetes;
    this.sharedStorageClaim =
      storage.fileSystem &&
      new SharedStorage(
        `${name}-shared`,
        { fileSystem: storage.fileSystem, namespace: this.namespace },
        { parent: this, provider: this.kubernetes },
      ).claim;
    this.targetGroupArn = serving?.targetGroupArn;
    this.modelBucketName = storage.modelBucketName;
    this.imageRepositoryUrl = storage.imageRepositoryUrl;
    this.finish({
      namespace: this.namespace,
      modelBucketName: this.modelBucketName,
      imageRepositoryUrl: this.imageRepositoryUrl,
      endpoint: serving?.dnsName,
    });
  }
}
