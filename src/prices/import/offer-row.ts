/**
 * The fields of an AWS offer that decide what a row is a price of, each with its CSV column and its JSON attribute. Offers
 * differ in the case of their columns (`Deployment Option`, in FSx `Deployment option`), so that it says nothing.
 */
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
  // Transfers have the place that data leaves in the stead of one that they are in.
  fromLocation: { csv: "From Location", json: "fromLocation" },
  fromLocationType: { csv: "From Location Type", json: "fromLocationType" },
  fromRegion: { csv: "From Region Code", json: "fromRegionCode" },
  toRegion: { csv: "To Region Code", json: "toRegionCode" },
  transferType: { csv: "Transfer Type", json: "transferType" },
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
  volumeType: { csv: "Volume Type", json: "volumeType" },
  storageMedia: { csv: "Storage Media", json: "storageMedia" },
  zone: { csv: "Availability Zone", json: "availabilityZone" },
  brokerEngine: { csv: "Broker Engine", json: "brokerEngine" },
  size: { csv: "Size", json: "size" },
  type: { csv: "Type", json: "type" },
  virtualInterface: { csv: "Virtual Interface Type", json: "virtualInterfaceType" },
} as const;

export type OfferField = keyof typeof OFFER_COLUMNS;
export const OFFER_FIELDS = Object.keys(OFFER_COLUMNS) as readonly OfferField[];

/** Fields without which a row says nothing. */
export const NEEDED_FIELDS = ["sku", "unit", "price", "currency", "usage"] as const satisfies readonly OfferField[];

/** A column of a CSV by its name in any case; `undefined` where the file has none. */
export const columnOf = (columns: readonly string[], field: OfferField): string | undefined => {
  const name = OFFER_COLUMNS[field].csv.toLowerCase();
  return columns.find((column) => column.toLowerCase() === name);
};

/** One row of an offer: trimmed texts, empty where the file has none. `line` counts from 1; `null` in JSON, which has no lines. */
export type OfferRow = Readonly<Record<OfferField, string>> & { readonly line: number | null };
