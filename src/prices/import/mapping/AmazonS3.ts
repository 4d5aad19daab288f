import { GB, GB_MONTHS, type MappingRule, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

/** Our storage classes by the code in their usage types. */
const CLASSES = {
  "": "standard",
  "INT-": "intelligent-tiering",
  "SIA-": "standard-infrequent-access",
  "ZIA-": "one-zone-infrequent-access",
  "GLACIER-": "glacier-flexible-retrieval",
  "GDA-": "glacier-deep-archive",
  "XZ-": "express-one-zone",
} as const;
const SPEEDS = { Std: "standard", Exp: "expedited", Bulk: "bulk" } as const;

const THOUSANDS = requestsBy(1000, "objects");

const row = (usage: RegExp, units: Units, unit: string, item: string, operation?: string): MappingRule => ({
  usage,
  units,
  unit,
  item,
  ...(operation !== undefined && { where: { operation: [operation] } }),
});
const storage = (usage: RegExp, item: string): MappingRule => row(usage, GB_MONTHS, "GB", item);
const data = (usage: RegExp, item: string, operation?: string): MappingRule => row(usage, GB, "GB", item, operation);
const requests = (usage: RegExp, item: string, operation?: string): MappingRule =>
  row(usage, THOUSANDS, "1k requests", item, operation);

const requestRules = Object.entries(CLASSES).flatMap(([code, name]) => [
  // Some usage types are shared by operations at other prices; putting objects is what our item means.
  ...(code === "GLACIER-" || code === "GDA-"
    ? [
        requests(new RegExp(`^Requests-${code}Tier1$`), `${name}/put-requests`, "PutObject"),
        requests(new RegExp(`^Requests-${code}Tier1$`), `${name}/put-requests`, "PostObject"),
      ]
    : [requests(new RegExp(`^Requests-${code}Tier1$`), `${name}/put-requests`)]),
  requests(new RegExp(`^Requests-${code}Tier2$`), `${name}/get-requests`),
]);

const selectRules = [
  ...(["", "SIA-", "ZIA-", "INT-"] as const).flatMap((code) => [
    data(new RegExp(`^Select-Scanned-${code}Bytes$`), `${CLASSES[code]}/select-scanned`),
    data(new RegExp(`^Select-Returned-${code}Bytes$`), `${CLASSES[code]}/select-returned`),
  ]),
  ...Object.entries(SPEEDS).flatMap(([code, speed]) => [
    data(new RegExp(`^${code}-Select-Scanned-Bytes$`), `glacier-flexible-retrieval/${speed}-select-scanned`),
    data(new RegExp(`^${code}-Select-Returned-Bytes$`), `glacier-flexible-retrieval/${speed}-select-returned`),
  ]),
];

/** Storage classes, requests and retrievals. Usage types: S3 User Guide, "Understanding your AWS billing and usage reports". */
export const amazonS3: ServiceMapping = {
  service: "AmazonS3",
  unitsVerified: true,
  rules: [
    // What Intelligent-Tiering keeps beside its objects has the same usage type, at another price.
    {
      usage: /^TimedStorage-ByteHrs$/,
      where: { volumeType: ["Standard", ""] },
      units: GB_MONTHS,
      unit: "GB",
      item: "standard/storage",
    },
    storage(/^TimedStorage-INT-FA-ByteHrs$/, "intelligent-tiering/storage-frequent"),
    storage(/^TimedStorage-INT-IA-ByteHrs$/, "intelligent-tiering/storage-infrequent"),
    storage(/^TimedStorage-INT-AA-ByteHrs$/, "intelligent-tiering/storage-archive"),
    storage(/^TimedStorage-INT-DAA-ByteHrs$/, "intelligent-tiering/storage-deep-archive"),
    storage(/^TimedStorage-SIA-ByteHrs$/, "standard-infrequent-access/storage"),
    storage(/^TimedStorage-ZIA-ByteHrs$/, "one-zone-infrequent-access/storage"),
    storage(/^TimedStorage-XZ-ByteHrs$/, "express-one-zone/storage"),
    storage(/^TimedStorage-GlacierByteHrs$/, "glacier-flexible-retrieval/storage"),
    storage(/^TimedStorage-GDA-ByteHrs$/, "glacier-deep-archive/storage"),
    ...requestRules,
    requests(/^Requests-Tier3$/, "glacier-flexible-retrieval/lifecycle-transition", "S3-GlacierTransition"),
    requests(/^Requests-Tier3$/, "glacier-deep-archive/lifecycle-transition", "S3-GDATransition"),
    requests(/^Requests-Tier3$/, "glacier-flexible-retrieval/standard-retrieval-requests", "RestoreObject"),
    requests(/^Requests-GDA-Tier3$/, "glacier-deep-archive/standard-retrieval-requests"),
    requests(/^Requests-GDA-Tier5$/, "glacier-deep-archive/bulk-retrieval-requests"),
    row(/^Requests-Tier6$/, THOUSANDS, "1k requests", "glacier-flexible-retrieval/expedited-retrieval-requests"),
    data(/^Standard-Retrieval-Bytes$/, "glacier-deep-archive/standard-retrievals", "DeepArchiveRestoreObject"),
    data(/^Standard-Retrieval-Bytes$/, "glacier-flexible-retrieval/standard-retrievals"),
    data(/^Bulk-Retrieval-Bytes$/, "glacier-deep-archive/bulk-retrievals", "DeepArchiveRestoreObject"),
    data(/^Expedited-Retrieval-Bytes$/, "glacier-flexible-retrieval/expedited-retrievals"),
    data(/^Retrieval-SIA$/, "standard-infrequent-access/retrievals"),
    data(/^Retrieval-ZIA$/, "one-zone-infrequent-access/retrievals"),
    data(/^Retrieval-XZ$/, "express-one-zone/retrievals"),
    data(/^Upload-XZ$/, "express-one-zone/uploads"),
    ...selectRules,
    storage(/^EarlyDelete-ByteHrs$/, "glacier-flexible-retrieval/early-delete"),
    storage(/^EarlyDelete-GDA$/, "glacier-deep-archive/early-delete"),
    row(/^Monitoring-Automation-INT$/, THOUSANDS, "1k objects", "intelligent-tiering/monitoring"),
    row(/^TagStorage-TagHrs$/, { "tag-mo": 10_000 }, "10k tags", "object-tags"),
  ],
};
