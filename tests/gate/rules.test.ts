import { describe, expect, it } from "vitest";
import { judge } from "../../src/gate/judge.ts";
import type { Settings } from "../../src/model/settings.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import {
  type SampleEstimate,
  type SampleSide,
  sampleBenefit,
  sampleBucketWithoutUsage,
  sampleEstimate,
  sampleResource,
} from "../support/estimate.ts";

type Unknowns = Settings["onUnknown"];

const DEFAULT: Unknowns = { decisive: "fail", usage: "ignore" };

const judged = (
  rule: string,
  settings: object,
  sides: SampleEstimate,
  onUnknown: Partial<Unknowns> = {},
): { outcome: Verdict["outcome"] | undefined; said: string; verdict: Verdict | undefined } => {
  const estimate = sampleEstimate({
    ...sides,
    settings: { ...sides.settings, gates: { [rule]: settings }, onUnknown: { ...DEFAULT, ...onUnknown } },
  });
  const verdict = judge(estimate, "2026-11-24").value.find((one) => one.rule === rule);
  return { outcome: verdict?.outcome, said: verdict?.findings.map(({ message }) => message).join(" ") ?? "", verdict };
};

const unpriced = sampleResource({ status: "unpriced", complete: false, reason: "p5e.48xlarge has no public price." });
const openCount = sampleResource({
  gaps: [{ property: "desiredSize", decisive: true, message: "the number of nodes is not known yet" }],
});
const unknownAmi = sampleResource({ gaps: [{ property: "ami", decisive: false, message: "ami is not known yet" }] });

describe("monthly-cost", () => {
  it.each([
    ["below the limit", "99.99", "pass"],
    ["exactly at the limit", "100", "pass"],
    ["a cent above the limit", "100.01", "fail"],
  ])("%s: %s is a %s", (_, monthlyCost, outcome) => {
    expect(judged("monthly-cost", { max: 100 }, { after: { measures: { monthlyCost } } }).outcome).toBe(outcome);
  });

  it("shows the measured cost and the limit as money", () => {
    const { said, verdict } = judged(
      "monthly-cost",
      { max: 180000 },
      { after: { measures: { monthlyCost: "1234567.894" } } },
    );
    expect(said).toBe("The monthly cost is $1,234,567.89/month, above the limit of $180,000.00/month.");
    expect(verdict?.findings[0]).toMatchObject({ measured: "$1,234,567.89/month", limit: "$180,000.00/month" });
  });

  it("is told in the currency of the settings", () => {
    const sides = { after: { measures: { monthlyCost: "1234567.894" } } };
    const said = (currency: string): string =>
      judged("monthly-cost", { max: 180000 }, { ...sides, settings: { currency } }).said;
    expect(said("EUR")).toBe("The monthly cost is €1,234,567.89/month, above the limit of €180,000.00/month.");
    expect(said("JPY")).toBe("The monthly cost is ¥1,234,568/month, above the limit of ¥180,000/month.");
    expect(said("CHF")).toContain("CHF 180,000.00/month");
  });

  it("shows all digits where cents would make the cost and the limit look equal", () => {
    const { said } = judged("monthly-cost", { max: 100 }, { after: { measures: { monthlyCost: "100.0001" } } });
    expect(said).toContain("100.0001");
  });

  const incomplete: [string, SampleSide, string][] = [
    ["a compute type without price", { resources: [unpriced] }, 'EC2 instance "trainer" has no price: p5e.48xlarge'],
    ["an unsupported compute type", { resources: [sampleResource({ status: "unsupported" })] }, "is not supported"],
    ["an unknown count", { resources: [openCount] }, "the number of nodes is not known yet"],
    [
      "a partial plan",
      { completeness: "partial", missing: ["Unchanged resources are missing."] },
      "Unchanged resources are missing",
    ],
  ];
  describe.each(incomplete)("with %s", (_, side, reason) => {
    const after = { ...side, measures: { monthlyCost: 50 } };

    it("does not pass on a sum that leaves it out, and says how to decide otherwise", () => {
      const { outcome, said, verdict } = judged("monthly-cost", { max: 100 }, { after });
      expect(outcome).toBe("fail");
      expect(said).toContain(reason);
      expect(verdict?.findings[0]?.hint).toContain("onUnknown.decisive");
    });

    it("warns or passes where the settings say so", () => {
      expect(judged("monthly-cost", { max: 100 }, { after }, { decisive: "warn" }).outcome).toBe("warn");
      expect(judged("monthly-cost", { max: 100 }, { after }, { decisive: "assume" }).outcome).toBe("pass");
    });

    it("fails for certain where the known part alone is above the limit, whatever the settings say", () => {
      const { outcome, said } = judged("monthly-cost", { max: 10 }, { after }, { decisive: "assume" });
      expect(outcome).toBe("fail");
      expect(said).toContain("above the limit");
    });
  });

  it("passes an ordinary first stack with an unknown AMI and a bucket without usage", () => {
    const after = { resources: [unknownAmi, sampleBucketWithoutUsage()], measures: { monthlyCost: 50 } };
    const before = { completeness: "absent" as const };
    const verdict = judged("monthly-cost", { max: 100 }, { before, after });
    expect(verdict).toMatchObject({ outcome: "pass", said: "" });
  });

  it("weighs usage that nobody stated as the settings say", () => {
    const after = { resources: [sampleBucketWithoutUsage()], measures: { monthlyCost: null } };
    expect(judged("monthly-cost", { max: 100 }, { after }).outcome).toBe("pass");
    expect(judged("monthly-cost", { max: 100 }, { after }, { usage: "warn" }).outcome).toBe("warn");
    const { outcome, said } = judged("monthly-cost", { max: 100 }, { after }, { usage: "fail" });
    expect(outcome).toBe("fail");
    expect(said).toContain('S3 bucket "data"');
  });

  it("weighs usage that nobody stated by itself, beside something that decides the cost and is not known", () => {
    const after = { resources: [unpriced, sampleBucketWithoutUsage()], measures: { monthlyCost: 50 } };
    const said = (onUnknown: Partial<Unknowns>) => judged("monthly-cost", { max: 100 }, { after }, onUnknown);
    const both = said({ decisive: "warn", usage: "fail" });
    expect(both.outcome).toBe("fail");
    expect(both.verdict?.findings.map(({ message }) => message)).toEqual([
      'The monthly cost cannot be compared with its limit: EC2 instance "trainer" has no price: p5e.48xlarge has no public price.',
      'The monthly cost leaves out the usage of S3 bucket "data".',
    ]);
    expect(said({ decisive: "assume", usage: "fail" }).outcome).toBe("fail");
    expect(said({ decisive: "assume", usage: "warn" }).outcome).toBe("warn");
    expect(said({ decisive: "assume", usage: "ignore" }).outcome).toBe("pass");
    expect(said({ decisive: "warn", usage: "warn" }).outcome).toBe("warn");
  });

  it("does not pass a sum of which nothing is known", () => {
    const after = { measures: { monthlyCost: null }, leavesOut: { monthlyCost: ["the price of a topic"] } };
    const { outcome, said } = judged("monthly-cost", { max: 100 }, { after });
    expect(outcome).toBe("fail");
    expect(said).toContain("the price of a topic");
  });
});

