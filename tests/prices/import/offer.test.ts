import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importText } from "./folder.ts";
import { machineRow, meterRow, type OfferCells, offerCsv, offerHead, offerJson, offerLine } from "./offers.ts";

const reserved = (term: string, purchase: string, unit: string, price: string, code: string): OfferCells =>
  machineRow("p5.48xlarge", price, {
    TermType: "Reserved",
    OfferTermCode: code,
    LeaseContractLength: term,
    PurchaseOption: purchase,
    OfferingClass: "standard",
    Unit: unit,
    StartingRange: unit === "Quantity" ? "" : "0",
  });

const ROWS: readonly OfferCells[] = [
  machineRow("p5.48xlarge", "55.0400000000"),
  machineRow("p5.48xlarge", "60.5440000000", {
    SKU: "DED",
    Tenancy: "Dedicated",
    usageType: "DedicatedUsage:p5.48xlarge",
  }),
  machineRow("p5.48xlarge", "63.8720000000", { SKU: "WIN", "Operating System": "Windows" }),
  machineRow("p5.48xlarge", "70.0000000000", { SKU: "SQL", "Pre Installed S/W": "SQL Web" }),
  machineRow("p5.48xlarge", "0.0000000000", {
    SKU: "ODCR",
    CapacityStatus: "AllocatedCapacityReservation",
    usageType: "Reservation:p5.48xlarge",
  }),
  machineRow("p5.48xlarge", "55.0500000000", {
    SKU: "UNUSED",
    CapacityStatus: "UnusedCapacityReservation",
    usageType: "UnusedBox:p5.48xlarge",
  }),
  machineRow("p5.48xlarge", "68.8000000000", {
    SKU: "ZONE",
    "Location Type": "AWS Local Zone",
    "Region Code": "us-east-1-bos-1",
  }),
  reserved("1yr", "No Upfront", "Hrs", "31.4600000000", "NOUP"),
  reserved("3yr", "Partial Upfront", "Hrs", "12.5000000000", "PART"),
  reserved("3yr", "Partial Upfront", "Quantity", "328000", "PART"),
  reserved("1yr", "All Upfront", "Hrs", "0.0000000000", "ALL"),
  reserved("1yr", "All Upfront", "Quantity", "270000", "ALL"),
  meterRow("Storage", "EBS:VolumeUsage.gp3", "GB-Mo", "0.0800000000"),
  meterRow("Provisioned Throughput", "EBS:VolumeP-Throughput.gp3", "GiBps-mo", "40.9600000000"),
  meterRow("System Operation", "EBS:VolumeIOUsage", "IOs", "0.0000000500"),
  meterRow("NAT Gateway", "NatGateway-Hours", "Hrs", "0.0450000000"),
];

const P5 = "instance/p5.48xlarge/linux/shared";

const EXPECTED: readonly (readonly [string, string])[] = [
  [`${P5}/on-demand`, "55.04"],
  ["instance/p5.48xlarge/linux/dedicated/on-demand", "60.544"],
  ["instance/p5.48xlarge/windows/shared/on-demand", "63.872"],
  [`${P5}/reserved-standard-1y-no-upfront`, "31.46"],
  [`${P5}/reserved-standard-3y-partial-upfront`, "12.5"],
  [`${P5}/reserved-standard-3y-partial-upfront-fee`, "328000"],
  [`${P5}/reserved-standard-1y-all-upfront-fee`, "270000"],
  ["volume/gp3/storage", "0.08"],
  ["volume/gp3/throughput", "0.04"],
  ["volume/standard/requests", "0.05"],
  ["nat-gateway/hours", "0.045"],
];

