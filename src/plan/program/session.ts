import type { Diagnostic } from "../../core/diagnostic.ts";
import type { Assumption } from "../../model/plan.ts";

/** A line of the program's log. */
export interface LogLine {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly urn: string;
}

const MOST_LOG_LINES = 1_000;

/** What a run collects beside its resources: assumptions, log, gaps, and the first thing that makes the run useless. */
export class Session {
  readonly #assumptions = new Map<string, Assumption>();
  readonly missing = new Set<string>();
  /** Tokens of the data sources whose answers count as unknown. */
  readonly unanswered = new Set<string>();
  readonly log: LogLine[] = [];
  /** Whether the program came to its regular end: its stack outputs were registered. */
  finished = false;
  /** Whether the SDK announced its shutdown; only newer ones do. */
  signalled = false;
  #failure: Diagnostic | undefined;
  #onFailure: (() => void) | undefined;

  /** Deduplicated by message: a loop of a hundred calls makes one assumption. */
  assume(code: string, message: string): void {
    this.#assumptions.set(`${code} ${message}`, { code, message });
  }

  /** By code and message, whatever the order of the calls. */
  assumptionsInOrder(): Assumption[] {
    return [...this.#assumptions.keys()].sort().map((key) => this.#assumptions.get(key)!);
  }

  /** Keeps a log line, within bounds: a program may log for ever. */
  note(line: LogLine): void {
    if (line.severity !== "debug" && this.log.length < MOST_LOG_LINES) this.log.push(line);
  }

  get failure(): Diagnostic | undefined {
    return this.#failure;
  }

  /** Ends the run; the first failure is the one that is told. */
  fail(failure: Diagnostic): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    this.#onFailure?.();
  }

  onFailure(stop: () => void): void {
    this.#onFailure = stop;
    if (this.#failure !== undefined) stop();
  }
}
