import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import { readPlan } from "../../src/plan/read.ts";
import { dumpPlan, namesOf, resourceOf } from "./dump.ts";
import { created, deleted, digest, events, INSTANCE, kept, root, state, updated, urnOf } from "./scenario.ts";

const scenes = [root("same"), kept("idle", { n: 0 }), updated("node", { n: 1 }, { n: 2 }), deleted("old", { n: 3 })];
const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

describe("a stream of engine events", () => {
  it("gives the same plan as the digest of the same preview", () => {
    const streamed = readPlan([events(scenes)]).value;
    const whole = readPlan([digest(scenes, { showSames: true })]).value;
    expect(streamed.origin).toBe("events");
    expect(dumpPlan({ ...streamed, origin: "preview" })).toBe(dumpPlan(whole));
  });

  it("finds a resource whose only event is its result", () => {
    const document = events(scenes);
    const text = document.text
      .split("\n")
      .filter((line) => !(line.includes("resourcePreEvent") && line.includes("pulumi:pulumi:Stack")))
      .join("\n");
    expect(namesOf(readPlan([{ ...document, text }]).value, "after")).toContain("training-prod");
  });

  it("may be split by blank lines and preceded by the engine's talk of plugins", () => {
    const { name, text } = events(scenes);
    const noisy = `[resource plugin aws-7.48.0] installing\n{curly but not JSON... no: \n`.replace(/\{.*\n/, "");
    const { value } = readPlan([{ name, text: `${noisy}${text.replaceAll("\n", "\r\n\n")}` }]);
    expect(namesOf(value, "before")).toEqual(["idle", "node", "old", "training-prod"]);
  });

  it("reads the first run of a log that holds a preview and an update", () => {
    const { name, text } = events(scenes);
    const { value } = readPlan([{ name, text: text + events([root("same")]).text }]);
    expect(value.before.resources).toHaveLength(4);
  });

  it("takes links and places from the state, which events do not record", () => {
    const links = {
      propertyDependencies: { launchTemplate: [urnOf(INSTANCE, "idle")] },
      sourcePosition: "project:///a.ts#1,2",
    };
    const deployed = state([root("same"), kept("idle", { n: 0 }), updated("node", { n: 1 }, {}, links)]);
    const { value } = readPlan([
      events([root("same"), kept("idle", { n: 0 }), updated("node", { n: 1 }, { n: 2 })]),
      deployed,
    ]);
    expect(resourceOf(value, "after", "node")).toMatchObject({ position: "a.ts:1:2", ...{ inputs: { n: 2 } } });
    expect(Object.keys(resourceOf(value, "after", "node").propertyDependencies)).toEqual(["launchTemplate"]);
  });

  it("says that links are missing where it matters: behind an unknown", () => {
    expect(readPlan([events([created("node", { n: 1 })])]).diagnostics).toEqual([]);
    const { diagnostics } = readPlan([events([created("node", { launchTemplate: [{ id: UNKNOWN_TEXT }] })])]);
    expect(diagnostics).toMatchObject([{ severity: "info", code: "events-without-dependencies" }]);
  });

  it("that ends before the engine's summary is truncated, at a line", () => {
    const { name, text } = events(scenes);
    const lines = text.split("\n");
    const cut = lines.slice(0, 5).join("\n");
    expect(() => readPlan([{ name, text: cut }])).toThrow("events.ndjson:5: truncated at line 5");
  });

  it("names line and column of a broken event", () => {
    const { name, text } = events(scenes);
    const lines = text.split("\n");
    lines[3] = lines[3]!.replace('"op":', '"op"%');
    expect(() => readPlan([{ name, text: lines.join("\n") }])).toThrow(/^events\.ndjson:4:\d+: not valid JSON/);
    lines[3] = lines[3]!.slice(0, 20);
    expect(() => readPlan([{ name, text: lines.join("\n") }])).toThrow(InputError);
    lines[3] = "17";
    expect(() => readPlan([{ name, text: lines.join("\n") }])).toThrow("one engine event, a JSON object, on each line");
  });

  it("gives no figure where the run failed, and says why", () => {
    const failed = events(scenes, "failed");
    expect(() => readPlan([failed])).toThrow("the preview itself failed: the engine gives no reason");
    const because = (event: unknown) => ({
      ...failed,
      text: failed.text
        .replace(/^.*cancelEvent/, "")
        .replace("\n", `\n${JSON.stringify({ sequence: 9, ...(event as object) })}\n`),
    });
    expect(() =>
      readPlan([because({ diagnosticEvent: { severity: "error", message: "error: no such AMI\n" } })]),
    ).toThrow("the preview itself failed: no such AMI");
    expect(() => readPlan([because({ policyEvent: { policyName: "budget", enforcementLevel: "mandatory" } })])).toThrow(
      "the preview itself failed: policy budget is violated",
    );
  });

  it("refuses two announcements of one resource", () => {
    expect(() => readPlan([events([created("node", {}), created("node", {})])])).toThrow("claim the same resource");
    expect(() => readPlan([events([created("node", {}), updated("node", {}, {})])])).toThrow("claim the same resource");
  });
});
