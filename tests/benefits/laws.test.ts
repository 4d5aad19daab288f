import fc from "fast-check";
import { expect, it } from "vitest";
import { benefitEntries } from "../../src/benefits/benefits.ts";
import { decimal } from "../../src/core/decimal.ts";
import { demand, settings, side } from "./sample.ts";

const amount = fc.integer({ min: 0, max: 1_000_000 });
const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

const tokens = fc.record({
  id: fc.constant("b"),
  kind: fc.constant("tokens"),
  mode: fc.constantFrom("sold", "instead-of-bought"),
  workload: fc.constant("chat"),
  pricePerMillionInputTokens: amount,
  pricePerMillionOutputTokens: amount,
});
const downtime = fc.record({
  id: fc.constant("b"),
  kind: fc.constant("avoided-downtime"),
  incidentsPerMonth: amount,
  hoursPerIncident: amount,
  costPerHour: amount,
  signals: fc.dictionary(fc.constantFrom("temperature", "power", "latency"), share, {
    minKeys: 1,
  }),
  falseAlarmsPerMonth: amount,
  costPerFalseAlarm: amount,
});
const operations = fc.record({
  id: fc.constant("b"),
  kind: fc.constant("automated-operations"),
  costPerHour: amount,
  activities: fc.array(fc.record({ name: fc.string(), timesPerMonth: amount, hoursEach: amount, savedShare: share }), {
    minLength: 1,
    maxLength: 4,
  }),
});
const recommendation = fc.record({
  id: fc.constant("b"),
  kind: fc.constant("recommendation"),
  visitsPerMonth: amount,
  baselineConversion: share.map((value) => value / 2),
  relativeUplift: share,
  valuePerConversion: amount,
  margin: share,
});
const anyBenefit = fc.oneof(tokens, downtime, operations, recommendation);
const served = fc.record({ input: amount, output: amount });

const earned = (benefit: object, input: { input: number; output: number }) => {
  const result = benefitEntries({ settings: settings(benefit), demand: demand(input), snapshot: side });
  return result.value.entries[0]?.amount.value ?? expect.fail("no amount");
};

it("no benefit is ever negative", () => {
  fc.assert(
    fc.property(anyBenefit, served, (benefit, input) => {
      expect(earned(benefit, input).gte(0)).toBe(true);
    }),
  );
});

it.each([
  ["tokens", tokens, ["pricePerMillionInputTokens", "pricePerMillionOutputTokens"]],
  ["avoided downtime", downtime, ["incidentsPerMonth", "hoursPerIncident", "costPerHour"]],
  ["automated operations", operations, ["costPerHour"]],
  ["recommendations", recommendation, ["visitsPerMonth", "valuePerConversion"]],
] as const)("more of what drives %s never earns less", (_, benefit, fields) => {
  fc.assert(
    fc.property(
      benefit as fc.Arbitrary<Record<string, unknown>>,
      served,
      fc.constantFrom(...fields),
      amount,
      (one, input, field, more) => {
        const larger = { ...one, [field]: (one[field] as number) + more };
        expect(earned(larger, input).gte(earned(one, input))).toBe(true);
      },
    ),
  );
});

it("more tokens never earn less", () => {
  fc.assert(
    fc.property(tokens, served, amount, (benefit, input, more) => {
      expect(earned(benefit, { ...input, output: input.output + more }).gte(earned(benefit, input))).toBe(true);
    }),
  );
});

it("a further signal never catches less, and all of them never more than every incident", () => {
  fc.assert(
    fc.property(downtime, share, (benefit, recall) => {
      const { falseAlarmsPerMonth: _, costPerFalseAlarm: __, ...quiet } = benefit;
      const further = { ...quiet, signals: { ...quiet.signals, vibration: recall } };
      const every = decimal(quiet.incidentsPerMonth).times(quiet.hoursPerIncident).times(quiet.costPerHour);
      const none = { input: 0, output: 0 };
      expect(earned(further, none).gte(earned(quiet, none))).toBe(true);
      expect(earned(further, none).lte(every)).toBe(true);
    }),
  );
});
