import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ONE } from "../../src/core/decimal.ts";
import { type Figure, walk } from "../../src/core/figure.ts";
import { SECRET } from "../../src/core/value.ts";
import type { WorkloadSettings } from "../../src/model/settings.ts";
import { decode } from "../../src/workloads/decode.ts";
import { demandOf } from "../../src/workloads/demand.ts";
import { prefill } from "../../src/workloads/prefill.ts";
import { cluster, HARDWARE, inferenceService, settings, snapshot, trainingJob } from "./sample.ts";

const TRAFFIC: WorkloadSettings = {
  requestsPerMonth: 2_000_000,
  inputTokensPerRequest: 1200,
  outputTokensPerRequest: 400,
};

const demand = (chat: WorkloadSettings, ...overrides: Parameters<typeof inferenceService>) =>
  demandOf(snapshot(cluster(), inferenceService(...overrides)), settings({ workloads: { chat } }), HARDWARE);

const service = (chat: WorkloadSettings, ...overrides: Parameters<typeof inferenceService>) =>
  demand(chat, ...overrides).value.workloads[0] ?? expect.fail("no workload");

/** The figure of a name in the tree below another. */
const find = (figure: Figure, name: string): Figure =>
  [...walk(figure)].find((one) => one.name === name) ?? expect.fail(`no figure ${name}`);

describe("what an inference service asks for", () => {
  it("is its stated traffic, as many tokens as its requests have", () => {
    const { requests, inputTokens, outputTokens, cluster: on } = service(TRAFFIC);
    expect([requests, inputTokens, outputTokens].map((figure) => figure?.value?.toNumber())).toEqual([2e6, 2.4e9, 8e8]);
    expect(on).toBe(cluster().urn);
  });

  it("is whole replicas, each for all hours of the month", () => {
    const { acceleratorHours, replicas } = service(TRAFFIC);
    expect(replicas?.value?.toNumber()).toBe(2);
    expect(acceleratorHours.value?.toNumber()).toBe(2 * 4 * 730);
  });

  it("divides its hours between reading and writing without a rest", () => {
    const { acceleratorHours, inputAcceleratorHours, outputAcceleratorHours } = service(TRAFFIC);
    const parts = inputAcceleratorHours?.value?.plus(outputAcceleratorHours?.value ?? 0);
    expect(parts?.minus(acceleratorHours.value!).abs().toNumber()).toBeLessThan(1e-20);
    expect(inputAcceleratorHours?.value?.isPositive()).toBe(true);
  });

  it("is unknown, never zero, without traffic", () => {
    const { acceleratorHours, inputTokens, outputTokens, replicas, requests } = service({});
    for (const figure of [acceleratorHours, inputTokens, outputTokens, replicas, requests]) {
      expect(figure?.value).toBeNull();
    }
    expect([...walk(acceleratorHours)].flatMap((figure) => figure.leavesOut ?? [])).toContain(
      "workloads.chat.requestsPerMonth is not stated in rackrate.yaml",
    );
  });

  it("is no more than its replicas can serve at their maximum", () => {
    const { value, diagnostics } = demand({ ...TRAFFIC, requestsPerMonth: 1e9 });
    const chat = value.workloads[0];
    expect(chat?.replicas?.value?.toNumber()).toBe(4);
    expect(chat?.requests?.value?.toNumber()).toBe(1e9);
    const share = find(chat!.outputTokens!, "share of the demand that is served").value!.toNumber();
    expect(share).toBeLessThan(0.1);
    expect(chat?.outputTokens?.value?.toNumber()).toBeCloseTo(1e9 * 400 * share, -3);
    expect(chat?.assumptions.at(-1)).toMatch(
      /^chat: 4 replicas serve \d+\.\d % of the stated requests; only these tokens count$/,
    );
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "demand-exceeds-capacity" }]);
  });

  it("goes by the measured throughput where one is stated", () => {
    const { outputTokens, assumptions } = service({ ...TRAFFIC, measuredTokensPerSecondPerAccelerator: 100 });
    // 100 × 4 accelerators × 0.6 × 730 h × 3600 s
    expect(find(outputTokens!, "output tokens of one replica").value?.toNumber()).toBe(630_720_000);
    expect(assumptions.join()).not.toContain("no measured throughput");
  });

  it("is unknown where the model does not fit into a replica, and a warning says so", () => {
    const { value, diagnostics } = demand(TRAFFIC, { acceleratorsPerReplica: 1, precision: "bf16" });
    expect(value.workloads[0]?.acceleratorHours.value).toBeNull();
    expect(diagnostics).toMatchObject([{ severity: "warning", code: "model-does-not-fit" }]);
  });

  it("does not doubt a measured system by an estimate", () => {
    const measured = { ...TRAFFIC, measuredTokensPerSecondPerAccelerator: 500 };
    const { value, diagnostics } = demand(measured, { acceleratorsPerReplica: 1, precision: "bf16" });
    expect(diagnostics).toEqual([]);
    expect(value.workloads[0]?.replicas?.value?.toNumber()).toBe(2);
  });

  it("keeps a secret specification secret", () => {
    const { diagnostics, value } = demand(TRAFFIC, { model: SECRET });
    expect(diagnostics).toMatchObject([{ code: "workload-unknown", place: { property: "specification.model" } }]);
    expect(value.workloads[0]).toMatchObject({ inputTokens: { value: null }, outputTokens: { value: null } });
  });
});

