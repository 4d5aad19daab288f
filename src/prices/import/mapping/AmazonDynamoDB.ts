import { GB, GB_MONTHS, HOURS_IN_MONTH, type ServiceMapping, type Units } from "./rule.ts";

const READS: Units = { readcapacityunit: HOURS_IN_MONTH, "readcapacityunit-hrs": HOURS_IN_MONTH };
const WRITES: Units = { writecapacityunit: HOURS_IN_MONTH, "writecapacityunit-hrs": HOURS_IN_MONTH };
const NOTE = `one unit for a month of ${HOURS_IN_MONTH} hours`;

/** Capacity, requests, storage and backups. Usage types: AWS price list, offer AmazonDynamoDB. */
export const amazonDynamoDb: ServiceMapping = {
  service: "AmazonDynamoDB",
  rules: [
    { usage: /^ReadCapacityUnit-Hrs$/, units: READS, unit: "RCU", item: "provisioned/read-capacity", note: NOTE },
    { usage: /^WriteCapacityUnit-Hrs$/, units: WRITES, unit: "WCU", item: "provisioned/write-capacity", note: NOTE },
    {
      usage: /^ReplWriteCapacityUnit-Hrs$/,
      units: { ...WRITES, replicatedwritecapacityunit: HOURS_IN_MONTH },
      unit: "rWCU",
      item: "replicated/write-capacity",
      note: NOTE,
    },
    { usage: /^ReadRequestUnits$/, units: { readrequestunits: 1 }, unit: "RRUs", item: "on-demand/read-requests" },
    { usage: /^WriteRequestUnits$/, units: { writerequestunits: 1 }, unit: "WRUs", item: "on-demand/write-requests" },
    {
      usage: /^ReplWriteRequestUnits$/,
      units: { replicatedwriterequestunits: 1, writerequestunits: 1 },
      unit: "rWRU",
      item: "replicated/write-requests",
    },
    {
      usage: /^TimedStorage-ByteHrs$/,
      units: GB_MONTHS,
      unit: "GB",
      // us-east-1 lists tables without a prefix, and another product, at other tiers, with one.
      item: (row) => (row.usage.startsWith("USE1-") ? null : "storage/standard"),
    },
    { usage: /^TimedPITRStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "backup/point-in-time-recovery" },
    { usage: /^TimedBackupStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "backup/on-demand" },
    { usage: /^RestoreDataSize-Bytes$/, units: GB, unit: "GB", item: "backup/restore" },
    {
      usage: /^Streams-RequestsCount$/,
      units: { requests: 1, count: 1, readrequestunits: 1 },
      unit: "sRRUs",
      item: "streams/read-requests",
    },
  ],
};
