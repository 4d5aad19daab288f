import type { Verdict } from "../model/verdict.ts";
import { visible } from "./sanitize.ts";
import type { Paint, Tone } from "./style.ts";
import { wrap } from "./width.ts";

/** How an outcome is marked and coloured, and the word it has where there is no colour. */
export const OUTCOMES: Readonly<
  Record<Verdict["outcome"], { readonly mark: string; readonly word: string; readonly tone: Tone }>
> = {
  fail: { mark: "✖", word: "failed", tone: "bad" },
  warn: { mark: "▲", word: "warning", tone: "warn" },
  overridden: { mark: "○", word: "overridden", tone: "warn" },
  pass: { mark: "✔", word: "passed", tone: "good" },
  "not-applicable": { mark: "·", word: "not applicable", tone: "dim" },
};

const ORDER = Object.keys(OUTCOMES) as Verdict["outcome"][];

/** The gravest first; rules that do not apply are left out. */
export const orderedVerdicts = (verdicts: readonly Verdict[]): readonly Verdict[] =>
  verdicts
    .filter(({ outcome }) => outcome !== "not-applicable")
    .sort((one, other) => ORDER.indexOf(one.outcome) - ORDER.indexOf(other.outcome));

/** Each piece of advice with the rules that give it. */
const adviceOf = (verdicts: readonly Verdict[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const rules = new Map<string, Set<string>>();
  for (const { rule, findings } of verdicts) {
    for (const { hint } of findings) {
      if (hint !== undefined) rules.set(hint, (rules.get(hint) ?? new Set()).add(rule));
    }
  }
  return rules;
};

/**
 * The verdicts as a terminal shows them: findings under each rule that has any, and each piece of advice once: behind
 * all findings of its rule that it is for, and at the end where several rules give it.
 */
export const gateLines = (verdicts: readonly Verdict[], paint: Paint, width: number): readonly string[] => {
  const ordered = orderedVerdicts(verdicts);
  const advice = adviceOf(ordered.filter(({ outcome }) => outcome !== "pass"));
  const indented = (text: string, tone: Tone): readonly string[] =>
    wrap(visible(text), width - 4).map((line) => `    ${paint(tone, line)}`);
  const findingLines = (findings: Verdict["findings"]): readonly string[] =>
    findings.flatMap(({ message, hint }, at) => {
      const isTold = hint === undefined || advice.get(hint)?.size !== 1;
      const isLast = findings.findLastIndex((finding) => finding.hint === hint) === at;
      return [...indented(message, "plain"), ...(isTold || !isLast ? [] : indented(hint, "dim"))];
    });
  const shared = [...advice].filter(([, rules]) => rules.size > 1);
  return [
    ...ordered.flatMap(({ outcome, title, rule, findings, override }) => {
      const { mark, word, tone } = OUTCOMES[outcome];
      return [
        `${paint(tone, `${mark} ${word}`)}  ${paint("strong", visible(title))}  ${paint("dim", visible(rule))}`,
        ...(outcome === "pass" ? [] : findingLines(findings)),
        ...(override ? indented(`Accepted until ${override.expires}: ${override.reason}`, "warn") : []),
      ];
    }),
    ...shared.flatMap(([hint, rules]) =>
      wrap(visible(`${[...rules].join(", ")}: ${hint}`), width - 2).map((line) => `  ${paint("dim", line)}`),
    ),
  ];
};
