import { z } from "zod";
import { isList, isOpaque, isPropertyMap, type PropertyMap, type Value } from "../core/value.ts";
import { defineRule, NOT_APPLICABLE, type Observation } from "./define-rule.ts";
import { DECIDE_OTHERWISE, weigh } from "./undecided.ts";

/** Where a type says whether it encrypts what it keeps; a star stands for each member of a list, if there is one. */
interface Place {
  readonly title: string;
  readonly paths: readonly string[];
  /** Disks that are described in a list: none described is none to encrypt. */
  readonly optional?: true;
}

/**
 * Types that keep data and encrypt it only if told to. S3, FSx and DynamoDB encrypt everything by themselves (AWS
 * documentation, "Protecting data with encryption", as of 2026).
 */
const PLACES: Readonly<Record<string, Place>> = {
  "aws:ebs/volume:Volume": { title: "EBS volume", paths: ["encrypted"] },
  "aws:efs/fileSystem:FileSystem": { title: "EFS file system", paths: ["encrypted"] },
  "aws:rds/instance:Instance": { title: "RDS instance", paths: ["storageEncrypted"] },
  "aws:rds/cluster:Cluster": { title: "RDS cluster", paths: ["storageEncrypted"] },
  "aws:elasticache/replicationGroup:ReplicationGroup": { title: "ElastiCache", paths: ["atRestEncryptionEnabled"] },
  "aws:ec2/instance:Instance": {
    title: "EC2 instance",
    paths: ["rootBlockDevice.encrypted", "ebsBlockDevices.*.encrypted"],
    optional: true,
  },
  "aws:ec2/launchTemplate:LaunchTemplate": {
    title: "Launch template",
    paths: ["blockDeviceMappings.*.ebs.encrypted"],
    optional: true,
  },
};

/** Every value at a path; `undefined` where the last step is not stated. What is not there at all gives nothing. */
const valuesAt = (value: Value | undefined, path: readonly string[]): readonly (Value | undefined)[] => {
  const [step, ...rest] = path;
  if (step === undefined || isOpaque(value)) return [value];
  if (step === "*") {
    const members: readonly Value[] = isList(value) ? value : value === undefined ? [] : [value];
    return members.flatMap((one) => valuesAt(one, rest));
  }
  if (!isPropertyMap(value)) return [];
  const next = Object.hasOwn(value, step) ? value[step] : undefined;
  return next === undefined && rest.length > 0 ? [] : valuesAt(next, rest);
};

type State = "encrypted" | "open" | "unknown";

const stateOf = ({ paths, optional }: Place, inputs: PropertyMap): State => {
  const values = paths.flatMap((path) => valuesAt(inputs, path.split(".")));
  if (values.some((value) => !isOpaque(value) && value !== true && value !== "true")) return "open";
  if (values.some(isOpaque)) return "unknown";
  return values.length > 0 || optional ? "encrypted" : "open";
};

/** Data and checkpoints at rest are encrypted. */
export const encryption = defineRule({
  id: "encryption",
  title: "Encryption at rest",
  description: "Everything that keeps data or checkpoints is told to encrypt it, where AWS does not do so by itself.",
  severity: "high",
  settings: z.strictObject({
    require: z.boolean().optional().describe("True to demand it."),
  }),
  check: ({ plan, settings }, { require }) => {
    if (require !== true) return NOT_APPLICABLE;
    return plan.after.resources.flatMap(({ type, urn, name, external, inputs }): readonly Observation[] => {
      const place = Object.hasOwn(PLACES, type) ? PLACES[type] : undefined;
      const state = place === undefined || external ? "encrypted" : stateOf(place, inputs);
      if (place === undefined || state === "encrypted") return [];
      const told = { measured: null, limit: null, urn };
      if (state === "unknown") {
        const message = `It is not known whether ${place.title} "${name}" is encrypted.`;
        return weigh(settings.onUnknown.decisive, { ...told, message, hint: DECIDE_OTHERWISE });
      }
      const hint = `Set ${place.paths.join(" and ").replaceAll(".*", "[]")} to true.`;
      return [{ ...told, message: `${place.title} "${name}" keeps data that is not encrypted.`, hint }];
    });
  },
});
