import type { Estimate } from "../model/estimate.ts";
import type { ExitCode } from "./host.ts";

/** What a gate makes of a run: 1 where any rule of any stack fails. */
export const exitCodeOf = (estimates: readonly Pick<Estimate, "verdicts">[]): ExitCode =>
  estimates.some(({ verdicts }) => verdicts.some(({ outcome }) => outcome === "fail")) ? 1 : 0;
