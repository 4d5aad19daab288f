import { describe, expect, it } from "vitest";
import { type DecimalValue, decimal } from "../../src/core/decimal.ts";
import type { Figure } from "../../src/core/figure.ts";
import { SECRET, UNKNOWN, type Value } from "../../src/core/value.ts";
import { judge } from "../../src/gate/judge.ts";
import type { PricedLine, PricedResource } from "../../src/model/cost.ts";
import type { WorkloadDemand } from "../../src/model/demand.ts";
import type { Settings } from "../../src/model/settings.ts";
import type { Verdict } from "../../src/model/verdict.ts";
import { type SampleSide, sampleEstimate, samplePlanResource, sampleResource } from "../support/estimate.ts";

const figure = (name: string, value: DecimalValue | null, unit = "1"): Figure => ({
  name,
  value: value === null ? null : decimal(value),
  unit,
});

/** A line that asks AWS's price list for something in a region. */
const line = (item: string, hours: DecimalValue | null = 730, region: string | null = "us-east-1"): PricedLine => ({
  meter: "instance-hours",
  description: "Instance usage",
  category: "compute",
  quantity: figure("instance hours", hours, "hours"),
  unit: "hours",
  usageBased: false,
  query: { vendor: "aws", service: "AmazonEC2", region, item },
  price: null,
  unitPrice: figure("price", 1),
  amount: figure("amount", hours),
});

const machine = (purchase: string, hours: DecimalValue | null = 730): PricedResource =>
  sampleResource({ lines: [line(`instance/p5.48xlarge/linux/shared/${purchase}`, hours)] });

const withAccelerators = (accelerator: string, hours: DecimalValue | null = 5840): PricedResource =>
  sampleResource({ capacity: { accelerator, count: figure("accelerators", 8), hours: figure("GPU-hours", hours) } });

const openType = sampleResource({
  status: "unpriced",
  gaps: [{ property: "instanceType", decisive: true, message: "the instance type is not known" }],
});

const workload = (name: string, kind: "training" | "inference", hours: DecimalValue | null): WorkloadDemand => ({
  urn: `urn:pulumi:dev::shop::rackrate:infra:Workload::${name}`,
  name,
  kind,
  cluster: null,
  acceleratorHours: figure(name, hours),
  assumptions: [],
});

interface Judged {
  readonly outcome: Verdict["outcome"] | undefined;
  readonly said: string;
  readonly verdict: Verdict | undefined;
}

const judged = (
  rule: string,
  settings: object,
  after: SampleSide & { readonly workloads?: readonly WorkloadDemand[]; readonly oldest?: string } = {},
  decisive: Settings["onUnknown"]["decisive"] = "fail",
): Judged => {
  const { workloads = [], oldest = null, ...side } = after;
  const sample = sampleEstimate({
    after: side,
    settings: { gates: { [rule]: settings }, onUnknown: { decisive, usage: "ignore" } },
  });
  const estimate = {
    ...sample,
    after: { ...sample.after, demand: { workloads } },
    priceList: { ...sample.priceList, oldest, newest: oldest },
  };
  const verdict = judge(estimate, "2026-11-24").value.find((one) => one.rule === rule);
  return { outcome: verdict?.outcome, said: verdict?.findings.map(({ message }) => message).join(" ") ?? "", verdict };
};

describe("every rule of the fleet", () => {
  it.each([
    "allowed-accelerators",
    "allowed-regions",
    "cost-per-gpu-hour",
    "cost-per-million-tokens",
    "gpu-utilisation",
    "commitment-coverage",
    "carbon",
    "price-list-age",
    "cost-owner-tag",
    "encryption",
  ])("%s is not applied without its limit, whatever there is", (rule) => {
    const after = { resources: [withAccelerators("H100"), openType], workloads: [workload("chat", "inference", 1)] };
    expect(judged(rule, {}, after).outcome).toBe("not-applicable");
  });
});

