import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeDiagnostic } from "../../src/core/diagnostic.ts";
import type { PlanResource } from "../../src/model/plan.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import type { UsageStatement, WrittenUsage } from "../../src/model/usage.ts";
import { assess } from "../../src/resources/assess.ts";
import { missingUsage } from "../../src/resources/missing-usage.ts";
import { namePattern } from "../../src/resources/name-pattern.ts";
import { UsageBook } from "../../src/resources/usage-book.ts";
import { samplePlanResource } from "../support/estimate.ts";
import { HARDWARE } from "./hardware.ts";

type Written = Readonly<Record<string, Readonly<Record<string, WrittenUsage>>>>;

const usageOf = (...files: readonly Written[]): readonly UsageStatement[] =>
  files.flatMap((usage) => settingsSchema.parse({ usage }).usage);

const INSTANCE = "aws:ec2/instance:Instance";
const NAT = "aws:ec2/natGateway:NatGateway";
const named = (name: string, overrides: Partial<PlanResource> = {}) => samplePlanResource({ name, ...overrides });
const below = (...parents: readonly string[]) => ({
  parent: `urn:pulumi:dev::shop::shop:net:Net::${parents.join("::")}`,
});

const stated = (resource: PlanResource, ...files: readonly Written[]) =>
  Object.fromEntries([...new UsageBook(usageOf(...files)).of(resource)].map(([key, { value }]) => [key, value]));

describe("an address of usage", () => {
  const web = named("web");
  it.each([
    ["a URN", web.urn, web],
    ["a type and name", `${INSTANCE}::web`, web],
    ["a short type and name", "aws:ec2:Instance::web", web],
    ["a name", "web", web],
    ["a type", INSTANCE, web],
    ["a short type", "aws:ec2:Instance", web],
    ["a Terraform type", "aws_instance", web],
    ["a Terraform address", "aws_instance.web", web],
    [
      "a Terraform address of a type under several names",
      "aws_alb.web",
      named("web", { type: "aws:lb/loadBalancer:LoadBalancer" }),
    ],
    ["a turn of a Terraform loop", "aws_instance.web[0]", named("web-0")],
    ["a turn of a Terraform loop by key", 'aws_instance.web["blue"]', named("web-blue")],
    ["every turn of a Terraform loop", "aws_instance.web[*]", named("web-12")],
    ["every turn, where there was none", "aws_instance.web[*]", web],
    ["every turn of a loop by its name", "web[*]", named("web7")],
    ["a Terraform module that became a component", "module.net.aws_instance.web", named("web", below("net"))],
    ["the same with the name of the module", "module.net.aws_instance.web[*]", named("net-web-1", below("net"))],
    ["modules in modules", "module.a.module.b.aws_instance.web", named("a-b-web")],
    ["modules in modules as components", "module.a.module.b.aws_instance.web", named("web", below("b"))],
    ["a module in a loop", "module.net[*].aws_instance.web", named("web", below("net-2"))],
    ["a star", "w*b", web],
    ["a star in a type", "aws:ec2/*", web],
    ["stars in a URN", "urn:pulumi:*::shop::*::web", web],
  ])("may be %s", (_, address, resource) => {
    expect(stated(resource, { [address]: { monthly_hrs: 1 } })).toEqual({ monthly_hrs: 1 });
  });

  it.each([
    ["another name", "web2", web],
    ["the same name of another type", `${NAT}::web`, web],
    ["a Terraform type that bridges another", "aws_nat_gateway.web", web],
    ["a Terraform type that nothing bridges", "google_compute_instance.web", web],
    ["a loop's name that only begins alike", "web[*]", named("webhook")],
    ["another turn of a loop", "aws_instance.web[0]", named("web-10")],
    ["another module", "module.net.aws_instance.web", named("web", below("other"))],
    ["no module", "module.net.aws_instance.web", web],
    ["another module whose name begins alike", "module.net.aws_instance.web", named("network-web")],
    ["a point that is not meant as any letter", "w.b", web],
  ])("is not taken for %s", (_, address, resource) => {
    expect(stated(resource, { [address]: { monthly_hrs: 1 } })).toEqual({});
  });
});

describe("which statement wins", () => {
  it("the more exact, then the later, key by key", () => {
    const settings = {
      web: { a: "name" },
      "w*": { a: "star", b: "star", c: "star" },
      [INSTANCE]: { a: "type", b: "type", c: "type", d: "type" },
    };
    const usage = { "*b": { c: "later star" }, aws_instance: { d: "later type", a: "later type" } };
    expect(stated(named("web"), settings, usage)).toEqual({ a: "name", b: "star", c: "later star", d: "later type" });
  });

  it("the later of two for the same address, wherever it was stated first", () => {
    expect(stated(named("web"), { web: { a: 1 }, "aws_instance.web": { a: 2 } }, { web: { a: 3 } })).toEqual({ a: 3 });
  });

  it("never one without a value", () => {
    expect(stated(named("web"), { [INSTANCE]: { a: 1 } }, { web: { a: null } })).toEqual({ a: 1 });
  });
});

