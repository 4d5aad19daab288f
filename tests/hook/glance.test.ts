import { describe, expect, it } from "vitest";
import { propertyMap, UNKNOWN } from "../../src/core/value.ts";
import { glanceAt } from "../../src/hook/glance.ts";
import { makeSnapshot } from "../../src/plan/snapshot.ts";

const volume = (props: Readonly<Record<string, unknown>>) => ({ type: "aws:ebs/volume:Volume", props });

describe("what is seen of a program at a glance", () => {
  it("is its plain values; all that is still to come is unknown", () => {
    class Output {}
    const [one] = glanceAt([
      volume({
        size: 10,
        tags: { team: "a", owner: new Output() },
        zones: ["a", Promise.resolve("b")],
        none: undefined,
      }),
    ]).after;
    expect(one?.inputs).toEqual(
      propertyMap([
        ["size", 10],
        [
          "tags",
          propertyMap([
            ["team", "a"],
            ["owner", UNKNOWN],
          ]),
        ],
        ["zones", ["a", UNKNOWN]],
        ["none", null],
      ]),
    );
  });

  it("is a snapshot that can be priced, though resources may share their names", () => {
    const { after } = glanceAt([volume({}), volume({})]);
    expect(makeSnapshot(after, new Map()).resources).toHaveLength(2);
  });

  it("does not follow a value into itself, nor a program to its last resource", () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    const { after } = glanceAt(Array.from({ length: 10_000 }, () => volume(endless)));
    expect(after.length).toBeLessThan(1000);
    expect(JSON.stringify(after[0]?.inputs)).toContain('"self"');
  });
});
