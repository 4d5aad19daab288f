import { describe, expect, it } from "vitest";
import { benefitEntries } from "../../src/benefits/benefits.ts";
import { walk } from "../../src/core/figure.ts";
import type { Snapshot } from "../../src/model/plan.ts";
import { demand, settings, side } from "./sample.ts";

const SERVED = demand({ input: 1_000_000, output: 1_000_000 });
const OPERATIONS = {
  id: "operations",
  kind: "automated-operations",
  costPerHour: 100,
  activities: [{ name: "scaling", timesPerMonth: 10, hoursEach: 1, savedShare: 0.5 }],
};
const TOKENS = {
  id: "api",
  kind: "tokens",
  mode: "sold",
  workload: "chat",
  pricePerMillionInputTokens: 1,
  pricePerMillionOutputTokens: 3,
};

const earned = (benefit: object, snapshot: Snapshot = side) =>
  benefitEntries({ settings: settings(benefit), demand: SERVED, snapshot });

const driver = (benefit: object) => {
  const [one] = earned(benefit).value.drivers;
  return one && [one.name, one.expected.toNumber(), one.low.toNumber(), one.high.toNumber()];
};

describe("a benefit", () => {
  it("becomes one monthly entry that its own driver moves", () => {
    const { value } = earned({ ...OPERATIONS, startMonth: 4, rampUpMonths: 6 });
    expect(value.entries).toMatchObject([
      {
        id: "benefit#operations",
        kind: "benefit",
        urn: null,
        label: "Work saved: scaling",
        category: "automated-operations",
        schedule: { kind: "monthly", from: 4, rampMonths: 6 },
        drivers: [{ driver: "benefit:operations", shape: { kind: "power", exponent: 1 } }],
      },
    ]);
    expect(value.entries[0]?.steadyMonth).toBe(value.entries[0]?.amount);
    expect(value.entries[0]?.amount).toMatchObject({ unit: "USD/month" });
  });

  it("starts in full in the first month unless it says otherwise", () => {
    expect(earned(OPERATIONS).value.entries[0]?.schedule).toEqual({ kind: "monthly", from: 1, rampMonths: 0 });
  });

  it("explains itself down to the lines of rackrate.yaml and their sources", () => {
    const stated = { value: 100, source: "payroll", asOf: "2026-10" };
    const { value } = earned({ ...OPERATIONS, costPerHour: stated });
    const sources = [...walk(value.entries[0]!.amount)].flatMap((figure) => figure.source ?? []);
    expect(sources).toEqual([
      { title: "rackrate.yaml benefits[operations].activities[0].timesPerMonth" },
      { title: "rackrate.yaml benefits[operations].activities[0].hoursEach" },
      { title: "rackrate.yaml benefits[operations].activities[0].savedShare" },
      { title: "rackrate.yaml benefits[operations].costPerHour: payroll", asOf: "2026-10" },
    ]);
  });

  it("is not earned where nothing is deployed", () => {
    const nothing: Snapshot = { completeness: "absent", missing: [], resources: [] };
    expect(earned(OPERATIONS, nothing)).toEqual({ value: { entries: [], drivers: [] }, diagnostics: [] });
  });
});

describe("the workload of a benefit", () => {
  it("is the workload of that name, before any other resource of that name", () => {
    expect(earned(TOKENS).value.entries[0]?.urn).toBe(SERVED.workloads[0]?.urn);
  });

  it("may be any resource for a benefit without tokens", () => {
    expect(earned({ ...OPERATIONS, workload: "data" }).value.entries[0]?.urn).toBe(
      "urn:pulumi:dev::ml::aws:s3/bucket:Bucket::data",
    );
  });

  it("that is not on this side earns nothing there, and a warning says so", () => {
    const { value, diagnostics } = earned({ ...OPERATIONS, workload: "dat" });
    expect(value).toEqual({ entries: [], drivers: [] });
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "benefit-without-workload",
        place: { property: "benefits[operations].workload" },
        hint: "Did you mean data?",
      },
    ]);
  });

  it.each([
    ["is left out", { ...TOKENS, workload: undefined }],
    ["serves no tokens", { ...TOKENS, workload: "data" }],
  ])("makes tokens an error where it %s", (_, benefit) => {
    const { value, diagnostics } = earned(benefit);
    expect(value.entries).toEqual([]);
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "benefit-without-tokens", place: { property: "benefits[api].workload" } },
    ]);
  });
});

describe("the range of a benefit", () => {
  it("is its confidence where that is stated, whatever single numbers say", () => {
    const costPerHour = { value: 100, low: 1, high: 1000 };
    expect(driver({ ...OPERATIONS, costPerHour, confidence: { low: 0.6, high: 1.2 } })).toEqual([
      "benefit:operations",
      1,
      0.6,
      1.2,
    ]);
  });

  it("is else the widest that one number makes of it alone", () => {
    const activities = [
      { name: "scaling", timesPerMonth: { value: 10, low: 9, high: 20 }, hoursEach: 1, savedShare: 0.5 },
    ];
    expect(driver({ ...OPERATIONS, costPerHour: { value: 100, low: 70, high: 110 }, activities })).toEqual([
      "benefit:operations",
      1,
      0.7,
      2,
    ]);
  });

  it("sees a cost's high end as the benefit's low one", () => {
    const downtime = {
      id: "downtime",
      kind: "avoided-downtime",
      incidentsPerMonth: 1,
      hoursPerIncident: 1,
      costPerHour: 1000,
      recall: 1,
      falseAlarmsPerMonth: { value: 1, high: 9 },
      costPerFalseAlarm: 100,
    };
    const [, , low, high] = driver(downtime) ?? [];
    expect(low).toBeCloseTo(100 / 900, 12);
    expect(high).toBe(1);
  });

  it("is none where nobody states one", () => {
    expect(driver(OPERATIONS)).toEqual(["benefit:operations", 1, 1, 1]);
  });
});
