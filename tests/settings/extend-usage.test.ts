import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { InputError } from "../../src/core/diagnostic.ts";
import { extendUsage } from "../../src/settings/extend-usage.ts";
import { loadUsageFile } from "../../src/settings/usage-file.ts";
import type { UsageToList } from "../../src/settings/usage-listing.ts";

const GB = { unit: "GB", description: "Data." };
const BUCKET: UsageToList = {
  type: "aws:s3/bucket:Bucket",
  title: "S3 bucket",
  keys: { "standard.storage_gb": GB, "standard.requests": { unit: "requests", description: "Asked for." }, tags: GB },
  isCalled: (address) => ["aws:s3/bucket:Bucket", "aws_s3_bucket"].includes(address),
};
const GATEWAY: UsageToList = {
  type: "aws:ec2/natGateway:NatGateway",
  title: "NAT gateway",
  keys: { data_gb: GB },
  isCalled: (address) => address === "aws:ec2/natGateway:NatGateway",
};

const extend = (text: string, ...missing: readonly UsageToList[]) =>
  extendUsage({ name: "rackrate.yaml", text }, missing);

describe("a file that is to list usage", () => {
  it("gets a part for it where it has none", () => {
    expect(extend("# ours\nhorizonMonths: 36", BUCKET, GATEWAY)).toBe(`# ours
horizonMonths: 36

usage:
  aws:s3/bucket:Bucket: # S3 bucket
    standard:
      storage_gb: # GB: Data.
      requests: # requests: Asked for.
    tags: # GB: Data.
  aws:ec2/natGateway:NatGateway: # NAT gateway
    data_gb: # GB: Data.
`);
  });

  it("keeps comments, order, blank lines and indentation to the letter, and adds at the end of each part", () => {
    const text = `usage:   # by type

    "*-x": {a: 1}   # a star
    aws_s3_bucket: # any
        standard:
            storage_gb:   5 # five

        # about tags
        other: 1

# the rest
gates: {}
`;
    expect(extend(text, BUCKET, GATEWAY)).toBe(`usage:   # by type

    "*-x": {a: 1}   # a star
    aws_s3_bucket: # any
        standard:
            storage_gb:   5 # five
            requests: # requests: Asked for.

        # about tags
        other: 1
        tags: # GB: Data.
    aws:ec2/natGateway:NatGateway: # NAT gateway
      data_gb: # GB: Data.

# the rest
gates: {}
`);
  });

  it("keeps to dots where dots are used", () => {
    expect(extend("usage:\n  aws_s3_bucket:\n    standard.storage_gb: 5\n", BUCKET)).toBe(
      "usage:\n  aws_s3_bucket:\n    standard.storage_gb: 5\n    standard.requests: # requests: Asked for.\n    tags: # GB: Data.\n",
    );
  });

  it("lists it by type in Infracost's form", () => {
    const text = "version: 0.1\nresource_usage:\n  web: {a: 1}\n";
    expect(parse(extend(text, GATEWAY))).toMatchObject({
      resource_type_default_usage: { "aws:ec2/natGateway:NatGateway": { data_gb: null } },
      resource_usage: { web: { a: 1 } },
    });
    expect(extend("version: 0.1\nresource_type_default_usage: # none yet\n", GATEWAY)).toContain(
      "resource_type_default_usage: # none yet\n  aws:ec2/natGateway:NatGateway:",
    );
  });

  it("is filled inside braces too", () => {
    const text = extend("usage:\n  aws_s3_bucket: {tags: 1} # short\n", BUCKET);
    expect(parse(text).usage.aws_s3_bucket).toEqual({
      tags: 1,
      "standard.storage_gb": null,
      "standard.requests": null,
    });
    expect(text).toContain("# short");
    expect(extend("usage: {}\nhorizonMonths: 3\n", GATEWAY)).toContain("horizonMonths: 3");
  });

  it("keeps the line ends that it has", () => {
    expect(extend("usage:\r\n  a:\r\n    b: 1\r\n", GATEWAY).replaceAll("\r\n", "")).not.toContain("\n");
  });

  it.each([
    ["an alias", "x: &x {tags: 1}\nusage:\n  aws_s3_bucket: *x\n"],
    ["braces around all of it", "usage: {aws_s3_bucket: {tags: 1}}\n"],
    ["an end of the document", "horizonMonths: 3\n...\n"],
  ])("is refused, not changed wrongly, where there is no place: %s", (_, text) => {
    expect(() => extend(text, BUCKET)).toThrow(InputError);
  });

  it("is the same file where nothing is missing", () => {
    expect(extend("usage:   {}   #", ...[])).toBe("usage:   {}   #");
  });
});

describe("laws of listing usage", () => {
  const value = fc.oneof(fc.nat(), fc.constant(null), fc.constant("linux"));
  const keys = fc.dictionary(fc.constantFrom("tags", "standard.storage_gb", "data_gb", "more"), value);
  const groups = fc.record({
    standard: fc.dictionary(fc.constantFrom("storage_gb", "requests", "more"), value),
    tags: value,
  });
  const addresses = fc.constantFrom("aws_s3_bucket", BUCKET.type, GATEWAY.type, "web", "*-x");
  const file = fc.record(
    { horizonMonths: fc.nat(), usage: fc.dictionary(addresses, fc.oneof(keys, groups), { minKeys: 1 }) },
    { requiredKeys: ["horizonMonths"] },
  );
  const text = fc
    .tuple(file, fc.constantFrom(2, 4), fc.boolean())
    .map(([one, indent, commented]) => `${stringify(one, { indent, nullStr: "" })}${commented ? "# end" : ""}`);

  it("what was said stays to the letter, what was stated stays stated, and doing it again changes nothing", () => {
    fc.assert(
      fc.property(text, (before) => {
        // Of two names for one type the file says the same of both; that is for people to sort out.
        fc.pre(!(before.includes("aws_s3_bucket:") && before.includes(`${BUCKET.type}:`)));
        const after = extend(before, BUCKET, GATEWAY);
        const lines = after.split("\n");
        let from = 0;
        for (const line of before.split("\n").filter((one) => one !== "" && !one.endsWith("{}"))) {
          from = lines.indexOf(line, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
        const statements = (of: string) =>
          loadUsageFile({ name: "u", text: of.replace(/^horizonMonths.*$/m, "") }).map(
            ({ address, key, value: stated }) => [address, key, stated],
          );
        expect(statements(after)).toEqual(statements(before));
        expect(extend(after, BUCKET, GATEWAY)).toBe(after);
      }),
    );
  });
});
