import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRELOAD = fileURLToPath(new URL("peak-memory.cjs", import.meta.url));

/** A command to time: Node with these arguments. */
export interface Command {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Medians over the counted runs: seconds of wall time, and MiB of peak memory of the process itself. */
export interface Sample {
  readonly seconds: number;
  readonly peakMib: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Runs each command in turn, A B A B …, so that a machine whose speed drifts does not favour one; one warm-up each. */
export const measure = (commands: readonly Command[], runs: number): readonly Sample[] => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-bench-"));
  const times = commands.map((): number[] => []);
  const peaks = commands.map((): number[] => []);
  try {
    for (let run = 0; run <= runs; run++) {
      commands.forEach((command, index) => {
        const { seconds, peakMib } = once(command, join(folder, "peak"));
        if (run === 0) return;
        times[index]?.push(seconds);
        peaks[index]?.push(peakMib);
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return commands.map((_, index) => ({ seconds: median(times[index] ?? []), peakMib: median(peaks[index] ?? []) }));
};

const once = ({ args, cwd, env }: Command, peakFile: string): Sample => {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env, NODE_OPTIONS: `--require ${PRELOAD}`, RACKRATE_BENCH_PEAK: peakFile },
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.status !== 0 && child.status !== 1)
    throw new Error(`${args.join(" ")} ended with ${child.status}:\n${child.stderr}`);
  return { seconds, peakMib: Number(readFileSync(peakFile, "utf8")) / 1024 };
};
