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

/** The verdicts as a terminal shows them: findings under each rule that has any, and each piece of advice once. */
export const gateLines = (verdicts: readonly Verdict[], paint: Paint, width: number): readonly string[] => {
  const advised = new Set<string>();
  const indented = (text: string, tone: Tone): readonly string[] =>
    wrap(visible(text), width - 4).map((line) => `    ${paint(tone, line)}`);
  const advice = (hint: string | undefined): readonly string[] => {
    if (hint === undefined || advised.has(hint)) return [];
    advised.add(hint);
    return indented(hint, "dim");
  };
  return orderedVerdicts(verdicts).flatMap(({ outcome, title, rule, findings, override }) => {
    const { mark, word, tone } = OUTCOMES[outcome];
    return [
      `${paint(tone, `${mark} ${word}`)}  ${paint("strong", visible(title))}  ${paint("dim", visible(rule))}`,
      ...(outcome === "pass"
        ? []
        : findings.flatMap(({ message, hint }) => [...indented(message, "plain"), ...advice(hint)])),
      ...(override ? indented(`Accepted until ${override.expires}: ${override.reason}`, "warn") : []),
    ];
  });
};
