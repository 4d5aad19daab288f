import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeDiagnostic, InputError } from "../../src/core/diagnostic.ts";
import { loadLayers } from "../../src/settings/layers.ts";
import { loadSettings } from "../../src/settings/load.ts";
import { loadUsageFile } from "../../src/settings/usage-file.ts";

const load = (text: string) => loadUsageFile({ name: "infracost-usage.yml", text });
const brief = (text: string) => load(text).map(({ address, key, value }) => [address, key, value]);

const faults = (text: string): readonly string[] => {
  try {
    load(text);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(describeDiagnostic);
    throw error;
  }
  throw new Error("The file was accepted.");
};

const INFRACOST = `version: 0.1
resource_usage:
  aws_instance.web[*]:
    operating_system: linux
  aws_s3_bucket.models: # groups
    object_tags: 3
    standard:
      storage_gb: 10000.5
      monthly_tier_1_requests:
  # aws_lb.edge: commented out by Infracost's own sync
  aws_eip.out:
resource_type_default_usage:
  aws_nat_gateway:
    monthly_data_processed_gb: 10 # a month
`;

describe("a usage file in Infracost's form", () => {
  it("is read with its groups as dots, types first, and what has no value is not stated", () => {
    expect(brief(INFRACOST)).toEqual([
      ["aws_nat_gateway", "monthly_data_processed_gb", 10],
      ["aws_instance.web[*]", "operating_system", "linux"],
      ["aws_s3_bucket.models", "object_tags", 3],
      ["aws_s3_bucket.models", "standard.storage_gb", 10000.5],
    ]);
  });

  it("knows the place of every key", () => {
    expect(load(INFRACOST).at(-1)?.place).toEqual({
      file: "infracost-usage.yml",
      line: 8,
      column: 7,
      property: 'resource_usage["aws_s3_bucket.models"].standard.storage_gb',
    });
  });

  it.each([
    ["version: 0.1", []],
    ['version: "0.1"\nresource_usage: {}', []],
    ["version: v0.1\nresource_usage:", []],
    ["resource_usage: {a: {b: 1}}", [["a", "b", 1]]],
    ["resource_usage: {a: {zones: [x, 2, true]}}", [["a", "zones", ["x", 2, true]]]],
    [
      "resource_usage: {a: &a {b: {c: 1}}, d: {<<: *a, e: 2}}",
      [
        ["a", "b.c", 1],
        ["d", "b.c", 1],
        ["d", "e", 2],
      ],
    ],
    ["", []],
  ])("may be %j", (text, expected) => {
    expect(brief(text)).toEqual(expected);
  });

  it("may as well have the form of rackrate.yaml, groups or dots", () => {
    const expected = [["aws:s3/bucket:Bucket", "standard.storage_gb", 5]];
    expect(brief("usage: {aws:s3/bucket:Bucket: {standard.storage_gb: 5}}")).toEqual(expected);
    expect(brief("usage: {aws:s3/bucket:Bucket: {standard: {storage_gb: 5}}}")).toEqual(expected);
  });
});

describe("a faulty usage file", () => {
  it.each([
    ["a version that is not known", "version: 0.2", ":1:10: version must be 0.1, but it is 0.2."],
    [
      "less than nothing",
      "resource_usage:\n  aws_lb.web:\n    processed_bytes_gb: -1",
      ':3:25: resource_usage["aws_lb.web"].processed_bytes_gb must be at least 0, but it is -1.',
    ],
    [
      "less than nothing in a group",
      "usage: {a: {b: {c: -1}}}",
      ":1:20: usage.a.b.c must be at least 0, but it is -1.",
    ],
    ["no keys", "resource_usage: {a: 5}", ":1:21: resource_usage.a must be a mapping, but it is 5."],
    ["no mapping", "[1]", "The file must be a mapping of version, usage, resource_type_default_usage, resource_usage"],
    [
      "a mapping in a list",
      "usage: {a: {b: [{c: 1}]}}",
      "usage.a.b[0] must be a number, or text, or true or false, but it is a mapping.",
    ],
    [
      "a resource among the types",
      "resource_type_default_usage: {web: {a: 1}}",
      "resource_type_default_usage.web must be a type, as aws_nat_gateway",
    ],
    ["settings", "horizonMonths: 3", "A usage file holds only `usage`, not `horizonMonths`."],
    ["one key by dots and in its group", "usage: {a: {b.c: 1, b: {c: 2}}}", "must be stated only once"],
    ["too much of anything", "usage: {a: {b: 1e300}}", "usage.a.b is out of all proportion"],
    ["itself", "usage: {a: &a {b: *a}}", "usage.a.b contains itself."],
    ["broken YAML", "usage: {a: {", "This is not valid YAML"],
  ])("with %s is refused, with place and reason", (_, text, expected) => {
    expect(faults(text).join("\n")).toContain(expected);
    expect(faults(text)[0]).toMatch(/^infracost-usage\.yml:\d+:\d+/);
  });

  it("is a mapping of statements or an error for people, whatever it holds", () => {
    const word = fc.constantFrom("usage", "resource_usage", "version", "a", "aws_lb", "b.c", "[*]", "<<", "__proto__");
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.constantFrom(null, true, "text", "12", 0, -1, 1e20, Number.NaN, 0.1),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(word, tie("any"), { maxKeys: 3 }),
      ),
    })).any;
    const text = fc.oneof(
      value.map((one) => JSON.stringify(one)),
      fc.string(),
      fc.string().map((one) => `usage:\n ${one}`),
    );
    fc.assert(
      fc.property(text, (yaml) => {
        let statements: ReturnType<typeof load>;
        try {
          statements = load(yaml);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          return;
        }
        for (const { address, key, value: stated, place } of statements) {
          expect(typeof address).toBe("string");
          expect(key).not.toBe("");
          expect(place?.line).toBeGreaterThan(0);
          if (typeof stated === "number") expect(stated >= 0 && stated <= 1e15).toBe(true);
        }
      }),
    );
  });
});

describe("usage in settings of several layers", () => {
  const gates = z.strictObject({});
  const one = { name: "rackrate.yaml", text: "usage: {a: {b: 1, c: {d: 1}}}" };
  const other = { name: "Pulumi.dev.yaml", text: "usage: {a: {b: 2}}" };

  it("stays in its order, each statement with the file it is from", () => {
    const { usage } = loadLayers([one, other], gates).value;
    expect(usage.map(({ key, value, place }) => `${place?.file} ${key} ${value}`)).toEqual([
      "rackrate.yaml b 1",
      "rackrate.yaml c.d 1",
      "Pulumi.dev.yaml b 2",
    ]);
  });

  it("is the same from one layer as from the file itself", () => {
    expect(loadLayers([one], gates).value).toEqual(loadSettings(one, gates).value);
  });
});
