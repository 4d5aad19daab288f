/** Type tokens that run on processors or accelerators. Where such a type has no price, a gate must not pass in silence. */
const PATTERNS: readonly RegExp[] = [
  /^aws:ec2\/(instance|fleet|spotFleetRequest|spotInstanceRequest|dedicatedHost|capacityReservation|capacityBlockReservation):/,
  /^aws:(autoscaling\/group|eks\/nodeGroup|eks\/fargateProfile|ecs\/(service|taskSet)|batch\/computeEnvironment|emr\/|sagemaker\/|bedrock\/provisionedModelThroughput)/,
  /^aws:(rds|docdb|neptune)\/(instance|clusterInstance):/,
  /^eks:index:(Cluster|NodeGroup|NodeGroupV2|ManagedNodeGroup)$/,
  /^aws-native:(sagemaker|pcs|ec2):/,
  /^(gcp:(compute|container|tpu|vertex|notebooks)|google-native:(compute|container|tpu)|azure-native:(compute|containerservice|machinelearningservices)|azure:(compute|containerservice|machinelearning)|oci:(Core|ContainerEngine)|coreweave|lambdalabs|nebius|crusoe)[:/]/i,
];

export const isComputeType = (type: string): boolean => PATTERNS.some((pattern) => pattern.test(type));
