import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { counted, soldBy } from "../quantities.ts";
import { type UsageLine, usageLines, whereStated } from "../usage-lines.ts";

const BETWEEN_ZONES = "monthly_intra_region_gb";
const US_EAST = "monthly_outbound_us_east_to_us_east_gb";
const OTHER_REGIONS = "monthly_outbound_other_regions_gb";

/** Traffic that leaves the network, by the usage that states it; AWS charges it by account, whoever sends it. */
const OUTBOUND: readonly UsageLine[] = [
  {
    meter: "internet",
    description: "Data transfer out to internet",
    usage: "monthly_outbound_internet_gb",
    unit: "GB",
    item: "internet/out",
  },
  {
    meter: "us-east",
    description: "Data transfer out between the US East regions",
    usage: US_EAST,
    unit: "GB",
    item: "between-regions/us-east",
  },
  {
    meter: "other-regions",
    description: "Data transfer out to other regions",
    usage: OTHER_REGIONS,
    unit: "GB",
    item: "between-regions/other",
  },
];

/** A network. It is free; the traffic of what runs in it is stated with it, since no other resource stands for it. */
export const vpc = defineResource({
  type: "aws:ec2/vpc:Vpc",
  title: "VPC",
  source: "https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer",
  compute: false,
  usage: {
    [BETWEEN_ZONES]: { unit: "GB", description: "Data that crosses zones in a month; it is charged on both sides." },
    ...Object.fromEntries(
      OUTBOUND.map(({ usage, unit, description }) => [usage, { unit, description: `${description} in a month.` }]),
    ),
  },
  cost: (subject) => {
    const lines = [...zoneLines(subject), ...usageLines(subject, "AWSDataTransfer", "network", outbound(subject))];
    return lines.length > 0 ? { lines } : { free: "VPCs are free: state the traffic of what runs in it as usage" };
  },
});

/** The network that an account has from the start. */
export const defaultVpc = defineResource({ ...vpc, type: "aws:ec2/defaultVpc:DefaultVpc", title: "Default VPC" });

/** What leaves by each way. Only us-east-1 and us-east-2 have a rate of their own between them; elsewhere nothing goes by it. */
const outbound = (subject: Subject): readonly UsageLine[] => {
  const { region, usage } = subject;
  const rows = whereStated(subject, OUTBOUND);
  if (region === null || region.startsWith("us-east-") || !usage.has(US_EAST)) return rows;
  if (usage.quantity(US_EAST, "GB").value?.isZero()) return rows.filter((row) => row.usage !== US_EAST);
  throw usage.error(
    US_EAST,
    `must be stated for us-east-1 or us-east-2, not for ${region}`,
    `State it as ${OTHER_REGIONS}.`,
  );
};

/** Who sends and who receives both pay for each GB. */
const zoneLines = (subject: Subject): LineDraft[] => {
  if (!subject.usage.has(BETWEEN_ZONES)) return [];
  const sent = soldBy(subject.usage.quantity(BETWEEN_ZONES, "GB"), 1, "GB");
  return [
    {
      meter: "between-zones",
      description: "Data transfer between zones, out and in",
      category: "network",
      quantity: product("data between zones", "GB", [sent, counted(subject, "sides that pay", 2, "1")]),
      unit: "GB",
      usageBased: true,
      price: { service: "AWSDataTransfer", item: "between-zones" },
    },
  ];
};
