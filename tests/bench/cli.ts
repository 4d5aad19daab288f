import { fileURLToPath } from "node:url";
import { measure } from "./measure.ts";
import { type Row, ratio, seconds } from "./row.ts";

/** The command as it is shipped. */
export const CLI = fileURLToPath(new URL("../../dist/lib/rackrate.cjs", import.meta.url));

/** How long the command takes to say who it is, against Node doing nothing. */
export const cliBench = (): readonly Row[] => {
  const [nothing, version, help] = measure(
    [{ args: ["-e", "0"] }, { args: [CLI, "--version"] }, { args: [CLI, "--help"] }],
    15,
  );
  if (!nothing || !version || !help) return [];
  const row = (what: string, sample: { seconds: number }, limit: number): Row => ({
    what: `rackrate ${what} ÷ node -e 0`,
    measured: ratio(sample.seconds / nothing.seconds),
    wanted: `≤ ${limit} ×`,
    met: sample.seconds / nothing.seconds <= limit,
    detail: `${seconds(sample.seconds)} and ${seconds(nothing.seconds)}`,
  });
  return [row("--version", version, 1.5), row("--help", help, 3)];
};
