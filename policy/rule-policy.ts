import type { ReportViolation, StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import type { Rule } from "../src/gate/define-rule.ts";
import { judge } from "../src/gate/judge.ts";
import { READ_ONCE } from "../src/model/read-once.ts";
import type { Verdict } from "../src/model/verdict.ts";
import { configSchemaOf } from "./config-schema.ts";
import { evaluate } from "./evaluation.ts";
import { failureMessage, findingMessage } from "./message.ts";
import { type Files, scopeOf, settingsOfRule } from "./settings.ts";

const MOST_FINDINGS = 20;

/**
 * A rule of the gate as a policy of its own. It reports what breaches the rule; what only warns, or is overridden, the
 * summary tells, since a policy has one level for all it says. It never throws: an error would be a breach of nothing,
 * or drop the rest of the pack.
 */
export const rulePolicy = (rule: Rule): StackValidationPolicy => ({
  name: rule.id,
  displayName: rule.title,
  description: rule.description,
  enforcementLevel: "mandatory",
  severity: rule.severity,
  tags: ["cost", "finops", "gpu"],
  configSchema: configSchemaOf(rule.settings),
  validateStack: async (args, report) => {
    try {
      const verdict = await verdictOf(rule, args);
      if (verdict?.outcome === "fail") reportFindings(verdict, report);
    } catch (error) {
      report(failureMessage(rule.id, error));
    }
  },
});

const verdictOf = async (rule: Rule, args: StackValidationArgs): Promise<Verdict | undefined> => {
  const { configFile, baseline, ...own } = args.getConfig<Files & Record<string, unknown>>();
  const scope = scopeOf({ ...(configFile && { configFile }), ...(baseline && { baseline }) });
  const settings = settingsOfRule(scope, rule.id, own);
  if (!isApplied(rule, settings.gates[rule.id])) return undefined;
  const { estimate, verdicts } = evaluate(args, scope);
  const [verdict] = judge({ ...(await estimate), settings }, scope.run.today, [rule]).value;
  if (verdict !== undefined) verdicts.set(rule.id, verdict);
  return verdict;
};

/** A rule without its limit is not applied, and so neither fails with what cannot be priced nor costs time. */
const isApplied = (rule: Rule, entry: unknown): boolean => {
  const { enforcement, ...own } = rule.entry.parse(entry ?? {}, READ_ONCE);
  const takesSettings = Object.keys(rule.settings.shape).length > 0;
  return enforcement !== "disabled" && (!takesSettings || Object.values(own).some((value) => value !== undefined));
};

const reportFindings = (verdict: Verdict, report: ReportViolation): void => {
  const { findings } = verdict;
  for (const finding of findings.slice(0, MOST_FINDINGS)) report(findingMessage(verdict, finding), finding.urn);
  const more = findings.length - MOST_FINDINGS;
  if (more > 0)
    report(findingMessage(verdict, { message: `… and ${more} more of the kind.`, measured: null, limit: null }));
};
