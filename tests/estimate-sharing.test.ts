import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { InputError } from "../src/core/diagnostic.ts";
import { propertyMap } from "../src/core/value.ts";
import { estimate } from "../src/estimate.ts";
import type { Estimate } from "../src/model/estimate.ts";
import type { Plan, PlanResource, Snapshot } from "../src/model/plan.ts";
import type { Settings } from "../src/model/settings.ts";
import { settingsSchema } from "../src/model/settings.ts";
import { joinSnapshots } from "../src/plan/join.ts";
import { openAwsList } from "../src/prices/aws-list.ts";
import { openPrices } from "../src/project-estimate.ts";
import { toDocument } from "../src/report/json.ts";
import { snapshotOf, urnOf, type WrittenResource } from "./resources/snapshot.ts";

const TODAY = "2026-11-24";
const LIST = openAwsList();

const estimateOf = (plan: Plan, settings: Settings): Estimate =>
  estimate({ plan, settings, today: TODAY, ...openPrices(settings, LIST, TODAY) }).value;

const planOf = (before: Snapshot, after: Snapshot): Plan =>
  joinSnapshots({ project: "case", stack: "dev", origin: "program", before, after, assumptions: [] });

/** The same plan, in which nothing is known to be the same. */
const unshared = (plan: Plan): Plan => ({
  ...plan,
  after: { ...plan.after, resources: plan.after.resources.map((resource) => ({ ...resource })) },
});

/** What an estimate says, or why there is none. */
const told = (plan: Plan, settings: Settings): unknown => {
  try {
    return toDocument([estimateOf(plan, settings)]);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
};

/** A snapshot in which one resource is gone, or lacks one of its properties. */
const changesOf = (whole: Snapshot, changed: PlanResource): readonly Snapshot[] => {
  const replacedBy = (...others: readonly PlanResource[]): Snapshot => ({
    ...whole,
    resources: whole.resources.flatMap((one) => (one === changed ? others : [one])),
  });
  const without = (key: string): PlanResource => ({
    ...changed,
    inputs: propertyMap(Object.entries(changed.inputs).filter(([name]) => name !== key)),
  });
  return [replacedBy(), ...Object.keys(changed.inputs).map((key) => replacedBy(without(key)))];
};

interface Case extends WrittenResource {
  readonly case: string;
  readonly usage?: Readonly<Record<string, number | string>>;
  readonly related?: readonly WrittenResource[];
}

const folder = new URL("./resources/cases/", import.meta.url);
const cases = readdirSync(folder)
  .flatMap((file) => parse(readFileSync(new URL(file, folder), "utf8")) as readonly Case[])
  .filter(({ related = [] }) => related.length > 0);

describe("what stands alike on both sides of a plan", () => {
  it("is looked for in many cases", () => {
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases.map((one) => [`${one.type}: ${one.case}`, one] as const))(
    "costs the same as if it were priced for each side: %s",
    (_, one) => {
      const usage = one.usage === undefined ? {} : { [urnOf(one)]: one.usage };
      const settings = settingsSchema.parse({ usage });
      const whole = snapshotOf([one, ...(one.related ?? [])]);
      for (const changed of whole.resources) {
        for (const other of changesOf(whole, changed)) {
          for (const plan of [planOf(whole, other), planOf(other, whole)])
            expect(told(plan, settings)).toEqual(told(unshared(plan), settings));
        }
      }
    },
  );

  const priced = (side: Estimate["after"], name: string) =>
    side.resources.find(({ resource }) => resource.name === name);

  it("is priced for each side where usage of a neighbour is read, so that neither says it has no effect", () => {
    const block = { type: "aws:ec2/capacityBlockReservation:CapacityBlockReservation", name: "block" };
    const target = { capacityReservationTarget: { capacityReservationId: "@block" } };
    const whole = snapshotOf([
      { ...block, props: { instanceType: "p5.48xlarge", instanceCount: 1, endDate: "<unknown>" } },
      {
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        name: "template",
        props: {
          instanceType: "p5.48xlarge",
          instanceMarketOptions: { marketType: "capacity-block" },
          capacityReservationSpecification: target,
        },
      },
      {
        type: "aws:autoscaling/group:Group",
        name: "group",
        props: { launchTemplate: { id: "@template" }, desiredCapacity: 1, minSize: 1, maxSize: 1 },
      },
    ]);
    const settings = settingsSchema.parse({ usage: { [urnOf(block)]: { upfront_fee_usd: 5000 } } });
    const copy: Snapshot = { ...whole, resources: [...whole.resources] };
    const { before, after } = estimateOf(planOf(whole, copy), settings);
    expect(priced(after, "template")).toBe(priced(before, "template"));
    expect(priced(after, "group")).not.toBe(priced(before, "group"));
  });

  const group = (template: Readonly<Record<string, unknown>>): Snapshot =>
    snapshotOf([
      { type: "aws:ec2/launchTemplate:LaunchTemplate", name: "template", props: template },
      {
        type: "aws:autoscaling/group:Group",
        name: "group",
        props: { launchTemplate: { id: "@template" }, desiredCapacity: 2, minSize: 0, maxSize: 4 },
      },
      { type: "aws:ebs/volume:Volume", name: "volume", props: { size: 100, type: "gp3" } },
    ]);

  it("is priced once, and what depends on a change is not taken for it", () => {
    const plan = planOf(group({ instanceType: "m7i.4xlarge" }), group({ instanceType: "m7i.xlarge" }));
    const { before, after } = estimateOf(plan, settingsSchema.parse({}));
    expect(priced(after, "volume")).toBe(priced(before, "volume"));
    expect(priced(after, "group")?.resource).toBe(priced(before, "group")?.resource);
    expect(priced(after, "group")).not.toBe(priced(before, "group"));
    const monthly = [before, after].map(({ measures }) => measures.monthlyCost.expected.value?.toFixed());
    // 2 × 730 hours × 0.8064 or 0.2016 (EC2 on demand, us-east-1), and 100 GB of gp3 at 0.08.
    expect(monthly).toEqual(["1185.344", "302.336"]);
  });
});
