import { HOURS, type ServiceMapping } from "./rule.ts";

/** Control planes. Extended support is charged beside the cluster, and our item holds both. */
export const amazonEks: ServiceMapping = {
  service: "AmazonEKS",
  rules: [
    { usage: /^AmazonEKS-Hours:perCluster$/, units: HOURS, unit: "hours", item: "cluster/standard" },
    {
      usage: /^AmazonEKS-Hours:extendedSupport$/,
      units: HOURS,
      unit: "hours",
      item: "cluster/extended-support",
      plus: "cluster/standard",
      note: "with the price of the cluster",
    },
    {
      usage: /^EKS-Auto:(.+)-management-hours$/,
      units: HOURS,
      unit: "hours",
      item: (_, [type]) => `instance/${type}/linux/shared/auto-mode-management`,
    },
    {
      usage: /^AmazonEKS-Hours:(XL|2XL|4XL|8XL)-ProvisionedTier$/,
      units: HOURS,
      unit: "hours",
      item: (_, [tier = ""]) => `cluster/provisioned/tier-${tier.toLowerCase()}`,
      note: "beside the price of the cluster",
    },
  ],
};
