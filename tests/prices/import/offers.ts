/** Columns of an AWS EC2 offer that decide what a row is, with idle ones between so that nothing may rely on their places. */
export const COLUMNS = [
  "SKU",
  "OfferTermCode",
  "RateCode",
  "TermType",
  "PriceDescription",
  "EffectiveDate",
  "StartingRange",
  "EndingRange",
  "Unit",
  "PricePerUnit",
  "Currency",
  "RelatedTo",
  "LeaseContractLength",
  "PurchaseOption",
  "OfferingClass",
  "Product Family",
  "serviceCode",
  "Location",
  "Location Type",
  "Instance Type",
  ...Array.from({ length: 20 }, (_, index) => `Detail ${index}`),
  "Tenancy",
  "Operating System",
  "License Model",
  "Group",
  "usageType",
  "operation",
  "CapacityStatus",
  ...Array.from({ length: 36 }, (_, index) => `Instance Capacity - ${index}`),
  "MarketOption",
  "Pre Installed S/W",
  "Region Code",
  "Volume API Name",
  "Database Engine",
  "Deployment Option",
  "serviceName",
] as const;

export type OfferCells = Readonly<Record<string, string>>;

export interface OfferOptions {
  readonly offerCode?: string;
  readonly published?: string;
  readonly columns?: readonly string[];
  readonly lineEnd?: string;
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The lines before the rows: five of metadata and the header. */
export const offerHead = ({
  offerCode = "AmazonEC2",
  published = "2026-09-12",
  columns = COLUMNS,
  lineEnd = "\n",
}: OfferOptions = {}): string =>
  [
    ["FormatVersion", "v1.0"],
    ["Disclaimer", "For information only, see http://aws.amazon.com"],
    ["Publication Date", `${published}T22:53:08Z`],
    ["Version", `${published.replaceAll("-", "")}225308`],
    ["OfferCode", offerCode],
    columns,
  ]
    .map((cells) => `${cells.map(quote).join(",")}${lineEnd}`)
    .join("");

/** One line of an offer. */
export const offerLine = (cells: OfferCells, { columns = COLUMNS, lineEnd = "\n" }: OfferOptions = {}): string =>
  `${columns.map((name) => quote(cells[name] ?? "")).join(",")}${lineEnd}`;

/** A whole offer. */
export const offerCsv = (rows: readonly OfferCells[], options: OfferOptions = {}): string =>
  offerHead(options) + rows.map((row) => offerLine(row, options)).join("");

/** An on-demand hour of a machine, as AWS lists it. */
export const machineRow = (type: string, price: string, more: OfferCells = {}): OfferCells => ({
  SKU: `SKU${type.replace(/\W/g, "").toUpperCase()}`,
  OfferTermCode: "JRTCKXETXF",
  RateCode: `SKU${type}.JRTCKXETXF.6YS6EN2CT7`,
  TermType: "OnDemand",
  PriceDescription: `$${price} per On Demand Linux ${type} Instance Hour`,
  EffectiveDate: "2026-09-01",
  StartingRange: "0",
  EndingRange: "Inf",
  Unit: "Hrs",
  PricePerUnit: price,
  Currency: "USD",
  "Product Family": "Compute Instance",
  serviceCode: "AmazonEC2",
  Location: "US East (N. Virginia)",
  "Location Type": "AWS Region",
  "Instance Type": type,
  Tenancy: "Shared",
  "Operating System": "Linux",
  "License Model": "No License required",
  usageType: `BoxUsage:${type}`,
  operation: "RunInstances",
  CapacityStatus: "Used",
  MarketOption: "OnDemand",
  "Pre Installed S/W": "NA",
  "Region Code": "us-east-1",
  serviceName: "Amazon Elastic Compute Cloud",
  ...more,
});

/** The row of something that is no machine. */
export const meterRow = (
  family: string,
  usageType: string,
  unit: string,
  price: string,
  more: OfferCells = {},
): OfferCells => ({
  ...machineRow("", price),
  SKU: `SKU${usageType.replace(/\W/g, "").toUpperCase()}`,
  "Product Family": family,
  "Instance Type": "",
  Tenancy: "",
  "Operating System": "",
  "License Model": "",
  CapacityStatus: "",
  MarketOption: "",
  "Pre Installed S/W": "",
  usageType,
  operation: "",
  Unit: unit,
  ...more,
});

/** The same rows in the JSON form of an offer, whose attributes have other names than the columns. */
export const offerJson = (
  rows: readonly OfferCells[],
  { offerCode = "AmazonEC2", published = "2026-09-12" }: OfferOptions = {},
): string => {
  const attributes: Readonly<Record<string, string>> = {
    serviceCode: "servicecode",
    Location: "location",
    "Location Type": "locationType",
    "Instance Type": "instanceType",
    Tenancy: "tenancy",
    "Operating System": "operatingSystem",
    "License Model": "licenseModel",
    usageType: "usagetype",
    operation: "operation",
    CapacityStatus: "capacitystatus",
    MarketOption: "marketoption",
    "Pre Installed S/W": "preInstalledSw",
    "Region Code": "regionCode",
    "From Location": "fromLocation",
    "From Location Type": "fromLocationType",
    "From Region Code": "fromRegionCode",
    "To Region Code": "toRegionCode",
    "Transfer Type": "transferType",
    Group: "group",
    "Deployment Option": "deploymentOption",
    "Deployment option": "deploymentOption",
    "File system type": "fileSystemType",
    "Storage type": "storageType",
    "Throughput capacity": "throughputCapacity",
    "Volume Type": "volumeType",
    "Storage Media": "storageMedia",
    "Availability Zone": "availabilityZone",
    "Broker Engine": "brokerEngine",
    Size: "size",
    Type: "type",
    "Virtual Interface Type": "virtualInterfaceType",
  };
  const products: Record<string, unknown> = {};
  const terms: Record<string, Record<string, Record<string, unknown>>> = { OnDemand: {}, Reserved: {} };
  for (const row of rows) {
    const { SKU: sku = "", TermType: kind = "", OfferTermCode: term = "" } = row;
    products[sku] = {
      sku,
      productFamily: row["Product Family"],
      attributes: Object.fromEntries(
        Object.entries(attributes).flatMap(([column, name]) =>
          row[column] === undefined ? [] : [[name, row[column]]],
        ),
      ),
    };
    terms[kind] ??= {};
    terms[kind][sku] ??= {};
    const bought = terms[kind][sku];
    const code = `${sku}.${term}`;
    const known = bought[code] as { priceDimensions: Record<string, unknown> } | undefined;
    const dimension = {
      unit: row.Unit,
      beginRange: row.StartingRange,
      endRange: row.EndingRange,
      description: row.PriceDescription,
      appliesTo: [],
      pricePerUnit: { [row.Currency ?? "USD"]: row.PricePerUnit },
    };
    const priceDimensions = { ...known?.priceDimensions, [`${code}.${row.Unit}${row.StartingRange}`]: dimension };
    bought[code] = {
      offerTermCode: term,
      sku,
      priceDimensions,
      termAttributes: {
        LeaseContractLength: row.LeaseContractLength ?? "",
        PurchaseOption: row.PurchaseOption ?? "",
        OfferingClass: row.OfferingClass ?? "",
      },
    };
  }
  return JSON.stringify({
    formatVersion: "v1.0",
    offerCode,
    version: "20260912225308",
    publicationDate: `${published}T22:53:08Z`,
    products,
    terms,
  });
};