describe("tco", () => {
  it("names its horizon", () => {
    const { outcome, said } = judged("tco", { max: 1000 }, { after: { measures: { tco: 1001 } } });
    expect(outcome).toBe("fail");
    expect(said).toContain("over 36 months is $1,001.00");
  });

  it("passes a destroy", () => {
    const before = { measures: { tco: 5000, monthlyCost: 100 } };
    expect(judged("tco", { max: 0 }, { before, after: { completeness: "absent" } }).outcome).toBe("pass");
  });
});

describe("monthly-increase", () => {
  const from = (before: number | null, after: number) => ({
    before: { measures: { monthlyCost: before } },
    after: { measures: { monthlyCost: after } },
  });

  it.each([
    [{ max: 10 }, 100, 110, "pass"],
    [{ max: 10 }, 100, 111, "fail"],
    [{ max: 0 }, 100, 90, "pass"],
    [{ maxPercent: 10 }, 200, 220, "pass"],
    [{ maxPercent: 10 }, 200, 221, "fail"],
    [{ max: 50, maxPercent: 10 }, 200, 230, "fail"],
    [{ max: 10, maxPercent: 50 }, 200, 230, "fail"],
    [{ max: 50, maxPercent: 50 }, 200, 230, "pass"],
  ])("with %j from %d to %d is a %s", (settings, before, after, outcome) => {
    expect(judged("monthly-increase", settings, from(before, after)).outcome).toBe(outcome);
  });

  it("takes the whole cost of a first deployment as its increase, and says so", () => {
    const sides = { before: { completeness: "absent" as const }, after: { measures: { monthlyCost: 300 } } };
    const { outcome, said } = judged("monthly-increase", { max: 200 }, sides);
    expect(outcome).toBe("fail");
    expect(said).toBe(
      "This is the first deployment, so its whole monthly cost of $300.00/month is the increase, above the limit of $200.00/month.",
    );
    expect(judged("monthly-increase", { max: 300 }, sides).outcome).toBe("pass");
  });

  it("warns that a percentage cannot bound a rise from nothing", () => {
    const after = { measures: { monthlyCost: 300 } };
    const first = judged("monthly-increase", { maxPercent: 10 }, { before: { completeness: "absent" }, after });
    expect(first.outcome).toBe("warn");
    expect(first.said).toContain("first deployment");
    expect(judged("monthly-increase", { maxPercent: 10 }, { after }).outcome).toBe("warn");
  });

  describe("where the cost before is not known", () => {
    const before: SampleSide = {
      completeness: "partial",
      missing: ["A preview alone does not show what is deployed."],
      measures: { monthlyCost: 100 },
    };
    const rising = (monthlyCost: number) => ({ before, after: { measures: { monthlyCost } } });

    it("says that it cannot know, and fails, warns or passes by the settings", () => {
      const { outcome, said } = judged("monthly-increase", { max: 50 }, rising(200));
      expect(outcome).toBe("fail");
      expect(said).toContain("cannot be known");
      expect(said).toContain("A preview alone does not show what is deployed");
      expect(judged("monthly-increase", { max: 50 }, rising(200), { decisive: "warn" }).outcome).toBe("warn");
      expect(judged("monthly-increase", { max: 500 }, rising(200), { decisive: "assume" }).outcome).toBe("pass");
    });

    it("passes where even the largest possible increase keeps the limit", () => {
      expect(judged("monthly-increase", { max: 50 }, rising(150)).outcome).toBe("pass");
      expect(judged("monthly-increase", { maxPercent: 50 }, rising(150)).outcome).toBe("pass");
    });
  });

  it("does not pass where the cost after leaves out what decides it", () => {
    const sides = {
      before: { measures: { monthlyCost: 100 } },
      after: { resources: [unpriced], measures: { monthlyCost: 100 } },
    };
    expect(judged("monthly-increase", { max: 50 }, sides).outcome).toBe("fail");
  });

  it.each([
    ["fail", "fail"],
    ["warn", "warn"],
    ["assume", "pass"],
  ] as const)("takes a cost after of which nothing is known for no fall in cost: %s is a %s", (decisive, outcome) => {
    const sides = {
      before: { measures: { monthlyCost: 100 } },
      after: { measures: { monthlyCost: null }, leavesOut: { monthlyCost: ["the price of a topic"] } },
    };
    const found = judged("monthly-increase", { max: 50 }, sides, { decisive });
    expect(found.outcome).toBe(outcome);
    expect(found.said).toBe(outcome === "pass" ? "" : "The increase cannot be computed: the price of a topic.");
    expect(judged("monthly-increase", { maxPercent: 5 }, sides, { decisive }).outcome).toBe(outcome);
  });
});

