import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyMap, SECRET, UNKNOWN, type Value } from "../../../src/core/value.ts";
import { ASSUMED_TEXT } from "../../../src/plan/program/data-sources/data-source.ts";
import { loadProtocol } from "../../../src/plan/program/protocol.ts";
import { PLACEHOLDER, Secrets } from "../../../src/plan/program/secrets.ts";
import { NotFiniteError, readStruct, SIGNATURE_KEY, writeStruct } from "../../../src/plan/program/wire.ts";

const protocol = loadProtocol();
const secrets = new Secrets([]);
const through = (value: Value): Value | undefined =>
  readStruct(writeStruct(protocol, propertyMap([["value", value]])), secrets).value;
const marked = (signature: string, fields: Record<string, Value>): Value =>
  propertyMap([[SIGNATURE_KEY, signature], ...Object.entries(fields)]);

const values = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Value>(null, UNKNOWN, SECRET),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
    fc.string(),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .dictionary(fc.constantFrom("a", "b", "constructor", "toString"), tie("value"))
      .map((entries) => propertyMap(Object.entries(entries))),
  ),
})).value;

describe("the wire", () => {
  it("gives every value back as it was", () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(through(value)).toEqual(value);
      }),
    );
  });

  it("reads every form of unknown", () => {
    for (const text of [
      "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
      "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
      "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    ]) {
      expect(through(text)).toBe(UNKNOWN);
    }
  });

  it("takes what was put together from an assumed text for unknown", () => {
    for (const text of [ASSUMED_TEXT, `${ASSUMED_TEXT}.large`, `logs-${ASSUMED_TEXT}`])
      expect(through(text)).toBe(UNKNOWN);
  });

  it("drops a secret's content, in both forms", () => {
    expect(through(marked("1b47061264138c4ac30d75fd1eb44270", { value: "hunter2" }))).toBe(SECRET);
    expect(through(marked("d0e6a833031e9bbcd3f4e8bde6ca49a4", { value: "hunter2", secret: true }))).toBe(SECRET);
  });

  it("unwraps outputs, and takes one without a value for unknown", () => {
    expect(through(marked("d0e6a833031e9bbcd3f4e8bde6ca49a4", { value: 3 }))).toBe(3);
    expect(through(marked("d0e6a833031e9bbcd3f4e8bde6ca49a4", { dependencies: ["urn"] }))).toBe(UNKNOWN);
  });

  it("reads a reference as the resource's id, or a component's URN", () => {
    const signature = "5cf8f73096256a8f31e491e813e4eb8e";
    expect(through(marked(signature, { urn: "u", id: "i-1" }))).toBe("i-1");
    expect(through(marked(signature, { urn: "u", id: "" }))).toBe(UNKNOWN);
    expect(through(marked(signature, { urn: "u" }))).toBe("u");
  });

  it("keeps assets small and without their text", () => {
    const signature = "c44067f5952c0a294b673a41bacd8c17";
    expect(through(marked(signature, { text: "password=hunter2" }))).toEqual(
      propertyMap([
        ["asset", "text"],
        ["characters", 16],
      ]),
    );
    expect(through(marked(signature, { path: "a.zip" }))).toEqual(
      propertyMap([
        ["asset", "file"],
        ["path", "a.zip"],
      ]),
    );
  });

  it("finds the placeholder of an encrypted value in texts and numbers", () => {
    expect(through(`postgres://app:${PLACEHOLDER}@host`)).toBe(SECRET);
    expect(through(Number(PLACEHOLDER))).toBe(SECRET);
    expect(through(720349)).toBe(720349);
  });

  it("names the property that is not a finite number", () => {
    const inner = propertyMap([["sizes", [1, Number.NaN]]]);
    expect(() => through(inner)).toThrow(NotFiniteError);
    expect(() => through(inner)).toThrow("value.sizes[1]");
  });
});

describe("Secrets", () => {
  it("takes secrets and escape codes out of a message", () => {
    const own = new Secrets(["open-sesame"]);
    own.learn("hunter2");
    expect(own.clean("\u001b[31mopen-sesame\u001b[0m and hunter2\u0007")).toBe("[secret] and [secret]");
  });
});
