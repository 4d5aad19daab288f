import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ResourceValidationArgs, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { noted } from "../../policy/cost-inputs.ts";
import { evaluate } from "../../policy/evaluation.ts";
import { policies } from "../../policy/policies.ts";
import { initialConfig } from "../../policy/rackrate-policies.ts";
import { scopeOf } from "../../policy/settings.ts";
import { RULES } from "../../src/gate/list.ts";
import type { ShownResource } from "../support/analyzer.ts";
import { awsResource, component, instance, stackArgs, surroundings, UNKNOWN, urnOf } from "./shown.ts";

const folder = mkdtempSync(join(tmpdir(), "rackrate-policies-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const configure = (config: Readonly<Record<string, string>>): void => pulumi.runtime.setAllConfig({ ...config });

beforeEach(() => {
  pulumi.runtime.setMocks({ call: () => ({}), newResource: () => ({ id: "", state: {} }) }, "shop", "dev", true);
  configure({});
  noted.inputs.clear();
  delete process.env.AWS_REGION;
  delete process.env.AWS_DEFAULT_REGION;
});

interface Said {
  readonly policy: string;
  readonly message: string;
  readonly urn: string | undefined;
}

/** Runs the stack policies as the SDK does: one after another, each with arguments of its own. */
const judged = async (
  resources: readonly ShownResource[],
  configs: Readonly<Record<string, object>> = {},
): Promise<{
  readonly all: readonly Said[];
  readonly by: (policy: string) => string;
  readonly failed: readonly string[];
}> => {
  const all: Said[] = [];
  for (const policy of policies) {
    if (!("validateStack" in policy)) continue;
    const args = stackArgs(resources, configs[policy.name]);
    await policy.validateStack(args, (message, urn) => all.push({ policy: policy.name, message, urn }));
  }
  return {
    all,
    by: (policy) =>
      all
        .filter((one) => one.policy === policy)
        .map(({ message }) => message)
        .join("\n"),
    failed: [...new Set(all.map(({ policy }) => policy).filter((policy) => policy !== "cost-summary"))],
  };
};

const lastLine = (message: string): Record<string, unknown> => JSON.parse(message.split("\n").at(-1)!);

/** What the summary says that the stack costs a month. */
const monthlyCost = async (resources: readonly ShownResource[]): Promise<unknown> =>
  lastLine((await judged(resources)).by("cost-summary")).monthlyCost;

const nodeGroup = (name: string, scalingConfig: unknown, more: Partial<ShownResource> = {}): ShownResource =>
  awsResource("aws:eks/nodeGroup:NodeGroup", name, { instanceTypes: ["p5.48xlarge"], scalingConfig }, more);

const bucket = awsResource("aws:s3/bucket:Bucket", "data", {});

describe("the list of policies", () => {
  it("has one for every rule, each with level, severity, title and configuration of its own", () => {
    const named = new Map(policies.map((policy) => [policy.name, policy]));
    expect(named.size).toBe(policies.length);
    for (const rule of RULES) {
      expect(named.get(rule.id)).toMatchObject({
        displayName: rule.title,
        description: rule.description,
        severity: rule.severity,
        enforcementLevel: "mandatory",
        tags: expect.arrayContaining(["cost"]),
      });
      const { properties } = named.get(rule.id)!.configSchema!;
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(rule.settings.shape)));
      // The engine would fill defaults in, and they would overrule the settings file.
      for (const property of Object.values(properties)) expect(property).not.toHaveProperty("default");
    }
  });

  it("notes inputs before anything is judged, and sums up last", () => {
    expect(policies[0]!.name).toBe("cost-inputs");
    expect(policies.at(-1)).toMatchObject({ name: "cost-summary", enforcementLevel: "advisory" });
  });
});

describe("a stack within its limits", () => {
  it("passes with an unknown image and a bucket without usage, and is summed up", async () => {
    const { all, by } = await judged([...surroundings, instance("gpu"), bucket]);
    expect(all.map(({ policy }) => policy)).toEqual(["cost-summary"]);
    expect(by("cost-summary")).toMatch(/^shop\/dev: \$[\d,]+ a month \*\n/);
    expect(lastLine(by("cost-summary"))).toMatchObject({ rackrate: 1, project: "shop", stack: "dev", failed: [] });
  });

  it("passes where everything is destroyed", async () => {
    const { failed, by } = await judged([], { "monthly-cost": { max: 0 }, "unpriced-compute": {} });
    expect(failed).toEqual([]);
    expect(lastLine(by("cost-summary")).monthlyCost).toBe("0");
  });
});