describe("returns", () => {
  const entries = [sampleBenefit()];

  it.each([
    ["minimum-roi", { min: 0.2 }, { roi: "0.2" }, "pass"],
    ["minimum-roi", { min: 0.2 }, { roi: "0.199" }, "fail"],
    ["maximum-payback", { maxMonths: 18 }, { paybackMonths: 18 }, "pass"],
    ["maximum-payback", { maxMonths: 18 }, { paybackMonths: "18.5" }, "fail"],
    ["minimum-npv", { min: 0 }, { npv: 0 }, "pass"],
    ["minimum-npv", { min: 0 }, { npv: "-0.01" }, "fail"],
  ] as const)("%s with %j judges %j as a %s", (rule, settings, measures, outcome) => {
    expect(judged(rule, settings, { after: { entries, measures: { tco: 10, ...measures } } }).outcome).toBe(outcome);
  });

  it("writes a return as a percentage, a payback in months and a loss with its sign", () => {
    const after = { entries, measures: { tco: 10, roi: "-0.125", paybackMonths: "20.26", npv: -1500 } };
    expect(judged("minimum-roi", { min: 0.2 }, { after }).said).toContain("is -12.5%, below the limit of 20.0%");
    expect(judged("maximum-payback", { maxMonths: 18 }, { after }).said).toContain("takes 20.3 months");
    expect(judged("minimum-npv", { min: 0 }, { after }).said).toContain("is -$1,500.00, below");
  });

  const limits = [
    ["minimum-roi", { min: 0 }, "roi"],
    ["maximum-payback", { maxMonths: 18 }, "paybackMonths"],
    ["minimum-npv", { min: 0 }, "npv"],
  ] as const;
  describe.each(limits)("%s", (rule, settings, measure) => {
    it("fails where no benefits are stated, and says so", () => {
      const { outcome, said } = judged(rule, settings, { after: { measures: { tco: 10, [measure]: null } } });
      expect(outcome).toBe("fail");
      expect(said).toContain("no benefits are stated");
    });

    it("does not pass on costs that leave out what decides them", () => {
      const after = { entries, resources: [unpriced], measures: { tco: 10, [measure]: 1 } };
      expect(judged(rule, settings, { after }).outcome).toBe("fail");
      expect(judged(rule, settings, { after }, { decisive: "warn" }).outcome).toBe("warn");
      expect(judged(rule, settings, { after }, { decisive: "assume" }).outcome).toBe("pass");
    });

    it("is not asked where nothing stays deployed or nothing is spent", () => {
      const absent = { completeness: "absent", measures: { [measure]: null } } as const;
      expect(judged(rule, settings, { after: absent }).outcome).toBe("not-applicable");
      expect(judged(rule, settings, { after: { measures: { [measure]: null } } }).outcome).toBe("not-applicable");
    });
  });

  it("is asked where the costs are only not known, or something is earned for nothing", () => {
    const unknown = { measures: { roi: null }, leavesOut: { tco: ["the price of a topic"] } };
    expect(judged("minimum-roi", { min: 0 }, { after: unknown }).outcome).toBe("fail");
    expect(judged("minimum-npv", { min: 0 }, { after: { entries, measures: { npv: 5 } } }).outcome).toBe("pass");
  });

  it("says where the costs are never paid back", () => {
    const after = { entries, measures: { tco: 10, paybackMonths: null } };
    expect(judged("maximum-payback", { maxMonths: 18 }, { after }).said).toBe(
      "The costs are not paid back within the horizon of 36 months; the limit is 18 months.",
    );
  });

  it("fails where what is known is never paid back, even where the settings assume the rest", () => {
    const after = { entries, resources: [unpriced], measures: { tco: 10, paybackMonths: null } };
    const { outcome, said } = judged("maximum-payback", { maxMonths: 18 }, { after }, { decisive: "assume" });
    expect(outcome).toBe("fail");
    expect(said).toContain("not paid back within the horizon");
  });

  it("writes one month without an s", () => {
    const after = { entries, measures: { tco: 10, paybackMonths: null } };
    const { said } = judged("maximum-payback", { maxMonths: 1 }, { after, settings: { horizonMonths: 1 } });
    expect(said).toBe("The costs are not paid back within the horizon of 1 month; the limit is 1 month.");
  });

  it("names a benefit of unknown amount that a low return leaves out", () => {
    const after = { entries: [sampleBenefit(null)], measures: { tco: 10, roi: -1 } };
    expect(judged("minimum-roi", { min: 0 }, { after }).said).toContain('leaves out the benefit "Tokens served"');
  });
});

