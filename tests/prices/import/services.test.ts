import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/prices/csv.ts";
import { readPriceTable } from "../../../src/prices/price-file.ts";
import { importText } from "./folder.ts";
import { COLUMNS, meterRow, type OfferCells, offerCsv, offerJson } from "./offers.ts";

/** A product of an AWS offer, and what it is to us. */
interface Product {
  readonly service: string;
  readonly rows: readonly OfferCells[];
  readonly item: string;
  readonly sold: string;
  readonly amounts: readonly string[];
  readonly region: string;
}

/** `Name=value;Name=value`, as the table of products writes tiers and attributes. */
const pairs = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text
      .split(";")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at), pair.slice(at + 1)];
      }),
  );

const productOf = (fields: readonly string[]): Product => {
  const [service = "", family = "", usage = "", unit = "", price = "", attributes = ""] = fields;
  const [item = "", sold = "", amounts = "", region = ""] = fields.slice(6);
  const tiers = price.includes("=") ? pairs(price) : { 0: price };
  const rows = Object.entries(tiers).map(([start, amount]) =>
    meterRow(family, usage, unit, amount, {
      SKU: `${item} ${region}`.replaceAll(/\W/g, "").toUpperCase(),
      StartingRange: start,
      serviceCode: service,
      ...pairs(attributes),
    }),
  );
  return { service, rows, item, sold, amounts: amounts.split(";"), region };
};

/** Rows in the form of AWS's offers. A price is one or `from=price` by tier; FSx writes its columns in another case than others do. */
const PRODUCTS: readonly Product[] = [
  ...readCsv(readFileSync(new URL("./offer-rows.csv", import.meta.url), "utf8"), "offer-rows.csv"),
]
  .slice(1)
  .map(({ fields }) => productOf(fields));
const SERVICES = [...new Set(PRODUCTS.map(({ service }) => service))].map(
  (service) => [service, PRODUCTS.filter((product) => product.service === service)] as const,
);

/** Both forms that AWS serves of an offer. */
const csv = (service: string, rows: readonly OfferCells[]): string => {
  const own = new Set(rows.flatMap((row) => Object.keys(row)));
  const cased = new Set([...own].map((name) => name.toLowerCase()));
  const idle = COLUMNS.filter((name) => !cased.has(name.toLowerCase()));
  return offerCsv(rows, { offerCode: service, columns: [...idle, ...own] });
};
const json = (service: string, rows: readonly OfferCells[]): string => offerJson(rows, { offerCode: service });

const unitOf = ({ service, item }: Product): string | undefined => {
  const file = new URL(`../../../src/prices/data/aws/${service}.csv`, import.meta.url);
  return readPriceTable(readFileSync(file, "utf8"), service).get(item)?.[0]?.unit;
};

const operation = (name: string): OfferCells => ({ operation: name });
/** Data that leaves a place: the row has no place that it is in. */
const from = (location: string, region: string): OfferCells => ({
  Location: "",
  "Location Type": "",
  "Region Code": "",
  "From Location": location,
  "From Location Type": "AWS Region",
  "From Region Code": region,
});
const openZfs = (storage: string, deployment: string): OfferCells => ({
  "Product Family": "Storage",
  "File system type": "OpenZFS",
  "Storage type": storage,
  "Deployment option": deployment,
});

describe("the offer", () => {
  // All rows of a service come at once, as they do in its offer: none may take another's item.
  it.each(
    SERVICES.flatMap(([service, products]) => [
      [service, "csv", csv, products] as const,
      [service, "json", json, products] as const,
    ]),
  )("of %s, as %s, gives each of its prices by our unit", async (service, form, write, products) => {
    const content = write(
      service,
      products.flatMap(({ rows }) => rows),
    );
    const { rows, amounts, diagnostics, report } = await importText(content, { name: `offer.${form}` });
    expect(diagnostics).toEqual([]);
    const found = products.map(({ item, region }) => ({
      item,
      sold: rows(item, { service, region })?.[0].unit,
      amounts: amounts(item, { service, region }),
    }));
    expect(found).toEqual(products.map(({ item, sold, amounts }) => ({ item, sold, amounts })));
    expect(report?.holdings.reduce((sum, { prices }) => sum + prices, 0)).toBe(products.length);
  });

  it.each(PRODUCTS.filter((product) => unitOf(product) !== undefined))(
    "of $service sells $item by the unit of the built-in list",
    (product) => {
      expect(product.sold).toBe(unitOf(product));
    },
  );
});

