import { z } from "zod";
import type { Estimate } from "../model/estimate.ts";
import { READ_ONCE } from "../model/read-once.ts";
import type { Finding } from "../model/verdict.ts";

/** What is judged: an estimate before anyone has judged it. */
export type Subject = Omit<Estimate, "verdicts">;

/** A finding as a rule reports it. `advisory` ones warn even where the rule is mandatory. */
export interface Observation extends Finding {
  readonly advisory?: boolean;
}

/** What a rule says where its question does not arise: no limit is set, or nothing is deployed. */
export const NOT_APPLICABLE = "not-applicable";

/** No observation is a pass. */
export type Judgement = readonly Observation[] | typeof NOT_APPLICABLE;

const enforcement = z
  .enum(["mandatory", "advisory", "disabled"])
  .default("mandatory")
  .describe("mandatory fails the run, advisory only warns, disabled leaves the rule out.");

/** How much a breach matters, in the words of Pulumi's policies. */
export type RuleSeverity = "low" | "medium" | "high" | "critical";

/** A rule as its file writes it. */
export interface RuleDefinition<S extends z.ZodObject> {
  /** Kebab-case; the key under `gates` and the name of the policy. */
  readonly id: string;
  /** For people, as the head of a table: `Monthly cost`. */
  readonly title: string;
  /** One sentence that says what it demands. */
  readonly description: string;
  /** `medium` where absent. */
  readonly severity?: RuleSeverity;
  /** A strict object in which everything is optional or has a default. */
  readonly settings: S;
  /** `today` is YYYY-MM-DD. */
  readonly check: (subject: Subject, settings: z.output<S>, today: string) => Judgement;
}

/** A rule as the judge, the policy pack and the documentation use it. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: RuleSeverity;
  /** The rule's own settings. */
  readonly settings: z.ZodObject;
  /** The form of its entry under `gates`: its own settings and how it is enforced. */
  readonly entry: z.ZodType<Record<string, unknown>>;
  /** Judges an estimate; `settings` is read by the rule's own schema. @throws ZodError where they do not fit it. */
  readonly check: (subject: Subject, settings: unknown, today: string) => Judgement;
}

/** Closes and freezes a rule; rules are listed explicitly in `list.ts`. */
export const defineRule = <S extends z.ZodObject>(definition: RuleDefinition<S>): Rule => {
  // Of the rule's own type only `check` knows; to everyone else it is some object.
  const settings: z.ZodObject = definition.settings;
  return Object.freeze({
    id: definition.id,
    title: definition.title,
    description: definition.description,
    severity: definition.severity ?? "medium",
    settings,
    entry: settings.extend({ enforcement }).prefault({}).describe(definition.description),
    check: (subject: Subject, given: unknown, today: string) =>
      definition.check(subject, definition.settings.parse(given, READ_ONCE), today),
  });
};
