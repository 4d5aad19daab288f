import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CLI } from "./cli.ts";
import { measure } from "./measure.ts";
import { previewOf } from "./plans.ts";
import { type Row, ratio, seconds } from "./row.ts";

const PRICER = fileURLToPath(new URL("price-child.ts", import.meta.url));
const SIZES = [1_000, 10_000, 100_000] as const;

/** The median of what pricing a plan takes, without starting Node and reading the plan. */
const pricingSeconds = (file: string): number => {
  const times = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ["--no-warnings", PRICER, file], { encoding: "utf8" })),
  );
  return times.sort((a, b) => a - b)[2] ?? Number.NaN;
};

/** `preview --from` of large plans: the time and memory of one of 10,000 resources, and how both grow to 100,000. */
export const planBench = (): readonly Row[] => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-bench-"));
  try {
    const sample = (size: number, stands = false) => {
      const file = join(folder, `${size}.json`);
      writeFileSync(file, previewOf(size, stands));
      const args = [CLI, "preview", "--from", file, "--out", join(folder, "report.txt")];
      return measure([{ args, cwd: folder }], size > 10_000 ? 1 : 5)[0];
    };
    const standing = sample(10_000, true);
    const samples = SIZES.map((size) => sample(size));
    const priced = pricingSeconds(join(folder, "10000.json"));
    const [small, middle, large] = samples;
    if (!small || !middle || !large || !standing) return [];
    const growth = (large.seconds - small.seconds) / (middle.seconds - small.seconds);
    const linear = (100_000 - 1_000) / (10_000 - 1_000);
    const growthOfMemory = (large.peakMib - small.peakMib) / (middle.peakMib - small.peakMib);
    return [
      {
        what: "preview --from with 10,000 resources",
        measured: seconds(middle.seconds),
        wanted: "< 1 s",
        met: middle.seconds < 1,
        detail: `${seconds(small.seconds)} with 1,000`,
      },
      {
        what: "of it, pricing the 10,000 resources",
        measured: seconds(priced),
        wanted: "< 1 s",
        met: priced < 1,
        detail: "in a fresh process, with its price files",
      },
      {
        what: "a change to 10,000 that stand ÷ making them",
        measured: ratio(standing.seconds / middle.seconds),
        wanted: "≤ 2 ×",
        met: standing.seconds / middle.seconds <= 2,
        detail: `${seconds(standing.seconds)}, both sides read and priced`,
      },
      {
        what: "peak memory with 10,000 resources",
        measured: `${Math.round(middle.peakMib)} MiB`,
        wanted: "< 400 MB",
        met: middle.peakMib * 1.048576 < 400,
        detail: `${Math.round(small.peakMib)} MiB with 1,000`,
      },
      {
        what: "growth from 10,000 to 100,000 ÷ linear growth",
        measured: ratio(growth / linear),
        wanted: "≤ 1.5 ×",
        met: growth / linear <= 1.5,
        detail: `${seconds(large.seconds)} with 100,000`,
      },
      {
        what: "the same of its peak memory",
        measured: ratio(growthOfMemory / linear),
        wanted: "≤ 1 ×",
        met: growthOfMemory <= linear,
        detail: `${Math.round(large.peakMib)} MiB with 100,000`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
