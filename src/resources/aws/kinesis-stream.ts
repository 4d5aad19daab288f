import { defineResource } from "../define.ts";
import { counted, declared, hoursOf } from "../quantities.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";

const row = (mode: string, meter: string, description: string, usage: string, unit: string): UsageLine => ({
  meter,
  description,
  usage,
  unit,
  item: `${mode}/${meter}`,
});

const PROVISIONED: readonly UsageLine[] = [
  row("provisioned", "put-units", "Put request unit", "monthly_provisioned_put_units", "units"),
  row(
    "provisioned",
    "extended-retention",
    "Extended retention (24H to 7D)",
    "monthly_provisioned_extended_retention_gb",
    "GB",
  ),
  row(
    "provisioned",
    "long-term-retention",
    "Long term retention (7D+)",
    "monthly_provisioned_long_term_retention_gb",
    "GB",
  ),
  row(
    "provisioned",
    "long-term-retrieval",
    "Extended retention retrieval (7D+)",
    "monthly_provisioned_long_term_retrieval_gb",
    "GB",
  ),
  row(
    "provisioned",
    "fan-out-data",
    "Enhanced Fan Out (EFO) Data retrieval",
    "monthly_provisioned_efo_data_out_gb",
    "GB",
  ),
  row(
    "provisioned",
    "fan-out",
    "Enhanced Fan Out (EFO)",
    "monthly_provisioned_efo_consumer_hours",
    "consumer-shard hour",
  ),
];
const ON_DEMAND: readonly UsageLine[] = [
  row("on-demand", "ingested", "Data ingested", "monthly_on_demand_data_in_gb", "GB"),
  row("on-demand", "retrieved", "Data retrieval", "monthly_on_demand_data_out_gb", "GB"),
  row("on-demand", "fan-out-data", "Enhanced Fan Out (EFO) Data retrieval", "monthly_on_demand_efo_data_out_gb", "GB"),
  row(
    "on-demand",
    "extended-retention",
    "Extended retention (24H to 7D)",
    "monthly_on_demand_extended_retention_gb",
    "GB",
  ),
  row(
    "on-demand",
    "long-term-retention",
    "Long term retention (7D+)",
    "monthly_on_demand_long_term_retention_gb",
    "GB",
  ),
];

/** A data stream: hours of its shards or of the stream, what passes it, what it keeps. */
export const kinesisStream = defineResource({
  type: "aws:kinesis/stream:Stream",
  title: "Kinesis stream",
  source: "https://aws.amazon.com/kinesis/data-streams/pricing/",
  usage: Object.fromEntries(
    [...PROVISIONED, ...ON_DEMAND].map(({ usage, unit, description }) => [usage, { unit, description }]),
  ),
  cost: (subject) => {
    const { inputs } = subject;
    const onDemand =
      subject.orAssume(inputs.text("streamModeDetails.streamMode"), "PROVISIONED", "stream mode") === "ON_DEMAND";
    const shards = onDemand
      ? counted(subject, "stream", 1)
      : declared(subject, inputs.count("shardCount"), {
          name: "shards",
          unit: "shards",
          otherwise: { value: 1, because: "No number of shards is stated: one." },
        });
    return {
      lines: [
        {
          meter: "hours",
          description: onDemand ? "Stream hours (on demand)" : "Shard hours (provisioned)",
          category: "network",
          quantity: hoursOf(subject, shards),
          unit: "hours",
          price: { service: "AmazonKinesis", item: onDemand ? "on-demand/stream-hours" : "provisioned/shard-hours" },
        },
        ...usageLines(subject, "AmazonKinesis", "network", onDemand ? ON_DEMAND : PROVISIONED),
      ],
    };
  },
});
