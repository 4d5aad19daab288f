/** One storage class of S3: what the usage calls it and what it charges. */
export interface StorageClass {
  /** Prefix of its usage keys, as Infracost nests them: `standard.storage_gb`. */
  readonly usage: string;
  /** What lifecycle rules call it (S3 API, `StorageClass`). */
  readonly name: string;
  readonly title: string;
  readonly item: string;
  readonly meters: readonly ClassMeter[];
}

interface ClassMeter {
  readonly meter: string;
  readonly description: string;
  readonly usage: string;
  readonly unit: string;
  readonly per: number;
}

const gb = (meter: string, description: string, usage: string): ClassMeter => ({
  meter,
  description,
  usage,
  unit: "GB",
  per: 1,
});
const thousands = (meter: string, description: string, usage: string, unit = "1k requests"): ClassMeter => ({
  meter,
  description,
  usage,
  unit,
  per: 1000,
});

const STORAGE = gb("storage", "Storage", "storage_gb");
const REQUESTS = [
  thousands("put-requests", "PUT, COPY, POST, LIST requests", "monthly_tier_1_requests"),
  thousands("get-requests", "GET, SELECT, and all other requests", "monthly_tier_2_requests"),
];
const TRANSITION = thousands("lifecycle-transition", "Lifecycle transition", "monthly_lifecycle_transition_requests");
const RETRIEVAL = gb("retrievals", "Retrievals", "monthly_data_retrieval_gb");
const SELECT = [
  gb("select-scanned", "Select data scanned", "monthly_select_data_scanned_gb"),
  gb("select-returned", "Select data returned", "monthly_select_data_returned_gb"),
];

/** S3's storage classes. Source: https://aws.amazon.com/s3/pricing/; usage keys as Infracost names them. */
export const STANDARD: StorageClass = {
  usage: "standard",
  name: "STANDARD",
  title: "Standard",
  item: "standard",
  meters: [STORAGE, ...REQUESTS, ...SELECT],
};

export const OTHER_CLASSES: readonly StorageClass[] = [
  {
    usage: "intelligent_tiering",
    name: "INTELLIGENT_TIERING",
    title: "Intelligent tiering",
    item: "intelligent-tiering",
    meters: [
      gb("storage-frequent", "Storage (frequent access)", "frequent_access_storage_gb"),
      gb("storage-infrequent", "Storage (infrequent access)", "infrequent_access_storage_gb"),
      gb("storage-archive", "Storage (archive access)", "archive_access_storage_gb"),
      gb("storage-deep-archive", "Storage (deep archive access)", "deep_archive_access_storage_gb"),
      thousands("monitoring", "Monitoring and automation", "monitored_objects", "1k objects"),
      ...REQUESTS,
      TRANSITION,
      ...SELECT,
      gb("early-delete", "Early delete (within 30 days)", "early_delete_gb"),
    ],
  },
  {
    usage: "standard_infrequent_access",
    name: "STANDARD_IA",
    title: "Standard - infrequent access",
    item: "standard-infrequent-access",
    meters: [STORAGE, ...REQUESTS, TRANSITION, RETRIEVAL, ...SELECT],
  },
  {
    usage: "one_zone_infrequent_access",
    name: "ONEZONE_IA",
    title: "One zone - infrequent access",
    item: "one-zone-infrequent-access",
    meters: [STORAGE, ...REQUESTS, TRANSITION, RETRIEVAL, ...SELECT],
  },
  {
    usage: "glacier_flexible_retrieval",
    name: "GLACIER",
    title: "Glacier flexible retrieval",
    item: "glacier-flexible-retrieval",
    meters: [
      STORAGE,
      ...REQUESTS,
      TRANSITION,
      thousands(
        "standard-retrieval-requests",
        "Retrieval requests (standard)",
        "monthly_standard_data_retrieval_requests",
      ),
      gb("standard-retrievals", "Retrievals (standard)", "monthly_standard_data_retrieval_gb"),
      gb("standard-select-scanned", "Select data scanned (standard)", "monthly_standard_select_data_scanned_gb"),
      gb("standard-select-returned", "Select data returned (standard)", "monthly_standard_select_data_returned_gb"),
      thousands(
        "expedited-retrieval-requests",
        "Retrieval requests (expedited)",
        "monthly_expedited_data_retrieval_requests",
      ),
      gb("expedited-retrievals", "Retrievals (expedited)", "monthly_expedited_data_retrieval_gb"),
      gb("expedited-select-scanned", "Select data scanned (expedited)", "monthly_expedited_select_data_scanned_gb"),
      gb("expedited-select-returned", "Select data returned (expedited)", "monthly_expedited_select_data_returned_gb"),
      gb("bulk-select-scanned", "Select data scanned (bulk)", "monthly_bulk_select_data_scanned_gb"),
      gb("bulk-select-returned", "Select data returned (bulk)", "monthly_bulk_select_data_returned_gb"),
      gb("early-delete", "Early delete (within 90 days)", "early_delete_gb"),
    ],
  },
  {
    usage: "glacier_deep_archive",
    name: "DEEP_ARCHIVE",
    title: "Glacier deep archive",
    item: "glacier-deep-archive",
    meters: [
      STORAGE,
      ...REQUESTS,
      TRANSITION,
      thousands(
        "standard-retrieval-requests",
        "Retrieval requests (standard)",
        "monthly_standard_data_retrieval_requests",
      ),
      gb("standard-retrievals", "Retrievals (standard)", "monthly_standard_data_retrieval_gb"),
      thousands("bulk-retrieval-requests", "Retrieval requests (bulk)", "monthly_bulk_data_retrieval_requests"),
      gb("bulk-retrievals", "Retrievals (bulk)", "monthly_bulk_data_retrieval_gb"),
      gb("early-delete", "Early delete (within 180 days)", "early_delete_gb"),
    ],
  },
];
