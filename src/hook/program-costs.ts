import { propertyMap } from "../core/value.ts";
import { judge } from "../gate/judge.ts";
import { gateSettingsSchema } from "../gate/list.ts";
import { monthlyIncrease } from "../gate/monthly-increase.ts";
import type { Estimate } from "../model/estimate.ts";
import type { Plan, PlanResource, Snapshot, Urn } from "../model/plan.ts";
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
 * Gets ready to price what a program declares, while it still has its own work to do: settings and prices are read and
 * the code is compiled by pricing one machine, which is then forgotten. What is returned throws InputError for settings
 * that are wrong or a stack that cannot be priced; of what fails before, nothing is told.
 */
export const prepareCosts = (facts: ProgramFacts): ((declared: Declared) => Told) => {
  let estimator: ((plan: Plan) => Estimate) | undefined;
  const costsOf = (declared: Declared): Told => {
    estimator ??= openEstimator(facts);
    return tell(facts, estimator, declared);
  };
  try {
    costsOf({ before: [], after: [anyMachine(facts)], missing: [] });
  } catch {}
  return costsOf;
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

const anyMachine = ({ project, stack }: ProgramFacts): PlanResource => {
  const [type, name] = ["aws:ec2/instance:Instance", "any"];
  const inputs = propertyMap([["instanceType", "g5.xlarge"]]);
  const urn = `urn:pulumi:${stack}::${project}::${type}::${name}`;
  const common = { custom: true, external: false, region: "us-east-1", propertyDependencies: {}, aliases: [] };
  return { urn, type, name, inputs, ...common };
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
