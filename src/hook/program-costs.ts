import { judge } from "../gate/judge.ts";
import { gateSettingsSchema } from "../gate/list.ts";
import { monthlyIncrease } from "../gate/monthly-increase.ts";
import type { Estimate } from "../model/estimate.ts";
import type { Plan, Snapshot, Urn } from "../model/plan.ts";
import { joinSnapshots } from "../plan/join.ts";
import { makeSnapshot } from "../plan/snapshot.ts";
import { estimatorOfProject } from "../project-estimate.ts";
import { joinResources } from "../report/joined-resource.ts";
import { summaryLines } from "../report/summary.ts";
import { loadLayers } from "../settings/layers.ts";
import { projectLayers } from "../settings/project-layers.ts";
import type { Declared } from "./declared.ts";
import type { IncreaseLimit } from "./increase-limit.ts";
import type { ProgramFacts } from "./program-facts.ts";
import { resourceText } from "./resource-text.ts";

/** What is told of a program's costs. */
export interface Told {
  /** What stands beside a resource, by URN; of those that cost something or may. */
  readonly lines: readonly (readonly [Urn, string])[];
  readonly summary: string;
  /** Why the preview must stop; `null` where it need not. */
  readonly breach: string | null;
}

const NOT_SHOWN: Snapshot = {
  completeness: "partial",
  missing: ["what stands today, for which a newer Pulumi (3.182 or later) is needed"],
  resources: [],
};

/**
 * Prices what a program declares, time and again: settings and price files are read when first needed. Throws InputError
 * for settings that are wrong or a stack that cannot be priced.
 */
export const costsOfProgram = (facts: ProgramFacts): ((declared: Declared) => Told) => {
  let estimator: ((plan: Plan) => Estimate) | undefined;
  return (declared) => {
    estimator ??= openEstimator(facts);
    return tell(facts, estimator, declared);
  };
};

const openEstimator = (facts: ProgramFacts): ((plan: Plan) => Estimate) => {
  const settings = loadLayers(projectLayers(facts, facts.configFile).layers, gateSettingsSchema).value;
  return estimatorOfProject(settings, facts.today, facts.folders.at(-1) ?? ".");
};

const tell = (facts: ProgramFacts, estimate: (plan: Plan) => Estimate, { before, after, missing }: Declared): Told => {
  const { project, stack, configuration, assumptions, limit, today } = facts;
  const sides = {
    before: before === null ? NOT_SHOWN : makeSnapshot(before, configuration),
    after: makeSnapshot(after, configuration, missing),
  };
  const priced = estimate(joinSnapshots({ project, stack, origin: "program", ...sides, assumptions }));
  const lines = joinResources(priced).flatMap((joined): readonly (readonly [Urn, string])[] => {
    const text = resourceText(joined, priced.settings.currency);
    return text === null ? [] : [[joined.urn, text]];
  });
  return { lines, summary: summaryOf(priced), breach: limit === null ? null : breachOf(priced, limit, today) };
};

const summaryOf = (priced: Estimate): string => {
  const { before, after } = priced.plan;
  const unseen = ["what this change deletes, and what stood where it replaces", ...after.missing, ...before.missing];
  const partial = `Not seen from inside a program: ${unseen.map((one) => one.replace(/\.$/, "")).join("; ")}.`;
  return [...summaryLines(priced), partial].join("\n");
};

const breachOf = (priced: Estimate, limit: IncreaseLimit, today: string): string | null => {
  const gated = { ...priced, settings: { ...priced.settings, gates: { [monthlyIncrease.id]: limit } } };
  const [verdict] = judge(gated, today, [monthlyIncrease]).value;
  return verdict?.outcome === "fail" ? verdict.findings.map(({ message }) => message).join(" ") : null;
};
