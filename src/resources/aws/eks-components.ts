import { type PropertyMap, propertyMap } from "../../core/value.ts";
import { defineResource, type ResourceCost, type Subject } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { declared, hoursOf } from "../quantities.ts";
import { eksCluster } from "./eks-cluster.ts";
import { nodeGroup } from "./node-group.ts";
import { AUTO_MODE_USAGE } from "./parts/auto-mode.ts";
import { groupScale, groupSize } from "./parts/group-size.ts";
import { MACHINE_USAGE, machineCost } from "./parts/machine.ts";
import { volumeLines } from "./parts/volume.ts";

const CONTROL_PLANE = "aws:eks/cluster:Cluster";
/** What holds a component's nodes, where the plan shows it: a stack of CloudFormation hides them. */
const NODES: ReadonlySet<string> = new Set(["aws:autoscaling/group:Group", "aws:eks/nodeGroup:NodeGroup"]);
const BY_PARTS = { free: "a component: its parts are priced" } as const;

/** Defaults of the component: https://www.pulumi.com/registry/packages/eks/api-docs/cluster/ */
const DEFAULT_TYPE = "t3.medium";
const DEFAULT_DISK = { value: 20, because: "The component gives a node 20 GB where nothing states a disk." };
const DEFAULT_SIZE = propertyMap([
  ["desiredSize", 2],
  ["minSize", 1],
  ["maxSize", 2],
]);

const GROUP_USAGE = {
  ...MACHINE_USAGE,
  instances: { unit: "instances", description: "Average number of nodes, where it differs from the desired size." },
} as const;

const hasBelow = ({ neighbours, resource }: Subject, isMeant: (type: string) => boolean): boolean =>
  neighbours.descendants(resource.urn).some(({ type }) => isMeant(type));

/** A cluster of @pulumi/eks: its control plane and its default nodes, each only where the plan does not show it itself. */
export const eksClusterComponent = defineResource({
  type: "eks:index:Cluster",
  title: "EKS cluster (component)",
  source: "https://www.pulumi.com/registry/packages/eks/api-docs/cluster/",
  compute: (subject) => hasDefaultNodes(subject) || !hasBelow(subject, (type) => type === CONTROL_PLANE),
  usage: { ...GROUP_USAGE, ...AUTO_MODE_USAGE },
  cost: (subject) => {
    const controlPlane = hasBelow(subject, (type) => type === CONTROL_PLANE) ? BY_PARTS : controlPlaneOf(subject);
    const nodes = hasDefaultNodes(subject) ? nodesOf(subject, groupOptionsOf(subject)) : BY_PARTS;
    if ("free" in controlPlane) return nodes;
    if ("free" in nodes) return controlPlane;
    return { ...controlPlane, ...nodes, lines: [...controlPlane.lines, ...nodes.lines] };
  },
});

/** A control plane's own rules, with the one option that the component names otherwise. */
const controlPlaneOf = (subject: Subject): ResourceCost => {
  const { resource } = subject;
  const auto = known(subject.inputs.flag("autoMode.enabled"), false);
  const inputs: PropertyMap = auto
    ? propertyMap([...Object.entries(resource.inputs), ["computeConfig", propertyMap([["enabled", true]])]])
    : resource.inputs;
  return eksCluster.cost({ ...subject, inputs: new Inputs(inputs, resource.urn) });
};

const hasDefaultNodes = (subject: Subject): boolean => {
  const { inputs } = subject;
  return !(
    known(inputs.flag("skipDefaultNodeGroup"), false) ||
    known(inputs.flag("autoMode.enabled"), false) ||
    known(inputs.value("fargate"), false) !== false ||
    hasBelow(subject, (type) => NODES.has(type))
  );
};

const COMPONENT_SIZE = { desired: "desiredCapacity", min: "minSize", max: "maxSize" } as const;

const groupOptionsOf = ({ inputs, resource }: Subject): Inputs =>
  inputs.value("nodeGroupOptions").state === "known"
    ? inputs.below("nodeGroupOptions")
    : new Inputs(resource.inputs, resource.urn);

/** Nodes that a component keeps in a stack of CloudFormation, so that no resource of the plan shows them. */
const nodesOf = (subject: Subject, options: Inputs): Extract<ResourceCost, { readonly lines: unknown }> => {
  const type = options.text("instanceType");
  if (type.state === "absent") subject.assume(`No instance type is stated: the component takes ${DEFAULT_TYPE}.`);
  const stated = ["desiredCapacity", "minSize"].some((path) => options.value(path).state !== "absent");
  const count =
    stated || subject.usage.has("instances")
      ? groupSize({ ...subject, inputs: options }, COMPONENT_SIZE)
      : declared(
          subject,
          { state: "absent" },
          {
            name: "machines",
            unit: "instances",
            otherwise: { value: 2, because: "No size is stated: the component starts two nodes." },
          },
        );
  const { lines, capacity } = machineCost(subject, {
    instanceType: type.state === "absent" ? { state: "known", value: DEFAULT_TYPE } : type,
    tenancy: { state: "absent" },
    purchase: options.value("spotPrice").state === "absent" ? "on-demand" : "spot",
    count,
    hours: hoursOf(subject, count),
    monitoring: known(options.flag("enableDetailedMonitoring"), false),
    ebsOptimized: false,
  });
  const disks = volumeLines(subject, {
    inputs: options,
    paths: { size: "nodeRootVolumeSize", type: "nodeRootVolumeType" },
    count,
    part: "root volume",
    defaultSize: DEFAULT_DISK,
  });
  const scale = groupScale({ ...subject, inputs: options }, COMPONENT_SIZE, count);
  return { lines: [...lines, ...disks], ...(capacity && { capacity }), scale };
};

/** Self-managed nodes of @pulumi/eks, in both of its forms. */
export const eksNodeGroupComponent = defineResource({
  type: "eks:index:NodeGroup",
  title: "EKS self-managed nodes (component)",
  source: "https://www.pulumi.com/registry/packages/eks/api-docs/nodegroupv2/",
  compute: (subject) => !hasBelow(subject, (type) => NODES.has(type)),
  usage: GROUP_USAGE,
  cost: (subject) => (hasBelow(subject, (type) => NODES.has(type)) ? BY_PARTS : nodesOf(subject, subject.inputs)),
});
export const eksNodeGroupV2Component = defineResource({ ...eksNodeGroupComponent, type: "eks:index:NodeGroupV2" });

/** A managed node group of @pulumi/eks: it asks for what the node group inside it does. */
export const eksManagedNodeGroupComponent = defineResource({
  ...eksNodeGroupComponent,
  type: "eks:index:ManagedNodeGroup",
  title: "EKS node group (component)",
  source: "https://www.pulumi.com/registry/packages/eks/api-docs/managednodegroup/",
  cost: (subject) => {
    const { inputs, resource } = subject;
    if (hasBelow(subject, (type) => NODES.has(type))) return BY_PARTS;
    if (inputs.value("scalingConfig").state !== "absent") return nodeGroup.cost(subject);
    subject.assume("No size is stated: the component starts two nodes.");
    const sized = propertyMap([...Object.entries(resource.inputs), ["scalingConfig", DEFAULT_SIZE]]);
    return nodeGroup.cost({ ...subject, inputs: new Inputs(sized, resource.urn) });
  },
});