describe("unpriced-compute", () => {
  it.each([
    ["an unpriced compute type", unpriced, "fail"],
    ["an unsupported compute type", sampleResource({ status: "unsupported" }), "fail"],
    ["an unknown count", openCount, "fail"],
    ["an unknown AMI", unknownAmi, "pass"],
    ["a bucket without usage", sampleBucketWithoutUsage(), "pass"],
    ["an unsupported type that computes nothing", sampleResource({ compute: false, status: "unsupported" }), "pass"],
    ["a priced instance", sampleResource(), "pass"],
  ] as const)("judges %s", (_, resource, outcome) => {
    expect(judged("unpriced-compute", {}, { after: { resources: [resource] } }).outcome).toBe(outcome);
  });

  it("does not pass, but only warns, of a plan that does not show everything", () => {
    const after = { completeness: "partial", missing: ["3 unchanged resources are not shown."] } as const;
    const { outcome, said } = judged("unpriced-compute", {}, { after });
    expect(outcome).toBe("warn");
    expect(said).toBe("The plan does not show everything (3 unchanged resources are not shown).");
    expect(judged("unpriced-compute", {}, { after }, { decisive: "assume" }).outcome).toBe("pass");
    expect(judged("unpriced-compute", {}, { after: { ...after, resources: [unpriced] } }).outcome).toBe("fail");
  });

  it("names each resource with its URN", () => {
    const { verdict } = judged("unpriced-compute", {}, { after: { resources: [unpriced, openCount] } });
    expect(verdict?.findings).toHaveLength(2);
    expect(verdict?.findings[0]).toMatchObject({ urn: unpriced.resource.urn });
  });

  it("warns or assumes where the settings say so", () => {
    const after = { resources: [unpriced] };
    expect(judged("unpriced-compute", {}, { after }, { decisive: "warn" }).outcome).toBe("warn");
    expect(judged("unpriced-compute", {}, { after }, { decisive: "assume" }).outcome).toBe("pass");
  });

  it("does not judge what is going away", () => {
    expect(judged("unpriced-compute", {}, { before: { resources: [unpriced] } }).outcome).toBe("pass");
  });
});
