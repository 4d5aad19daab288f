import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import type { PlanDocument } from "../../src/plan/document.ts";
import { readPlan } from "../../src/plan/read.ts";
import { dumpPlan } from "./dump.ts";
import { digest, events, INSTANCE, root, type Scene, savedPlan, state } from "./scenario.ts";

const inputs = fc.dictionary(
  fc.constantFrom("instanceType", "region", "tags", "count", "__proto__", "constructor"),
  fc.oneof(fc.string(), fc.integer(), fc.constant("04da6b54-80e4-46f7-96ec-b56ff0331ba9"), fc.array(fc.boolean())),
  { maxKeys: 4, noNullPrototype: false },
);

/** A change of one resource, with the sides that its operation has. */
const change = (name: string): fc.Arbitrary<Scene> =>
  fc
    .record({ op: fc.constantFrom("create", "update", "replace", "delete", "same"), before: inputs, after: inputs })
    .map(({ op, before, after }) => ({
      op,
      type: INSTANCE,
      name,
      ...(op !== "create" && { before: op === "same" ? after : before }),
      ...(op !== "delete" && { after }),
    }));

const scenes: fc.Arbitrary<readonly Scene[]> = fc
  .integer({ min: 0, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => change(`node-${index}`))))
  .map((changes) => [root("same"), ...changes]);

const shuffled = scenes.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
);

/** One document of each form, of the same change. */
const forms = (list: readonly Scene[]): readonly PlanDocument[] => [
  digest(list, { showSames: true }),
  events(list),
  state(list),
  savedPlan(list),
];

/** True for a plan, false for a refusal; anything else is thrown on. */
const isRead = (document: PlanDocument): boolean => {
  try {
    readPlan([document]);
    return true;
  } catch (error) {
    if (error instanceof InputError && error.message !== "") return false;
    throw error;
  }
};

describe("whatever a stack holds", () => {
  it("the order of steps does not matter, in any form", () => {
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const others = forms(other);
        for (const [index, document] of forms(list).entries()) {
          expect(dumpPlan(readPlan([others[index]!]).value)).toBe(dumpPlan(readPlan([document]).value));
        }
      }),
    );
  });

  it("a preview beside its state, one with --show-sames, its events and its saved plan beside the state agree", () => {
    fc.assert(
      fc.property(scenes, (list) => {
        const deployed = state(list);
        const whole = dumpPlan(readPlan([digest(list, { showSames: true })]).value);
        for (const documents of [
          [digest(list), deployed],
          [events(list)],
          [events(list), deployed],
          [savedPlan(list), deployed],
        ]) {
          expect(dumpPlan({ ...readPlan(documents).value, origin: "preview" })).toBe(whole);
        }
      }),
    );
  });

  it("every resource has one operation, and both sides are sorted and whole", () => {
    fc.assert(
      fc.property(scenes, (list) => {
        const plan = readPlan([digest(list), state(list)]).value;
        expect(plan.operations.size).toBe(list.length);
        expect(plan.before.resources).toHaveLength(list.filter(({ before }) => before).length);
        expect(plan.after.resources).toHaveLength(list.filter(({ after }) => after).length);
        const urns = plan.after.resources.map(({ urn }) => urn);
        expect(urns).toEqual([...urns].sort());
      }),
    );
  });
});

describe("a secret", () => {
  const planted = "planted-7f3a";
  const SIGNATURE = "4dabf18193072939515e22adb298388d";
  const secret = fc.constantFrom(
    { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: planted },
    { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", plaintext: JSON.stringify(planted) },
    { [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: { key: planted }, secret: true },
    { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: planted },
  );
  const holder = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, secret, tie("list"), tie("map")),
    list: fc.array(tie("value"), { minLength: 1, maxLength: 3 }),
    map: fc.dictionary(fc.constantFrom("password", "env", "__proto__"), tie("value"), { minKeys: 1, maxKeys: 2 }),
  })).value;

  it("planted anywhere in any form is nowhere in the plan", () => {
    fc.assert(
      fc.property(holder, holder, (before, after) => {
        const list: Scene[] = [
          { op: "update", type: INSTANCE, name: "node", before: { v: before }, after: { v: after, w: after } },
        ];
        for (const document of forms(list)) {
          expect(document.text).toContain(planted);
          const documents = document.name === "plan.json" ? [document, state(list)] : [document];
          const dumped = dumpPlan(readPlan(documents).value);
          expect(dumped).not.toContain(planted);
          expect(dumped).toContain("node");
        }
      }),
    );
  });
});

describe("a damaged document", () => {
  const change = scenes.filter((list) => list.length > 1);
  const anyForm = fc.tuple(change, fc.nat(3)).map(([list, form]) => forms(list)[form]!);

  it("cut short anywhere is refused, with a reason", () => {
    fc.assert(
      fc.property(anyForm, fc.double({ min: 0, max: 1, noNaN: true }), (document, share) => {
        const whole = document.text.lastIndexOf(document.name.endsWith("ndjson") ? '{"sequence":' : "}") - 1;
        expect(isRead({ ...document, text: document.text.slice(0, Math.floor(share * whole * 0.98)) })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("with characters changed at random is read or refused, never a crash", () => {
    const edits = fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(...'{}[]":,0x\u0000\u001b ')),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(anyForm, edits, (document, list) => {
        const characters = [...document.text];
        for (const [share, character] of list) characters[Math.floor(share * characters.length)] = character;
        isRead({ ...document, text: characters.join("") });
      }),
      { numRuns: 400 },
    );
  });

  it("with values of other kinds in it is read or refused, never a crash", () => {
    const odd = fc.constantFrom("null", "0", '"x"', "[]", "{}", "true", "[[null]]", '{"__proto__": null}');
    fc.assert(
      fc.property(anyForm, fc.nat(), odd, (document, pick, value) => {
        const places = [...document.text.matchAll(/": ?("[^"]*"|\d+|null|true|false)/g)];
        const place = places[pick % places.length]!;
        const start = place.index + place[0].indexOf(place[1]!);
        isRead({
          ...document,
          text: document.text.slice(0, start) + value + document.text.slice(start + place[1]!.length),
        });
      }),
      { numRuns: 400 },
    );
  });

  it("of pure noise is refused", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(isRead({ name: "noise", text })).toBe(false);
      }),
    );
  });
});
