import { GB, HOURS, HOURS_IN_MONTH, type MappingRule, type ServiceMapping } from "./rule.ts";

const KINDS = {
  "Load Balancer-Application": "application",
  "Load Balancer-Network": "network",
  "Load Balancer-Gateway": "gateway",
  "Load Balancer": "classic",
} as const;

const rulesOf = ([family, kind]: [string, string]): readonly MappingRule[] => [
  { usage: /^LoadBalancerUsage$/, where: { family: [family] }, units: HOURS, unit: "hours", item: `${kind}/hours` },
  {
    usage: /^LCUUsage$/,
    where: { family: [family] },
    units: { "lcu-hrs": HOURS_IN_MONTH, "lcu-hours": HOURS_IN_MONTH },
    unit: "LCU",
    item: `${kind}/capacity-units`,
    note: `one unit for a month of ${HOURS_IN_MONTH} hours`,
  },
  {
    usage: /^DataProcessing-Bytes$/,
    where: { family: [family] },
    units: GB,
    unit: "GB",
    item: `${kind}/data-processed`,
  },
];

/** Load balancers of all kinds; those on Outposts have usage types of their own. */
export const awsElb: ServiceMapping = {
  service: "AWSELB",
  unitsVerified: true,
  rules: Object.entries(KINDS).flatMap(rulesOf),
};
