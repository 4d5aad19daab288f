import { describe, expect, it } from "vitest";
import { SECRET, UNKNOWN, type Value } from "../../src/core/value.ts";
import { deserialize, deserializeProperties } from "../../src/plan/deserialize.ts";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const signed = (mark: string, rest: object = {}): object => ({ [SIGNATURE]: mark, ...rest });

describe("a value of a plan", () => {
  it("that is plain stays what it is", () => {
    const json = { a: [1, "x", true, null, { b: -0.5 }], c: "" };
    expect(deserialize(json)).toEqual(json);
  });

  it("is unknown by any of the engine's seven sentinels, at any depth", () => {
    const sentinels = [
      "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
      "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
      "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
      "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
      "030794c1-ac77-496b-92df-f27374a8bd58",
      "e48ece36-62e2-4504-bad9-02848725956a",
      "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    ];
    expect(deserialize({ a: [{ b: sentinels }] })).toEqual({ a: [{ b: sentinels.map(() => UNKNOWN) }] });
    expect(deserialize("04da6b54-80e4-46f7-96ec-b56ff0331ba0")).toBe("04da6b54-80e4-46f7-96ec-b56ff0331ba0");
  });

  it("that is secret loses its content in every form", () => {
    const secret = "1b47061264138c4ac30d75fd1eb44270";
    expect(deserialize("[secret]")).toBe(SECRET);
    expect(deserialize(signed(secret, { ciphertext: "v1:abc" }))).toBe(SECRET);
    expect(deserialize(signed(secret, { plaintext: '"hunter2"' }))).toBe(SECRET);
    expect(deserialize(signed("d0e6a833031e9bbcd3f4e8bde6ca49a4", { value: "hunter2", secret: true }))).toBe(SECRET);
  });

  it("that is an output is its value, or unknown without one", () => {
    const output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    expect(deserialize(signed(output, { value: { a: 1 }, dependencies: ["urn"] }))).toEqual({ a: 1 });
    expect(deserialize(signed(output))).toBe(UNKNOWN);
  });

  it("that refers to a resource or an asset keeps the reference and no content", () => {
    const reference = signed("5cf8f73096256a8f31e491e813e4eb8e", {
      urn: "urn:pulumi:a::b::c::d",
      id: "i-1",
      packageVersion: "7",
    });
    expect({ ...(deserialize(reference) as object) }).toEqual({ urn: "urn:pulumi:a::b::c::d", id: "i-1" });
    const asset = signed("c44067f5952c0a294b673a41bacd8c17", { hash: "abc", text: "a private key" });
    expect({ ...(deserialize(asset) as object) }).toEqual({ hash: "abc" });
  });

  it("of a form not known yet is unknown, never an ordinary object", () => {
    expect(deserialize(signed("ffffffffffffffffffffffffffffffff", { value: 1 }))).toBe(UNKNOWN);
  });

  it("nested without end is unknown from some depth on", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    let value: Value = deserialize(deep);
    let depth = 0;
    while (Array.isArray(value)) {
      value = value[0]!;
      depth += 1;
    }
    expect(value).toBe(UNKNOWN);
    expect(depth).toBeLessThan(1_000);
  });
});

describe("the inputs of a resource", () => {
  it("are an empty map where a state has none or masks them whole", () => {
    for (const json of [undefined, null, "[secret]", [], signed("1b47061264138c4ac30d75fd1eb44270")]) {
      expect(Object.keys(deserializeProperties(json))).toEqual([]);
    }
  });
});
