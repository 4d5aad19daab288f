import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { type Inputs, known } from "../inputs.ts";
import type { UsageKey } from "../usage.ts";
import { usageLines, whereStated } from "../usage-lines.ts";
import { LIFECYCLE_TYPES } from "./lifecycle-usage.ts";
import { OTHER_CLASSES, STANDARD, type StorageClass } from "./s3-classes.ts";

const rowsOf = ({ usage, title, item, meters }: StorageClass) =>
  meters.map((row) => ({
    ...row,
    meter: `${item}-${row.meter}`,
    usage: `${usage}.${row.usage}`,
    item: `${item}/${row.meter}`,
    part: title,
  }));

const STANDARD_ROWS = rowsOf(STANDARD);
const OTHER_ROWS = OTHER_CLASSES.map((one) => ({ name: one.name, rows: rowsOf(one) }));

const TAGS = {
  meter: "object-tags",
  description: "Object tagging",
  usage: "object_tags",
  unit: "10k tags",
  per: 10_000,
  item: "object-tags",
};

const usageKeys: Readonly<Record<string, UsageKey>> = Object.fromEntries([
  ...[STANDARD, ...OTHER_CLASSES].flatMap((one) =>
    rowsOf(one).map((row): [string, UsageKey] => [
      row.usage,
      { unit: row.unit.replace("1k ", ""), description: `${one.title}: ${row.description}` },
    ]),
  ),
  [TAGS.usage, { unit: "tags", description: "Tags on objects." }],
]);

/** Standard storage always shows; another class does where any of its usage is stated or a rule moves objects to it. */
const bucketLines = (subject: Subject): LineDraft[] => {
  const { classes, tagged } = ruled(subject);
  const used = OTHER_ROWS.flatMap(({ name, rows }) =>
    classes.has(name) || whereStated(subject, rows).length > 0 ? rows : [],
  );
  const tags = tagged ? [TAGS] : whereStated(subject, [TAGS]);
  return usageLines(subject, "AmazonS3", "storage", [...STANDARD_ROWS, ...used, ...tags]);
};

/** The lifecycle rules that are on: the bucket's own, and those of configurations apart that refer to it. */
const rulesOf = (subject: Subject): readonly Inputs[] => {
  const { inputs, neighbours, resource } = subject;
  const apart = LIFECYCLE_TYPES.flatMap((type) => neighbours.referring(resource, type, "bucket"));
  return [
    ...known(inputs.list("lifecycleRules"), []).filter((rule) => known(rule.flag("enabled"), true)),
    ...apart
      .flatMap((one) => known(subject.of(one).inputs.list("rules"), []))
      .filter((rule) => known(rule.text("status"), "Enabled") === "Enabled"),
  ];
};

/** Where the rules of a bucket and of its configurations apart name tags. */
const TAGS_OF_RULE = ["tags", "filter.tag", "filter.and.tags"] as const;

/** What a bucket's lifecycle rules move objects to, and whether they choose them by tags. */
const ruled = (subject: Subject): { readonly classes: ReadonlySet<string>; readonly tagged: boolean } => {
  const rules = rulesOf(subject);
  const moves = rules.flatMap((rule) =>
    ["transitions", "noncurrentVersionTransitions"].flatMap((list) => known(rule.list(list), [])),
  );
  return {
    classes: new Set(moves.map((move) => known(move.text("storageClass"), ""))),
    tagged: rules.some((rule) => TAGS_OF_RULE.some((path) => rule.value(path).state !== "absent")),
  };
};

/** An S3 bucket: what lies in each storage class, the requests to it, what is fetched back. */
export const s3Bucket = defineResource({
  type: "aws:s3/bucket:Bucket",
  title: "S3 bucket",
  source: "https://aws.amazon.com/s3/pricing/",
  usage: usageKeys,
  cost: (subject) => ({ lines: bucketLines(subject) }),
});

/** The name that the provider's sixth version gave it. */
export const s3BucketV2 = defineResource({ ...s3Bucket, type: "aws:s3/bucketV2:BucketV2" });
