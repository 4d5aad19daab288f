import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { InputError } from "../../../src/core/diagnostic.ts";
import { ImportedPrices } from "../../../src/prices/imported-prices.ts";
import { syncPrices } from "../../../src/prices/sync/sync-prices.ts";
import { newFolder, TODAY } from "../import/folder.ts";
import { machineRow, meterRow, offerCsv } from "../import/offers.ts";
import { type PriceServer, startPriceServer } from "./price-server.ts";

const OFFER = "/offers/v1.0/aws/AmazonEC2/20260912225308/us-east-1/index.csv";
const P5 = "instance/p5.48xlarge/linux/shared/on-demand";

/** Large enough that a cut comes in the middle of it. */
const rows = [
  machineRow("p5.48xlarge", "55.0400000000"),
  ...Array.from({ length: 2000 }, (_, index) => machineRow(`m${index}.large`, "0.0960000000")),
];

const files = (published = "2026-09-12", offer = offerCsv(rows, { published })): Readonly<Record<string, string>> => ({
  "/offers/v1.0/aws/index.json": JSON.stringify({
    offers: {
      AmazonEC2: {
        offerCode: "AmazonEC2",
        currentRegionIndexUrl: "/offers/v1.0/aws/AmazonEC2/current/region_index.json",
      },
    },
  }),
  "/offers/v1.0/aws/AmazonEC2/current/region_index.json": JSON.stringify({
    regions: { "us-east-1": { regionCode: "us-east-1", currentVersionUrl: OFFER.replace(".csv", ".json") } },
  }),
  [OFFER]: offer,
});

const sync = (
  server: PriceServer,
  folder: string,
  more: { readonly regions?: readonly string[]; readonly services?: readonly string[] } = {},
) => {
  const progress: (readonly [string, number, number | null])[] = [];
  const done = syncPrices({
    folder,
    baseUrl: server.baseUrl,
    regions: ["us-east-1"],
    services: ["AmazonEC2"],
    force: false,
    today: TODAY,
    onProgress: (what, bytes, total) => progress.push([what, bytes, total]),
    ...more,
  });
  return done.then((outcome) => ({ ...outcome, progress, amount: amountIn(folder) }));
};

const amountIn = (folder: string): string | undefined =>
  new ImportedPrices(folder).rows("AmazonEC2", P5, "us-east-1")?.[0].amount;