describe("an EC2 offer", () => {
  it.each([
    ["in CSV", "offer.csv", offerCsv(ROWS)],
    ["in CSV with other line ends", "offer.csv", offerCsv(ROWS, { lineEnd: "\r\n" })],
    ["in packed CSV", "offer.csv.gz", gzipSync(offerCsv(ROWS))],
    ["in JSON", "offer.json", offerJson(ROWS)],
    ["in packed JSON", "offer.json.gz", gzipSync(offerJson(ROWS))],
  ])("%s gives our items their prices, date and source", async (_, name, content) => {
    const { amounts, rows, report, diagnostics } = await importText(content, { name });
    expect(diagnostics).toEqual([]);
    for (const [item, amount] of EXPECTED) expect([item, ...amounts(item)]).toEqual([item, amount]);
    expect(report?.holdings).toEqual([
      {
        service: "AmazonEC2",
        region: "us-east-1",
        kind: "",
        source: name,
        version: "20260912225308",
        published: "2026-09-12",
        prices: EXPECTED.length,
      },
    ]);
    expect(rows(`${P5}/on-demand`)?.[0]).toMatchObject({
      unit: "hours",
      currency: "USD",
      asOf: "2026-09-12",
      source: "AWS price list AmazonEC2 20260912225308",
    });
    expect(rows(`${P5}/reserved-standard-1y-all-upfront-fee`)?.[0].unit).toBe("reservations");
  });

  it("is read by the names of its columns, wherever they stand", async () => {
    const names = offerHead().trimEnd().split("\n").at(-1)!.slice(1, -1).split('","');
    const moved = { columns: ["New Column", ...names.toReversed()] };
    const { amounts } = await importText(offerCsv(ROWS, moved));
    for (const [item, amount] of EXPECTED) expect([item, ...amounts(item)]).toEqual([item, amount]);
  });

  it("of another region has its region's code in front of each usage type", async () => {
    const rows = ROWS.map((row) => ({ ...row, "Region Code": "eu-west-1", usageType: `EU-${row.usageType}` }));
    const { amounts } = await importText(offerCsv(rows));
    for (const [item, amount] of EXPECTED)
      expect([item, ...amounts(item, { region: "eu-west-1" })]).toEqual([item, amount]);
  });

  it.each(["offer [1].csv", "o'ffer.csv"])("may be called %s", async (name) => {
    const { amounts, diagnostics } = await importText(offerCsv(ROWS), { name });
    expect(diagnostics).toEqual([]);
    expect(amounts(`${P5}/on-demand`)).toEqual(["55.04"]);
  });

  it("gives the same bytes however often it is imported, and in whatever order its rows stand", async () => {
    const first = await importText(offerCsv(ROWS));
    const again = await importText(offerCsv(ROWS), { folder: first.folder });
    const turned = await importText(offerCsv(ROWS.toReversed()));
    for (const [item] of EXPECTED) {
      expect(again.rows(item)).toEqual(first.rows(item));
      expect(turned.rows(item)).toEqual(first.rows(item));
    }
  });

  it("does not bring the prices of other services that it repeats", async () => {
    const row = meterRow("Load Balancer-Application", "LoadBalancerUsage", "Hrs", "0.0225", { serviceCode: "AWSELB" });
    const { report } = await importText(offerCsv([...ROWS, row]));
    expect(report?.holdings.map(({ service }) => service)).toEqual(["AmazonEC2"]);
  });
});

describe("a price in tiers", () => {
  const tier = (start: string, price: string) =>
    meterRow("Storage", "TimedStorage-ByteHrs", "GB-Mo", price, { serviceCode: "AmazonS3", StartingRange: start });
  const s3 = (rows: readonly OfferCells[]) => importText(offerCsv(rows, { offerCode: "AmazonS3" }));

  it("keeps them in ascending order, each up to where the next one starts", async () => {
    const { amounts } = await s3([
      tier("512000", "0.0210000000"),
      tier("0", "0.0230000000"),
      tier("51200", "0.0220000000"),
    ]);
    expect(amounts("standard/storage", { service: "AmazonS3" })).toEqual([
      "0.023 to 51200",
      "0.022 to 512000",
      "0.021",
    ]);
  });

  it("is left out where its first units have no price", async () => {
    const { amounts, diagnostics } = await s3([tier("51200", "0.0220000000")]);
    expect(amounts("standard/storage", { service: "AmazonS3" })).toEqual([]);
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "no-prices" }]);
  });
});

describe("extended support of EKS", () => {
  it("holds the price of the cluster, beside which AWS lists it", async () => {
    const eks = (usage: string, price: string) =>
      meterRow("Compute", `USE1-AmazonEKS-Hours:${usage}`, "Hours", price, { serviceCode: "AmazonEKS" });
    const { amounts } = await importText(
      offerCsv([eks("extendedSupport", "0.5000000000"), eks("perCluster", "0.1000000000")], { offerCode: "AmazonEKS" }),
    );
    expect(amounts("cluster/standard", { service: "AmazonEKS" })).toEqual(["0.1"]);
    expect(amounts("cluster/extended-support", { service: "AmazonEKS" })).toEqual(["0.6"]);
  });
});

describe("bad rows", () => {
  it("are left out, counted and named by line and SKU", async () => {
    const text = `${offerHead()}INVALID\n${ROWS.map((row) => offerLine(row)).join("")}${offerLine(machineRow("m5.large", "soon"))}`;
    const { amounts, report, diagnostics } = await importText(text);
    expect(report).toMatchObject({
      badRows: 2,
      bad: [
        { line: 7, sku: "INVALID" },
        { line: 8 + ROWS.length, sku: "SKUM5LARGE" },
      ],
    });
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "bad-rows" }]);
    expect(amounts(`${P5}/on-demand`)).toEqual(["55.04"]);
  });

  it("in too large a share refuse the file", async () => {
    const bad = Array.from({ length: 20 }, (_, index) => machineRow(`m5.${index}xlarge`, "soon"));
    const { refusal } = await importText(offerCsv([...ROWS, ...bad]));
    expect(refusal?.code).toBe("too-many-bad-rows");
  });

  it("with two products for one item leave that item out, and say so", async () => {
    const twin = machineRow("p5.48xlarge", "56.0000000000", { SKU: "TWIN" });
    const { amounts, diagnostics } = await importText(offerCsv([...ROWS, twin]));
    expect(amounts(`${P5}/on-demand`)).toEqual([]);
    expect(amounts("nat-gateway/hours")).toEqual(["0.045"]);
    expect(diagnostics).toMatchObject([{ code: "ambiguous-prices" }]);
  });
});
