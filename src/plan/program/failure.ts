import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Diagnostic, Place } from "../../core/diagnostic.ts";
import type { ChildEnd, ChildOptions } from "./child.ts";
import { projectPath } from "./position.ts";
import type { Project } from "./project.ts";
import { installCommand } from "./sdk.ts";
import type { Session } from "./session.ts";
import { missingConfig, type StackConfig } from "./stack-config.ts";

/** What is known after a run that went wrong. */
export interface FailedRun {
  readonly end: ChildEnd;
  readonly session: Session;
  readonly project: Project;
  readonly stack: string;
  readonly config: StackConfig;
  /** Whether the SDK says when it has come to its end; one that left by `process.exit` has not. */
  readonly signalsShutdown: boolean;
  readonly limits: Pick<ChildOptions, "timeoutSeconds" | "memoryMib">;
}

const MISSING_CONFIG = /Missing required configuration variable '([^']+)'/;
const MISSING_MODULE = /Cannot find (?:module|package) '([^']+)'/;
/** The SDK's words at its end for registrations that never came about; older ones speak of promises. */
const UNSETTLED = /promises? (?:was|were) still active|was waiting for/;
const MISSING_ENTRY = /failed to locate the entry point for your program: (.*)/;
const OUT_OF_MEMORY = /JavaScript (?:heap )?out of memory|Allocation failed|Array buffer allocation failed/;
/** How Node ends itself where it cannot go on. */
const CRASHES: readonly (NodeJS.Signals | null)[] = ["SIGABRT", "SIGBUS", "SIGILL", "SIGSEGV", "SIGTRAP"];
/** With less, Node itself crashes before the program begins, and mostly without a word of memory (Node 24, 2026-11). */
const LEAST_MEMORY_MIB = 64;

/** Why a run failed, for people; `traced` says whether a second run with stack traces could name the line. */
export const explainFailure = (run: FailedRun): { readonly diagnostic: Diagnostic; readonly traceable: boolean } => {
  const { end, session, limits } = run;
  const settled = (diagnostic: Diagnostic) => ({ diagnostic, traceable: false });
  if (session.failure !== undefined) return settled(session.failure);
  if (end.stopped === "timeout") {
    const message = `The program did not end within ${limits.timeoutSeconds} seconds and was stopped.`;
    return settled({
      severity: "error",
      code: "program-timeout",
      message,
      hint: "It may wait for something that is not there.",
    });
  }
  const starved = CRASHES.includes(end.signal) && limits.memoryMib < LEAST_MEMORY_MIB;
  if (end.stopped === "memory" || OUT_OF_MEMORY.test(end.stderr) || starved) {
    const message = `The program needed more than ${limits.memoryMib} MiB of memory and was stopped.`;
    return settled({ severity: "error", code: "program-memory", message, hint: "Give it more with `--memory MIB`." });
  }
  const errors = session.log.filter((line) => line.severity === "error").map((line) => line.message);
  // The SDK colours its traces; a message must not carry escape codes to a terminal.
  const text = stripVTControlCharacters(errors.length > 0 ? errors.join("\n") : end.stderr);
  const missing = [...text.matchAll(new RegExp(MISSING_CONFIG, "g"))].map((match) => match[1]!);
  if (missing.length > 0) return settled(missingConfig(missing[0]!, run.stack));
  if (errors.length === 0) {
    const quiet = explainQuietEnd(run);
    if (quiet !== undefined) return settled(quiet);
  }
  // One mistake is often logged again by everything that waited for it.
  return { diagnostic: explainError(run, stripVTControlCharacters(errors[0] ?? end.stderr)), traceable: true };
};

