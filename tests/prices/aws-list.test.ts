import { describe, expect, it } from "vitest";
import type { PriceAnswer, PriceQuery } from "../../src/model/price.ts";
import { AwsFiles } from "../../src/prices/aws-files.ts";
import { openAwsList } from "../../src/prices/aws-list.ts";

const builtIn = openAwsList();
const fixtures = openAwsList(new AwsFiles(new URL("./fixtures/", import.meta.url)));

const query = (item: string, region: string | null, service = "AmazonEC2"): PriceQuery => ({
  vendor: "aws",
  service,
  region,
  item,
});
const instance = (type: string, region: string | null, option = "on-demand") =>
  builtIn.find(query(`instance/${type}/linux/shared/${option}`, region));
const amountOf = ({ price }: PriceAnswer): string | undefined => price?.tiers[0].amount.toFixed();
const missingOf = (answer: PriceAnswer): string =>
  answer.price === null ? `${answer.missing}. ${answer.hint ?? ""}` : "";

describe("the built-in on-demand price", () => {
  // Linux, shared tenancy, USD per instance-hour.
  it.each([
    ["p5.48xlarge", "us-east-1", "55.04", "2026-07-20"],
    ["p4d.24xlarge", "us-east-1", "21.957642", "2026-07-20"],
    ["p6-b200.48xlarge", "us-east-1", "113.9328", "2026-07-20"],
    ["m5.large", "us-east-1", "0.096", "2026-07-20"],
    ["p5.48xlarge", "eu-north-1", "58.8928", "2025-11-18"],
    ["p5.48xlarge", "sa-east-1", "92.4672", "2025-11-30"],
    ["p5.48xlarge", "us-gov-west-1", "66.048", "2026-07-20"],
  ])("of %s in %s is %s, as of %s", (type, region, amount, asOf) => {
    const answer = instance(type, region);
    expect(amountOf(answer)).toBe(amount);
    expect(answer.price).toMatchObject({ unit: "hours", currency: "USD", source: { asOf } });
    expect(answer.price && answer.assumptions).toEqual([]);
  });

  it("says so where the newest known one is old", () => {
    const answer = instance("g5.xlarge", "eu-west-2");
    expect(answer.price && answer.assumptions).toEqual([
      "prices of 2025-04-05 used, the newest that the built-in list has",
    ]);
  });

  it.each(["p5e.48xlarge", "p6e-gb200.36xlarge", "trn2.48xlarge"])(
    "of %s does not exist: it is sold by reservation only",
    (type) => {
      const missing = missingOf(instance(type, "us-east-1"));
      expect(missing).toContain(
        `${type} has no public on-demand price: it is sold by capacity reservation or capacity block only`,
      );
      expect(missing).toContain("upfront_fee_usd");
    },
  );

  it("is never taken from another region: the answer names the regions that have it", () => {
    const missing = missingOf(instance("p5.48xlarge", "eu-west-3"));
    expect(missing).toContain(
      "on-demand price of p5.48xlarge (linux, shared): the built-in list has none for eu-west-3",
    );
    expect(missing).toContain("us-east-1, us-east-2");
  });

  it("needs a region", () => {
    expect(missingOf(instance("p5.48xlarge", null))).toContain(
      "its region is not known. State the region (aws:region)",
    );
  });

  it("of a mistyped type or region comes with the nearest names", () => {
    expect(missingOf(instance("p5.48xlrage", "us-east-1"))).toContain("Did you mean p5.48xlarge");
    expect(missingOf(instance("p5.48xlarge", "us-esat-1"))).toContain(
      "us-esat-1 is not an AWS region that rackrate knows. Did you mean us-east-1",
    );
  });

  it.each(["hpc7a.96xlarge", "mac1.metal", "mac2.metal", "x8aedz.xlarge", "m9g.metal-24xl"])(
    "of %s, which AWS sells and the list lacks, is missing and no slip",
    (type) => {
      const answer = instance(type, "us-east-1");
      expect(answer.price === null && answer.misnamed).toBeFalsy();
      expect(missingOf(answer)).toContain("the built-in list has none. State its rate in rackrate.yaml (prices.rates)");
    },
  );

  it("of a size that a known family does not have yet is missing, with the nearest names", () => {
    const answer = instance("p5.96xlarge", "us-east-1");
    expect(answer.price === null && answer.misnamed).toBeFalsy();
    expect(missingOf(answer)).toContain("the built-in list has none. Did you mean ");
  });

  it.each(["p5.48xlrage", "p5.84xlarge", "q5.48xlarge", "m5.", "hpc7a.96xlrge"])("of %s is a slip", (type) => {
    expect(instance(type, "us-east-1")).toMatchObject({ price: null, misnamed: true });
  });

  it("of another system or tenancy is missing, and says what there is", () => {
    const missing = missingOf(builtIn.find(query("instance/p5.48xlarge/windows/shared/on-demand", "us-east-1")));
    expect(missing).toContain("on-demand price of p5.48xlarge (windows, shared): the built-in list has none");
    expect(missing).toContain("linux shared on-demand");
  });

  it("of a type that the program does not say is missing", () => {
    expect(missingOf(instance("unknown", "us-east-1"))).toContain("the instance type is not known");
  });
});

