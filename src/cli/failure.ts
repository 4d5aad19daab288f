import { type Diagnostic, describeDiagnostic, InputError, type Severity } from "../core/diagnostic.ts";
import { visible } from "../report/sanitize.ts";
import { painter, type Tone } from "../report/style.ts";
import { usesColor } from "./color.ts";
import type { ExitCode, Host } from "./host.ts";

const TONES: Readonly<Record<Severity, Tone>> = { error: "bad", warning: "warn", info: "dim" };

/** Messages of one run that are shown; a program can make any number of them. */
const MOST_SHOWN = 50;

/** Writes diagnostics for people to standard error. Foreign text in them cannot reach the terminal's controls. */
export const showDiagnostics = (diagnostics: readonly Diagnostic[], host: Host, color?: boolean): void => {
  const paint = painter(usesColor(host, host.stderr, color));
  for (const diagnostic of diagnostics.slice(0, MOST_SHOWN)) {
    const lines = describeDiagnostic(diagnostic).split(/\r?\n/).map(visible);
    host.stderr.write(`${paint(TONES[diagnostic.severity], `${diagnostic.severity}:`)} ${lines.join("\n  ")}\n`);
  }
  if (diagnostics.length > MOST_SHOWN) host.stderr.write(`… and ${diagnostics.length - MOST_SHOWN} more messages\n`);
};

/**
 * Runs a command and turns what it throws into words and exit code 2: never a trace, unless asked for, and never exit
 * code 1, which says that a gate failed.
 */
export const guarded = async (host: Host, debug: boolean, command: () => Promise<ExitCode>): Promise<ExitCode> => {
  try {
    return await command();
  } catch (error) {
    if (error instanceof InputError) showDiagnostics(error.diagnostics, host);
    else
      host.stderr.write(
        `rackrate failed: ${visible(error instanceof Error ? error.message : String(error))}\n  This is a fault of rackrate, not of your input. --debug shows where.\n`,
      );
    if (debug && error instanceof Error)
      host.stderr.write(`${(error.stack ?? "").split("\n").map(visible).join("\n")}\n`);
    return 2;
  }
};
