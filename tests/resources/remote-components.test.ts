import { describe, expect, it } from "vitest";
import { openHardware } from "../../src/hardware/catalogue.ts";
import type { PlanResource } from "../../src/model/plan.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { assess } from "../../src/resources/assess.ts";
import { samplePlanResource } from "../support/estimate.ts";

const assessed = (...resources: readonly PlanResource[]) => {
  const options = { settings: settingsSchema.parse({}), hardware: openHardware(), today: "2026-11-24" };
  return assess({ completeness: "complete", missing: [], resources }, options).value;
};

const component = (type: string) =>
  samplePlanResource({ urn: `urn:pulumi:dev::shop::${type}::net`, type, name: "net", custom: false });
const inside = (parent: PlanResource) =>
  samplePlanResource({ type: "aws:ec2/vpc:Vpc", name: "vpc", urn: `${parent.urn}-vpc`, parent: parent.urn });

describe("a component of a provider", () => {
  it("is not free where the plan does not show what it contains", () => {
    const [vpc] = assessed(component("awsx:ec2:Vpc"));
    expect(vpc?.assessment).toMatchObject({ kind: "unsupported", reason: expect.stringContaining("not in this plan") });
  });

  it("decides the gate where it contains tasks", () => {
    expect(assessed(component("awsx:ecs:FargateService"))[0]).toMatchObject({
      compute: true,
      assessment: { kind: "unsupported" },
    });
  });

  it("is the sum of its children where they are shown", () => {
    const vpc = component("awsx:ec2:Vpc");
    expect(assessed(vpc, inside(vpc))[0]?.assessment).toMatchObject({ kind: "free" });
  });

  it("is free without children where it is the program's own, or a part that is not charged", () => {
    expect(assessed(component("shop:infra:Network"))[0]?.assessment).toMatchObject({ kind: "free" });
    expect(assessed(component("eks:index:RandomSuffix"))[0]?.assessment).toMatchObject({ kind: "free" });
  });
});
