import type { Assumption } from "../model/plan.ts";
import type { StackConfiguration } from "./region.ts";

/** The variables by which the AWS provider learns its region where the stack does not say it. */
const VARIABLES = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/** A stack's configuration, with the AWS region of the environment where it states none, which is then an assumption. */
export const withInheritedRegion = (
  configuration: Readonly<Record<string, string>>,
  environment: NodeJS.ProcessEnv,
): { readonly configuration: StackConfiguration; readonly assumptions: readonly Assumption[] } => {
  const known = new Map(Object.entries(configuration));
  const variable = VARIABLES.find((name) => environment[name]);
  if (known.has("aws:region") || variable === undefined) return { configuration: known, assumptions: [] };
  const region = environment[variable]!;
  const message = `The AWS region ${region} comes from ${variable}, not from the stack.`;
  return {
    configuration: known.set("aws:region", region),
    assumptions: [{ code: "region-from-environment", message }],
  };
};