describe("rows that are like ours and are others", () => {
  it.each([
    ["AmazonRedshift", "CSFreeUsage:ra3.4xlarge", "seconds", {}],
    ["AmazonRedshift", "RMS:Serverless", "GB-Mo", {}],
    ["AWSGlue", "USE1-ETL-Flex-DPU-Hour", "DPU-Hour", operation("FlexJobrun")],
    ["AWSGlue", "USE1-ETL-DPU-Hour-Gen2", "DPU-Hour", operation("Jobrun")],
    ["AmazonKinesis", "Advantage-BilledOutgoingBytes", "GB", operation("AdvantageDataRetrieval")],
    ["AWSEvents", "USE1-Request-64K-Chunks", "64K-Chunks", operation("PipeRequest")],
    ["AWSBackup", "USE1-WarmStorage-ByteHrs-EFS-LAGV", "GB-Month", {}],
    ["AmazonCloudFront", "ME-DataTransfer-Out-Bytes", "GB", from("Middle East", "")],
    ["AmazonCloudFront", "Global-Requests-Tier1", "Requests", { Location: "Any", "Region Code": "" }],
    ["AWSTransfer", "USE1-SFTPConnector-SendBytes", "GB", operation("SFTP:S3")],
    ["AWSDirectConnect", "USE1-EQNY5-PortUsage:10G", "Hrs", operation("CreateDirectConnectPort")],
    ["CodeBuild", "USE1-Build-Min:Linux:Reserved:t4g.medium", "minutes", {}],
    ["CloudHSM", "CloudHSMv2Usage-hsm2m.m", "Hrs", operation("Hourly")],
    ["awswaf", "USE1-ShieldProtected-WebACLV2", "Month", {}],
    ["AmazonDynamoDB", "USE1-TimedStorage-ByteHrs", "GB-Mo", {}],
    ["AmazonVPC", "USE1-TransitGateway-Bytes", "GigaBytes", operation("TransitGatewayPeering")],
    ["AmazonLightsail", "USE1-BundleUsage:3GB", "Hrs", {}],
    [
      "AWSDataTransfer",
      "USE1-APS4-AWS-Out-Bytes",
      "GB",
      {
        ...from("US East (N. Virginia)", "us-east-1"),
        "Transfer Type": "InterRegion Outbound",
        "To Region Code": "ap-southeast-3",
      },
    ],
    ["AmazonFSx", "EUC1-Storage.SAZ2:SSD", "GB-Mo", openZfs("SSD", "Single-AZ_2")],
    ["AmazonFSx", "EUC1-Storage.MAZ:INT_Monitoring", "GB-Mo", openZfs("INT", "Multi-AZ")],
  ])("of %s, %s, give no price", async (service, usage, unit, more) => {
    const { report } = await importText(
      csv(service, [meterRow("", usage, unit, "1.0000000000", { serviceCode: service, ...more })]),
    );
    expect(report?.holdings).toEqual([]);
    expect(report?.badRows).toBe(0);
  });

  it("do not make an item doubtful: Intelligent-Tiering lists what it keeps besides under the usage type of S3 Standard", async () => {
    const row = (start: string, price: string, volume: string) =>
      meterRow("Storage", "TimedStorage-ByteHrs", "GB-Mo", price, {
        SKU: volume.toUpperCase(),
        StartingRange: start,
        serviceCode: "AmazonS3",
        "Volume Type": volume,
      });
    const { amounts, diagnostics } = await importText(
      csv("AmazonS3", [
        row("0", "0.0230000000", "Standard"),
        row("51200", "0.0220000000", "Standard"),
        row("0", "0.0210000000", "INTAAS3ObjectOverhead"),
      ]),
    );
    expect(diagnostics).toEqual([]);
    expect(amounts("standard/storage", { service: "AmazonS3" })).toEqual(["0.023 to 51200", "0.022"]);
  });
});

describe("a transfer", () => {
  it.each([
    ["the code of the region that it leaves", from("EU (Ireland)", "eu-west-1")],
    ["its name alone", from("EU (Ireland)", "")],
  ])("is a price of %s", async (_, place) => {
    const { amounts } = await importText(
      csv("AWSDataTransfer", [
        meterRow("Data Transfer", "EU-DataTransfer-Out-Bytes", "GB", "0.0900000000", {
          serviceCode: "AWSDataTransfer",
          ...place,
        }),
      ]),
    );
    expect(amounts("internet/out", { service: "AWSDataTransfer", region: "eu-west-1" })).toEqual(["0.09"]);
  });

  it("out of a local zone is no price of its region", async () => {
    const { report } = await importText(
      csv("AWSDataTransfer", [
        meterRow("Data Transfer", "BOS1-DataTransfer-Out-Bytes", "GB", "0.0900000000", {
          serviceCode: "AWSDataTransfer",
          ...from("US East (Boston)", "us-east-1"),
          "From Location Type": "AWS Local Zone",
        }),
      ]),
    );
    expect(report?.holdings).toEqual([]);
  });
});
