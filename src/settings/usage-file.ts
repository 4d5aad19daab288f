import { z } from "zod";
import { InputError } from "../core/diagnostic.ts";
import { type UsageStatement, usageSchema } from "../model/usage.ts";
import { check } from "./check.ts";
import { locate } from "./locate.ts";
import { type NamedText, readYaml, type YamlFile } from "./read-yaml.ts";
import { showText } from "./show.ts";
import { placed } from "./usage-places.ts";

/** The parts of a usage file in the order in which a later one wins over an equally exact earlier one. */
const PARTS = ["usage", "resource_type_default_usage", "resource_usage"] as const;

/** A key of `resource_type_default_usage`: `aws_nat_gateway`, `aws:ec2/natGateway:NatGateway`, `aws:ec2:NatGateway`. */
const TYPE = /^([a-z][a-z0-9]*(_[a-z0-9]+)+|[\w-]+:[\w-]*(\/[\w-]+)*:\w+)$/;

const part = usageSchema.nullable().optional();

/**
 * The form of infracost-usage.yml (https://www.infracost.io/docs/features/usage_based_resources/, version 0.1, whose
 * early files say v0.1), or `usage` as rackrate.yaml has it.
 */
const fileSchema = z.strictObject({
  version: z.union([z.literal(0.1), z.literal("0.1"), z.literal("v0.1")]).optional(),
  usage: part,
  resource_type_default_usage: part.superRefine((statements, { addIssue }) => {
    const strangers = (statements ?? []).map(({ address }) => address).filter((address) => !TYPE.test(address));
    for (const address of new Set(strangers)) {
      addIssue({
        code: "custom",
        path: [address],
        message:
          "must be a type, as aws_nat_gateway or aws:ec2/natGateway:NatGateway; single resources stand under resource_usage",
      });
    }
  }),
  resource_usage: part,
});

const KNOWN: readonly string[] = Object.keys(fileSchema.shape);

/** Somebody gave the settings for a usage file: told so, and not in the words for a slip of the pen. */
const refuseOthers = (file: string, yaml: YamlFile): void => {
  const { value } = yaml;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const other = Object.keys(value).find((key) => !KNOWN.includes(key));
  if (other === undefined) return;
  throw new InputError({
    severity: "error",
    code: "usage-file",
    message: `A usage file holds only \`usage\`, not \`${showText(other)}\`.`,
    place: { file, ...locate(yaml, [other], "key"), property: showText(other) },
    hint: "Or, in Infracost's form, version, resource_type_default_usage and resource_usage. Other settings belong into rackrate.yaml.",
  });
};

/**
 * Usage out of a file of its own, in Infracost's form or in that of rackrate.yaml.
 * @throws InputError with every fault of the file.
 */
export const loadUsageFile = (file: NamedText): readonly UsageStatement[] => {
  const yaml = readYaml(file);
  refuseOthers(file.name, yaml);
  const parts = check(file.name, yaml, fileSchema);
  return PARTS.flatMap((name) => placed(parts[name] ?? [], file.name, yaml, name));
};
