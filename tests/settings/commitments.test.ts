import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeDiagnostic, InputError } from "../../src/core/diagnostic.ts";
import { loadSettings } from "../../src/settings/load.ts";

const read = (kind: string, discount: string) => {
  const text = `prices:
  commitments:
    - id: plan
      kind: ${kind}
      hourly: 1
      term: 1y
      payment: no-upfront
      start: 2026-01-01
      discountPercent: ${discount}
`;
  const gates = z.strictObject({}).prefault({});
  try {
    return loadSettings({ name: "rackrate.yaml", text }, gates).value.prices.commitments[0];
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(describeDiagnostic).join("\n");
    throw error;
  }
};

describe("the discount of a Savings Plan", () => {
  it.each([
    ["compute-savings-plan", "30", 30],
    ["compute-savings-plan", "{ ec2: 30, fargate: 20, lambda: 12 }", { ec2: 30, fargate: 20, lambda: 12 }],
    ["compute-savings-plan", "{ lambda: 12 }", { lambda: 12 }],
    ["sagemaker-savings-plan", "30", 30],
  ])("of kind %s may be %s", (kind, discount, discountPercent) => {
    expect(read(kind, discount)).toMatchObject({ discountPercent });
  });

  it.each([
    ["compute-savings-plan", "130", "9:24: prices.commitments[0].discountPercent must be at most 100, but it is 130."],
    ["compute-savings-plan", "{ ec2: 130 }", "discountPercent.ec2 must be at most 100"],
    ["compute-savings-plan", "{ lamda: 12 }", "discountPercent.lamda is not a setting.\n  Did you mean lambda?"],
    ["compute-savings-plan", "most", "must be a number, or a mapping of ec2, fargate, lambda"],
    ["sagemaker-savings-plan", "{ ec2: 30 }", "must be a number, but it is a mapping"],
  ])("of kind %s is not %s", (kind, discount, fault) => {
    expect(read(kind, discount)).toContain(fault);
  });
});
