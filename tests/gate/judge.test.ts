import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineRule } from "../../src/gate/define-rule.ts";
import { judge } from "../../src/gate/judge.ts";
import { gateSettingsSchema, RULES } from "../../src/gate/list.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { type SampleSide, sampleEstimate } from "../support/estimate.ts";

const TODAY = "2026-11-24";

const verdictsOf = (gates: Record<string, unknown>, after: SampleSide = {}, overrides: object[] = []) =>
  judge(sampleEstimate({ after, settings: { gates, overrides: overrides as never } }), TODAY);

const verdictOf = (rule: string, ...rest: Parameters<typeof verdictsOf>): Verdict | undefined =>
  verdictsOf(...rest).value.find((verdict) => verdict.rule === rule);

const dear: SampleSide = { measures: { monthlyCost: 200 } };
const limit = { "monthly-cost": { max: 100 } };

describe("judging an estimate", () => {
  it("gives a verdict of every rule in the order of the list", () => {
    expect(verdictsOf({}).value.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
    const reversed = Object.fromEntries(RULES.map(({ id }) => [id, {}]).reverse());
    expect(verdictsOf(reversed).value.map(({ rule }) => rule)).toEqual(RULES.map(({ id }) => id));
  });

  it("applies only what decides cost where nothing is configured", () => {
    const outcomes = Object.fromEntries(verdictsOf({}, dear).value.map(({ rule, outcome }) => [rule, outcome]));
    const { "unpriced-compute": unpriced, ...others } = outcomes;
    expect(unpriced).toBe("pass");
    expect(new Set(Object.values(others))).toEqual(new Set(["not-applicable"]));
  });

  it("leaves a disabled rule out", () => {
    const rules = verdictsOf({ "monthly-cost": { max: 100, enforcement: "disabled" } }, dear).value;
    expect(rules.map(({ rule }) => rule)).not.toContain("monthly-cost");
    expect(rules).toHaveLength(RULES.length - 1);
  });

  it("fails by default and only warns where a rule is advisory", () => {
    expect(verdictOf("monthly-cost", limit, dear)?.outcome).toBe("fail");
    expect(verdictOf("monthly-cost", { "monthly-cost": { max: 100, enforcement: "advisory" } }, dear)?.outcome).toBe(
      "warn",
    );
  });

  it("has settings for every rule, each with an enforcement that is mandatory unless said", () => {
    const defaults = gateSettingsSchema.parse({});
    expect(Object.keys(defaults)).toEqual(RULES.map(({ id }) => id));
    for (const entry of Object.values(defaults)) expect(entry).toMatchObject({ enforcement: "mandatory" });
  });

  it("fails closed, without throwing, where a rule itself breaks", () => {
    const broken = defineRule({
      id: "broken",
      title: "Broken",
      description: "Always throws.",
      settings: z.strictObject({}),
      check: () => {
        throw new TypeError("no such figure");
      },
    });
    const [verdict] = judge(sampleEstimate(), TODAY, [broken]).value;
    expect(verdict).toMatchObject({ rule: "broken", outcome: "fail" });
    expect(verdict?.findings[0]?.message).toContain("no such figure");
  });

  it("fails closed where a rule was given settings that it cannot read", () => {
    expect(verdictOf("monthly-cost", { "monthly-cost": { max: "a lot" } }, {})?.outcome).toBe("fail");
  });

  it("refuses a day that is no date, for overrides would never end", () => {
    expect(() => judge(sampleEstimate(), "tomorrow")).toThrow(RangeError);
  });
});

describe("an override", () => {
  const override = (expires: string) => ({ rule: "monthly-cost", reason: "Black Friday capacity", expires });

  it.each([
    ["before it expires", "2026-12-31"],
    ["on the day it expires", TODAY],
  ])("accepts a failing verdict %s, and keeps its findings and the reason", (_, expires) => {
    const verdict = verdictOf("monthly-cost", limit, dear, [override(expires)]);
    expect(verdict).toMatchObject({ outcome: "overridden", override: { reason: "Black Friday capacity", expires } });
    expect(verdict?.findings).toHaveLength(1);
  });

  it("says that it has expired from the day after", () => {
    const verdict = verdictOf("monthly-cost", limit, dear, [override("2026-11-23")]);
    expect(verdict?.outcome).toBe("fail");
    expect(verdict?.findings.at(-1)?.message).toContain("expired on 2026-11-23");
  });

  it("counts as long as the longest of several", () => {
    const verdict = verdictOf("monthly-cost", limit, dear, [override("2026-01-01"), override("2027-01-01")]);
    expect(verdict).toMatchObject({ outcome: "overridden", override: { expires: "2027-01-01" } });
  });

  it("leaves a passing verdict and other rules alone", () => {
    expect(verdictOf("monthly-cost", limit, {}, [override("2027-01-01")])?.outcome).toBe("pass");
    const tco = verdictOf("tco", { tco: { max: 1 } }, { measures: { tco: 2 } }, [override("2027-01-01")]);
    expect(tco?.outcome).toBe("fail");
  });

  it("of a rule that does not exist is an error that names the rule that was meant", () => {
    const { diagnostics } = verdictsOf(limit, dear, [{ ...override("2027-01-01"), rule: "montly-cost" }]);
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "override-unknown-rule", place: { property: "overrides[0].rule" } },
    ]);
    expect(diagnostics[0]?.hint).toContain("monthly-cost");
  });
});