describe("limits", () => {
  it("come from the policy's configuration, and a breach says by how much", async () => {
    const { failed, all } = await judged([...surroundings, instance("gpu")], { "monthly-cost": { max: 1000 } });
    expect(failed).toEqual(["monthly-cost"]);
    expect(all[0]!.message).toContain("above the limit of $1,000.00/month");
    expect(lastLine(all[0]!.message)).toMatchObject({ rackrate: 1, rule: "monthly-cost", outcome: "fail" });
  });

  it("are in the currency of the stack's configuration, and so is what they measure", async () => {
    configure({ "rackrate:currency": "EUR" });
    const { all, by } = await judged([...surroundings, instance("gpu")], { "monthly-cost": { max: 1000 } });
    // 40,179.20 USD of the machine and 0.80 USD of its volume at 1.1172 USD a euro.
    expect(all[0]!.message).toContain("is €35,964.91/month, above the limit of €1,000.00/month");
    expect(by("cost-summary")).toMatch(/^shop\/dev: €35,965 a month\n/);
    expect(lastLine(by("cost-summary"))).toMatchObject({ currency: "EUR" });
  });

  it("of the policy go before rackrate.yaml, and that before the stack's own", async () => {
    const stack = [...surroundings, instance("gpu")];
    const configFile = file("limits.yaml", "gates: { monthly-cost: { max: 1 }, tco: { max: 1 } }\n");
    expect((await judged(stack, { "monthly-cost": { configFile }, tco: { configFile } })).failed).toEqual([
      "monthly-cost",
      "tco",
    ]);

    configure({ "rackrate:configFile": configFile });
    expect((await judged(stack)).failed).toEqual(["monthly-cost", "tco"]);

    const ofStack = '{"monthly-cost":{"max":1e9},"carbon":{"maxKg":1}}';
    configure({ "rackrate:configFile": configFile, "rackrate:gates": ofStack });
    expect((await judged(stack)).failed).toEqual(["monthly-cost", "tco", "carbon"]);
    expect((await judged(stack, { "monthly-cost": { max: 1e9 } })).failed).toEqual(["tco", "carbon"]);
  });

  it("that are written wrongly fail every rule, in words that name the place", async () => {
    configure({ "rackrate:gates": '{"monthly-cost":{"mox":1}}' });
    const { failed, by } = await judged([...surroundings, instance("gpu")]);
    expect(failed).toEqual(RULES.map(({ id }) => id));
    expect(by("tco")).toContain("stack configuration");
    expect(by("tco")).toContain("Did you mean max?");
  });

  it("that are written wrongly in a policy's own configuration fail that policy alone", async () => {
    const { failed, by } = await judged([...surroundings, instance("gpu")], { "monthly-cost": { mox: 1 } });
    expect(failed).toEqual(["monthly-cost"]);
    expect(by("monthly-cost")).toContain("configuration of the policy monthly-cost");
  });

  it("that only warn, or are overridden, are told by the summary and fail nothing", async () => {
    const configFile = file(
      "mild.yaml",
      `gates: { monthly-cost: { max: 1, enforcement: advisory }, tco: { max: 1 } }
overrides: [{ rule: tco, reason: agreed for the launch, expires: 2999-12-31 }]
`,
    );
    configure({ "rackrate:configFile": configFile });
    const { failed, by } = await judged([...surroundings, instance("gpu")]);
    expect(failed).toEqual([]);
    expect(by("cost-summary")).toContain("Warning (monthly-cost): The monthly cost is $");
    expect(by("cost-summary")).toContain("Overridden until 2999-12-31 (tco): agreed for the launch");
    expect(lastLine(by("cost-summary"))).toMatchObject({ failed: [], warned: ["monthly-cost"], overridden: ["tco"] });
  });
});

