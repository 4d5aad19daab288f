import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { gateSettingsSchema } from "../../src/gate/list.ts";
import { loadSettings } from "../../src/settings/load.ts";
import { PUBLISHED, renderSchema } from "../../tools/schemas.ts";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("the published JSON Schemas", () => {
  it.each(PUBLISHED.map((published) => [published.file, published] as const))(
    "%s is up to date (node tools/write-schemas.ts writes it)",
    (file, published) => {
      expect(read(file)).toBe(renderSchema(published));
    },
  );

  it("describe each rule under gates and demand nothing of a file", () => {
    const schema = JSON.parse(read("schema/rackrate.schema.json"));
    expect(schema.required ?? []).toEqual([]);
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties.gates.properties)).toContain("monthly-cost");
  });
});

describe("the worked rackrate.yaml", () => {
  const text = read("rackrate.yaml");

  it("is free of faults", () => {
    expect(loadSettings({ name: "rackrate.yaml", text }, gateSettingsSchema).diagnostics).toEqual([]);
  });

  it("tells editors its schema in the first line", () => {
    expect(text.split("\n", 1)[0]).toBe("# yaml-language-server: $schema=./schema/rackrate.schema.json");
  });

  it("states at least one benefit of each kind, each with ramp-up and confidence", () => {
    const { benefits } = parse(text) as { benefits: { kind: string; rampUpMonths?: number; confidence?: object }[] };
    expect(new Set(benefits.map(({ kind }) => kind)).size).toBe(4);
    for (const { rampUpMonths, confidence } of benefits) {
      expect(rampUpMonths).toBeGreaterThan(0);
      expect(confidence).toBeDefined();
    }
  });
});
