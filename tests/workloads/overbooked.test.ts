import { describe, expect, it } from "vitest";
import { decimal, ONE } from "../../src/core/decimal.ts";
import type { PricedResource } from "../../src/model/cost.ts";
import type { WorkloadDemand } from "../../src/model/demand.ts";
import { overbooked } from "../../src/workloads/overbooked.ts";
import { sampleBucketWithoutUsage, sampleResource } from "../support/estimate.ts";

const figure = (name: string, value: number | null, unit: string) => ({
  name,
  value: value === null ? null : decimal(value),
  unit,
});

const workload = (name: string, hours: number, accelerator = "H100"): WorkloadDemand => ({
  urn: `urn:pulumi:dev::ml::rackrate:infra:InferenceService::${name}`,
  name,
  kind: "inference",
  cluster: null,
  accelerator,
  acceleratorHours: figure("hours", hours, "accelerator-hours/month"),
  assumptions: [],
});

/** Eight H100 around the clock: 5,840 hours a month. */
const machine = (more: Partial<PricedResource> = {}, hours: number | null = 5840): PricedResource => ({
  ...sampleResource({
    capacity: {
      accelerator: "H100",
      count: figure("count", 8, "accelerators"),
      hours: figure("hours", hours, "accelerator-hours"),
    },
  }),
  ...more,
});

const said = (workloads: readonly WorkloadDemand[], resources: readonly PricedResource[], isWhole = true) =>
  overbooked({ workloads }, resources, isWhole).map(({ code, message }) => `${code}: ${message}`);

describe("workloads and the machines of their plan", () => {
  it("fit while their hours do", () => {
    expect(said([workload("chat", 2920), workload("tune", 2920)], [machine()])).toEqual([]);
  });

  it("are told of together where they ask for more: 7,300 of 5,840 hours", () => {
    expect(said([workload("chat", 2920), workload("tune", 4380)], [machine()])).toEqual([
      expect.stringMatching(
        /^accelerators-overbooked: chat and tune ask for 7300 hours of H100 a month, 125 % of the 5840/,
      ),
    ]);
  });

  it("are measured by groups at their largest", () => {
    const [line] = sampleBucketWithoutUsage().lines;
    if (line === undefined) throw new Error("the sample has a line");
    const group = machine({ lines: [{ ...line, scale: { low: ONE, high: decimal(2) } }] });
    expect(said([workload("chat", 11680)], [group])).toEqual([]);
    expect(said([workload("chat", 11681)], [group])).toHaveLength(1);
  });

  it("are told of where they are declared for an accelerator that nobody holds", () => {
    expect(said([workload("chat", 10, "B200")], [machine()])).toEqual([
      expect.stringMatching(
        /^accelerator-not-in-plan: chat is declared for B200, and the machines of this plan hold H100/,
      ),
    ]);
  });

  it.each([
    ["no machine is in the plan", [], true],
    ["the plan is not whole", [machine()], false],
    ["a machine has no price", [machine(), machine({ status: "unpriced", compute: true })], true],
    ["a machine's hours are not known", [machine(), machine({}, null)], true],
  ] as const)("are not judged where %s", (_, resources, isWhole) => {
    expect(said([workload("chat", 99_999)], resources, isWhole)).toEqual([]);
  });
});
