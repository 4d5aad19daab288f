import type { Outcome } from "../core/diagnostic.ts";
import { READ_ONCE } from "../model/read-once.ts";
import type { Finding, Verdict } from "../model/verdict.ts";
import { NOT_APPLICABLE, type Observation, type Rule, type Subject } from "./define-rule.ts";
import { RULES } from "./list.ts";
import { applyOverrides, unknownOverrides } from "./override.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST_FAULT = 200;

const toFinding = ({ advisory: _, ...finding }: Observation): Finding => finding;

/** A rule that breaks must not open the gate, and not break the preview either. */
const broken = (rule: Rule, error: unknown): Verdict => ({
  rule: rule.id,
  title: rule.title,
  outcome: "fail",
  findings: [
    {
      message: `The rule itself failed and so cannot pass: ${(error instanceof Error ? error.message : String(error)).slice(0, LONGEST_FAULT)}.`,
      measured: null,
      limit: null,
      hint: `This is a fault of rackrate or of the settings given to it. Set gates.${rule.id}.enforcement to disabled to go on without this rule.`,
    },
  ],
});

const verdictOf = (rule: Rule, subject: Subject, today: string): Verdict | null => {
  try {
    const { enforcement, ...settings } = rule.entry.parse(subject.settings.gates[rule.id] ?? {}, READ_ONCE);
    if (enforcement === "disabled") return null;
    const judgement = rule.check(subject, settings, today);
    const named = { rule: rule.id, title: rule.title };
    if (judgement === NOT_APPLICABLE) return { ...named, outcome: "not-applicable", findings: [] };
    const breached = judgement.some(({ advisory }) => advisory !== true);
    const outcome = judgement.length === 0 ? "pass" : breached && enforcement !== "advisory" ? "fail" : "warn";
    return { ...named, outcome, findings: judgement.map(toFinding) };
  } catch (error) {
    return broken(rule, error);
  }
};

/**
 * What every rule that is not disabled says of an estimate, in the order of the rules. `today` (YYYY-MM-DD) decides
 * which overrides still hold.
 * @throws RangeError where `today` is no date: an override would then last for ever.
 */
export const judge = (
  estimate: Subject,
  today: string,
  rules: readonly Rule[] = RULES,
): Outcome<readonly Verdict[]> => {
  if (!DAY.test(today)) throw new RangeError(`today must be YYYY-MM-DD, but it is ${today}`);
  const { overrides } = estimate.settings;
  const verdicts = rules.flatMap((rule) => verdictOf(rule, estimate, today) ?? []);
  return {
    value: verdicts.map((verdict) => applyOverrides(verdict, overrides, today)),
    diagnostics: unknownOverrides(overrides, rules),
  };
};