describe("other ways to buy an instance", () => {
  it("price spot as a range around the middle of its zones", () => {
    const answer = instance("p5.48xlarge", "us-east-1", "spot");
    const amount = answer.price!.tiers[0].amount;
    const { low, high } = answer.price!.range!;
    expect(amountOf(answer)).toBe("17.99595");
    expect([amount.times(low).toDecimalPlaces(10).toFixed(), amount.times(high).toDecimalPlaces(10).toFixed()]).toEqual(
      ["10.2397", "25.7522"],
    );
    expect(answer.price && answer.assumptions).toEqual([
      "p5.48xlarge linux shared spot: 17.99595 USD expected, within 10.2397 to 25.7522",
    ]);
  });

  it("do not mix prices from before the June 2025 change with today's", () => {
    const missing = missingOf(instance("p5.48xlarge", "us-east-1", "capacity-block"));
    expect(missing).toContain(
      "the last known capacity block price of p5.48xlarge is of 2024-12, before the June 2025 price change",
    );
    expect(missing).toContain("state its fee");
    expect(missingOf(instance("p5.48xlarge", "us-east-1", "reserved-standard-3y-no-upfront"))).toContain(
      "is of 2025-04-05, before the June 2025 price change",
    );
  });

  it("price what was quoted after the change", () => {
    expect(amountOf(instance("p4d.24xlarge", "us-east-1", "reserved-standard-1y-no-upfront"))).toBe("13.921094");
  });

  it("price capacity blocks of types that no change touched, with the date as an assumption", () => {
    const answer = instance("p5e.48xlarge", "us-east-2", "capacity-block");
    expect(amountOf(answer)).toBe("43.26");
    expect(answer.price && answer.assumptions).toEqual([
      "prices of 2024-12-01 used, the newest that the built-in list has",
    ]);
  });
});

describe("a price that decides little", () => {
  it("is the region's own where the list has it", () => {
    const answer = fixtures.find(query("nat-gateway/hours", "eu-west-1"));
    expect(amountOf(answer)).toBe("0.048");
    expect(answer.price && answer.assumptions).toEqual([]);
  });

  it("is that of us-east-1 under a named assumption where the list has none", () => {
    const answer = fixtures.find(query("nat-gateway/hours", "eu-west-3"));
    expect(amountOf(answer)).toBe("0.045");
    expect(answer.price && answer.assumptions).toEqual([
      "price of us-east-1 used for eu-west-3, where the built-in list has none",
    ]);
    expect(fixtures.find(query("nat-gateway/hours", null))).toMatchObject({
      assumptions: ["price of us-east-1 used, since the region is not known"],
    });
  });

  it("is that of any region that has it, and names it, where us-east-1 has none", () => {
    const answer = openAwsList().find(query("storage", "us-east-1", "AmazonNeptune"));
    expect(answer.price && answer.assumptions).toContain(
      "price of eu-west-2 used for us-east-1, where the built-in list has none",
    );
  });

  it("is never that of us-east-1 in China or the European sovereign cloud", () => {
    expect(fixtures.find(query("nat-gateway/hours", "cn-north-1")).price).toBeNull();
    expect(fixtures.find(query("nat-gateway/hours", "eusc-de-east-1")).price).toBeNull();
  });

  it("is the same everywhere for global services", () => {
    const answer = fixtures.find(query("hosted-zone", "ap-south-1", "AmazonRoute53"));
    expect(amountOf(answer)).toBe("0.5");
    expect(answer.price && answer.assumptions).toEqual([]);
    expect(amountOf(fixtures.find(query("hosted-zone", "global", "AmazonRoute53")))).toBe("0.5");
  });

  it("is missing with the way to AWS's own prices of that region and service", () => {
    expect(missingOf(fixtures.find(query("anything", "eu-west-1", "AmazonNothing")))).toContain(
      "rackrate prices sync --regions eu-west-1 --services AmazonNothing fetches AWS's own.",
    );
    expect(missingOf(instance("p5.48xlarge", "eu-west-3"))).toContain(
      "rackrate prices sync --regions eu-west-3 --services AmazonEC2 fetches AWS's own.",
    );
    // AWS's price list has neither offerings of capacity blocks nor spot prices.
    expect(missingOf(instance("p5.48xlarge", "eu-west-3", "capacity-block"))).not.toContain("prices sync");
  });

  it("is missing, with the nearest item, where no region has it", () => {
    expect(missingOf(fixtures.find(query("nat-gateway/hour", "us-east-1")))).toContain(
      "The nearest that it has: nat-gateway/hours. State the rate that you pay under prices.rates of rackrate.yaml, by this item.",
    );
    expect(missingOf(fixtures.find(query("anything", "us-east-1", "AmazonNothing")))).toContain(
      "AmazonNothing anything in us-east-1: the built-in list has no price",
    );
  });
});

describe("the files of a list", () => {
  it("are read only when they are asked for", () => {
    const list = openAwsList(new AwsFiles(new URL("./fixtures/", import.meta.url)));
    expect([...list.read().keys()]).toEqual([]);
    list.find(query("hosted-zone", "us-east-1", "AmazonRoute53"));
    expect([...list.read().keys()]).toEqual(["AmazonRoute53.csv"]);
  });

  it("are refused with file and line where a row is bad", () => {
    expect(() => fixtures.find(query("thing", "us-east-1", "Broken"))).toThrow(
      'Broken.csv:2: amount "free" is not a plain number',
    );
  });

  it("never lie outside their folder", () => {
    expect(() => fixtures.find(query("thing", "us-east-1", "../../package"))).toThrow("not the name of a price file");
  });
});
