import type { PlanResource } from "../../model/plan.ts";
import type { UsageStatement } from "../../model/usage.ts";
import type { Neighbours } from "../neighbours.ts";
import { placeOf } from "../usage.ts";
import { UsageBook } from "../usage-book.ts";

/** Lifecycle rules apart from their bucket, under the names that the provider gave them. */
export const LIFECYCLE_TYPES = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
] as const;
const BUCKETS = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"] as const;

const isOfLifecycle = (types: readonly string[]): boolean =>
  types.some((type) => (LIFECYCLE_TYPES as readonly string[]).includes(type));

/**
 * Infracost states what lies in the classes of a bucket for its `aws_s3_bucket_lifecycle_configuration`, where it has one;
 * here the bucket bears all of it, so what is stated there is stated for the bucket. Where the bucket is in no plan it
 * stays as it is.
 */
export const lifecycleUsage = (usage: readonly UsageStatement[], neighbours: Neighbours): readonly UsageStatement[] => {
  const ofLifecycle = new UsageBook(usage).entries.filter(({ types }) => isOfLifecycle(types));
  if (ofLifecycle.length === 0) return usage;
  const rules = LIFECYCLE_TYPES.flatMap((type) => neighbours.ofType(type));
  const book = new UsageBook(ofLifecycle.flatMap(({ statements }) => statements));
  const buckets = new Map<string, PlanResource[]>();
  for (const rule of rules) {
    const own = BUCKETS.flatMap((type) => neighbours.referred(rule, "bucket", type));
    for (const { address } of book.naming(rule)) buckets.set(address, [...(buckets.get(address) ?? []), ...own]);
  }
  return usage.flatMap((statement) => {
    const own = buckets.get(statement.address) ?? [];
    return own.length === 0
      ? [statement]
      : own.map(({ urn }) => ({ ...statement, address: urn, place: placeOf(statement) }));
  });
};
