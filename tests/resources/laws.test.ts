import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AssessedResource } from "../../src/model/cost.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, type WrittenResource } from "./snapshot.ts";

const run = (written: readonly WrittenResource[]): readonly AssessedResource[] => {
  const outcome = assess(snapshotOf(written), {
    settings: settingsSchema.parse({}),
    hardware: HARDWARE,
    today: "2026-11-24",
  });
  expect(outcome.diagnostics).toEqual([]);
  return outcome.value;
};

const quantities = (assessed: AssessedResource): readonly (number | null)[] =>
  assessed.assessment.kind === "lines"
    ? assessed.assessment.lines.map(({ quantity }) => quantity.value?.toNumber() ?? null)
    : [];

const group = (nodes: number, extra: Readonly<Record<string, unknown>> = {}): WrittenResource => ({
  type: "aws:eks/nodeGroup:NodeGroup",
  props: {
    instanceTypes: ["p5.48xlarge"],
    diskSize: 100,
    scalingConfig: { desiredSize: nodes, minSize: 0, maxSize: 10_000 },
    ...extra,
  },
});

const disk = fc.record(
  {
    volumeType: fc.constantFrom("gp2", "gp3", "io1", "io2", "st1", "sc1"),
    volumeSize: fc.integer({ min: 0, max: 16_000 }),
    iops: fc.integer({ min: 0, max: 64_000 }),
    throughput: fc.integer({ min: 0, max: 2000 }),
  },
  { requiredKeys: [] },
);

describe("laws of what resources use", () => {
  it("no quantity is negative, whatever a machine's disks are", () => {
    fc.assert(
      fc.property(fc.array(disk, { maxLength: 4 }), disk, (ebsBlockDevices, rootBlockDevice) => {
        const [one] = run([
          { type: "aws:ec2/instance:Instance", props: { instanceType: "m5.large", ebsBlockDevices, rootBlockDevice } },
        ]);
        for (const quantity of quantities(one!)) expect(quantity).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("one more node never lowers a quantity", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 100 }), (nodes, more) => {
        const [fewer] = run([group(nodes)]);
        const [greater] = run([group(nodes + more)]);
        quantities(fewer!).forEach((quantity, index) => {
          expect(quantities(greater!)[index]).toBeGreaterThanOrEqual(quantity ?? 0);
        });
      }),
    );
  });

  it("splitting a group in two uses the same", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const [whole] = run([group(a + b)]);
        const [left, right] = run([
          { ...group(a), name: "left" },
          { ...group(b), name: "right" },
        ]);
        const split = quantities(left!).map((quantity, index) => (quantity ?? 0) + (quantities(right!)[index] ?? 0));
        expect(split).toEqual(quantities(whole!));
      }),
    );
  });

  it("an unknown input is a gap and no figure, never a silent zero", () => {
    fc.assert(
      fc.property(fc.subarray(["instanceTypes", "diskSize", "scalingConfig"], { minLength: 1 }), (unknown) => {
        const [one] = run([group(2, Object.fromEntries(unknown.map((property) => [property, "<unknown>"])))]);
        const { assessment } = one!;
        if (assessment.kind !== "lines") throw new Error("a node group has lines");
        expect(assessment.gaps.length).toBeGreaterThan(0);
        for (const { quantity } of assessment.lines) expect(quantity.value?.isZero() ?? false).toBe(false);
        expect(assessment.lines.some(({ quantity }) => quantity.value === null)).toBe(true);
      }),
    );
  });

  it("the order of resources changes nothing", () => {
    const written: readonly WrittenResource[] = [
      {
        type: "aws:ec2/capacityReservation:CapacityReservation",
        name: "reservation",
        props: { instanceType: "p5.48xlarge", instanceCount: 4 },
      },
      {
        type: "aws:ec2/launchTemplate:LaunchTemplate",
        name: "template",
        props: {
          instanceType: "p5.48xlarge",
          capacityReservationSpecification: { capacityReservationTarget: { capacityReservationId: "@reservation" } },
        },
      },
      { ...group(3, { instanceTypes: [], launchTemplate: { id: "@template" } }), name: "a" },
      { ...group(1, { instanceTypes: [], launchTemplate: { id: "@template" } }), name: "b" },
      { type: "aws:ec2/eip:Eip", name: "address" },
      { type: "aws:ec2/natGateway:NatGateway", name: "nat", props: { allocationId: "@address" } },
    ];
    const byUrn = (resources: readonly AssessedResource[]) =>
      new Map(resources.map((one) => [one.resource.urn, one.assessment]));
    const expected = byUrn(run(written));
    fc.assert(
      fc.property(fc.shuffledSubarray([...written], { minLength: written.length }), (shuffled) => {
        expect(byUrn(run(shuffled))).toEqual(expected);
      }),
    );
  });
});
