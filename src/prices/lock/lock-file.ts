import { createHash } from "node:crypto";
import { z } from "zod";
import { Decimal, plain } from "../../core/decimal.ts";
import { InputError, type Place } from "../../core/diagnostic.ts";
import type { Price, PriceAnswer, PriceListIdentity, PriceQuery, PriceTier } from "../../model/price.ts";
import { isDate } from "../date.ts";
import { RATE_SERVICE } from "../euro-rates.ts";

/** The name of the file that a project's prices are pinned in. */
export const LOCK_NAME = "rackrate.lock";

const number = z.string().regex(/^\d+(\.\d+)?$/);
const place = { service: z.string(), region: z.string().nullable(), item: z.string() };

const lockedPrice = z.strictObject({
  ...place,
  unit: z.string(),
  currency: z.string(),
  /** Pairs of the cumulative quantity that a tier ends at, `null` for no end, and its amount. */
  tiers: z.array(z.tuple([number.nullable(), number])).min(1),
  asOf: z.string().optional(),
  source: z.string(),
  range: z.tuple([number, number]).optional(),
  assumptions: z.array(z.string()).optional(),
});
const lockedGap = z.strictObject({ ...place, missing: z.string(), hint: z.string().optional() });

/** A rate of exchange is a price of one euro. Prices are divided by it, so that it must be above zero. */
const isSound = (row: z.infer<typeof lockedPrice> | z.infer<typeof lockedGap>): boolean => {
  if (row.service !== RATE_SERVICE || "missing" in row) return true;
  const [first, ...more] = row.tiers;
  return (
    first !== undefined && Number(first[1]) > 0 && more.length === 0 && row.unit === "EUR" && isDate(row.asOf ?? "")
  );
};

const lockedRow = z
  .union([lockedPrice, lockedGap])
  .refine(isSound, "a rate of exchange is one amount above zero per EUR, with its date");
export type LockedRow = z.infer<typeof lockedRow>;

const lockSchema = z.strictObject({
  lockVersion: z.literal(1),
  priceList: z.strictObject({
    id: z.string(),
    digest: z.string(),
    oldest: z.string().nullable(),
    newest: z.string().nullable(),
  }),
  digest: z.string(),
  prices: z.array(lockedRow),
});

/** The prices that a project is pinned to, and the list they were taken from. */
export interface Lock {
  readonly priceList: PriceListIdentity;
  readonly prices: readonly LockedRow[];
}

const digestOf = (rows: readonly LockedRow[]): string =>
  `sha256:${createHash("sha256")
    .update(rows.map((row) => JSON.stringify(row)).join("\n"))
    .digest("hex")}`;

/** A lock as it is written: one price a line, in order, so that a change of one price is a change of one line. */
export const renderLock = ({ priceList, prices }: Lock): string => {
  const rows = [...prices].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const head = JSON.stringify({ lockVersion: 1, priceList, digest: digestOf(rows) }, null, 2).slice(0, -2);
  return `${head},\n  "prices": [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n")}\n  ]\n}\n`;
};

/**
 * Reads a lock. Throws `InputError` with the place where it is no lock, or where its digest does not fit its prices:
 * somebody edited it, or a merge mixed two.
 */
export const readLock = (text: string, file: string): Lock => {
  const refuse = (code: string, message: string, place?: Omit<Place, "file">): InputError =>
    new InputError({
      severity: "error",
      code,
      message,
      place: { file, ...place },
      hint: "Write it anew: rackrate prices lock keeps what can be kept, after the file is deleted or restored from git.",
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse(
      "broken-lock",
      "this lock is no JSON, as after a merge that was left half done",
      lineWith(text, "<<<<<<<"),
    );
  }
  const parsed = lockSchema.safeParse(value);
  if (!parsed.success) {
    const { path = [], message = "", code = "" } = parsed.error.issues[0] ?? {};
    const property = path.join(".");
    const why = code === "custom" ? `: ${message}` : "";
    throw refuse("broken-lock", `this lock is damaged at ${property || "its top"}${why}`, {
      ...lineOfRow(text, path),
      ...(property !== "" && { property }),
    });
  }
  const { priceList, digest, prices } = parsed.data;
  if (digest !== digestOf(prices))
    throw refuse("lock-digest", "the digest of this lock does not fit its prices: it was edited, or merged from two");
  return { priceList, prices };
};

const lineWith = (text: string, start: string): { readonly line?: number } => {
  const index = text.split("\n").findIndex((line) => line.startsWith(start));
  return index < 0 ? {} : { line: index + 1 };
};

/** The line of a price, in a lock that is laid out as it was written. */
const lineOfRow = (text: string, [list, index]: readonly PropertyKey[]): { readonly line?: number } => {
  if (list !== "prices" || typeof index !== "number") return {};
  const rows = text.split("\n").flatMap((line, at) => (/^ {4}\{/.test(line) ? [at + 1] : []));
  const line = rows[index];
  return line === undefined ? {} : { line };
};

/** What a locked row is the price of. */
export const keyOf = ({ service, region, item }: Pick<PriceQuery, "service" | "region" | "item">): string =>
  `${service} ${region ?? ""} ${item}`;

/** An answer of a list as a row of a lock. */
export const toRow = ({ service, region, item }: PriceQuery, answer: PriceAnswer): LockedRow => {
  if (answer.price === null)
    return { service, region, item, missing: answer.missing, ...(answer.hint !== undefined && { hint: answer.hint }) };
  const { unit, currency, tiers, source, range } = answer.price;
  return {
    service,
    region,
    item,
    unit,
    currency,
    tiers: tiers.map(({ upTo, amount }): [string | null, string] => [
      upTo === null ? null : plain(upTo),
      plain(amount),
    ]),
    ...(source.asOf !== undefined && { asOf: source.asOf }),
    source: source.title,
    ...(range && { range: [plain(range.low), plain(range.high)] }),
    ...(answer.assumptions.length > 0 && { assumptions: [...answer.assumptions] }),
  };
};

/** A row of a lock as the answer to its question. */
export const toAnswer = (row: LockedRow, query: PriceQuery): PriceAnswer => {
  if ("missing" in row) return { price: null, missing: row.missing, ...(row.hint !== undefined && { hint: row.hint }) };
  const [first, ...rest] = row.tiers.map(
    ([upTo, amount]): PriceTier => ({ upTo: upTo === null ? null : new Decimal(upTo), amount: new Decimal(amount) }),
  );
  const price: Price = {
    query,
    unit: row.unit,
    currency: row.currency,
    tiers: [first!, ...rest],
    source: { title: row.source, ...(row.asOf !== undefined && { asOf: row.asOf }) },
    ...(row.range && { range: { low: new Decimal(row.range[0]), high: new Decimal(row.range[1]) } }),
  };
  return { price, assumptions: row.assumptions ?? [] };
};
