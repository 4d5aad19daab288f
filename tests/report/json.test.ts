import { describe, expect, it } from "vitest";
import { type Estimate, MEASURES } from "../../src/model/estimate.ts";
import { estimateDocumentSchema } from "../../src/report/document.ts";
import { renderJson, toDocument } from "../../src/report/json.ts";
import { estimateOf } from "./estimate-fixture.ts";
import { exampleChange } from "./example-change.ts";

const textOf = (estimates: readonly Estimate[]): string => [...renderJson(estimates)].join("");

describe("the JSON document", () => {
  const document = toDocument([exampleChange]);
  const resource = (name: string) => document.resources?.find((one) => one.name === name);

  it("is what its schema says", () => {
    expect(estimateDocumentSchema.parse(JSON.parse(textOf([exampleChange])))).toEqual(document);
  });

  it("has every measure with both sides and their difference", () => {
    expect(Object.keys(document.summary ?? {}).sort()).toEqual([...MEASURES].sort());
    expect(document.summary?.monthlyCost).toMatchObject({
      before: "160758.848",
      after: "241108.05",
      delta: "80349.202",
    });
    expect(document.summary?.irr).toMatchObject({ before: null, after: null, state: "none", roots: [] });
  });

  it("gives a range where one is known", () => {
    expect(document.summary?.monthlyCost.range).toEqual({
      low: "216997.245",
      expected: "241108.05",
      high: "289329.66",
    });
    expect(document.summary?.tco.range).toBeUndefined();
  });

  it("says of each measure and side whether it leaves something out", () => {
    const { monthlyCost, roi, monthlyBenefit } = document.summary ?? {};
    expect(monthlyCost?.leavesOut).toEqual({ before: false, after: true });
    expect(roi?.leavesOut).toEqual({ before: false, after: true });
    expect(monthlyBenefit?.leavesOut).toEqual({ before: false, after: false });
    expect(document.coverage?.notes.map(({ kind }) => kind)).toEqual(["unsupported", "unpriced", "usage-dependent"]);
  });

  it("says zero for what is not there and null for what is not known", () => {
    expect(resource("bastion")?.monthlyCost).toEqual({ before: "9.198", after: "0", delta: "-9.198" });
    expect(resource("data")?.monthlyCost).toEqual({ before: "0", after: null, delta: null });
    expect(resource("cluster")?.monthlyCost).toEqual({ before: "0", after: "0", delta: "0" });
  });

  it("tells the side, the rate and the source of each line", () => {
    expect(
      resource("nodes")?.lines.map(({ side, quantity, unitPrice, monthlyCost, source, asOf }) => [
        side,
        quantity,
        unitPrice,
        monthlyCost,
        source,
        asOf,
      ]),
    ).toEqual([
      ["before", "2920", "55.04", "160716.8", "Example price list", "2026-03-01"],
      ["after", "4380", "55.04", "241075.2", "Example price list", "2026-03-01"],
    ]);
  });

  it("writes small numbers in plain digits", () => {
    const text = textOf([estimateOf({ after: [{ name: "calls", quantity: 3, price: "0.0000002" }] })]);
    expect(text).toContain('"unitPrice":"0.0000002"');
    expect(text).toContain('"monthlyCost":"0.0000006"');
  });

  it("has the stack's fields at the top for one stack, and only in `stacks` for several", () => {
    expect(document.stacks[0]?.project).toBe("shop");
    expect(document.project).toBe("shop");
    const several = toDocument([exampleChange, estimateOf({ project: "other", after: [] })]);
    expect(several.project).toBeUndefined();
    expect(several.stacks.map(({ project }) => project)).toEqual(["shop", "other"]);
  });

  it("keeps a name exactly while no control character reaches the terminal", () => {
    const name = "a\u001b[31m\u202e\u009bb";
    const text = textOf([estimateOf({ after: [{ name }] })]);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(text).resources[0].name).toBe(name);
  });
});
