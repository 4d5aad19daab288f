import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../../src/model/settings.ts";
import { assess } from "../../../src/resources/assess.ts";
import { HARDWARE } from "../hardware.ts";
import { snapshotOf, type WrittenResource } from "../snapshot.ts";

const BUCKET: WrittenResource = { type: "aws:s3/bucket:Bucket", name: "data" };
const rules = (type: string): WrittenResource => ({ type, name: "archive", props: { bucket: "@data", rules: [] } });
const RULES = rules("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
const RULES_V2 = rules("aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2");
const USAGE = { standard: { storage_gb: 7 } };

const storageOf = (address: string, resources: readonly WrittenResource[]) => {
  const settings = settingsSchema.parse({ usage: { [address]: USAGE } });
  const { value, diagnostics } = assess(snapshotOf(resources), { settings, hardware: HARDWARE, today: "2026-11-24" });
  const stored = value.flatMap(({ assessment }) =>
    assessment.kind === "lines" ? assessment.lines.filter(({ meter }) => meter === "standard-storage") : [],
  );
  return { gb: stored.map(({ quantity }) => quantity.value?.toNumber()), told: diagnostics.map(({ code }) => code) };
};

describe("usage that Infracost states for the lifecycle rules of a bucket", () => {
  it.each([
    ["by its Terraform address", "aws_s3_bucket_lifecycle_configuration.archive", RULES],
    ["under its older name", "aws_s3_bucket_lifecycle_configuration.archive", RULES_V2],
    ["by its type", "aws_s3_bucket_lifecycle_configuration", RULES],
  ])("is the bucket's: %s", (_, address, configuration) => {
    expect(storageOf(address, [BUCKET, configuration])).toEqual({ gb: [7], told: [] });
  });

  it("is told where the bucket is in another plan", () => {
    const alone = { ...RULES, props: { bucket: "of-another-stack" } };
    expect(storageOf("aws_s3_bucket_lifecycle_configuration.archive", [alone])).toEqual({
      gb: [],
      told: ["usage-unknown"],
    });
  });
});
