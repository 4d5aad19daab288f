import { describeDiagnostic, InputError } from "../src/core/diagnostic.ts";
import type { Finding, Verdict } from "../src/model/verdict.ts";
import { visible } from "../src/report/sanitize.ts";

const LONGEST = 600;
const MOST_FAULTS = 5;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** A finding for people, and as its last line for machines. */
export const findingMessage = ({ rule, outcome }: Verdict, { message, hint, measured, limit }: Finding): string =>
  [
    shortened(visible(message)),
    ...(hint === undefined ? [] : [visible(hint)]),
    JSON.stringify({ rackrate: 1, rule, outcome, measured, limit }),
  ].join("\n");

const faultText = (error: unknown): string => {
  if (error instanceof InputError) {
    const faults = error.diagnostics.slice(0, MOST_FAULTS).map((one) => visible(describeDiagnostic(one)));
    const more = error.diagnostics.length - MOST_FAULTS;
    return [...faults, ...(more > 0 ? [`… and ${more} more`] : [])].join("; ");
  }
  return visible(error instanceof Error ? error.message : String(error));
};

/** Why a policy could not judge, and how to go on without it. */
export const failureMessage = (rule: string, error: unknown): string =>
  [
    `The cost could not be computed, so this limit cannot be checked: ${shortened(faultText(error))}`,
    `Put this right, or set ${rule} to advisory or disabled in the policy configuration to go on without it.`,
    JSON.stringify({ rackrate: 1, rule, outcome: "error", measured: null, limit: null }),
  ].join("\n");