describe("what is not known", () => {
  it.each([
    ["an instance type", instance("gpu", { instanceType: UNKNOWN })],
    ["a number of nodes", nodeGroup("nodes", { desiredSize: UNKNOWN, minSize: UNKNOWN, maxSize: UNKNOWN })],
    ["a whole block of settings", nodeGroup("nodes", UNKNOWN)],
    ["an instance type that has no price", instance("gpu", { instanceType: "p5e.48xlarge" })],
  ])("%s does not pass, and a limit says that it cannot be compared", async (_, resource) => {
    const { failed, by } = await judged([...surroundings, resource], { "monthly-cost": { max: 1e9 } });
    expect(failed).toEqual(["unpriced-compute", "monthly-cost"]);
    expect(by("monthly-cost")).toContain("cannot be compared");
    expect(by("unpriced-compute")).toContain("onUnknown.decisive");
  });

  it("may be accepted by a setting, and is then still told", async () => {
    configure({ "rackrate:onUnknown": '{"decisive":"warn"}' });
    const { failed, by } = await judged([...surroundings, instance("gpu", { instanceType: UNKNOWN })]);
    expect(failed).toEqual([]);
    expect(by("cost-summary")).toContain("Warning (unpriced-compute)");
  });

  it("of a region does not pass either", async () => {
    const nowhere = { provider: { urn: urnOf("pulumi:providers:aws", "plain"), props: {} } };
    const stack = [instance("gpu", {}, nowhere)];
    expect((await judged(stack)).failed).toEqual(["unpriced-compute"]);
    configure({ "aws:region": "us-west-2" });
    expect((await judged(stack)).failed).toEqual([]);
    configure({});
    process.env.AWS_REGION = "us-west-2";
    expect((await judged(stack)).failed).toEqual([]);
  });

  it("is only what the program could not say, not what the provider will choose", async () => {
    const inputs = { ami: UNKNOWN, instanceType: "p5.48xlarge" };
    const outputs = { ...inputs, tenancy: UNKNOWN, region: UNKNOWN, instanceLifecycle: UNKNOWN, ebsOptimized: UNKNOWN };
    const computed = instance("gpu", inputs, { outputs });
    const [noting] = policies as unknown as readonly [ResourceValidationPolicy];
    const validate = noting.validateResource as (args: ResourceValidationArgs) => void;
    validate({ urn: computed.urn, props: unknownCheckingProxy({ ...inputs }) } as ResourceValidationArgs);
    expect((await judged([...surroundings, computed])).failed).toEqual([]);
  });

  it("includes what a proxy without a way out hides", async () => {
    const resource = instance("gpu");
    const [args] = [stackArgs([...surroundings, resource])];
    const guarded = new Proxy(
      { ...resource.inputs, instanceType: "p5.48xlarge" },
      {
        get: (target, key) => {
          if (key === "ami") throw new Error("unknown");
          return key === "__getSpecialProxyTarget" ? undefined : Reflect.get(target, key);
        },
      },
    );
    Object.assign(args.resources.find(({ urn }) => urn === resource.urn)!, { props: guarded });
    expect(await priceOf(args)).toBe(await monthlyCost([...surroundings, resource]));
  });

  const priceOf = async (args: ReturnType<typeof stackArgs>): Promise<string | undefined> =>
    (await evaluate(args, scopeOf({})).estimate).after.measures.monthlyCost.expected.value?.toFixed();
});

describe("the region", () => {
  it("of the resource itself goes before its provider's", async () => {
    const west = instance("gpu", { region: "us-gov-west-1", instanceType: "g6.xlarge" });
    const east = instance("gpu", { instanceType: "g6.xlarge" });
    expect(await monthlyCost([...surroundings, west])).not.toBe(await monthlyCost([...surroundings, east]));
    const { by } = await judged([...surroundings, west], { "allowed-regions": { allow: ["us-east-*"] } });
    expect(by("allowed-regions")).toContain("us-gov-west-1");
  });

  it("and the accelerator can be limited", async () => {
    const stack = [...surroundings, instance("gpu"), instance("small", { instanceType: "g6.xlarge" })];
    const { by, all } = await judged(stack, { "allowed-accelerators": { allow: ["H100"] } });
    expect(by("allowed-accelerators")).toContain('EC2 instance "small" uses L4, which is not allowed (H100)');
    expect(all.filter(({ policy }) => policy === "allowed-accelerators")).toHaveLength(1);
  });
});

