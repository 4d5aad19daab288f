import { fileURLToPath } from "node:url";
import { CLI } from "./cli.ts";
import { measure } from "./measure.ts";
import { type Row, ratio, seconds } from "./row.ts";

const PROJECT = fileURLToPath(new URL("projects/thousand", import.meta.url));

/** Running a program of 1,000 resources, against the SDK's own mocks. */
export const programBench = (): readonly Row[] => {
  const [ours, mocks] = measure(
    [
      { args: [CLI, "preview", "--cwd", PROJECT, "--stack", "dev", "--format", "json"], cwd: PROJECT },
      { args: ["mocked.js"], cwd: PROJECT },
    ],
    3,
  );
  if (!ours || !mocks) return [];
  return [
    {
      what: "preview of a program with 1,000 resources ÷ the SDK's mocks",
      measured: ratio(ours.seconds / mocks.seconds),
      wanted: "≤ 1 ×",
      met: ours.seconds <= mocks.seconds,
      detail: `${seconds(ours.seconds)} and ${seconds(mocks.seconds)}`,
    },
  ];
};
