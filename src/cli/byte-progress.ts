import type { Host } from "./host.ts";

const CLEAR_LINE = "\r\u001b[K";
const BAR = 24;
const EVERY_MS = 100;
const MEGABYTE = 1e6;

/** A bar that fills as bytes come. */
export interface ByteProgress {
  readonly show: (what: string, done: number, total: number | null) => void;
  /** Takes the line away. */
  readonly done: () => void;
}

/** Shows on standard error how a download goes on; silent where that is no terminal. */
export const showBytes = ({ stderr }: Host): ByteProgress => {
  if (!stderr.isTerminal) return { show: () => {}, done: () => {} };
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  return {
    show: (what, done, total) => {
      const now = performance.now();
      if (now - last < EVERY_MS && done !== total) return;
      last = now;
      shown = true;
      const megabytes = (done / MEGABYTE).toFixed(1);
      const filled = total === null || total === 0 ? 0 : Math.round((done / total) * BAR);
      const bar =
        total === null
          ? ""
          : ` [${"█".repeat(filled)}${" ".repeat(BAR - filled)}] of ${(total / MEGABYTE).toFixed(1)} MB`;
      stderr.write(`${CLEAR_LINE}${what}: ${megabytes} MB${bar}`);
    },
    done: () => {
      if (shown) stderr.write(CLEAR_LINE);
      shown = false;
    },
  };
};
