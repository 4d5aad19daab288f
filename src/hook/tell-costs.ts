import type { Resource } from "@pulumi/pulumi";
import { judge } from "../gate/judge.ts";
import { gateSettingsSchema } from "../gate/list.ts";
import { monthlyIncrease } from "../gate/monthly-increase.ts";
import type { Estimate } from "../model/estimate.ts";
import type { Urn } from "../model/plan.ts";
import { withInheritedRegion } from "../plan/inherited-region.ts";
import { estimateInProject } from "../project-estimate.ts";
import { joinResources } from "../report/joined-resource.ts";
import { summaryLines } from "../report/summary.ts";
import { findSettingsFile, foldersOfProject, readSettingsFile } from "../settings/find.ts";
import { loadLayers } from "../settings/layers.ts";
import { CONFIG_FILE_KEY, stackLayer } from "../settings/stack-layer.ts";
import type { IncreaseLimit } from "./increase-limit.ts";
import { LiveValues } from "./live-value.ts";
import { planOfProgram } from "./program-plan.ts";
import type { Recorder } from "./recorder.ts";
import { resourceText } from "./resource-text.ts";
import type { Sdk } from "./sdk.ts";

/**
 * Prices what a program declared and tells it. Returns why the preview must stop, or null.
 * @throws InputError for settings that are wrong or a stack that cannot be priced.
 */
export const tellCosts = async (
  pulumi: Sdk,
  recorder: Recorder,
  configFile: string | undefined,
  limit: IncreaseLimit | null,
  patience: Promise<void>,
): Promise<string | null> => {
  const [project, stack] = [pulumi.getProject(), pulumi.getStack()];
  const { configuration, assumptions } = withInheritedRegion(pulumi.runtime.allConfig(), process.env);
  const settings = settingsOf(project, configuration, configFile);
  const live = new LiveValues(pulumi, patience);
  const facts = { project, stack, configuration, assumptions };
  const { plan, resources } = await planOfProgram(recorder, live, facts);
  const today = new Date().toISOString().slice(0, 10);
  const priced = estimateInProject(plan, settings, today, foldersOfProject(process.cwd()).at(-1) ?? process.cwd());
  await tell(pulumi, priced, changedResources(recorder, resources));
  if (limit === null) return null;
  const gated = { ...priced, settings: { ...settings, gates: { [monthlyIncrease.id]: limit } } };
  const [verdict] = judge(gated, today, [monthlyIncrease]).value;
  return verdict?.outcome === "fail" ? verdict.findings.map(({ message }) => message).join(" ") : null;
};

const settingsOf = (project: string, configuration: ReadonlyMap<string, string>, configFile: string | undefined) => {
  const folders = foldersOfProject(process.cwd());
  const named = configFile ?? configuration.get(CONFIG_FILE_KEY);
  const file =
    named === undefined ? findSettingsFile(folders) : readSettingsFile(named, folders.at(-1) ?? process.cwd());
  const layers = [stackLayer(configuration, project), file].filter((layer) => layer !== null);
  return loadLayers(layers, gateSettingsSchema).value;
};

const changedResources = (recorder: Recorder, resources: ReadonlyMap<Urn, Resource>): ReadonlyMap<Urn, Resource> => {
  const changed = new Set(recorder.resources.flatMap(({ resource, change }) => (change ? [resource] : [])));
  return new Map([...resources].filter(([, resource]) => changed.has(resource)));
};

/** One line beside each resource that changes, and the summary beside the stack. */
const tell = async (pulumi: Sdk, priced: Estimate, changed: ReadonlyMap<Urn, Resource>): Promise<void> => {
  for (const joined of joinResources(priced)) {
    const resource = changed.get(joined.urn);
    const text = resource === undefined ? null : resourceText(joined, priced.settings.currency);
    if (text !== null) await pulumi.log.info(text, resource);
  }
  const { before, after } = priced.plan;
  const unseen = ["what this change deletes, and what stood where it replaces", ...after.missing, ...before.missing];
  const partial = `Not seen from inside a program: ${unseen.map((one) => one.replace(/\.$/, "")).join("; ")}.`;
  await pulumi.log.info([...summaryLines(priced), partial].join("\n"));
};
