import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openHardware } from "../src/hardware/catalogue.ts";
import type { Assessment } from "../src/model/cost.ts";
import type { PlanResource } from "../src/model/plan.ts";
import { settingsSchema } from "../src/model/settings.ts";
import { assess } from "../src/resources/assess.ts";
import type { FamilyDefinition, ResourceDefinition } from "../src/resources/define.ts";
import { definitionOfType } from "../src/resources/definition-of.ts";
import { FAMILIES, RESOURCES } from "../src/resources/list.ts";
import { OTHER_PROVIDERS } from "../src/resources/type-rules/other-providers.ts";
import { ruleOf } from "../src/resources/type-rules/rule-of.ts";
import type { TypeRule } from "../src/resources/type-rules/type-rule.ts";
import { providerTypes } from "./provider-types.ts";

/** Decides nothing but support windows that end with a date; fixed, so that the page does not change with the day. */
const TODAY = "2026-11-24";
const SETTINGS = settingsSchema.parse({});
const HARDWARE = openHardware(SETTINGS.facility);

const cell = (text: string): string => text.replaceAll("|", String.raw`\|`).replaceAll("\n", " ");
const code = (text: string): string => `\`${text}\``;
const grouped = <T>(members: readonly T[], keyOf: (member: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const member of members) {
    const key = keyOf(member);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [member]);
    else group.push(member);
  }
  return groups;
};
const byName = (one: string, other: string): number => one.localeCompare(other, "en");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");

/** What a resource of a type costs that declares nothing: its lines by their unit, or why it is free then. */
const plainly = (type: string): string => {
  const resource: PlanResource = {
    urn: `urn:pulumi:docs::docs::${type}::plain`,
    type,
    name: "plain",
    custom: true,
    external: false,
    region: "us-east-1",
    inputs: {},
    propertyDependencies: {},
    aliases: [],
  };
  const { value } = assess(
    { completeness: "complete", missing: [], resources: [resource] },
    { settings: SETTINGS, hardware: HARDWARE, today: TODAY },
  );
  return sentence(value[0]!.assessment);
};

const sentence = (assessment: Assessment): string => {
  if (assessment.kind === "free") return `Declared plainly, it is free: ${assessment.reason}.`;
  if (assessment.kind === "unsupported" || assessment.lines.length === 0) return "";
  const lines = assessment.lines.map(
    ({ part, description, unit, usageBased }) =>
      `${part === undefined ? "" : `${part}: `}${description} (${unit}${usageBased ? ", by usage" : ""})`,
  );
  return `Declared plainly, it has ${lines.length === 1 ? "one line" : `${lines.length} lines`}: ${lines.join("; ")}.`;
};

const sourceLink = ({ source }: Pick<ResourceDefinition, "source">): string =>
  source.startsWith("docs/") ? `[how](${source.slice("docs/".length)})` : `[how it is charged](${source})`;

const usageTable = ({ usage = {} }: Pick<ResourceDefinition, "usage">): string =>
  Object.keys(usage).length === 0
    ? ""
    : table(
        ["usage key", "unit", "what it is"],
        Object.entries(usage).map(([key, { unit, description }]) => [code(key), unit, description]),
      );

const section = (title: string, tokens: string, parts: readonly string[]): string =>
  [`### ${title}`, tokens, ...parts].filter((part) => part !== "").join("\n\n");

/** One section for each thing that is priced; types that are the same thing under other names share it. */
const sections = (definitions: readonly ResourceDefinition[]): string => {
  const same = grouped(definitions, ({ title, source }) => `${title} ${source}`);
  return [...same.values()]
    .map((members) => {
      const [first] = members as [ResourceDefinition];
      const tokens = `${members.map(({ type }) => code(type)).join(", ")} · ${sourceLink(first)}`;
      return section(first.title, tokens, [plainly(first.type), usageTable(first)]);
    })
    .join("\n\n");
};

const familySection = (family: FamilyDefinition): string =>
  section(family.title, `Types as ${code(family.pattern.source)} · ${sourceLink(family)}`, [usageTable(family)]);

/** The heading that a type stands under: components of other packages make AWS resources. */
const roomOf = (type: string): string => /^(rackrate|kubernetes):/.exec(type)?.[1] ?? "aws";

