import type { Host } from "../../src/cli/host.ts";
import { main } from "../../src/cli/main.ts";

/** What a run of the command line left behind. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface MemoryHostOptions {
  readonly cwd: string;
  readonly stdin?: string | Buffer;
  readonly environment?: NodeJS.ProcessEnv;
  readonly terminal?: boolean;
}

/** Runs the command line in this process, with streams that only remember. */
export const runMain = async (
  argv: readonly string[],
  { cwd, stdin = "", environment = {}, terminal = false }: MemoryHostOptions,
): Promise<Run> => {
  const written = { stdout: "", stderr: "" };
  const output = (name: keyof typeof written): Host["stdout"] => ({
    write: (text) => {
      written[name] += text;
    },
    isTerminal: terminal,
  });
  const host: Host = {
    stdout: output("stdout"),
    stderr: output("stderr"),
    readStdin: async () => Buffer.from(stdin),
    environment,
    cwd,
    today: () => "2026-11-24",
  };
  const code = await main(argv, host);
  return { code, ...written };
};
