import { isPropertyMap } from "../../core/value.ts";
import type { PlanResource } from "../../model/plan.ts";
import { GPU_CLUSTER, SPECIFICATION_KEY } from "../../model/specification.ts";
import type { Subject } from "../define.ts";

const EKS_CLUSTER = "aws:eks/cluster:Cluster";

/** Types whose machines a Kubernetes cluster may run on. */
const NODES = [
  "aws:eks/nodeGroup:NodeGroup",
  "aws:autoscaling/group:Group",
  "aws:ec2/instance:Instance",
  "aws:eks/fargateProfile:FargateProfile",
] as const;

/** Where a Kubernetes object lives, as far as the plan says: on an EKS cluster of it, on servers of its own, or elsewhere. */
export type Place =
  | { readonly kind: "eks"; readonly cluster: PlanResource }
  | { readonly kind: "on-premises" }
  | { readonly kind: "elsewhere" };

const onPremisesClusters = ({ neighbours }: Subject): readonly PlanResource[] =>
  neighbours.ofType(GPU_CLUSTER).filter(({ inputs }) => {
    const specification = inputs[SPECIFICATION_KEY];
    return isPropertyMap(specification) && specification.platform === "on-premises";
  });

/** By its provider where that refers to a cluster of the plan, else by the only kind of cluster there is. */
export const placeOf = (subject: Subject): Place => {
  const { resource, neighbours } = subject;
  const clusters = neighbours.ofType(EKS_CLUSTER);
  const provider = resource.provider === undefined ? undefined : neighbours.get(resource.provider);
  const linked = provider === undefined ? [] : neighbours.referred(provider, "kubeconfig", EKS_CLUSTER);
  const onPremises = onPremisesClusters(subject).length > 0;
  const cluster = linked[0] ?? (onPremises ? undefined : clusters[0]);
  if (cluster !== undefined) return { kind: "eks", cluster };
  return { kind: onPremises ? "on-premises" : "elsewhere" };
};

/** Whether the plan has machines that pods can run on; they are priced there. */
export const planHasNodes = (subject: Subject): boolean =>
  NODES.some((type) => subject.neighbours.ofType(type).length > 0) || onPremisesClusters(subject).length > 0;
