import { plain } from "../core/decimal.ts";
import { InputError } from "../core/diagnostic.ts";
import { undecided } from "../gate/undecided.ts";
import { type Baseline, baselineSchema, type StackBaseline } from "../model/baseline.ts";
import type { Estimate } from "../model/estimate.ts";
import { visibleJson } from "../report/sanitize.ts";
import { estimatesOf } from "./estimates.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import type { BaselineArguments } from "./options.ts";
import { dateOf } from "./run-context.ts";
import { writeFileOf } from "./write-file.ts";

/**
 * `rackrate baseline`: what each stack costs as it stands, for policy packs, which are not shown it. A state export says
 * so, or the before side of a preview.
 */
export const writeBaseline = async (args: BaselineArguments, host: Host): Promise<ExitCode> => {
  const { value: estimates, diagnostics } = await estimatesOf(args, host);
  showDiagnostics(diagnostics, host, args.color);
  const baseline: Baseline = {
    schemaVersion: 1,
    kind: "baseline",
    date: dateOf(host, args.today),
    stacks: estimates.map(stackBaseline),
  };
  const text = `${visibleJson(JSON.stringify(baselineSchema.parse(baseline), null, 2))}\n`;
  if (args.out === undefined) host.stdout.write(text);
  else writeFileOf(host, args.out, text);
  return 0;
};

/** @throws InputError where the plan does not show what is deployed. */
const stackBaseline = ({ plan, before, settings }: Estimate): StackBaseline => {
  const { project, stack, origin } = plan;
  if (origin === "program" && plan.before.completeness === "absent") {
    throw new InputError({
      severity: "error",
      code: "baseline-from-program",
      message: `A program does not say what of ${project}/${stack} is deployed.`,
      hint: "Hand over a state export: `pulumi stack export | rackrate baseline --from -`.",
    });
  }
  const cost = before.measures.monthlyCost.expected.value;
  return {
    project,
    stack,
    currency: settings.currency,
    monthlyCost: cost === null ? "0" : plain(cost),
    leavesOut: [
      ...undecided(before, plan.before).map(({ message }) => message),
      ...(cost === null ? ["nothing of its cost is known"] : []),
    ],
  };
};