describe("laws of the gate", () => {
  const failing = (verdicts: readonly Verdict[]) =>
    new Set(verdicts.filter(({ outcome }) => outcome === "fail").map(({ rule }) => rule));
  const money = fc.integer({ min: 0, max: 1_000_000 });

  it("never turns a fail into a pass by raising a cost", () => {
    fc.assert(
      fc.property(
        money,
        money,
        money,
        money,
        fc.constantFrom("complete", "partial", "absent"),
        fc.constantFrom("complete", "partial"),
        (cost, raise, before, max, had, has) => {
          const gates = { "monthly-cost": { max }, tco: { max }, "monthly-increase": { max, maxPercent: 10 } };
          const judged = (amount: number) =>
            failing(
              judge(
                sampleEstimate({
                  before: { completeness: had, measures: { monthlyCost: had === "absent" ? 0 : before } },
                  after: { completeness: has, measures: { monthlyCost: amount, tco: amount } },
                  settings: { gates },
                }),
                TODAY,
              ).value,
            );
          const cheaper = judged(cost);
          const dearer = judged(cost + raise);
          for (const rule of cheaper) expect(dearer).toContain(rule);
        },
      ),
    );
  });

  it("never turns a fail into a pass by hiding a part of the plan", () => {
    fc.assert(
      fc.property(money, money, money, (cost, before, max) => {
        const gates = { "monthly-cost": { max }, tco: { max }, "monthly-increase": { max } };
        const measures = { monthlyCost: cost, tco: cost };
        const judged = (completeness: "complete" | "partial") =>
          failing(
            judge(
              sampleEstimate({
                before: { measures: { monthlyCost: before } },
                after: { completeness, measures },
                settings: { gates },
              }),
              TODAY,
            ).value,
          );
        for (const rule of judged("complete")) expect(judged("partial")).toContain(rule);
      }),
    );
  });

  it("says what it measured and what to do in every finding of a limit that is crossed", () => {
    const gates = {
      "monthly-cost": { max: 1 },
      "monthly-increase": { max: 1 },
      tco: { max: 1 },
      "minimum-roi": { min: 1 },
      "maximum-payback": { maxMonths: 1 },
      "minimum-npv": { min: 1 },
    };
    const measures = { monthlyCost: 2, tco: 2, roi: 0, paybackMonths: 2, npv: 0 };
    const verdicts = verdictsOf(gates, { measures }).value.filter(({ rule }) => Object.hasOwn(gates, rule));
    expect(new Set(verdicts.map(({ outcome }) => outcome))).toEqual(new Set(["fail"]));
    for (const { findings } of verdicts) {
      for (const { message, measured, limit: bound, hint } of findings) {
        expect(message).toContain(String(measured));
        expect(message).toContain(String(bound));
        expect(hint).toBeTruthy();
      }
    }
  });
});
