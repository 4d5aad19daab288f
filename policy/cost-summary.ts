import type { StackValidationArgs, StackValidationPolicy } from "@pulumi/policy";
import { z } from "zod";
import type { Verdict } from "../src/model/verdict.ts";
import { visible } from "../src/report/sanitize.ts";
import { configSchemaOf } from "./config-schema.ts";
import { evaluate, loadPricing } from "./evaluation.ts";
import { failureMessage } from "./message.ts";
import { type Files, scopeOf } from "./settings.ts";

const MOST_WARNINGS = 10;

/**
 * Tells what the stack costs and earns, and what the rules found that is no breach. It speaks always, so it should stay
 * advisory: at a mandatory level no preview would pass.
 */
export const costSummary: StackValidationPolicy = {
  name: "cost-summary",
  displayName: "Cost and return",
  description: "What this stack will cost and earn. Always reported, so leave it advisory.",
  enforcementLevel: "advisory",
  severity: "low",
  tags: ["cost", "finops", "gpu"],
  configSchema: configSchemaOf(z.strictObject({})),
  validateStack: async (args, report) => {
    try {
      report(await summaryOf(args));
    } catch (error) {
      report(failureMessage("cost-summary", error));
    }
  },
};

const summaryOf = async (args: StackValidationArgs): Promise<string> => {
  const { configFile, baseline } = args.getConfig<Files>();
  const scope = scopeOf({ ...(configFile && { configFile }), ...(baseline && { baseline }) });
  const { estimate, verdicts } = evaluate(args, scope);
  const priced = await estimate;
  const { summaryJson, summaryLines } = await loadPricing();
  const found = [...verdicts.values()];
  const named = (outcome: Verdict["outcome"]) =>
    found.filter((verdict) => verdict.outcome === outcome).map(({ rule }) => rule);
  return [
    ...summaryLines(priced),
    ...remarks(found),
    `Settings: ${scope.base.file ?? "defaults, for no rackrate.yaml was found"}.`,
    summaryJson(priced, { failed: named("fail"), warned: named("warn"), overridden: named("overridden") }),
  ].join("\n");
};

const remarks = (verdicts: readonly Verdict[]): readonly string[] => {
  const lines = verdicts.flatMap(({ rule, outcome, findings, override }) => {
    if (outcome === "warn") return findings.map(({ message }) => `Warning (${rule}): ${message}`);
    if (outcome === "overridden") return [`Overridden until ${override?.expires} (${rule}): ${override?.reason}`];
    return [];
  });
  const more = lines.length - MOST_WARNINGS;
  return [...lines.slice(0, MOST_WARNINGS).map(visible), ...(more > 0 ? [`… and ${more} more.`] : [])];
};
