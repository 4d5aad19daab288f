import { describe, expect, it } from "vitest";
import { openAwsList } from "../../../src/prices/aws-list.ts";
import { ImportedPrices } from "../../../src/prices/imported-prices.ts";
import { importText, TODAY } from "./folder.ts";

const feed = (prices: object, region = "us-east", more: object = {}) => ({
  vers: 0.01,
  config: {
    rate: "perhr",
    valueColumns: ["linux", "mswin"],
    currencies: ["USD"],
    regions: [
      {
        region,
        instanceTypes: [{ type: "gpu", sizes: [{ size: "p5.48xlarge", valueColumns: [{ name: "linux", prices }] }] }],
      },
    ],
    ...more,
  },
});
const SPOT = "instance/p5.48xlarge/linux/shared/spot";

describe("the spot feed", () => {
  it.each([
    ["JSONP", "spot.js", `/* a licence */\ncallback(${JSON.stringify(feed({ USD: "10.2415" }))});`],
    ["JSON", "spot.json", JSON.stringify(feed({ USD: "10.2415" }))],
  ])("is read as %s, under the region's name of today and the day of its import", async (_, name, content) => {
    const { rows } = await importText(content, { name });
    expect(rows(SPOT)).toMatchObject([{ amount: "10.2415", unit: "hours", asOf: TODAY }]);
  });

  it("leaves out what is not sold, without a word", async () => {
    const { rows, diagnostics } = await importText(JSON.stringify(feed({ USD: "N/A*" })), { name: "spot.json" });
    expect(rows(SPOT)).toBeUndefined();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "no-prices" }]);
  });

  it.each([
    ["cut off", "truncated", `callback(${JSON.stringify(feed({ USD: "10" })).slice(0, -8)}`],
    [
      "of prices by the month",
      "unknown-price-file",
      JSON.stringify(feed({ USD: "10" }, "us-east", { rate: "permonth" })),
    ],
    ["in another currency", "other-currency", JSON.stringify(feed({ EUR: "10" }, "us-east", { currencies: ["EUR"] }))],
    ["below zero", "not-a-price", JSON.stringify(feed({ USD: "-1" }))],
  ])("%s is refused", async (_, code, content) => {
    expect((await importText(content, { name: "spot.js" })).refusal?.code).toBe(code);
  });
});

describe("the bands of interruptions", () => {
  it("become a share with its range, the last one open to 1", async () => {
    const advisor = {
      instance_types: {},
      spot_advisor: { "us-east-1": { Linux: { "p5.48xlarge": { s: 52, r: 4 }, "m5.large": { s: 40, r: 0 } } } },
    };
    const { rows } = await importText(JSON.stringify(advisor), { name: "spot-advisor-data.json" });
    expect(rows(`${SPOT}-interruptions`)).toMatchObject([
      { unit: "share", low: "0.2", high: "1", asOf: TODAY, note: expect.stringContaining("above 20 %; saves 52 %") },
    ]);
    expect(rows("instance/m5.large/linux/shared/spot-interruptions")).toMatchObject([{ low: "0", high: "0.05" }]);
  });
});

const PLAN_HEADER =
  "SKU,RateCode,Unit,EffectiveDate,DiscountedRate,Currency,DiscountedSKU,DiscountedServiceCode,DiscountedUsageType,DiscountedOperation,PurchaseOption,LeaseContractLength,LeaseContractLengthUnit,ServiceCode,UsageType,Operation,Description,Instance Family,Location,Location Type,Granularity,Product Family,DiscountedRegionCode,DiscountedInstanceType";
const planRow = (
  usage: string,
  rate: string,
  {
    operation = "RunInstances",
    family = "EC2InstanceSavingsPlans",
    unit = "Hrs",
    currency = "USD",
    service = "AmazonEC2",
  } = {},
) =>
  `PLAN,PLAN.X,${unit},2025-06-05,${rate},${currency},X,${service},USE1-${usage},${operation},No Upfront,3,year,ComputeSavingsPlans,,,,p5,US East,AWS Region,hourly,${family},us-east-1,p5.48xlarge`;
const plans = (rows: readonly string[]) =>
  `FormatVersion,v1.0\nDisclaimer,none\nPublication Date,2026-09-11T18:44:47Z\nVersion,20260911184447\nOfferCode,AmazonComputeSavingsPlan\n${PLAN_HEADER}\n${rows.join("\n")}\n`;

