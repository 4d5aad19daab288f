import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host } from "../../src/cli/host.ts";
import { showProgress } from "../../src/cli/progress.ts";

const hostOf = (stdout: boolean, stderr: boolean, written: string[]): Host => ({
  stdout: { write: () => {}, isTerminal: stdout },
  stderr: { write: (text) => void written.push(text), isTerminal: stderr },
  readStdin: async () => Buffer.alloc(0),
  environment: {},
  cwd: ".",
  today: () => "2026-11-24",
});

describe("the progress line", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("says nothing of work that takes less than a second", () => {
    const written: string[] = [];
    const progress = showProgress(hostOf(true, true, written), "running");
    progress.count(10);
    progress.done();
    expect(written).toEqual([]);
  });

  it("counts on one line after a second, and takes the line away", () => {
    const written: string[] = [];
    const progress = showProgress(hostOf(true, true, written), "running");
    vi.advanceTimersByTime(1001);
    progress.count(120);
    progress.done();
    expect(written).toEqual(["\r\u001b[K… running: 120 resources", "\r\u001b[K"]);
  });

  it.each([
    [false, true],
    [true, false],
  ])("is silent where standard output or error is no terminal (%s, %s)", (stdout, stderr) => {
    const written: string[] = [];
    const progress = showProgress(hostOf(stdout, stderr, written), "running");
    vi.advanceTimersByTime(5000);
    progress.count(120);
    progress.done();
    expect(written).toEqual([]);
  });
});