describe("components", () => {
  const AWS = {
    kind: "gpu-cluster",
    version: 1,
    platform: "aws",
    instanceType: "p5.48xlarge",
    nodes: { min: 2, desired: 2, max: 2 },
    purchase: "on-demand",
  };
  const ON_PREMISES = {
    kind: "gpu-cluster",
    version: 1,
    platform: "on-premises",
    server: "DGX H100",
    servers: 4,
    storageTib: 0,
  };
  const CLUSTER = "rackrate:infra:GpuCluster";

  it("and their children are never both counted", async () => {
    const cluster = component(CLUSTER, "cluster", { specification: AWS });
    const child = (parent?: string) =>
      nodeGroup("nodes", { desiredSize: 2, minSize: 2, maxSize: 2 }, parent ? { parent } : {});
    expect(await monthlyCost([...surroundings, cluster, child(cluster.urn)])).toBe(
      await monthlyCost([...surroundings, child()]),
    );
  });

  it("that stand for bought servers are priced by the specification that they register", async () => {
    const cluster = component(CLUSTER, "cluster", { specification: ON_PREMISES });
    expect(Number(await monthlyCost([...surroundings, cluster]))).toBeGreaterThan(1000);
  });

  it("that are cut off from their parents, as by --target, leave the sum open", async () => {
    const orphan = instance("gpu", {}, { parent: urnOf("acme:index:Fleet", "not-shown") });
    const { failed, by } = await judged([orphan], { "monthly-cost": { max: 1e9 } });
    expect(failed).toEqual(["monthly-cost"]);
    expect(by("monthly-cost")).toContain("limited to targets");
  });
});

describe("a template that a group refers to", () => {
  it("is found although its id is unknown", async () => {
    const template = awsResource("aws:ec2/launchTemplate:LaunchTemplate", "template", { instanceType: "p5.48xlarge" });
    const group = awsResource(
      "aws:autoscaling/group:Group",
      "group",
      { desiredCapacity: 2, minSize: 2, maxSize: 2, launchTemplate: { id: UNKNOWN, version: "$Latest" } },
      { propertyDependencies: { launchTemplate: [template.urn] } },
    );
    expect((await judged([...surroundings, group, template])).failed).toEqual([]);
    expect((await judged([...surroundings, { ...group, propertyDependencies: {} }, template])).failed).toEqual([
      "unpriced-compute",
    ]);
  });
});

describe("an increase", () => {
  const stack = [...surroundings, instance("gpu")];
  let written = 0;
  const baseline = (monthlyCost: string, more: object = {}): string =>
    file(
      `baseline-${++written}.json`,
      JSON.stringify({
        schemaVersion: 1,
        kind: "baseline",
        date: "2026-11-01",
        stacks: [{ project: "shop", stack: "dev", currency: "USD", monthlyCost, leavesOut: [], ...more }],
      }),
    );

  it("cannot be known without a baseline", async () => {
    const { by } = await judged(stack, { "monthly-increase": { max: 1000 } });
    expect(by("monthly-increase")).toContain("cannot be known");
    expect(by("monthly-increase")).toContain("baseline");
  });

  it("is judged against one that the configuration names", async () => {
    const cost = String(await monthlyCost(stack));
    const close = { max: 1000, baseline: baseline(cost) };
    expect((await judged(stack, { "monthly-increase": close })).failed).toEqual([]);
    const far = { max: 1000, baseline: baseline("20") };
    expect((await judged(stack, { "monthly-increase": far })).by("monthly-increase")).toContain(
      "more than the limit of $1,000.00/month",
    );
  });

  it("shows in the summary where the stack names the baseline", async () => {
    configure({ "rackrate:baseline": baseline("20") });
    expect((await judged(stack)).by("cost-summary")).toMatch(/a month \(\+\$[\d,]+\)/);
  });

  it.each([
    ["of another stack", { stack: "prod" }],
    ["that leaves something out", { leavesOut: ["2 instances have no price"] }],
  ])("cannot be known by a baseline %s", async (_, more) => {
    const config = { max: 1000, baseline: baseline("20", more) };
    expect((await judged(stack, { "monthly-increase": config })).by("monthly-increase")).toContain("cannot be known");
  });

  it("does not pass where the file is no baseline", async () => {
    const config = { max: 1000, baseline: file("not.json", "{}") };
    expect((await judged(stack, { "monthly-increase": config })).by("monthly-increase")).toContain("is not a baseline");
  });
});

