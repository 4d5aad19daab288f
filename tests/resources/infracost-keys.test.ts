import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { settingsSchema } from "../../src/model/settings.ts";
import { assess } from "../../src/resources/assess.ts";
import { tokensOfTerraformType } from "../../src/resources/aws/terraform-types.ts";
import { definitionOfType } from "../../src/resources/definition-of.ts";
import { RESOURCES as DEFINITIONS } from "../../src/resources/list.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, urnOf, type WrittenResource } from "./snapshot.ts";

interface Declared {
  readonly props?: Readonly<Record<string, unknown>>;
  readonly related?: readonly WrittenResource[];
}

const read = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), "utf8"));
const KEYS = read("./infracost-keys.yaml") as Readonly<Record<string, readonly string[]>>;
const RESOURCES = read("./infracost-resources.yaml") as Readonly<Record<string, readonly Declared[]>>;

/** Keys that hold a word: one that is not what is taken where nobody states it. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/operating_system$/, "windows"],
  [/reserved_instance_type$/, "convertible"],
  [/reserved_instance_term$/, "3_year"],
  [/reserved_instance_payment_option$/, "partial_upfront"],
  [/^dx_virtual_interface_type$/, "public"],
  [/^dx_connection_type$/, "hosted"],
  [/^architecture$/, "arm64"],
  [/^endpoint_type$/, "non_aws"],
  [/^api_throughput_limit$/, "higher"],
  [/^instance_tier$/, "standard"],
];
const wordOf = (key: string) => WORDS.find(([pattern]) => pattern.test(key))?.[1];

/**
 * Amounts far beyond what is free, each another, so that no two keys look alike; a percentage is one, and so are the hours
 * of one machine.
 */
const sampleOf = (key: string, index: number): string | number =>
  wordOf(key) ?? (key.endsWith("_percent") ? 30 : key === "monthly_hrs" ? 100 : 5_000_000 + index);

/** Infracost has keys for databases that Beanstalk never makes: on magnetic disks, with Performance Insights. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  aws_elastic_beanstalk_environment: [
    "db.monthly_standard_io_requests",
    "db.monthly_additional_performance_insights_requests",
  ],
};

const linesOf = (subject: WrittenResource, related: readonly WrittenResource[], usage: Record<string, unknown>) => {
  const settings = settingsSchema.parse({ usage: { [urnOf(subject)]: usage } });
  const options = { settings, hardware: HARDWARE, today: "2026-11-24" };
  const { value, diagnostics } = assess(snapshotOf([subject, ...related]), options);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const lines = value.flatMap(({ assessment }) => (assessment.kind === "lines" ? assessment.lines : []));
  return {
    lines: lines.map(({ meter, quantity, query }) => `${meter} ${quantity.value} of ${query.item}`).join("\n"),
    idle: diagnostics.filter(({ code }) => code === "usage-idle").map(({ message }) => message.split(" ")[0]),
  };
};

describe("every usage key of Infracost's example file", () => {
  it.each(Object.entries(KEYS))("of %s changes a line, or is told to change none", (type, keys) => {
    const token = tokensOfTerraformType(type).find(definitionOfType) ?? "";
    const all = Object.fromEntries(keys.map((key, index) => [key, sampleOf(key, index)]));
    const changing = new Set<string>();
    const idle = new Set<string>();
    for (const { props = {}, related = [] } of RESOURCES[type] ?? [{}]) {
      const subject = { type: token, props };
      const [none, every] = [linesOf(subject, related, {}), linesOf(subject, related, all)];
      for (const key of every.idle) if (key !== undefined) idle.add(key);
      for (const key of keys) {
        const { [key]: alone, ...others } = all;
        const changes =
          linesOf(subject, related, { [key]: alone }).lines !== none.lines ||
          linesOf(subject, related, others).lines !== every.lines;
        if (changes) changing.add(key);
      }
    }
    const told = TOLD[type] ?? [];
    expect(keys.filter((key) => !changing.has(key))).toEqual(told);
    for (const key of told) expect(idle).toContain(key);
  });
});

describe("the unit of a usage key", () => {
  it("is what is counted one by one, not the thousands or millions that AWS sells", () => {
    const sold = DEFINITIONS.flatMap(({ type, usage = {} }) =>
      Object.entries(usage).flatMap(([key, { unit }]) => (/^\d/.test(unit) ? [`${type} ${key}: ${unit}`] : [])),
    );
    expect(sold).toEqual([]);
  });
});