describe("allowed-accelerators", () => {
  it.each([
    ["H100", "H100-SXM5-80GB", "pass"],
    ["h100-sxm5-80gb", "H100-SXM5-80GB", "pass"],
    ["V520", "AMD Radeon Pro V520", "pass"],
    ["L4", "L40S", "fail"],
    ["H100", "H200-SXM-141GB", "fail"],
    ["SXM5", "H100-SXM5-80GB", "pass"],
  ])("with %s allowed, %s is a %s", (allowed, accelerator, outcome) => {
    const found = judged("allowed-accelerators", { allow: [allowed] }, { resources: [withAccelerators(accelerator)] });
    expect(found.outcome).toBe(outcome);
  });

  it("allows none with an empty list, and minds no machine without accelerators", () => {
    expect(judged("allowed-accelerators", { allow: [] }, { resources: [withAccelerators("T4")] }).outcome).toBe("fail");
    expect(judged("allowed-accelerators", { allow: [] }, { resources: [sampleResource()] }).outcome).toBe("pass");
  });

  it("does not let an unknown instance type pass unless the settings say so", () => {
    const after = { resources: [openType] };
    expect(judged("allowed-accelerators", { allow: ["H100"] }, after).said).toContain("not known which accelerators");
    expect(judged("allowed-accelerators", { allow: ["H100"] }, after, "warn").outcome).toBe("warn");
    expect(judged("allowed-accelerators", { allow: ["H100"] }, after, "assume").outcome).toBe("pass");
  });
});

describe("allowed-regions", () => {
  const inRegion = (region: string | null) => sampleResource({ lines: [line("volume/gp3/storage", 1, region)] });

  it.each([
    [["us-east-1"], "us-east-1", "pass"],
    [["us-east-1"], "us-east-2", "fail"],
    [["eu-*"], "eu-central-1", "pass"],
    [["eu-*"], "us-east-1", "fail"],
    [["*"], "ap-south-1", "pass"],
  ] as const)("with %j allowed, %s is a %s", (allow, region, outcome) => {
    expect(judged("allowed-regions", { allow }, { resources: [inRegion(region)] }).outcome).toBe(outcome);
  });

  it("minds neither what costs nothing nor what stands in no region of AWS", () => {
    const site = sampleResource({
      lines: [{ ...line("server"), query: { vendor: "site", service: "server", region: null, item: "x" } }],
    });
    expect(judged("allowed-regions", { allow: ["eu-*"] }, { resources: [sampleResource(), site] }).outcome).toBe(
      "pass",
    );
  });

  it("does not let an unknown region pass", () => {
    const nowhere = sampleResource({
      gaps: [{ property: "region", decisive: true, message: "the region is not known" }],
    });
    expect(judged("allowed-regions", { allow: ["eu-*"] }, { resources: [nowhere] }).said).toContain("not known");
  });
});

describe("cost-per-gpu-hour", () => {
  it.each([
    ["2.5", "pass"],
    ["2.51", "fail"],
  ])("at most 2.50: %s is a %s", (costPerGpuHour, outcome) => {
    const after = { measures: { costPerGpuHour }, resources: [withAccelerators("H100")] };
    expect(judged("cost-per-gpu-hour", { max: 2.5 }, after).outcome).toBe(outcome);
  });

  it("does not arise where there are no accelerators, but does where they may hide", () => {
    expect(judged("cost-per-gpu-hour", { max: 1 }, { resources: [sampleResource()] }).outcome).toBe("not-applicable");
    const hidden = { measures: { costPerGpuHour: null }, resources: [openType] };
    expect(judged("cost-per-gpu-hour", { max: 1 }, hidden).outcome).toBe("fail");
  });
});

describe("cost-per-million-tokens", () => {
  const serving = { workloads: [workload("chat", "inference", 100)] };

  it("judges reading and writing apart", () => {
    const measures = { costPerMillionInputTokens: "0.20", costPerMillionOutputTokens: "1.50" };
    const { outcome, said } = judged(
      "cost-per-million-tokens",
      { maxInput: 0.2, maxOutput: 1 },
      { ...serving, measures },
    );
    expect(outcome).toBe("fail");
    expect(said).toBe("The cost per million output tokens is $1.50, above the limit of $1.00.");
  });

  it("does not pass where the traffic is not known, and does not arise where nothing is served", () => {
    const measures = { costPerMillionOutputTokens: null };
    expect(judged("cost-per-million-tokens", { maxOutput: 1 }, { ...serving, measures }).outcome).toBe("fail");
    const training = { workloads: [workload("tune", "training", 100)], measures };
    expect(judged("cost-per-million-tokens", { maxOutput: 1 }, training).outcome).toBe("not-applicable");
  });
});

