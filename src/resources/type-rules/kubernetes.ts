import { free, type TypeRule } from "./type-rule.ts";

/** Kubernetes objects that start nothing. What runs pods, claims storage or starts a load balancer has a definition. */
export const KUBERNETES: readonly TypeRule[] = [
  free(
    "an entry in Kubernetes' own store",
    /^kubernetes:[^:]*:(?:Namespace|ResourceQuota|LimitRange|ConfigMap|Secret|ServiceAccount|Role|RoleBinding|ClusterRole|ClusterRoleBinding|NetworkPolicy|PodDisruptionBudget|PriorityClass|RuntimeClass|Lease|Endpoints|EndpointSlice|Event|Binding)(?:List|Patch)?$/,
  ),
  free(
    "configuration of its cluster",
    /^kubernetes:[^:]*:(?:HorizontalPodAutoscaler|VerticalPodAutoscaler|ScaledObject|StorageClass|CSIDriver|CSINode|VolumeAttachment|VolumeSnapshotClass|IngressClass|GatewayClass|CustomResourceDefinition|APIService|\w*WebhookConfiguration|\w*AdmissionPolicy|\w*AdmissionPolicyBinding|FlowSchema|PriorityLevelConfiguration|CertificateSigningRequest|TargetGroupBinding|EC2NodeClass)(?:List|Patch)?$/,
  ),
  free("the storage behind it is priced where it is declared", /^kubernetes:core\/v1:PersistentVolume(?:List|Patch)?$/),
];
