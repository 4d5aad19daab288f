import { compareEstimates } from "../finance/compare.ts";
import type { Estimate } from "../model/estimate.ts";
import { badUse } from "./bad-use.ts";
import { usesColor, widthOfReport } from "./color.ts";
import { estimatesOf } from "./estimates.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import type { CompareArguments } from "./options.ts";
import { writeFileOf } from "./write-file.ts";

/** `rackrate compare cloud onprem`: two stacks of one program side by side, and from when the cheaper one pays. */
export const compare = async (args: CompareArguments, host: Host): Promise<ExitCode> => {
  const { first, second, format, out, color } = args;
  if (first === second) throw badUse(`Two different stacks are compared, not ${first} with itself.`);
  if (args.from === undefined) (await import("./program-plan.ts")).checkStacks([first, second], args, host);
  const estimates: Estimate[] = [];
  for (const stack of [first, second]) {
    const { value, diagnostics } = await estimatesOf({ ...args, stack }, host);
    showDiagnostics(diagnostics, host, color);
    estimates.push(...value);
  }
  const [one, other] = estimates;
  if (one === undefined || other === undefined) throw badUse("Two stacks are needed to compare.");
  const comparison = compareEstimates(one, other);
  const { renderComparison, renderComparisonJson } = await import("../report/comparison.ts");
  const report =
    format === "json"
      ? renderComparisonJson(comparison)
      : renderComparison(
          comparison,
          out === undefined
            ? { width: widthOfReport(host.stdout), color: usesColor(host, host.stdout, color) }
            : { color: color ?? false },
        );
  if (out === undefined) host.stdout.write(report);
  else writeFileOf(host, out, report);
  return 0;
};