describe("a range of the traffic", () => {
  const steps = ({ value }: ReturnType<typeof demand>) =>
    value.steps?.map(({ driver, low, high }) => [
      driver,
      ...[low, high].map(({ workloads: [chat] }) => chat?.outputTokens?.value?.toNumber()),
    ]);

  it("gives the demand at each end, of one number after the other", () => {
    const outcome = demand({
      ...TRAFFIC,
      requestsPerMonth: { value: 2_000_000, low: 1_000_000 },
      outputTokensPerRequest: { value: 400, low: 200, high: 500 },
    });
    expect(steps(outcome)).toEqual([
      ["workloads.chat.requestsPerMonth", 4e8, 8e8],
      ["workloads.chat.outputTokensPerRequest", 2e8, 1e9],
    ]);
  });

  it("counts no more at its end than can be served there, and warns of what is expected alone", () => {
    const outcome = demand({ ...TRAFFIC, requestsPerMonth: { value: 2_000_000, high: 2_000_000_000 } });
    const most = service({ ...TRAFFIC, requestsPerMonth: 2_000_000_000 }).outputTokens?.value?.toNumber();
    expect(steps(outcome)).toEqual([["workloads.chat.requestsPerMonth", 8e8, most]]);
    expect(most).toBeLessThan(8e11);
    expect(outcome.diagnostics).toEqual([]);
  });

  it("is not there where none is stated", () => {
    expect(demand(TRAFFIC).value.steps).toBeUndefined();
  });
});

describe("names in rackrate.yaml", () => {
  it("that no workload bears are reported with the nearest", () => {
    const stated = settings({ workloads: { chta: TRAFFIC } });
    const { diagnostics } = demandOf(snapshot(cluster(), trainingJob(), inferenceService()), stated, HARDWARE);
    expect(diagnostics).toMatchObject([
      {
        severity: "warning",
        code: "unknown-workload",
        place: { property: "workloads.chta" },
        hint: "Did you mean chat?",
      },
    ]);
  });

  it("are not asked for on a side where nothing stands", () => {
    const nothing = demandOf(snapshot(), settings({ workloads: { chat: TRAFFIC } }), HARDWARE);
    expect(nothing).toEqual({ value: { workloads: [] }, diagnostics: [] });
  });

  it("may be any word, also one that every object knows", () => {
    const oddName = { ...inferenceService(), name: "toString" };
    const { value } = demandOf(snapshot(cluster(), oddName), settings(), HARDWARE);
    expect(value.workloads[0]?.requests?.value).toBeNull();
  });
});

interface Measurement {
  readonly model: string;
  readonly parametersB: number;
  readonly accelerator: string;
  readonly perReplica: number;
  readonly input: number;
  readonly output: number;
  readonly measured: number;
}

const text = readFileSync(new URL("./measured-throughput.yaml", import.meta.url), "utf8");

describe.each(parse(text) as Measurement[])("$model on $perReplica × $accelerator, $input → $output tokens", (row) => {
  const chat = service(
    { requestsPerMonth: 1, inputTokensPerRequest: row.input, outputTokensPerRequest: row.output },
    {
      model: { name: row.model, parametersB: row.parametersB },
      accelerator: row.accelerator,
      acceleratorsPerReplica: row.perReplica,
    },
  );
  const estimate = find(chat.outputTokens!, "throughput of one accelerator").value!.toNumber();

  it("is estimated within a factor of two and a half of what was measured", () => {
    expect(estimate / row.measured).toBeGreaterThan(0.4);
    expect(estimate / row.measured).toBeLessThan(2.5);
  });

  it("was measured below the roofline, where every efficiency is 1, and is estimated below it", () => {
    const prefillSeconds = atFullEfficiency(prefill, find(chat.outputTokens!, "reading one request"));
    const decodeSeconds = atFullEfficiency(decode, find(chat.outputTokens!, "writing one answer"));
    const roofline = row.output / (prefillSeconds + decodeSeconds);
    expect(row.measured).toBeLessThan(roofline);
    expect(estimate).toBeLessThan(roofline);
  });
});

/** What a formula gives for the inputs of one of its figures, were its efficiencies 1. */
const atFullEfficiency = (formula: typeof prefill | typeof decode, figure: Figure): number => {
  const given = Object.keys(formula.inputs).map((name, at) => [
    name,
    name.endsWith("Efficiency") ? ONE : figure.inputs![at]!.value!,
  ]);
  return formula.compute(Object.fromEntries(given)).toNumber();
};

describe("laws", () => {
  const traffic = fc.record({
    requestsPerMonth: fc.integer({ min: 1, max: 1e9 }),
    inputTokensPerRequest: fc.integer({ min: 1, max: 8000 }),
    outputTokensPerRequest: fc.integer({ min: 1, max: 4000 }),
  });

  it("replicas stay within the autoscaler's bounds, and never more is served than asked for", () => {
    fc.assert(
      fc.property(traffic, (stated) => {
        const { replicas, outputTokens } = service(stated);
        expect(replicas!.value!.gte(2) && replicas!.value!.lte(4) && replicas!.value!.isInteger()).toBe(true);
        expect(outputTokens!.value!.lte(stated.requestsPerMonth * stated.outputTokensPerRequest)).toBe(true);
      }),
    );
  });

  it("more requests never need fewer accelerator-hours, nor earn fewer tokens", () => {
    fc.assert(
      fc.property(traffic, fc.integer({ min: 1, max: 1e9 }), (stated, more) => {
        const few = service(stated);
        const many = service({ ...stated, requestsPerMonth: stated.requestsPerMonth + more });
        expect(many.acceleratorHours.value!.gte(few.acceleratorHours.value!)).toBe(true);
        expect(many.outputTokens!.value!.plus("1e-12").gte(few.outputTokens!.value!)).toBe(true);
      }),
    );
  });
});