describe("gpu-utilisation", () => {
  const resources = [withAccelerators("H100", 5000), withAccelerators("H100", 5000)];

  it.each([
    [6000, "pass"],
    [5999, "fail"],
  ])("at least 60 %% of 10,000 hours: %d hours asked for are a %s", (hours, outcome) => {
    const after = { resources, workloads: [workload("tune", "training", hours)] };
    expect(judged("gpu-utilisation", { min: 0.6 }, after).outcome).toBe(outcome);
  });

  it("says how many hours stand idle", () => {
    const after = { resources, workloads: [workload("tune", "training", 2500)] };
    expect(judged("gpu-utilisation", { min: 0.6 }, after).said).toBe(
      "The stated workloads use 25.0% of the accelerators' hours, less than 60.0%: 7500 GPU-hours a month stand idle.",
    );
  });

  it("names the workload whose demand is not known, which cannot make it worse", () => {
    const workloads = [workload("tune", "training", 2500), workload("chat", "inference", null)];
    expect(judged("gpu-utilisation", { min: 0.6 }, { resources, workloads }).said).toContain(
      "the demand of chat is not known",
    );
    expect(judged("gpu-utilisation", { min: 0.25 }, { resources, workloads }).outcome).toBe("pass");
  });

  it("does not arise without accelerators, and does not pass where their hours are not known", () => {
    expect(judged("gpu-utilisation", { min: 0.6 }, { resources: [sampleResource()] }).outcome).toBe("not-applicable");
    const after = { resources: [withAccelerators("H100", null)] };
    expect(judged("gpu-utilisation", { min: 0.6 }, after).said).toContain("cannot be known");
    expect(judged("gpu-utilisation", { min: 0.6 }, { resources: [openType] }).said).toContain("cannot be known");
  });
});

describe("commitment-coverage", () => {
  it.each([
    [["on-demand", "reserved-standard-1y-no-upfront"], "pass"],
    [["on-demand", "on-demand", "reserved-standard-1y-no-upfront"], "fail"],
    [["on-demand", "capacity-block"], "pass"],
    [["on-demand", "spot", "reserved-convertible-3y-partial-upfront"], "pass"],
    [["on-demand"], "fail"],
    [["spot"], "not-applicable"],
    [[], "not-applicable"],
  ])("at least half: machines %j are a %s", (purchases, outcome) => {
    const after = { resources: purchases.map((purchase) => machine(purchase)) };
    expect(judged("commitment-coverage", { min: 0.5 }, after).outcome).toBe(outcome);
  });

  it("counts machines that are paid wholly in advance, and no fee twice", () => {
    const prepaid = machine("reserved-standard-3y-all-upfront-fee", 1);
    expect(judged("commitment-coverage", { min: 0.5 }, { resources: [machine("on-demand"), prepaid] }).outcome).toBe(
      "pass",
    );
    const partly = machine("reserved-standard-3y-partial-upfront-fee", 1);
    expect(judged("commitment-coverage", { min: 0.5 }, { resources: [machine("on-demand"), partly] }).outcome).toBe(
      "fail",
    );
  });

  it("counts the hours that commitments of one's own take of a machine", () => {
    const hours = (taken: number, left: number): PricedResource => {
      const [onDemand] = machine("on-demand", left).lines;
      const [owned] = machine("on-demand", taken).lines;
      return sampleResource({ lines: [{ ...owned!, commitment: "plan" }, onDemand!] });
    };
    const judgedWith = (taken: number, left: number) =>
      judged("commitment-coverage", { min: 0.5 }, { resources: [hours(taken, left)] });
    expect(judgedWith(400, 330).outcome).toBe("pass");
    expect(judgedWith(330, 400).said).toContain("Commitments cover 45.2%");
  });

  it("does not pass where hours are not known", () => {
    const after = { resources: [machine("on-demand", null)] };
    expect(judged("commitment-coverage", { min: 0.5 }, after).said).toContain("cannot be known");
  });
});

describe("carbon", () => {
  it("compares kilograms over the horizon", () => {
    expect(judged("carbon", { maxKg: 1000 }, { measures: { carbonKg: 1000 } }).outcome).toBe("pass");
    expect(judged("carbon", { maxKg: 1000 }, { measures: { carbonKg: "1234.56" } }).said).toBe(
      "The carbon of 36 months is 1,234.6 kg CO2e, above the limit of 1,000 kg CO2e.",
    );
  });

  it("does not pass where the power is not known", () => {
    expect(judged("carbon", { maxKg: 1000 }, { measures: { carbonKg: null } }).outcome).toBe("fail");
  });
});

describe("price-list-age", () => {
  it.each([
    ["2026-11-24", 0, "pass"],
    ["2026-10-25", 30, "pass"],
    ["2026-10-24", 30, "fail"],
    ["2027-01-01", 0, "pass"],
  ])("prices of %s may be %d days old on 24 November 2026: %s", (oldest, maxDays, outcome) => {
    expect(judged("price-list-age", { maxDays }, { oldest }).outcome).toBe(outcome);
  });

  it("does not arise where no price was used", () => {
    expect(judged("price-list-age", { maxDays: 1 }).outcome).toBe("not-applicable");
  });
});

