/** The fields of an AWS offer that decide what a row is a price of, each with its CSV column and its JSON attribute. */
export const OFFER_COLUMNS = {
  sku: { csv: "SKU", json: "" },
  term: { csv: "OfferTermCode", json: "" },
  termType: { csv: "TermType", json: "" },
  start: { csv: "StartingRange", json: "" },
  unit: { csv: "Unit", json: "" },
  price: { csv: "PricePerUnit", json: "" },
  currency: { csv: "Currency", json: "" },
  lease: { csv: "LeaseContractLength", json: "" },
  purchase: { csv: "PurchaseOption", json: "" },
  offering: { csv: "OfferingClass", json: "" },
  family: { csv: "Product Family", json: "" },
  service: { csv: "serviceCode", json: "servicecode" },
  location: { csv: "Location", json: "location" },
  locationType: { csv: "Location Type", json: "locationType" },
  region: { csv: "Region Code", json: "regionCode" },
  usage: { csv: "usageType", json: "usagetype" },
  operation: { csv: "operation", json: "operation" },
  instanceType: { csv: "Instance Type", json: "instanceType" },
  tenancy: { csv: "Tenancy", json: "tenancy" },
  os: { csv: "Operating System", json: "operatingSystem" },
  license: { csv: "License Model", json: "licenseModel" },
  preinstalled: { csv: "Pre Installed S/W", json: "preInstalledSw" },
  capacity: { csv: "CapacityStatus", json: "capacitystatus" },
  market: { csv: "MarketOption", json: "marketoption" },
  group: { csv: "Group", json: "group" },
  engine: { csv: "Database Engine", json: "databaseEngine" },
  edition: { csv: "Database Edition", json: "databaseEdition" },
  deployment: { csv: "Deployment Option", json: "deploymentOption" },
  cacheEngine: { csv: "Cache Engine", json: "cacheEngine" },
  fileSystem: { csv: "File System Type", json: "fileSystemType" },
  storageType: { csv: "Storage Type", json: "storageType" },
  throughput: { csv: "Throughput Capacity", json: "throughputCapacity" },
} as const;

export type OfferField = keyof typeof OFFER_COLUMNS;
export const OFFER_FIELDS = Object.keys(OFFER_COLUMNS) as readonly OfferField[];

/** Fields without which a row says nothing. */
export const NEEDED_FIELDS = ["sku", "unit", "price", "currency", "usage"] as const satisfies readonly OfferField[];

/** One row of an offer: trimmed texts, empty where the file has none. `line` counts from 1; `null` in JSON, which has no lines. */
export type OfferRow = Readonly<Record<OfferField, string>> & { readonly line: number | null };
