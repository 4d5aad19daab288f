import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../src/core/value.ts";
import { demandOf } from "../../src/workloads/demand.ts";
import { cluster, HARDWARE, settings, snapshot, trainingJob } from "./sample.ts";

const demand = (...overrides: Parameters<typeof trainingJob>) =>
  demandOf(snapshot(cluster(), trainingJob(...overrides)), settings(), HARDWARE);

describe("what a training job asks for", () => {
  it("is its compute over what its accelerators reach, times its runs", () => {
    const { value, diagnostics } = demand({ mfu: 0.45, runsPerMonth: 1.5 });
    expect(diagnostics).toEqual([]);
    const [job] = value.workloads;
    // 6 × 70.6e9 × 20e9 ÷ (989.4e12 × 0.45 × 3600) × 1.5
    expect(job?.acceleratorHours.value?.toNumber()).toBeCloseTo(7928.49, 1);
    expect(job).toMatchObject({ kind: "training", name: "tune", cluster: cluster().urn, assumptions: [] });
  });

  it("counts only the active parameters of a mixture of experts", () => {
    const dense = demand({ mfu: 0.4 }).value.workloads[0]?.acceleratorHours.value;
    const model = { name: "mixture", parametersB: 671, activeParametersB: 70.6 };
    expect(demand({ mfu: 0.4, model }).value.workloads[0]?.acceleratorHours.value?.eq(dense!)).toBe(true);
  });

  it("takes a named utilisation where none is stated, of the peak at its precision", () => {
    const { value } = demand({ precision: "fp8" });
    expect(value.workloads[0]?.assumptions).toEqual([
      expect.stringMatching(/^no mfu is stated; 0\.17 of the FP8 peak/),
    ]);
    // 6 × 70.6e9 × 20e9 ÷ (1978.9e12 × 0.17 × 3600)
    expect(value.workloads[0]?.acceleratorHours.value?.toNumber()).toBeCloseTo(6995.37, 1);
  });

  it("is more than its accelerators have: a warning says so", () => {
    const { diagnostics } = demand({ runsPerMonth: 3 });
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "training-does-not-fit" }]);
    expect(diagnostics[0]?.message).toContain("its 16 accelerators have 11680");
  });

  it("is unknown where the accelerator has no peak at its precision", () => {
    const { value, diagnostics } = demand({ accelerator: "A100-SXM4-80GB", precision: "fp8" });
    expect(value.workloads[0]?.acceleratorHours.value).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "no-peak" }]);
  });

  it("is unknown, not zero, where the program does not know it yet", () => {
    const { value, diagnostics } = demand({ tokensB: UNKNOWN });
    expect(value.workloads).toMatchObject([{ name: "tune", kind: "training", acceleratorHours: { value: null } }]);
    expect(diagnostics).toMatchObject([
      { severity: "warning", code: "workload-unknown", place: { property: "specification.tokensB" } },
    ]);
  });
});

describe("a wrong specification", () => {
  it("is an error with its URN and path", () => {
    const { diagnostics } = demand({ model: { name: "Llama", parametersB: -1 }, runsPerMonth: "often" });
    expect(diagnostics.map(({ severity, place }) => [severity, place?.urn, place?.property])).toEqual([
      ["error", trainingJob().urn, "specification.model.parametersB"],
      ["error", trainingJob().urn, "specification.runsPerMonth"],
    ]);
  });

  it("is an error where there is none at all", () => {
    const bare = { ...trainingJob(), inputs: {} };
    const { diagnostics } = demandOf(snapshot(bare), settings(), HARDWARE);
    expect(diagnostics).toMatchObject([{ severity: "error", code: "bad-specification" }]);
  });

  it("names an accelerator that nobody knows: the nearest ones are offered", () => {
    const { value, diagnostics } = demand({ accelerator: "H100-SXM" });
    expect(value.workloads).toEqual([]);
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "unknown-accelerator", hint: "Did you mean H100-SXM5-80GB?" },
    ]);
  });

  it("names a cluster that is not there: a warning, and no cluster", () => {
    const { value, diagnostics } = demandOf(snapshot(trainingJob({ mfu: 0.4 })), settings(), HARDWARE);
    expect(value.workloads[0]?.cluster).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "unknown-cluster" }]);
  });
});