/** The program ended without an error of its own: it was killed, left too early, or waits for something for ever. */
const explainQuietEnd = ({ end, session, signalsShutdown }: FailedRun): Diagnostic | undefined => {
  const left = signalsShutdown && !session.signalled;
  if (!left && UNSETTLED.test(end.stderr)) {
    const message =
      "Some resources were never registered: they wait for each other, or for a promise that never resolves.";
    const waiting = end.stderr.split("\n").filter((line) => /^\s*\* "/.test(line));
    const hint = waiting
      .slice(0, 5)
      .map((line) => line.trim().slice(2))
      .join("; ");
    return { severity: "error", code: "circular-resources", message, ...(hint !== "" && { hint }) };
  }
  const entry = MISSING_ENTRY.exec(end.stderr)?.[1];
  if (entry !== undefined) {
    const message = `The program was not found at ${entry.trim()}.`;
    return {
      severity: "error",
      code: "no-program",
      message,
      hint: "Name it as `main` in Pulumi.yaml or package.json.",
    };
  }
  if (end.signal !== null) {
    const hint = "The system ends programs so where it has no memory left.";
    return {
      severity: "error",
      code: "program-killed",
      message: `The program was ended by the signal ${end.signal}.`,
      ...(end.signal === "SIGKILL" && { hint }),
    };
  }
  // Something that fails before the SDK can log it says so on the error stream.
  if (end.code !== 0 && /\b(?:Error|ERR_\w+|error:)/.test(end.stderr)) return undefined;
  return session.signalled && !session.finished ? UNSETTLED_PROGRAM : explainExit(end, session);
};

/** Node ends when nothing is left to do; the SDK then waits for nothing, though the program's own code never came back. */
const UNSETTLED_PROGRAM: Diagnostic = {
  severity: "error",
  code: "program-unsettled",
  message: "The program did not come to its end: it awaits something that never comes about.",
  hint: "Look for a top-level `await`, or one in an exported function, of a promise that nothing resolves.",
};

/** Pulumi takes every exit code but 0 for a failure, also that of a program that declared all it had to. */
const explainExit = ({ code }: ChildEnd, { finished }: Session): Diagnostic =>
  finished && code !== 0
    ? {
        severity: "error",
        code: "program-exit-code",
        message: `The program registered its resources, but then ended with the exit code ${code}, as one that failed.`,
        hint: "It sets process.exitCode or calls process.exit: a Pulumi program must end with 0.",
      }
    : {
        severity: "error",
        code: "program-exited",
        message: "The program left by itself (process.exit) before it came to its end.",
        hint: "A Pulumi program must run to its end.",
      };

const explainError = (run: FailedRun, text: string): Diagnostic => {
  const place = userPlace(run.project, text);
  const module = MISSING_MODULE.exec(text)?.[1];
  if (module !== undefined && !module.startsWith(".") && !module.startsWith("/")) {
    return {
      severity: "error",
      code: "dependencies-missing",
      message: `The program needs the package ${module}, which is not installed.`,
      ...(place !== undefined && { place }),
      hint: `Run \`${installCommand(run.project.programFolder)}\` in ${run.project.programFolder} first.`,
    };
  }
  const hint = [encryptedHint(run), unansweredHint(run)].filter((part) => part !== undefined).join(" ");
  return {
    severity: "error",
    code: "program-failed",
    message: `The program failed: ${firstMessage(text)}`,
    ...(place !== undefined && { place }),
    ...(hint !== "" && { hint }),
  };
};

const encryptedHint = ({ config }: FailedRun): string | undefined =>
  config.encrypted.length > 0
    ? `Encrypted values are not readable here (${config.encrypted.join(", ")}); give one with \`-c KEY=VALUE\` if the program needs its content.`
    : undefined;

/** Code after a promise of an answer runs on an unknown one too, and may look inside it; code after an output does not. */
const unansweredHint = ({ session }: FailedRun): string | undefined => {
  const tokens = [...session.unanswered].sort();
  if (tokens.length === 0) return undefined;
  const shown = tokens.slice(0, 5).join(", ") + (tokens.length > 5 ? " and others" : "");
  return `No cloud is asked, so these data sources have no answer here beyond its shape: ${shown}. Code that looks inside one has to call its \`…Output\` form, which waits for an answer, or the Pulumi CLI's own plan can be priced with \`--from\`.`;
};

/** The message without the SDK's introduction, and without the stack frames and properties that follow it. */
const firstMessage = (text: string): string => {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    if (/^Running program '.*' failed with an unhandled exception:$/.test(line)) continue;
    if (/^\s+at /.test(line) || /^(?:\s*\{|.*\{)$/.test(line)) break;
    lines.push(line.replace(/^<ref \*\d+> /, ""));
  }
  // A syntax error starts with its place and the line in question; the place is told apart.
  const syntax = /:\d+$/.test(lines[0] ?? "") ? lines.find((line) => /^\w*Error: /.test(line)) : undefined;
  const message = syntax ?? lines.join("\n").trim();
  return message === "" ? "it gave no reason." : message.slice(0, 2_000);
};

const FRAME = /^\s+at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(\d+):(\d+)\)?$/;
const SYNTAX = /^((?:file:\/\/|\/|[A-Za-z]:[\\/]).*):(\d+)()$/;
const COMPILER = /^([^\s:()]+\.[cm]?[tj]sx?)[:(](\d+)[:,](\d+)/;

/** The first line of the project's own code in a stack trace or a compiler's message. */
const userPlace = (project: Project, text: string): Place | undefined => {
  for (const line of text.split("\n")) {
    const frame = FRAME.exec(line) ?? SYNTAX.exec(line);
    if (frame !== null) {
      const file = frame[1]!.startsWith("file://") ? fileURLToPath(frame[1]!) : frame[1]!;
      const path = projectPath(project.root, file);
      const column = frame[3] ? { column: Number(frame[3]) } : {};
      if (path !== undefined) return { file: path, line: Number(frame[2]), ...column };
    }
    const compiler = COMPILER.exec(line);
    if (compiler !== null) return { file: compiler[1]!, line: Number(compiler[2]), column: Number(compiler[3]) };
  }
  return undefined;
};