const problemsOf = (resources: readonly PlanResource[], ...files: readonly Written[]): readonly string[] => {
  const settings = { ...settingsSchema.parse({}), usage: usageOf(...files) };
  const snapshot = { completeness: "complete", missing: [], resources } as const;
  const { diagnostics } = assess(snapshot, { settings, hardware: HARDWARE, today: "2026-11-24" });
  return diagnostics.map((one) => `${one.severity}: ${describeDiagnostic(one)}`);
};
const gateway = named("out", { type: NAT });
const bucket = named("data", { type: "aws:s3/bucket:Bucket" });

describe("usage that cannot be used", () => {
  it.each([
    ["a slip of the pen", { out: { monthly_data_proccessed_gb: 1 } }, "Did you mean monthly_data_processed_gb?"],
    ["a key of another type", { [NAT]: { monthly_requests: 1 } }, "It understands monthly_data_processed_gb."],
    ["a key without its group", { data: { storage_gb: 1 } }, "Did you mean standard.storage_gb?"],
    [
      "a type that is known, of which there is none",
      { aws_sqs_queue: { requests: 1 } },
      "requests is no usage of SQS queue",
    ],
  ])("is told: %s", (_, usage, expected) => {
    const problems = problemsOf([gateway, bucket], usage);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^warning: /);
    expect(problems[0]).toContain(expected);
  });

  it("names the file and line", () => {
    const [statement] = usageOf({ out: { nothing: 1 } });
    const place = { file: "usage.yml", line: 3, column: 5, property: "usage.out.nothing" };
    const settings = { ...settingsSchema.parse({}), usage: [{ ...statement!, place }] };
    const snapshot = { completeness: "complete", missing: [], resources: [gateway] } as const;
    const { diagnostics } = assess(snapshot, { settings, hardware: HARDWARE, today: "2026-11-24" });
    expect(describeDiagnostic(diagnostics[0]!)).toMatch(
      /^usage\.yml:3:5 \(usage\.out\.nothing\): nothing is no usage of NAT gateway/,
    );
  });

  it("is not told of a wildcard that one resource understands, nor of what another stack has", () => {
    expect(
      problemsOf([gateway, bucket], { "*": { object_tags: 1 }, elsewhere: { any: 1 }, google_dns: { any: 1 } }),
    ).toEqual([]);
  });

  it.each([
    ["a number in quotes", "12", "Write 12, as a number."],
    ["a number with underscores", "1_000", "Write 1000, as a number."],
    ["a word", "many", 'must be a number that is not negative, not "many"'],
    ["true", true, "must be a number that is not negative, not true"],
    ["a list", [1], "must be a number that is not negative, not [1]"],
  ])("is an error where a number belongs: %s", (_, value, expected) => {
    const problems = problemsOf([gateway], { out: { monthly_data_processed_gb: value } });
    expect(problems.join()).toMatch(/^error: /);
    expect(problems.join()).toContain(expected);
  });
});

describe("missing usage", () => {
  const keysOf = (usage: Written) =>
    missingUsage(
      [gateway, named("out2", { type: NAT }), named("role", { type: "aws:iam/role:Role" })],
      usageOf(usage),
    ).map(({ type, keys }) => [type, Object.keys(keys)]);

  it("is what a resource understands and nobody states for each of its type", () => {
    const all = [[NAT, ["monthly_data_processed_gb"]]];
    expect(keysOf({})).toEqual(all);
    expect(keysOf({ out: { monthly_data_processed_gb: 1 } })).toEqual(all);
    expect(keysOf({ [NAT]: { monthly_data_processed_gb: null } })).toEqual(all);
    expect(keysOf({ [NAT]: { monthly_data_processed_gb: 0 } })).toEqual([]);
    expect(keysOf({ "out*": { monthly_data_processed_gb: 2 } })).toEqual([]);
  });

  it("knows by which addresses a file may call the type", () => {
    const [one] = missingUsage([gateway], []);
    const calls = [
      NAT,
      "aws:ec2:NatGateway",
      "aws_nat_gateway",
      "aws_nat_gateway.out",
      "out",
      "aws_instance",
      `${NAT}*`,
    ];
    expect(calls.map((call) => one?.isCalled(call))).toEqual([true, true, true, false, false, false, false]);
  });
});

describe("a pattern of names", () => {
  const letters = fc.stringMatching(/^[ab:.-]{0,12}$/);
  const pattern = fc.stringMatching(/^[ab:.*-]{0,8}$/);

  it("means the same as the regular expression that it stands for", () => {
    fc.assert(
      fc.property(pattern, letters, (text, name) => {
        const expression = new RegExp(`^${text.replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
        expect(namePattern(text)(name)).toBe(expression.test(name));
      }),
    );
  });

  it("answers for patterns that make regular expressions explode", () => {
    expect(namePattern(`${"*a".repeat(200)}b`)("a".repeat(2000))).toBe(false);
  });
});