describe("an offer of Savings Plans", () => {
  it("gives each machine its rate by plan, term and payment, and leaves unused reservations out", async () => {
    const { rows, amounts } = await importText(
      plans([
        planRow("BoxUsage:p5.48xlarge", "24.0700"),
        planRow("BoxUsage:p5.48xlarge", "27.5", { family: "ComputeSavingsPlans" }),
        planRow("DedicatedUsage:p5.48xlarge", "26.5"),
        planRow("UnusedBox:p5.48xlarge", "24.0700"),
        planRow("BoxUsage:p5.48xlarge", "30", { operation: "RunInstances:0002" }),
        planRow("BoxUsage:p5.48xlarge", "31", { operation: "RunInstances:0102" }),
      ]),
    );
    const P5 = "instance/p5.48xlarge";
    expect(rows(`${P5}/linux/shared/instance-savings-plan-3y-no-upfront`)).toMatchObject([
      { amount: "24.07", asOf: "2026-09-11" },
    ]);
    expect(amounts(`${P5}/linux/shared/compute-savings-plan-3y-no-upfront`)).toEqual(["27.5"]);
    expect(amounts(`${P5}/linux/dedicated/instance-savings-plan-3y-no-upfront`)).toEqual(["26.5"]);
    expect(amounts(`${P5}/windows/shared/instance-savings-plan-3y-no-upfront`)).toEqual(["30"]);
  });

  it.each([
    ["in another unit", "wrong-unit", [planRow("BoxUsage:p5.48xlarge", "24", { unit: "Days" })]],
    ["in another currency", "other-currency", [planRow("BoxUsage:p5.48xlarge", "24", { currency: "EUR" })]],
    ["below zero", "not-a-price", [planRow("BoxUsage:p5.48xlarge", "-24")]],
    [
      "with a rate twice",
      "doubled-sku",
      [planRow("BoxUsage:p5.48xlarge", "24"), planRow("BoxUsage:p5.48xlarge", "25")],
    ],
  ])("%s is refused", async (_, code, rows) => {
    expect((await importText(plans(rows))).refusal?.code).toBe(code);
  });

  const FARGATE = { family: "ComputeSavingsPlans", service: "AmazonECS", operation: "" };
  const LAMBDA = { family: "ComputeSavingsPlans", service: "AWSLambda", operation: "", unit: "Lambda-GB-Second" };

  it("gives Fargate its rates by the month, and Lambda its by the GB-second; disks, requests and Windows none", async () => {
    const { rows, amounts, diagnostics } = await importText(
      plans([
        planRow("Fargate-vCPU-Hours:perCPU", "0.0303600000", FARGATE),
        planRow("Fargate-GB-Hours", "0.00333375", FARGATE),
        planRow("Fargate-ARM-vCPU-Hours:perCPU", "0.02", FARGATE),
        planRow("Fargate-ARM-GB-Hours", "0.002", { ...FARGATE, service: "AmazonEKS" }),
        planRow("Fargate-EphemeralStorage-GB-Hours", "0.0001", FARGATE),
        planRow("Fargate-Windows-vCPU-Hours:perCPU", "0.05", FARGATE),
        planRow("Lambda-GB-Second", "0.0000141667", LAMBDA),
        planRow("Lambda-GB-Second-ARM", "0.0000113334", LAMBDA),
        planRow("Lambda-Provisioned-Concurrency", "0.0000035417", LAMBDA),
        planRow("Lambda-Provisioned-Concurrency-ARM", "0.0000028", LAMBDA),
        planRow("Lambda-Provisioned-GB-Second", "0.0000082639", LAMBDA),
        planRow("Lambda-Provisioned-GB-Second-ARM", "0.0000066", LAMBDA),
        planRow("Request", "0.0000002", { ...LAMBDA, unit: "Request" }),
      ]),
    );
    const end = "compute-savings-plan-3y-no-upfront";
    const of = (service: string, item: string) => amounts(`${item}/${end}`, { service });
    // 0.03036 × 730 and so on.
    expect(rows(`fargate/vcpu/${end}`, { service: "AmazonECS" })).toMatchObject([
      { amount: "22.1628", unit: "vCPU", asOf: "2026-09-11", note: "for a month of 730 hours" },
    ]);
    expect(of("AmazonECS", "fargate/memory")).toEqual(["2.4336375"]);
    expect(of("AmazonECS", "fargate/arm/vcpu")).toEqual(["14.6"]);
    expect(of("AmazonECS", "fargate/arm/memory")).toEqual(["1.46"]);
    expect(of("AmazonECS", "fargate/ephemeral-storage")).toEqual([]);
    expect(rows(`duration/x86-64/${end}`, { service: "AWSLambda" })).toMatchObject([
      { amount: "0.0000141667", unit: "GB-seconds" },
    ]);
    expect(of("AWSLambda", "duration/arm64")).toEqual(["0.0000113334"]);
    expect(of("AWSLambda", "provisioned/x86-64")).toEqual(["0.0000035417"]);
    expect(of("AWSLambda", "provisioned/arm64")).toEqual(["0.0000028"]);
    expect(of("AWSLambda", "provisioned-duration/x86-64")).toEqual(["0.0000082639"]);
    expect(of("AWSLambda", "provisioned-duration/arm64")).toEqual(["0.0000066"]);
    expect(of("AWSLambda", "requests")).toEqual([]);
    expect(diagnostics).toEqual([]);
  });

  it("gives pods of EKS what tasks of ECS cost, and where the two differ says so and gives neither", async () => {
    const { amounts, diagnostics } = await importText(
      plans([
        planRow("Fargate-vCPU-Hours:perCPU", "0.03", { ...FARGATE, operation: "FargateTask" }),
        planRow("Fargate-vCPU-Hours:perCPU", "0.03", { ...FARGATE, operation: "FargatePod", service: "AmazonEKS" }),
        planRow("Fargate-GB-Hours", "0.003", { ...FARGATE, operation: "FargateTask" }),
        planRow("Fargate-GB-Hours", "0.004", { ...FARGATE, operation: "FargatePod", service: "AmazonEKS" }),
      ]),
    );
    const of = (item: string) => amounts(`${item}/compute-savings-plan-3y-no-upfront`, { service: "AmazonECS" });
    expect([of("fargate/vcpu"), of("fargate/memory")]).toEqual([["21.9"], []]);
    expect(diagnostics).toMatchObject([
      {
        code: "ambiguous-prices",
        message: expect.stringContaining("fargate/memory/compute-savings-plan-3y-no-upfront"),
      },
    ]);
  });

  it("leaves out a rate of Lambda in a unit that it does not know, and keeps the others", async () => {
    const { amounts, diagnostics } = await importText(
      plans([
        planRow("Lambda-GB-Second", "0.05", { ...LAMBDA, unit: "Hrs" }),
        planRow("BoxUsage:p5.48xlarge", "24", { family: "ComputeSavingsPlans" }),
      ]),
    );
    expect(amounts("instance/p5.48xlarge/linux/shared/compute-savings-plan-3y-no-upfront")).toEqual(["24"]);
    expect(diagnostics).toMatchObject([
      {
        code: "bad-rows",
        message:
          '1 row was left out as bad: duration/x86-64/compute-savings-plan-3y-no-upfront in us-east-1 is listed per "Hrs"',
      },
    ]);
  });

  it("stands in for no other region: a rate there would be a guess", async () => {
    const { folder } = await importText(plans([planRow("Fargate-vCPU-Hours:perCPU", "0.03", FARGATE)]));
    const list = openAwsList(undefined, new ImportedPrices(folder));
    const ask = (region: string) =>
      list.find({
        vendor: "aws",
        service: "AmazonECS",
        region,
        item: "fargate/vcpu/compute-savings-plan-3y-no-upfront",
      });
    expect(ask("us-east-1").price?.tiers[0].amount.toFixed()).toBe("21.9");
    expect(ask("eu-west-1")).toMatchObject({
      price: null,
      missing: expect.stringContaining("no list of Savings Plans with it was imported"),
      hint: expect.stringContaining("AWSComputeSavingsPlan"),
    });
  });

  it("for SageMaker gives each use of a machine its rate", async () => {
    const row = planRow("Host:ml.p5.48xlarge", "40.5", {
      family: "SageMakerSavingsPlans",
      service: "AmazonSageMaker",
    });
    const { amounts } = await importText(plans([row]));
    expect(
      amounts("hosting/ml.p5.48xlarge/sagemaker-savings-plan-3y-no-upfront", { service: "AmazonSageMaker" }),
    ).toEqual(["40.5"]);
  });

  it("is read as JSON too", async () => {
    const offer = {
      version: "20260911184447",
      publicationDate: "2026-09-11T18:44:47Z",
      products: [
        {
          sku: "PLAN",
          productFamily: "ComputeSavingsPlans",
          usageType: "ComputeSP:1yrAllUpfront",
          attributes: { purchaseOption: "All Upfront" },
        },
      ],
      terms: {
        savingsPlan: [
          {
            sku: "PLAN",
            leaseContractLength: { duration: 1, unit: "year" },
            rates: [
              {
                discountedServiceCode: "AmazonEC2",
                discountedUsageType: "USE1-BoxUsage:p5.48xlarge",
                discountedOperation: "RunInstances",
                discountedRegionCode: "us-east-1",
                unit: "Hrs",
                discountedRate: { price: "33.1", currency: "USD" },
              },
              {
                discountedServiceCode: "AWSLambda",
                discountedUsageType: "Lambda-GB-Second",
                discountedOperation: "",
                discountedRegionCode: "us-east-1",
                unit: "Lambda-GB-Second",
                discountedRate: { price: "0.00001", currency: "USD" },
              },
            ],
          },
        ],
      },
    };
    const { amounts } = await importText(JSON.stringify(offer), { name: "plan.json" });
    expect(amounts("instance/p5.48xlarge/linux/shared/compute-savings-plan-1y-all-upfront")).toEqual(["33.1"]);
    expect(amounts("duration/x86-64/compute-savings-plan-1y-all-upfront", { service: "AWSLambda" })).toEqual([
      "0.00001",
    ]);
  });
});
