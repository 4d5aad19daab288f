import type { Diagnostic } from "../core/diagnostic.ts";
import { nearest } from "../core/nearest.ts";
import type { Settings } from "../model/settings.ts";
import type { Finding, Verdict } from "../model/verdict.ts";
import type { Rule } from "./define-rule.ts";

type Override = Settings["overrides"][number];

/** A failing verdict under the settings' overrides: accepted until and including the day one expires. Others stay as they are. */
export const applyOverrides = (verdict: Verdict, overrides: readonly Override[], today: string): Verdict => {
  if (verdict.outcome !== "fail") return verdict;
  // ISO dates order as text. The override that lasts longest counts.
  const own = overrides.filter(({ rule }) => rule === verdict.rule).sort((a, b) => (a.expires < b.expires ? 1 : -1));
  const [longest] = own;
  if (longest === undefined) return verdict;
  const { reason, expires } = longest;
  if (today <= expires) return { ...verdict, outcome: "overridden", override: { reason, expires } };
  const expired: Finding = {
    message: `The override of this rule expired on ${expires} ("${reason}").`,
    measured: null,
    limit: null,
    hint: "Bring the change back under the limit, or renew the override with a new reason and date.",
  };
  return { ...verdict, findings: [...verdict.findings, expired] };
};

/** An override of a rule that does not exist protects nothing, and is mostly a slip of the keyboard. */
export const unknownOverrides = (overrides: readonly Override[], rules: readonly Rule[]): readonly Diagnostic[] =>
  overrides.flatMap(({ rule }, index): readonly Diagnostic[] => {
    const ids = rules.map(({ id }) => id);
    if (ids.includes(rule)) return [];
    const [meant] = nearest(rule, ids, 1);
    return [
      {
        severity: "error",
        code: "override-unknown-rule",
        message: `overrides[${index}].rule names no rule: ${JSON.stringify(rule)}.`,
        place: { property: `overrides[${index}].rule` },
        hint: meant === undefined ? `Rules: ${ids.join(", ")}.` : `Did you mean ${meant}?`,
      },
    ];
  });