/** What a rule holds for, as it writes it. */
const sourcesOf = (types: TypeRule["types"]): string =>
  types.map((one) => code(typeof one === "string" ? one : one.source)).join(", ");

/** Rules with the same reason are one row; the types of each module stand together. */
const reasonTable = (head: string, ruled: readonly (readonly [type: string, rule: TypeRule])[]): string => {
  const reasons = grouped(ruled, ([, { reason }]) => reason);
  const rows = [...reasons].map(([reason, members]): readonly [string, string] => {
    const modules = grouped(members, ([type]) => type.slice(0, type.lastIndexOf("/")));
    const lists = [...modules].map(([module, types]) => {
      const names = types.map(([type]) => type.slice(module.length + 1).replace(/^[^:]*:/, ""));
      return `${code(module.replace(/^aws:/, ""))} ${[...new Set(names)].join(", ")}`;
    });
    return [reason, lists.join("; ")];
  });
  return table([head, "types"], rows);
};

const ruledTypes = (types: readonly string[], verdict: TypeRule["verdict"]): readonly (readonly [string, TypeRule])[] =>
  types.flatMap((type) => {
    const rule = definitionOfType(type) === undefined ? ruleOf(type) : null;
    return rule?.verdict === verdict ? [[type, rule] as const] : [];
  });

const versionOf = (provider: string): string =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`${provider}/package.json`), "utf8")).version;

/** The text of `docs/resources.md`: every type that is priced, free, or knowingly left, from the definitions themselves. */
export const resourcesPage = (): string => {
  const aws = providerTypes("@pulumi/aws");
  const kubernetes = providerTypes("@pulumi/kubernetes");
  const free = ruledTypes(aws, "free");
  const charged = ruledTypes(aws, "charged");
  const packages = grouped(RESOURCES, ({ type }) => roomOf(type));
  const priced = aws.filter((type) => definitionOfType(type) !== undefined).length;
  return `# Resources

<!-- Written by npm run docs from the definitions in src/resources. Do not edit. -->

Every type that rackrate knows, and what it makes of it. The \`aws\` provider ${versionOf("@pulumi/aws")} has
${aws.length.toLocaleString("en")} types: ${priced} are priced, ${free.length.toLocaleString("en")} are free for a reason, and ${charged.length} are charged by AWS and not priced
yet. The last are reported as *unsupported* and say by what they are charged; those that run on machines fail the gate
until someone decides.

- [Declared by rackrate](#declared-by-rackrate)
- [AWS](#aws)
- [Kubernetes](#kubernetes)
- [Free, and why](#free-and-why)
- [Charged, and not priced yet](#charged-and-not-priced-yet)

A *line* is one thing that is charged, in the unit that it is sold in. What a resource declares adds lines and takes them
away; below stand those of a resource that declares nothing. A line *by usage* needs a figure that no plan holds: state it
in \`rackrate.yaml\` under \`usage\`, by the keys below, or let \`rackrate usage sync\` write the keys that are missing.

## Declared by rackrate

${sections(packages.get("rackrate") ?? [])}

## AWS

${sections([...(packages.get("aws") ?? [])].sort((one, other) => byName(one.title, other.title)))}

## Kubernetes

Objects in a cluster cost what their nodes, volumes and load balancers cost.

${sections(packages.get("kubernetes") ?? [])}

${FAMILIES.map(familySection).join("\n\n")}

## Free, and why

${reasonTable("free, because", free)}

In Kubernetes:

${reasonTable("free, because", ruledTypes(kubernetes, "free"))}

Pulumi itself, and providers that only compute or configure:

${table(
  ["free, because", "types as"],
  OTHER_PROVIDERS.filter(({ verdict }) => verdict === "free").map(({ reason, types }) => [reason, sourcesOf(types)]),
)}

## Charged, and not priced yet

${reasonTable("charged for", charged)}

Other providers:

${table(
  ["charged for", "types as"],
  OTHER_PROVIDERS.filter(({ verdict }) => verdict === "charged").map(({ reason, types }) => [reason, sourcesOf(types)]),
)}
`;
};
