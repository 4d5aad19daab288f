import type { Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { counted, declared, hoursOf } from "../quantities.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const row = (mode: string, meter: string, description: string, usage: string, unit: string): UsageLine => ({
  meter,
  description,
  usage,
  unit,
  item: `${mode}/${meter}`,
});

/**
 * AWS charges each shard-hour of a provisioned stream that keeps data beyond the first day, whatever the data (its price list:
 * usage type `Extended-ShardHour`). Infracost's key says GB, but what it multiplies is the price of a shard-hour.
 */
const EXTENDED = row(
  "provisioned",
  "extended-retention",
  "Extended retention (24H to 7D)",
  "monthly_provisioned_extended_retention_gb",
  "hours",
);

const PROVISIONED: readonly UsageLine[] = [
  row("provisioned", "put-units", "Put request unit", "monthly_provisioned_put_units", "units"),
  EXTENDED,
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

/** From which hour on keeping data costs more. Source: https://aws.amazon.com/kinesis/data-streams/pricing/ */
const CHARGED_AFTER: Readonly<Record<string, number>> = {
  "extended-retention": 24,
  "long-term-retention": 168,
  "long-term-retrieval": 168,
};

/** A data stream: hours of its shards or of the stream, what passes it, what it keeps. */
export const kinesisStream = defineResource({
  type: "aws:kinesis/stream:Stream",
  title: "Kinesis stream",
  source: "https://aws.amazon.com/kinesis/data-streams/pricing/",
  usage: {
    ...usageKeys([...PROVISIONED, ...ON_DEMAND]),
    [EXTENDED.usage]: {
      unit: "hours",
      description: "Shard-hours, not GB, whose data is kept beyond a day, where the program states no retentionPeriod.",
    },
  },
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
        ...(onDemand ? ON_DEMAND : PROVISIONED).flatMap((one) => linesOf(subject, one, shards)),
      ],
    };
  },
});

/** A row as usage states it, but for what `retentionPeriod` decides: nothing of it is charged, or every shard-hour is. */
const linesOf = (subject: Subject, one: UsageLine, shards: Figure): readonly LineDraft[] => {
  const after = CHARGED_AFTER[one.meter];
  const retention = subject.inputs.quantity("retentionPeriod");
  if (after !== undefined && retention.state === "unknown")
    subject.gap(retention, "how long it keeps data is not known before deployment");
  if (after !== undefined && retention.state === "known") {
    const { meter, description, unit, item } = one;
    const price = { service: "AmazonKinesis", item };
    if (retention.value.lte(after)) return [];
    if (one === EXTENDED)
      return [{ meter, description, category: "network", quantity: hoursOf(subject, shards), unit, price }];
  }
  if (one === EXTENDED && subject.usage.has(one.usage))
    subject.assume(`${one.usage} is taken as shard-hours, by which AWS charges it.`);
  return usageLines(subject, "AmazonKinesis", "network", [one]);
};
