import type { Host } from "./host.ts";

const QUIET_MS = 1000;
const CLEAR_LINE = "\r\u001b[K";

/** A line that counts while a program runs. */
export interface Progress {
  readonly count: (registered: number) => void;
  /** Takes the line away. */
  readonly done: () => void;
}

/**
 * Counts resources on one line of standard error once the work has taken a second. Silent where either stream is no
 * terminal, so that a log or a pipe never sees it.
 */
export const showProgress = ({ stdout, stderr }: Host, what: string): Progress => {
  if (!stdout.isTerminal || !stderr.isTerminal) return { count: () => {}, done: () => {} };
  const started = performance.now();
  let shown = false;
  return {
    count: (registered) => {
      if (performance.now() - started < QUIET_MS) return;
      shown = true;
      stderr.write(`${CLEAR_LINE}… ${what}: ${registered} ${registered === 1 ? "resource" : "resources"}`);
    },
    done: () => {
      if (shown) stderr.write(CLEAR_LINE);
    },
  };
};
