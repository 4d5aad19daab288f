import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../../src/model/settings.ts";
import { assess } from "../../../src/resources/assess.ts";
import { HARDWARE } from "../hardware.ts";
import { snapshotOf, urnOf } from "../snapshot.ts";

const machine = (props: Readonly<Record<string, unknown>>, usage: Readonly<Record<string, unknown>> = {}) => {
  const written = { type: "aws:ec2/instance:Instance", props: { instanceType: "m7i.large", ...props } };
  const settings = settingsSchema.parse({ usage: { [urnOf(written)]: usage } });
  const [assessed] = assess(snapshotOf([written]), { settings, hardware: HARDWARE, today: "2026-11-24" }).value;
  if (assessed?.assessment.kind !== "lines") throw new Error("it has no lines");
  return assessed.assessment;
};
const ofImage = (assumptions: readonly string[]) => assumptions.filter((one) => one.includes("machine image"));

describe("a machine that starts from an image", () => {
  it("is priced as Linux under a named assumption, which leaves no sum open", () => {
    const { assumptions, gaps } = machine({ ami: "ami-0abcdef1234567890" });
    expect(ofImage(assumptions)).toEqual([
      "Its machine image is priced as Linux; state usage operating_system (windows, rhel or suse) where it is not.",
    ]);
    expect(gaps).toEqual([]);
  });

  it("assumes nothing where usage states its system", () => {
    expect(ofImage(machine({ ami: "ami-1" }, { operating_system: "windows" }).assumptions)).toEqual([]);
    expect(ofImage(machine({ ami: "ami-1" }, { operating_system: "linux" }).assumptions)).toEqual([]);
  });

  it("assumes nothing where its hours are paid by a host", () => {
    expect(ofImage(machine({ ami: "ami-1", tenancy: "host" }).assumptions)).toEqual([]);
  });
});