describe("cost-owner-tag", () => {
  const PROVIDER = "urn:pulumi:dev::shop::pulumi:providers:aws::default";
  const tagged = (inputs: Readonly<Record<string, Value>>, defaults?: Value): SampleSide => ({
    resources: [
      sampleResource({ resource: { inputs, provider: PROVIDER }, lines: [line("volume/gp3/storage")] }),
      ...(defaults === undefined
        ? []
        : [
            sampleResource({
              resource: {
                urn: PROVIDER,
                type: "pulumi:providers:aws",
                name: "default",
                inputs: { defaultTags: defaults },
              },
              status: "free",
              compute: false,
            }),
          ]),
    ],
  });
  const wanted = { tags: ["owner", "cost-center"] };

  it.each<[string, SampleSide, Verdict["outcome"]]>([
    ["its own tags", tagged({ tags: { owner: "ml", "cost-center": "42" } }), "pass"],
    ["one tag only", tagged({ tags: { owner: "ml" } }), "fail"],
    ["an empty tag", tagged({ tags: { owner: "ml", "cost-center": "" } }), "fail"],
    ["no tags", tagged({}), "fail"],
    ["its provider's tags", tagged({ tags: { owner: "ml" } }, { tags: { "cost-center": "42" } }), "pass"],
    ["its provider's tags as text", tagged({ tags: { owner: "ml" } }, '{"tags":{"cost-center":"42"}}'), "pass"],
    [
      "a list of tags",
      tagged({
        tags: [
          { key: "owner", value: "ml" },
          { key: "cost-center", value: "4" },
        ],
      }),
      "pass",
    ],
    ["a tag whose value is not known", tagged({ tags: { owner: UNKNOWN, "cost-center": SECRET } }), "pass"],
    ["tags that are not known", tagged({ tags: UNKNOWN }), "fail"],
  ])("with %s", (_, after, outcome) => {
    expect(judged("cost-owner-tag", wanted, after).outcome).toBe(outcome);
  });

  it("names what is missing, and minds nothing that costs nothing", () => {
    expect(judged("cost-owner-tag", wanted, tagged({ tags: { owner: "ml" } })).said).toContain(
      "lacks the tag cost-center",
    );
    expect(judged("cost-owner-tag", wanted, { resources: [sampleResource()] }).outcome).toBe("pass");
  });
});

describe("encryption", () => {
  const of = (type: string, inputs: Readonly<Record<string, Value>>): SampleSide => ({
    resources: [sampleResource({ resource: samplePlanResource({ type, name: "it", inputs }) })],
  });
  const [EBS, EC2, TEMPLATE] = [
    "aws:ebs/volume:Volume",
    "aws:ec2/instance:Instance",
    "aws:ec2/launchTemplate:LaunchTemplate",
  ];

  it.each<[string, SampleSide, Verdict["outcome"]]>([
    ["a volume that is told to", of(EBS!, { encrypted: true }), "pass"],
    ["a volume that is told not to", of(EBS!, { encrypted: false }), "fail"],
    ["a volume that is told nothing", of(EBS!, {}), "fail"],
    ["a volume of which it is not known", of(EBS!, { encrypted: UNKNOWN }), "fail"],
    ["a database", of("aws:rds/instance:Instance", { storageEncrypted: true }), "pass"],
    ["an instance without disks of its own", of(EC2!, {}), "pass"],
    ["an instance with an open root disk", of(EC2!, { rootBlockDevice: { volumeSize: 8 } }), "fail"],
    [
      "an instance with one open disk of two",
      of(EC2!, { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ encrypted: true }, {}] }),
      "fail",
    ],
    [
      "a template, which says it in text",
      of(TEMPLATE!, { blockDeviceMappings: [{ ebs: { encrypted: "true" } }] }),
      "pass",
    ],
    ["a template with an open disk", of(TEMPLATE!, { blockDeviceMappings: [{ ebs: { volumeSize: 8 } }] }), "fail"],
    [
      "a template with an instance store",
      of(TEMPLATE!, { blockDeviceMappings: [{ virtualName: "ephemeral0" }] }),
      "pass",
    ],
    ["a bucket, which always is", of("aws:s3/bucket:Bucket", {}), "pass"],
  ])("judges %s", (_, after, outcome) => {
    expect(judged("encryption", { require: true }, after).outcome).toBe(outcome);
  });

  it("does not arise where it is not demanded", () => {
    expect(judged("encryption", { require: false }, of(EBS!, {})).outcome).toBe("not-applicable");
  });
});
