import { GB, GB_MONTHS, HOURS, HOURS_IN_MONTH, type MappingRule, type ServiceMapping, type Units } from "./rule.ts";

const HOURLY: Units = { ...HOURS, streamhr: 1, streamhour: 1, shardhour: 1 };

const rule = (usage: RegExp, operation: string, units: Units, unit: string, item: string): MappingRule => ({
  usage,
  where: { operation: [operation] },
  units,
  unit,
  item,
});

/**
 * Streams by mode. Usage types and operations: AWS price list, offer AmazonKinesis, as Infracost's kinesis_stream.go matches
 * them.
 */
export const amazonKinesis: ServiceMapping = {
  service: "AmazonKinesis",
  rules: [
    rule(/^OnDemand-StreamHour$/, "OnDemandStreamHr", HOURLY, "hours", "on-demand/stream-hours"),
    rule(/^OnDemand-BilledIncomingBytes$/, "OnDemandDataIngested", GB, "GB", "on-demand/ingested"),
    rule(/^OnDemand-BilledOutgoingBytes$/, "OnDemandDataRetrieval", GB, "GB", "on-demand/retrieved"),
    rule(/^OnDemand-BilledOutgoingEFOBytes$/, "OnDemandEFODataRetrieval", GB, "GB", "on-demand/fan-out-data"),
    rule(
      /^OnDemand-ExtendedRetention-ByteHrs$/,
      "OnDemandExtendedRetentionByteHrs",
      GB_MONTHS,
      "GB",
      "on-demand/extended-retention",
    ),
    rule(
      /^OnDemand-LongTermRetention-ByteHrs$/,
      "OnDemandLongTermRetentionByteHrs",
      GB_MONTHS,
      "GB",
      "on-demand/long-term-retention",
    ),
    rule(/^Storage-ShardHour$/, "shardHourStorage", HOURLY, "hours", "provisioned/shard-hours"),
    rule(/^Extended-ShardHour$/, "shardHourStorage", HOURLY, "hours", "provisioned/extended-retention"),
    rule(/^PutRequestPayloadUnits$/, "PutRequest", { putrequest: 1, units: 1 }, "units", "provisioned/put-units"),
    rule(/^LongTermRetention-ByteHrs$/, "LongTermRetentionByteHrs", GB_MONTHS, "GB", "provisioned/long-term-retention"),
    rule(
      /^LongTermRetention-ReadBytes$/,
      "LongTermRetentionDataRetrieval",
      GB,
      "GB",
      "provisioned/long-term-retrieval",
    ),
    rule(/^ReadBytes$/, "EnhancedFanoutDataRetrieval", GB, "GB", "provisioned/fan-out-data"),
    rule(
      /^EnhancedFanoutHour$/,
      "ConsumerHour",
      { ...HOURS, consumershardhour: 1 },
      "consumer-shard hour",
      "provisioned/fan-out",
    ),
  ],
};

/**
 * Delivery streams that are written to directly. Usage types and tiers: AWS price list, offer AmazonKinesisFirehose, as public
 * cost estimators and mappings of billing data name them.
 */
export const amazonKinesisFirehose: ServiceMapping = {
  service: "AmazonKinesisFirehose",
  rules: [
    { usage: /^BilledBytes$/, units: GB, unit: "GB", item: "ingested" },
    { usage: /^DFCBilledBytes$/, units: GB, unit: "GB", item: "format-conversion" },
    { usage: /^Firehose-VpcDelivery-Bytes$/, units: GB, unit: "GB", item: "vpc-data" },
    { usage: /^Firehose-VpcDelivery-Hours$/, units: HOURS, unit: "hours", item: "vpc-delivery" },
  ],
};

/** Flink. Usage types: AWS price list, offer AmazonKinesisAnalytics, as Infracost's kinesisanalyticsv2_application.go matches them. */
export const amazonKinesisAnalytics: ServiceMapping = {
  service: "AmazonKinesisAnalytics",
  rules: [
    {
      usage: /^KPU-Hour-Java$/,
      units: Object.fromEntries(
        [...Object.keys(HOURS), "kpu-hour", "kpu-hours", "kpu-hrs"].map((unit) => [unit, HOURS_IN_MONTH]),
      ),
      unit: "KPU",
      item: "processing-unit",
      note: `for a month of ${HOURS_IN_MONTH} hours`,
    },
    { usage: /^RunningApplicationStorage$/, units: GB_MONTHS, unit: "GB", item: "running-storage" },
    { usage: /^DurableApplicationBackups$/, units: GB_MONTHS, unit: "GB", item: "backup" },
  ],
};
