import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyMap, SECRET, UNKNOWN, type Value } from "../../src/core/value.ts";
import { packDeclared, unpackDeclared } from "../../src/hook/declared-message.ts";
import type { PlanResource } from "../../src/model/plan.ts";

const value = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(UNKNOWN, SECRET, null, true, ""),
    fc.integer(),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom("__proto__", "constructor"), fc.string()), tie("value")), {
        maxLength: 3,
      })
      .map(propertyMap),
  ),
})).value;

const resource = (inputs: Value): PlanResource => ({
  urn: "urn:pulumi:dev::shop::aws:ec2/instance:Instance::one",
  type: "aws:ec2/instance:Instance",
  name: "one",
  custom: true,
  external: false,
  region: null,
  inputs: propertyMap([["all", inputs]]),
  propertyDependencies: {},
  aliases: [],
});

describe("what a program declared, on its way to the thread that prices it", () => {
  it("arrives as it was, with its unknowns, secrets and odd names", () => {
    fc.assert(
      fc.property(value, (inputs) => {
        const one = resource(inputs);
        const sent = { before: [one], after: [one, resource(null)], missing: ["something"] };
        const arrived = unpackDeclared(structuredClone(packDeclared(sent)));
        // Not by vitest, which takes a property called constructor for a class.
        expect(isDeepStrictEqual(arrived, sent)).toBe(true);
        expect(arrived.before?.[0]).toBe(arrived.after[0]);
      }),
    );
  });
});
