import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { SECRET, UNKNOWN } from "../../src/core/value.ts";
import type { PlanDocument } from "../../src/plan/document.ts";
import { readPlan } from "../../src/plan/read.ts";
import { dumpPlan, namesOf, resourceOf } from "./dump.ts";

const fixture = (name: string): PlanDocument => ({
  name,
  text: readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8"),
});
const preview = fixture("preview-after-plugin-install.txt");
const state = fixture("state-version-4.json");

describe("documents as an engine writes them", () => {
  it("give a whole-stack plan together", () => {
    const { value, diagnostics } = readPlan([preview, state]);
    expect(diagnostics).toEqual([]);
    expect([value.project, value.stack]).toEqual(["inference", "canary"]);
    expect([value.before.completeness, value.after.completeness]).toEqual(["complete", "complete"]);
    expect(namesOf(value, "after")).toEqual(["default_7_48_0", "inference-canary", "l40s", "nodes", "requests"]);
    expect(resourceOf(value, "before", "l40s").inputs.scalingConfig).toMatchObject({ desiredSize: 2 });
    expect(resourceOf(value, "after", "l40s")).toMatchObject({ region: "us-east-2", position: "pool.ts:31:7" });
    expect(resourceOf(value, "after", "l40s").inputs).toMatchObject({
      nodeRoleArn: UNKNOWN,
      scalingConfig: { desiredSize: 3 },
    });
    expect(resourceOf(value, "after", "requests").inputs.password).toBe(SECRET);
    expect(dumpPlan(value)).not.toContain("planted-ciphertext");
  });

  it("know the region of a hidden default provider from the configuration", () => {
    const { value } = readPlan([preview]);
    expect(value.after.completeness).toBe("partial");
    expect(resourceOf(value, "after", "l40s").region).toBe("us-east-2");
  });
});
