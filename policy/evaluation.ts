import { isDeepStrictEqual } from "node:util";
import type { StackValidationArgs } from "@pulumi/policy";
import type { Estimate } from "../src/model/estimate.ts";
import type { Verdict } from "../src/model/verdict.ts";
import { type PolicyResource, planFromPolicy, unguarded } from "../src/plan/policy.ts";
import { readNamedFile } from "../src/settings/project-layers.ts";
import { BASELINE_KEY } from "../src/settings/stack-layer.ts";
import { noted } from "./cost-inputs.ts";
import type { Scope } from "./settings.ts";

/** One look at a stack, shared by all policies that mean the same settings. */
export interface Evaluation {
  /** Rejected where the stack cannot be priced. */
  readonly estimate: Promise<Estimate>;
  /** What each rule's policy found so far, for the summary. */
  readonly verdicts: Map<string, Verdict>;
}

/** What the SDK calls each policy with, made plain. The SDK makes it anew for every policy, so only its content tells whether it is the same. */
interface Call {
  readonly shown: readonly PolicyResource[];
  /** How many inputs had been noted by then. */
  readonly noted: number;
}

let latest: { readonly call: Call; readonly evaluations: Map<Scope, Evaluation> } | undefined;

/** The evaluation of what a policy is called with: made once, then given to every other policy of the same call. */
export const evaluate = (args: Pick<StackValidationArgs, "resources">, scope: Scope): Evaluation => {
  const call: Call = { shown: args.resources.map(plainResource), noted: noted.times };
  if (latest === undefined || !isDeepStrictEqual(latest.call, call)) latest = { call, evaluations: new Map() };
  const known = latest.evaluations.get(scope);
  if (known !== undefined) return known;
  const estimate = estimateOf(call, scope);
  // Each policy awaits it and says that it failed; none may await it if all are switched off meanwhile.
  estimate.catch(() => {});
  const evaluation = { estimate, verdicts: new Map<string, Verdict>() };
  latest.evaluations.set(scope, evaluation);
  return evaluation;
};

const plainResource = ({
  urn,
  type,
  name,
  props,
  opts,
  provider,
  parent,
  propertyDependencies = {},
}: PolicyResource) => ({
  urn,
  type,
  name,
  props: unguarded(props),
  opts: { ...(opts?.parent && { parent: opts.parent }), aliases: opts?.aliases ?? [] },
  ...(provider && {
    provider: { urn: provider.urn, type: provider.type, name: provider.name, props: unguarded(provider.props) },
  }),
  ...(parent && { parent: { urn: parent.urn } }),
  propertyDependencies: Object.fromEntries(
    Object.entries(propertyDependencies).map(([property, on]) => [property, on.map(({ urn }) => ({ urn }))]),
  ),
});

/**
 * Loads everything that prices. A pack must be ready in a moment, so this is not among what it is made of; and it has
 * time while the program starts, so it should not wait until there is something to price.
 */
export const loadPricing = async () => {
  const [{ estimatorOfProject }, { withBaseline }, { summaryJson, summaryLines }] = await Promise.all([
    import("../src/project-estimate.ts"),
    import("./baseline.ts"),
    import("../src/report/summary.ts"),
  ]);
  return { estimatorOfProject, withBaseline, summaryJson, summaryLines };
};

const estimateOf = async ({ shown }: Call, { run, base: { settings }, files }: Scope): Promise<Estimate> => {
  const { estimatorOfProject, withBaseline } = await loadPricing();
  const plan = planFromPolicy({ ...run, resources: shown, inputs: noted.inputs });
  const folder = run.folders.at(-1) ?? process.cwd();
  const value = estimatorOfProject(settings, run.today, folder)(plan);
  const baseline = files.baseline ?? run.configuration.get(BASELINE_KEY);
  return baseline === undefined ? value : withBaseline(value, readNamedFile(run, baseline));
};
