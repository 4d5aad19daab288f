import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const KEPT_OUTPUT = 64 * 1024;
const PAGE_BYTES = 4096;
const MIB = 1024 * 1024;
/** Node itself, its stacks and code beside the heap. */
const OVERHEAD_MIB = 512;
const WATCH_MS = 250;

/** A program to be run, with its limits. */
export interface ChildOptions {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMib: number;
}

/** How a child ended. `stopped` says that we ended it, and why. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stopped: "timeout" | "memory" | "failure" | undefined;
  /** The last 64 KiB of each stream. */
  readonly stdout: string;
  readonly stderr: string;
}

/** A running child. */
export interface Child {
  readonly end: Promise<ChildEnd>;
  stop(): void;
}

/**
 * Starts Node in a process group of its own, with its output kept from ours. The whole group dies with it: at its end,
 * at a limit, and when we ourselves are ended.
 */
export const startChild = (options: ChildOptions): Child => {
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: { ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let stopped: ChildEnd["stopped"];
  const killGroup = () => killProcessGroup(child.pid);
  const stop = (reason: NonNullable<ChildEnd["stopped"]>) => {
    stopped ??= reason;
    killGroup();
  };
  const stdout = keepTail(child.stdout);
  const stderr = keepTail(child.stderr);
  const timer = setTimeout(() => stop("timeout"), options.timeoutSeconds * 1000);
  const watch = setInterval(() => {
    if (residentMib(child.pid) > options.memoryMib + OVERHEAD_MIB) stop("memory");
  }, WATCH_MS);
  const forget = dieTogether(killGroup);
  const end = new Promise<ChildEnd>((resolve, reject) => {
    child.once("error", reject);
    // Grandchildren may hold the pipes open; they go with the program.
    child.once("exit", killGroup);
    child.once("close", (code, signal) => resolve({ code, signal, stopped, stdout: stdout(), stderr: stderr() }));
  }).finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    forget();
  });
  return { end, stop: () => stop("failure") };
};

const killProcessGroup = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
};

/** Kills the child also when we are interrupted: it does not belong to the terminal's foreground group. */
const dieTogether = (kill: () => void): (() => void) => {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const interrupted = (signal: NodeJS.Signals) => {
    kill();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off("exit", kill);
    for (const signal of signals) process.off(signal, interrupted);
  };
  process.on("exit", kill);
  for (const signal of signals) process.on(signal, interrupted);
  return forget;
};

const keepTail = (stream: NodeJS.ReadableStream): (() => string) => {
  let text = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    text = (text + chunk).slice(-KEPT_OUTPUT);
  });
  return () => text;
};

/** Memory outside the heap is not bounded by Node's own flag. Read where the system tells it; elsewhere the flag must do. */
const residentMib = (pid: number | undefined): number => {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return (pages * PAGE_BYTES) / MIB;
  } catch {
    return 0;
  }
};
