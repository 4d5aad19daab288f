import type { PolicyConfigSchema } from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema.js";
import { z } from "zod";

/** Read by every policy: files that it shall use, where those of the project and the stack are not meant. */
const COMMON: PolicyConfigSchema["properties"] = {
  configFile: {
    type: "string",
    description: "Settings file, absolute or relative to the Pulumi project; its rackrate.yaml where absent.",
  },
  baseline: {
    type: "string",
    description: "File that `rackrate baseline` wrote: what the stack costs today, which a policy is not shown.",
  },
};

/**
 * The form of a policy's configuration as the engine checks it. Defaults are left out: the engine would fill them in,
 * and a filled-in default could not be told from a wish that overrules rackrate.yaml.
 */
export const configSchemaOf = (settings: z.ZodObject): PolicyConfigSchema => {
  const { properties = {} } = z.toJSONSchema(settings, { io: "input", target: "draft-7" });
  return { properties: { ...withoutDefaults(properties), ...COMMON } };
};

const withoutDefaults = (properties: Readonly<Record<string, unknown>>): PolicyConfigSchema["properties"] =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const { default: _, ...rest } = property as PolicyConfigJSONSchema;
      return [name, rest];
    }),
  );
