import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { stated, unknownFigure } from "../../src/core/figure.ts";
import { batchSize } from "../../src/workloads/batch-size.ts";
import { decode } from "../../src/workloads/decode.ts";
import type { Formula, Units } from "../../src/workloads/define-formula.ts";
import { inferenceRoofline } from "../../src/workloads/inference-roofline.ts";
import { kvCachePerToken } from "../../src/workloads/kv-cache.ts";
import { prefill } from "../../src/workloads/prefill.ts";
import { prefillShare } from "../../src/workloads/prefill-share.ts";
import { replicaCapacity } from "../../src/workloads/replica-capacity.ts";
import { replicasNeeded } from "../../src/workloads/replicas.ts";
import { servedShare } from "../../src/workloads/served-share.ts";
import { monthlyTokens } from "../../src/workloads/tokens.ts";
import { trainingFlops } from "../../src/workloads/training-flops.ts";
import { trainingHours } from "../../src/workloads/training-hours.ts";

const FORMULAS = [
  batchSize,
  decode,
  inferenceRoofline,
  kvCachePerToken,
  monthlyTokens,
  prefill,
  prefillShare,
  replicaCapacity,
  replicasNeeded,
  servedShare,
  trainingFlops,
  trainingHours,
] as unknown as readonly Formula<Units>[];

/** One row of tests/formulas/workloads/<formula>.yaml; `null` is unknown, and the tolerance is relative (1e-12 where absent). */
interface Case {
  readonly name: string;
  readonly given: Readonly<Record<string, number | null>>;
  readonly expect: number | null;
  readonly tolerance?: number;
  readonly source: string;
}

const folder = new URL("../formulas/workloads/", import.meta.url);
const tables = readdirSync(folder)
  .toSorted()
  .map((file) => [file.replace(".yaml", ""), parse(readFileSync(new URL(file, folder), "utf8")) as Case[]] as const);

describe.each(tables)("%s", (id, cases) => {
  const formula = FORMULAS.find((one) => one.id === id) ?? expect.fail(`there is no formula ${id}`);

  it.each(cases)("$name", (row) => {
    expect(Object.keys(row.given).toSorted()).toEqual(Object.keys(formula.inputs).toSorted());
    expect(row.source).toBeTypeOf("string");
    const given = Object.fromEntries(
      Object.entries(row.given).map(([name, value]) => {
        const unit = formula.inputs[name]!;
        return [name, value === null ? unknownFigure(name, unit, "not stated") : stated(name, value, unit, "case")];
      }),
    );
    const { value } = formula.of(given);
    if (row.expect === null) return expect(value).toBeNull();
    const target = row.expect;
    const error = Math.abs(value!.toNumber() - target) / (target === 0 ? 1 : Math.abs(target));
    expect(error, `${value} instead of ${target}`).toBeLessThanOrEqual(row.tolerance ?? 1e-12);
  });
});

it("every formula has cases", () => {
  expect(tables.map(([id]) => id).toSorted()).toEqual(FORMULAS.map((formula) => formula.id).toSorted());
});

it("a formula refuses an input of another unit", () => {
  const compute = stated("compute", 1e18, "FLOP", "test");
  const wrong = { compute, peak: stated("peak", 1, "TFLOP/s", "test"), mfu: stated("mfu", 1, "1", "test") };
  expect(() => trainingHours.of(wrong)).toThrow("training-hours: peak is in TFLOP/s, not in FLOP/s");
});

it("a result names its formula, its source and its inputs", () => {
  const figure = trainingFlops.of({
    activeParameters: stated("parameters", 2, "parameters", "test"),
    tokens: stated("tokens", 5, "tokens", "test"),
  });
  expect(figure.value?.toNumber()).toBe(60);
  expect(figure.formula).toBe("6 × activeParameters × tokens");
  expect(figure.source?.url).toBe("https://arxiv.org/abs/2001.08361");
  expect(figure.inputs?.map((input) => input.name)).toEqual(["parameters", "tokens"]);
});