describe("a failure", () => {
  const broken = instance("gpu", { instanceType: "not a type" });

  it("of pricing is a breach of what is limited, and says how to go on", async () => {
    const { failed, by } = await judged([...surroundings, broken], { "monthly-cost": { max: 1e9 } });
    expect(failed).toEqual(["unpriced-compute", "monthly-cost"]);
    expect(by("monthly-cost")).toContain("this limit cannot be checked");
    expect(by("monthly-cost")).toContain("advisory or disabled");
    expect(lastLine(by("monthly-cost"))).toMatchObject({ rule: "monthly-cost", outcome: "error" });
  });

  it("of the arguments themselves is one too", async () => {
    const policy = policies.find(({ name }) => name === "unpriced-compute") as StackValidationPolicy;
    const said: string[] = [];
    const args = {
      getConfig: () => ({}),
      get resources() {
        throw new Error("no resources today");
      },
    };
    await policy.validateStack(args as never, (message) => said.push(message));
    expect(said).toEqual([expect.stringContaining("no resources today")]);
  });
});

describe("whatever a stack holds", () => {
  const resources = [
    ...surroundings,
    instance("gpu", { instanceType: UNKNOWN }),
    instance("small", { instanceType: "g6.xlarge" }),
    nodeGroup("nodes", { desiredSize: 3, minSize: 0, maxSize: 4 }),
    bucket,
  ];

  it("is judged alike in any order", async () => {
    const config = { "monthly-cost": { max: 10 }, tco: { max: 10 } };
    const sorted = (said: readonly Said[]) => said.map(({ policy, message }) => `${policy}: ${message}`).sort();
    const expected = sorted((await judged(resources, config)).all);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(resources, { minLength: resources.length }), async (shuffled) => {
        expect(sorted((await judged(shuffled, config)).all)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  it("is priced once for all policies, and anew when it changes", () => {
    const first = evaluate(stackArgs(resources), scopeOf({}));
    expect(evaluate(stackArgs(resources), scopeOf({}))).toBe(first);
    expect(evaluate(stackArgs(resources.slice(1)), scopeOf({}))).not.toBe(first);
  });

  it("its secrets are in no message", async () => {
    const secret = "hunter2";
    const said = await judged(
      [
        ...surroundings,
        instance("gpu", { userData: secret, tags: { password: secret }, keyName: secret, ami: secret }),
        nodeGroup("nodes", { desiredSize: UNKNOWN }, { outputs: { scalingConfig: UNKNOWN, labels: { a: secret } } }),
        awsResource("aws:rds/instance:Instance", "store", {
          password: secret,
          instanceClass: UNKNOWN,
          engine: "postgres",
        }),
      ],
      { "monthly-cost": { max: 1 } },
    );
    expect(said.failed).toContain("monthly-cost");
    expect(JSON.stringify(said.all)).not.toContain(secret);
  });

  it("no policy ever throws", async () => {
    const anything = fc.dictionary(fc.string(), fc.oneof(fc.jsonValue(), fc.constant(UNKNOWN)));
    const type = fc.constantFrom(
      "aws:ec2/instance:Instance",
      "aws:eks/nodeGroup:NodeGroup",
      "rackrate:infra:GpuCluster",
      "acme:x:Y",
    );
    await fc.assert(
      fc.asyncProperty(type, anything, async (of, props) => {
        await judged([...surroundings, awsResource(of, "it", props)], { "monthly-cost": { max: 1 } });
      }),
      { numRuns: 30 },
    );
  });
});

describe("the constructor's arguments", () => {
  it("name policies in camel case", () => {
    expect(
      initialConfig({ all: "advisory", monthlyCost: { enforcementLevel: "mandatory", max: 5 }, tco: "disabled" }),
    ).toEqual({
      all: "advisory",
      "monthly-cost": { enforcementLevel: "mandatory", max: 5 },
      tco: "disabled",
      "cost-summary": "advisory",
    });
  });

  it("are refused where they name none", () => {
    expect(() => initialConfig({ monthlyCosts: "mandatory" })).toThrow("Did you mean monthlyCost?");
  });
});
