import { chargedCompute, free, type TypeRule } from "./type-rule.ts";

/** Pulumi itself, providers that only compute or configure, and other clouds. */
export const OTHER_PROVIDERS: readonly TypeRule[] = [
  free("the stack itself", /^pulumi:pulumi:Stack$/),
  free("only reads another stack", /^pulumi:pulumi:StackReference$/),
  free("a provider is configuration", /^pulumi:providers:/),
  free("code of the program itself", /^(?:pulumi-nodejs|pulumi-python|pulumi):dynamic/),
  free(
    "made on the machine that deploys",
    /^(?:random|tls|null|time|std|archive|local|command|terraform|purrl|cloudinit|external|str|docker|docker-build|synced-folder|auto-deploy)[:/]/,
  ),
  free("policies and roles are free", /^aws-native:(?:iam|sso|organizations|ram|rolesanywhere):/),
  free(
    "configures something that is not charged through this plan",
    /^(?:kubernetes-cert-manager|pulumiservice|github|gitlab|postgresql|mysql|grafana|vault|consul|rancher2):/,
  ),
  free(
    "a part of an EKS cluster that is not charged",
    /^eks:index:(?:RandomSuffix|VpcCni|VpcCniAddon|Addon|NodeGroupSecurityGroup|ClusterCreationRoleProvider|ServiceRole)$/,
  ),
  chargedCompute("the tasks that it contains", /^awsx:ecs:/),
  chargedCompute(
    "machines of another cloud",
    /^(?:gcp:(?:compute|container|tpu|vertex|notebooks)|google-native:(?:compute|container|tpu)|azure-native:(?:compute|containerservice|machinelearningservices)|azure:(?:compute|containerservice|machinelearning)|oci:(?:Core|ContainerEngine)|coreweave|lambdalabs|nebius|crusoe)[:/]/i,
  ),
  chargedCompute("what its counterpart in the aws provider is charged for", /^aws-native:(?:sagemaker|pcs|ec2):/),
];
