import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { main } from "../../../src/cli/main.ts";
import type { PlanDocument } from "../../../src/plan/document.ts";

/** One side, the other and the difference: decimal strings, or `null` for unknown. */
export interface Change {
  readonly before: string | null;
  readonly after: string | null;
  readonly delta: string | null;
}

/** The parts of the JSON report that these tests look at. */
export interface Report {
  readonly summary: Readonly<Record<string, Change>>;
  readonly plan: Readonly<
    Record<"before" | "after", { readonly completeness: string; readonly missing: readonly string[] }>
  >;
  readonly resources: readonly {
    readonly urn: string;
    readonly type: string;
    readonly name: string;
    readonly region: string | null;
    readonly op: string;
    readonly status: string;
    readonly complete: boolean;
    readonly monthlyCost: Change;
  }[];
  readonly gates: readonly { readonly rule: string; readonly outcome: string }[];
  readonly assumptions: readonly { readonly message: string }[];
  readonly coverage: Readonly<Record<string, number | boolean>>;
  /** What was told beside the report. */
  readonly said: string;
}

/** How one command of rackrate ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fixed date, so that support windows and prices do not move under the tests. */
const TODAY = "2026-11-24";

/** Runs rackrate's command line in this process. */
export const rackrate = async (args: readonly string[], cwd: string): Promise<Ran> => {
  let stdout = "";
  let stderr = "";
  const output = (keep: (text: string) => void) => ({ write: keep, isTerminal: false });
  const code = await main([...args, "--today", TODAY], {
    stdout: output((text) => {
      stdout += text;
    }),
    stderr: output((text) => {
      stderr += text;
    }),
    readStdin: async () => Buffer.alloc(0),
    environment: { PATH: process.env.PATH, HOME: process.env.HOME },
    cwd,
    today: () => TODAY,
  });
  return { code, stdout, stderr };
};

const parseReport = ({ code, stdout, stderr }: Ran): Report => {
  if (code === 2) throw new Error(`rackrate refuses:\n${stderr}`);
  return { ...JSON.parse(stdout), said: stderr };
};

/** Prices what the engine wrote, by `rackrate preview --from`. */
export const priceDocuments = async (...documents: readonly PlanDocument[]): Promise<Report> =>
  priceDocumentsWith([], ...documents);

/** The same with more arguments, such as `--config`. */
export const priceDocumentsWith = async (
  args: readonly string[],
  ...documents: readonly PlanDocument[]
): Promise<Report> => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-documents-"));
  try {
    for (const { name, text } of documents) writeFileSync(join(folder, name), text);
    const from = documents.flatMap(({ name }) => ["--from", name]);
    return parseReport(await rackrate(["preview", ...from, "--format", "json", ...args], folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Prices the program of a folder by the runner, without the engine. */
export const priceProgram = async (folder: string, stack: string, args: readonly string[] = []): Promise<Report> =>
  parseReport(await rackrate(["preview", "--stack", stack, "--format", "json", ...args], folder));
