import { Decimal } from "../../core/decimal.ts";
import type { Diagnostic, Outcome } from "../../core/diagnostic.ts";
import { nearest } from "../../core/nearest.ts";
import { AWS_REGION_NAMES, meantRegion } from "../../model/aws-regions.ts";
import type { PlanResource } from "../../model/plan.ts";
import type { UsageStatement, UsageValue } from "../../model/usage.ts";
import { placeOf } from "../usage.ts";
import { defaultVpc, vpc } from "./vpc.ts";

/** What Infracost's usage files call the traffic of a region. It names no resource, in Terraform neither. */
const TRANSFER = /^aws_data_transfer(\.|$)/;
const REGION = "region";
const NETWORKS: readonly string[] = [vpc.type, defaultVpc.type];
const KEYS = Object.keys(vpc.usage ?? {});

/**
 * The traffic of each region, which Infracost states apart (`aws_data_transfer.any: { region: us-east-1, … }`, each key
 * as in infracost-usage-example.yml), with the network that bears it here: the region's first VPC by URN. Several entries of one
 * region add up. All other usage stays as it is.
 */
export const transferUsage = (
  usage: readonly UsageStatement[],
  resources: readonly PlanResource[],
): Outcome<readonly UsageStatement[]> => {
  const entries = entriesOf(usage);
  if (entries.size === 0) return { value: usage, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const sums = new Map<string, UsageStatement>();
  for (const [address, statements] of entries) {
    const region = regionOf(address, statements);
    if (typeof region !== "string") diagnostics.push(region);
    else {
      const bearer = bearerOf(region, resources);
      for (const statement of statements.values()) {
        if (statement.key === REGION) continue;
        if (!KEYS.includes(statement.key)) diagnostics.push(unknownKey(statement));
        else if (bearer !== undefined) add(sums, { ...statement, address: bearer.urn, place: placeOf(statement) });
      }
      if (bearer === undefined && resources.some((one) => one.region === region))
        diagnostics.push(withoutNetwork(address, region, statements));
    }
  }
  return { value: [...usage.filter(({ address }) => !TRANSFER.test(address)), ...sums.values()], diagnostics };
};

/** By address, then by key: the later of two statements wins, as everywhere. */
const entriesOf = (usage: readonly UsageStatement[]): ReadonlyMap<string, ReadonlyMap<string, UsageStatement>> => {
  const entries = new Map<string, Map<string, UsageStatement>>();
  for (const statement of usage) {
    const { address, key } = statement;
    if (!TRANSFER.test(address)) continue;
    const entry = entries.get(address) ?? new Map<string, UsageStatement>();
    entries.set(address, entry.set(key, statement));
  }
  return entries;
};

const bearerOf = (region: string, resources: readonly PlanResource[]): PlanResource | undefined => {
  const networks = resources.filter((one) => NETWORKS.includes(one.type) && one.region === region && !one.external);
  return networks.sort((a, b) => (a.urn < b.urn ? -1 : 1))[0];
};

const add = (sums: Map<string, UsageStatement>, statement: UsageStatement): void => {
  const name = `${statement.address} ${statement.key}`;
  const before = sums.get(name);
  sums.set(name, {
    ...statement,
    value: before === undefined ? statement.value : sumOf(before.value, statement.value),
  });
};

/** What is no number is left to be refused where it is read. */
const sumOf = (before: UsageValue, value: UsageValue): UsageValue => {
  if (typeof before !== "number") return before;
  return typeof value === "number" ? new Decimal(before).plus(value).toNumber() : value;
};

const regionOf = (address: string, statements: ReadonlyMap<string, UsageStatement>): string | Diagnostic => {
  const stated = statements.get(REGION);
  const region = String(stated?.value ?? "");
  if (AWS_REGION_NAMES.has(region)) return region;
  const [first] = statements.values();
  return {
    severity: "warning",
    code: "usage-unknown",
    message:
      stated === undefined
        ? `${JSON.stringify(address)} does not state which region its traffic leaves, so it has no effect.`
        : `AWS has no region ${JSON.stringify(stated.value)}, so what is stated for ${JSON.stringify(address)} has no effect.`,
    ...(first && { place: placeOf(stated ?? first) }),
    hint: stated === undefined ? "Add it, as region: us-east-1." : meantRegion(region),
  };
};

const unknownKey = (statement: UsageStatement): Diagnostic => {
  const { address, key } = statement;
  // Older files leave out `monthly_`.
  const meant = KEYS.find((one) => one.endsWith(`_${key}`)) ?? nearest(key, KEYS, 1)[0];
  return {
    severity: "warning",
    code: "usage-unknown",
    message: `${key} is no usage of data transfer, so what is stated for ${JSON.stringify(address)} has no effect.`,
    place: placeOf(statement),
    hint: meant === undefined ? `It understands ${[REGION, ...KEYS].join(", ")}.` : `Did you mean ${meant}?`,
  };
};

/** One file serves many stacks; but where something of the region is here, its traffic may be missed. */
const withoutNetwork = (
  address: string,
  region: string,
  statements: ReadonlyMap<string, UsageStatement>,
): Diagnostic => {
  const [first] = statements.values();
  return {
    severity: "warning",
    code: "usage-unknown",
    message: `No VPC of this plan is in ${region}, so what is stated for ${JSON.stringify(address)} has no effect.`,
    ...(first && { place: placeOf(first) }),
    hint: "The traffic of a region is counted with the first VPC of that region, in the stack that declares it.",
  };
};