describe("a sync of prices", () => {
  it.each([
    ["as they are", false],
    ["packed", true],
  ])("follows the index to the file of a region and imports it, %s", async (_, packed) => {
    const server = await startPriceServer(files(), packed);
    const folder = newFolder();
    const { amount, diagnostics, progress } = await sync(server, folder);
    expect(diagnostics).toEqual([]);
    expect(amount).toBe("55.04");
    expect(server.requests.map(({ path }) => path)).toEqual(Object.keys(files()));
    const [what, bytes, total] = progress.at(-1)!;
    expect([what, bytes]).toEqual(["AmazonEC2-us-east-1.csv", total]);
    // What was fetched is gone once it is imported.
    expect(readdirSync(join(folder, ".fetched"))).toEqual([]);
  });

  it("takes up a file in the middle where the connection was cut", async () => {
    const server = await startPriceServer(files());
    server.befall(OFFER, { cutAfter: 300_000 }, { cutAfter: 200_000 });
    const folder = newFolder();
    const { amount } = await sync(server, folder);
    expect(amount).toBe("55.04");
    const ranges = server.requests.filter(({ path }) => path === OFFER).map(({ range }) => range);
    expect(ranges[0]).toBeUndefined();
    expect(ranges.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ""))).toBe(true);
    expect(ranges).toHaveLength(3);
  });

  it("is taken up by the next run where one gave up", async () => {
    const server = await startPriceServer(files());
    server.befall(OFFER, { cutAfter: 300_000 }, { status: 403 });
    const folder = newFolder();
    const first = await sync(server, folder);
    expect(first.diagnostics).toMatchObject([
      { code: "download-failed", hint: expect.stringContaining("continues where this one broke off") },
    ]);
    expect(first.amount).toBeUndefined();
    const second = await sync(server, folder);
    expect(second.amount).toBe("55.04");
    expect(server.requests.at(-1)?.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  it("never joins two versions of a file: a changed one is fetched from its start", async () => {
    const server = await startPriceServer(files());
    server.befall(OFFER, { cutAfter: 300_000 }, { status: 403 });
    const folder = newFolder();
    await sync(server, folder);
    server.put(
      OFFER,
      offerCsv([machineRow("p5.48xlarge", "50.0000000000"), ...rows.slice(1)], { published: "2026-10-01" }),
    );
    expect((await sync(server, folder)).amount).toBe("50");
  });

  it("tries again where the server is busy, and gives up with the reason where it refuses", async () => {
    const server = await startPriceServer(files());
    server.befall(OFFER, { status: 503 });
    expect((await sync(server, newFolder())).amount).toBe("55.04");
    server.befall(OFFER, { status: 404 });
    const { diagnostics } = await sync(server, newFolder());
    expect(diagnostics).toMatchObject([{ code: "download-failed", message: expect.stringContaining("404") }]);
  });

  it("leaves the prices that are held where the new file is refused", async () => {
    const server = await startPriceServer(files());
    const folder = newFolder();
    await sync(server, folder);
    server.put(
      OFFER,
      offerCsv([machineRow("p5.48xlarge", "1.0000000000", { Unit: "Days" })], { published: "2026-10-01" }),
    );
    const { amount, diagnostics } = await sync(server, folder);
    expect(diagnostics).toMatchObject([{ code: "wrong-unit" }]);
    expect(amount).toBe("55.04");
  });

  it.each([
    ["a service that AWS does not list", { services: ["AmazonEC3"] }, "unknown-service", "AmazonEC2"],
    ["a service that would leave the folder", { services: ["../AmazonEC2"] }, "unknown-service", "as AmazonEC2"],
    ["a region that the service lacks", { regions: ["eu-west-1"] }, "unknown-region", "us-east-1"],
  ])("says so for %s", async (_, more, code, hint) => {
    const { diagnostics } = await sync(await startPriceServer(files()), newFolder(), more);
    expect(diagnostics).toMatchObject([{ code, hint: expect.stringContaining(hint) }]);
  });

  it("asks for no region that does not exist", async () => {
    const server = await startPriceServer(files());
    const fault = await sync(server, newFolder(), { regions: ["us-esat-1"] }).catch(
      (error: InputError) => error.diagnostics,
    );
    expect(fault).toMatchObject([{ code: "unknown-region", hint: expect.stringContaining("us-east-1") }]);
    expect(server.requests).toEqual([]);
  });

  it("does not follow an index to another server", async () => {
    const other = await startPriceServer({});
    const server = await startPriceServer({
      ...files(),
      "/offers/v1.0/aws/AmazonEC2/current/region_index.json": JSON.stringify({
        regions: { "us-east-1": { currentVersionUrl: `${other.baseUrl}/index.json` } },
      }),
    });
    const { diagnostics } = await sync(server, newFolder());
    expect(diagnostics).toMatchObject([{ code: "broken-index" }]);
    expect(other.requests).toEqual([]);
  });

  it("fetches what is sold for all regions once, besides what is sold in each", async () => {
    const offer = (scope: string) => `/offers/v1.0/aws/AmazonCloudFront/20261001120000/${scope}/index.csv`;
    const of = (usageType: string, price: string) =>
      offerCsv(
        [
          meterRow("Data Transfer", usageType, "GB", price, {
            serviceCode: "AmazonCloudFront",
            Location: "Europe",
            "Region Code": "",
          }),
        ],
        { offerCode: "AmazonCloudFront" },
      );
    const server = await startPriceServer({
      "/offers/v1.0/aws/index.json": JSON.stringify({
        offers: { AmazonCloudFront: { currentRegionIndexUrl: "/CloudFront.json" } },
      }),
      "/CloudFront.json": JSON.stringify({
        regions: Object.fromEntries(
          ["us-east-1", "aws-other"].map((scope) => [
            scope,
            { regionCode: scope, currentVersionUrl: offer(scope).replace(".csv", ".json") },
          ]),
        ),
      }),
      [offer("us-east-1")]: of("EU-DataTransfer-Out-OBytes", "0.0200000000"),
      [offer("aws-other")]: of("EU-DataTransfer-Out-Bytes", "0.0850000000"),
    });
    const folder = newFolder();
    const regions = ["us-east-1", "eu-west-1"];
    const { diagnostics } = await sync(server, folder, { services: ["AmazonCloudFront"], regions });
    expect(diagnostics).toEqual([]);
    expect(server.requests.map(({ path }) => path)).toEqual([
      "/offers/v1.0/aws/index.json",
      "/CloudFront.json",
      offer("us-east-1"),
      offer("aws-other"),
    ]);
    const rows = new ImportedPrices(folder).rows("AmazonCloudFront", "data-transfer/internet/europe", "global");
    expect(rows?.[0].amount).toBe("0.085");
  });

  it("fetches Savings Plans, whose index has another form", async () => {
    const offer = "/savingsPlan/v1.0/aws/AWSComputeSavingsPlan/20260911184447/us-east-1/index.csv";
    const header =
      "Unit,DiscountedRate,Currency,DiscountedSKU,DiscountedServiceCode,DiscountedUsageType,DiscountedOperation,PurchaseOption,LeaseContractLength,Product Family,DiscountedRegionCode";
    const server = await startPriceServer({
      ...files(),
      "/savingsPlan/v1.0/aws/AWSComputeSavingsPlan/current/region_index.json": JSON.stringify({
        regions: [{ regionCode: "us-east-1", versionUrl: offer.replace(".csv", ".json") }],
      }),
      [offer]: `Publication Date,2026-09-11T18:44:47Z\nVersion,20260911184447\n${header}\nHrs,24.07,USD,X,AmazonEC2,USE1-BoxUsage:p5.48xlarge,RunInstances,No Upfront,3,EC2InstanceSavingsPlans,us-east-1\n`,
    });
    const folder = newFolder();
    const { value } = await sync(server, folder, { services: ["AWSComputeSavingsPlan"] });
    expect(value[0]?.holdings).toMatchObject([{ service: "AmazonEC2", kind: ".savings-plan", prices: 1 }]);
    expect(existsSync(join(folder, "us-east-1", "AmazonEC2.savings-plan"))).toBe(true);
  });
});
