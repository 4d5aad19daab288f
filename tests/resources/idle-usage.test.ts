import { describe, expect, it } from "vitest";
import { describeDiagnostic } from "../../src/core/diagnostic.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import type { WrittenUsage } from "../../src/model/usage.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, type WrittenResource } from "./snapshot.ts";

const DATABASE: WrittenResource = {
  type: "aws:rds/instance:Instance",
  name: "orders",
  props: { instanceClass: "db.r5.large", engine: "postgres", allocatedStorage: 100, storageType: "gp3" },
};
const TABLE: WrittenResource = {
  type: "aws:dynamodb/table:Table",
  name: "carts",
  props: { name: "carts", billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 },
};
const SCALING: WrittenResource = {
  type: "aws:appautoscaling/target:Target",
  name: "reads",
  props: {
    resourceId: "table/carts",
    scalableDimension: "dynamodb:table:ReadCapacityUnits",
    minCapacity: 5,
    maxCapacity: 50,
  },
};
const IO = "monthly_standard_io_requests";

const told = (
  resources: readonly WrittenResource[],
  usage: Readonly<Record<string, Readonly<Record<string, WrittenUsage>>>>,
): readonly string[] => {
  const settings = settingsSchema.parse({ usage });
  const { diagnostics } = assess(snapshotOf(resources), { settings, hardware: HARDWARE, today: "2026-11-24" });
  return diagnostics.map((one) => `${one.severity}: ${describeDiagnostic(one)}`);
};

describe("usage that bears on nothing of the resource that it is stated for", () => {
  it.each([
    [
      "I/O requests of a database that is not on magnetic disks",
      { orders: { [IO]: 1 } },
      `${IO} is stated for "orders"`,
    ],
    [
      "requests of a table with provisioned capacity",
      { "aws_dynamodb_table.carts": { monthly_read_request_units: 9 } },
      "nothing of this DynamoDB table is charged by it",
    ],
  ])("is told: %s", (_, usage, expected) => {
    const problems = told([DATABASE, TABLE], usage);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^warning: usage/);
    expect(problems[0]).toContain(expected);
  });

  it.each([
    ["stated for a type", { aws_db_instance: { [IO]: 1 } }],
    ["stated for a wildcard", { "ord*": { [IO]: 1 } }],
    ["read by another resource", { reads: { capacity: 20 } }],
    ["that bears on a line", { carts: { storage_gb: 3 } }],
    ["nothing", { orders: { [IO]: 0 } }],
    ["of another plan", { "aws_db_instance.elsewhere": { [IO]: 1 } }],
  ])("is not told where it is %s", (_, usage) => {
    expect(told([DATABASE, TABLE, SCALING], usage)).toEqual([]);
  });

  it("is not told of one of two resources of one name, where it bears on the other", () => {
    const volume: WrittenResource = {
      type: "aws:ebs/volume:Volume",
      name: "orders",
      props: { type: "standard", size: 9 },
    };
    expect(told([DATABASE, volume], { orders: { [IO]: 1 } })).toEqual([]);
  });

  it("is not told of a resource that is refused for another reason", () => {
    const problems = told([{ ...DATABASE, props: { ...DATABASE.props, engine: "mysqql" } }], { orders: { [IO]: 1 } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^error: /);
  });
});
