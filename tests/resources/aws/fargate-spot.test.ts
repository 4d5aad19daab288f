import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../../src/model/settings.ts";
import { assess } from "../../../src/resources/assess.ts";
import { HARDWARE } from "../hardware.ts";
import { snapshotOf, type WrittenResource } from "../snapshot.ts";

const task: WrittenResource = {
  type: "aws:ecs/taskDefinition:TaskDefinition",
  name: "task",
  props: { family: "f", cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] },
};
const service = (provider: string): WrittenResource => ({
  type: "aws:ecs/service:Service",
  name: "service",
  props: { desiredCount: 1, taskDefinition: "f", capacityProviderStrategies: [{ capacityProvider: provider }] },
});
const environment = (type: string): WrittenResource => ({
  type: "aws:batch/computeEnvironment:ComputeEnvironment",
  name: "jobs",
  props: { type: "MANAGED", computeResources: { type } },
});

describe("Fargate Spot, priced as Fargate", () => {
  it.each([
    ["a service", [service("FARGATE"), task], undefined],
    ["a service on spot", [service("FARGATE_SPOT"), task], true],
    ["a batch environment", [environment("FARGATE")], undefined],
    ["a batch environment on spot", [environment("FARGATE_SPOT")], true],
  ] as const)("is open to commitments only where it is not spare capacity: %s", (_, resources, spot) => {
    const settings = settingsSchema.parse({});
    const { value } = assess(snapshotOf(resources), { settings, hardware: HARDWARE, today: "2026-11-24" });
    const [first] = value;
    const lines = first?.assessment.kind === "lines" ? first.assessment.lines : [];
    expect(lines.map((line) => line.spot)).toEqual([spot, spot]);
  });
});
