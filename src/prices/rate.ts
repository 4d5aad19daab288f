import { Decimal, ONE } from "../core/decimal.ts";
import { derive, type Figure, fact, unknownFigure } from "../core/figure.ts";
import type {
  Alternative,
  AssessedResource,
  Assessment,
  CostLine,
  PricedLine,
  PricedResource,
  Span,
} from "../model/cost.ts";
import type { PlanResource } from "../model/plan.ts";
import type { MonthPrices, Price, PriceBook, PriceTier } from "../model/price.ts";
import { applyCommitments } from "./own/apply-commitments.ts";
import { overTime } from "./own/over-time.ts";
import { splitByTiers } from "./tiers.ts";

/**
 * Puts a price on every cost line: quantity × unit price, one line a tier, and says of each resource how much of it is
 * known. Commitments that are owned then cover what they can. Where the user's own prices begin or end within the horizon,
 * each line knows the months that it holds for, and what follows it.
 */
export const rate = (assessed: readonly AssessedResource[], book: PriceBook): readonly PricedResource[] =>
  openRater(book, NOTHING_SHARED)(assessed);

const NOTHING_SHARED: ReadonlySet<PlanResource> = new Set();

/** Rates the sides of a plan. A resource that both share, and that was assessed once for both, has its price once, too. */
export const openRater = (book: PriceBook, shared: ReadonlySet<PlanResource>) => {
  const first = monthRater(book, shared);
  const later = book.later?.map((prices) => ({
    from: prices.from,
    month: prices.month,
    rate: monthRater(prices, shared),
  }));
  return (assessed: readonly AssessedResource[]): readonly PricedResource[] => {
    const priced = first(assessed);
    if (later === undefined) return priced;
    return overTime(
      priced,
      later.map(({ from, month, rate: rateThen }) => ({ from, month, priced: rateThen(assessed) })),
    );
  };
};

const monthRater = (book: MonthPrices, shared: ReadonlySet<PlanResource>) => {
  const unitPrices = new UnitPrices();
  const known = new Map<AssessedResource, PricedResource>();
  const rateOne = ({ resource, title, compute, assessment }: AssessedResource): PricedResource => ({
    resource,
    title,
    compute,
    ...rateAssessment(assessment, book, unitPrices),
  });
  const rateOnce = (one: AssessedResource): PricedResource => {
    if (!shared.has(one.resource)) return rateOne(one);
    const priced = known.get(one) ?? rateOne(one);
    known.set(one, priced);
    return priced;
  };
  return (assessed: readonly AssessedResource[]): readonly PricedResource[] => {
    const priced = assessed.map(rateOnce);
    return book.commitments === undefined ? priced : applyCommitments(priced, book, book.commitments);
  };
};

type Rated = Omit<PricedResource, "resource" | "title" | "compute">;

const rateAssessment = (assessment: Assessment, book: MonthPrices, unitPrices: UnitPrices): Rated => {
  if (assessment.kind !== "lines") {
    const free = assessment.kind === "free";
    return { status: assessment.kind, complete: free, reason: assessment.reason, lines: [], assumptions: [], gaps: [] };
  }
  const assumptions = new Set(assessment.assumptions);
  const lines: PricedLine[] = [];
  for (const line of assessment.lines) lines.push(...rateLine(line, book, unitPrices, assumptions));
  return {
    ...judge(lines, assessment),
    lines,
    assumptions: [...assumptions],
    gaps: assessment.gaps,
    ...(assessment.capacity && { capacity: assessment.capacity }),
  };
};

/** DESIGN idea 4: what is not known is said, and never passes for zero. */
const judge = (
  lines: readonly PricedLine[],
  { gaps }: Extract<Assessment, { kind: "lines" }>,
): Pick<Rated, "status" | "complete" | "reason"> => {
  if (lines.some((line) => line.missing !== undefined)) {
    const [first = "", ...more] = new Set(lines.flatMap((line) => line.missing ?? []));
    return { status: "unpriced", complete: false, reason: more.length === 0 ? first : andMore(first, more.length) };
  }
  const decisive = gaps.length === 0 ? gaps : gaps.filter((gap) => gap.decisive);
  if (decisive.length > 0)
    return { status: "unpriced", complete: false, reason: decisive.map((gap) => gap.message).join("; ") };
  if (lines.length === 0 && gaps.length === 0)
    return { status: "free", complete: true, reason: "nothing of it is charged" };
  let known = 0;
  for (const { amount } of lines) if (amount.value !== null) known += 1;
  if (known === 0) return { status: "usage-dependent", complete: false };
  return { status: "priced", complete: known === lines.length && gaps.length === 0 };
};

/** Each line says by itself what it lacks; all of it in one sentence would be read by nobody. */
const andMore = (reason: string, count: number): string =>
  `${reason.replace(/\.$/, "")}; ${count} more of its lines ${count === 1 ? "lacks its own" : "lack theirs"}`;

const rateLine = (
  line: CostLine,
  book: MonthPrices,
  unitPrices: UnitPrices,
  assumptions: Set<string>,
): readonly PricedLine[] => {
  const answer = book.find(line.query);
  if (answer.price === null) {
    const missing = answer.hint === undefined ? answer.missing : `${answer.missing}. ${answer.hint}`;
    return [{ ...withoutPrice(line, missing, book), ...(answer.misnamed && { misnamed: answer.misnamed }) }];
  }
  const { price } = answer;
  // A quantity in other units than its price would yield a number that means nothing.
  if (price.unit !== line.unit) {
    return [
      withoutPrice(
        line,
        `${line.query.service} ${line.query.item}: the price is per ${price.unit}, the quantity in ${line.unit}`,
        book,
      ),
    ];
  }
  for (const assumption of answer.assumptions) assumptions.add(assumption);
  const choice = line.alternatives && choiceOf(line.alternatives, price, book, assumptions);
  return splitByTiers(line.quantity, price).map(({ index, tier, quantity, label }) => {
    const unitPrice = unitPrices.of(line, price, tier, answer.assumptions);
    return {
      ...line,
      meter: index === 0 ? line.meter : `${line.meter}-tier-${index + 1}`,
      description: label === undefined ? line.description : `${line.description}, ${label}`,
      quantity,
      price,
      unitPrice,
      ...(choice && { choice }),
      ...(price.listTiers && { listUnitPrice: listUnitPrice(line, price, price.listTiers, index) }),
      amount: derive(
        `cost of ${line.meter}`,
        amountUnit(line, price.currency),
        "quantity × unit price",
        [quantity, unitPrice],
        (count, each) => count.times(each),
      ),
    };
  });
};

/**
 * How far a cost may go if an alternative is bought instead, by first tiers. One without a price is named, since the
 * range cannot hold it.
 */
const choiceOf = (
  alternatives: readonly Alternative[],
  expected: Price,
  book: MonthPrices,
  assumptions: Set<string>,
): Span | undefined => {
  const each = expected.tiers[0].amount;
  if (each.isZero()) return undefined;
  const costs = alternatives.flatMap(({ query, units }) => {
    const { price } = book.find(query);
    if (price !== null && price.unit === expected.unit && price.currency === expected.currency)
      return [price.tiers[0].amount.times(units).div(each)];
    assumptions.add(`The range leaves out ${query.item.split("/")[1]}, which has no price on the same terms.`);
    return [];
  });
  return costs.length === 0 ? undefined : { low: Decimal.min(ONE, ...costs), high: Decimal.max(ONE, ...costs) };
};

/** The unit prices of one run. Lines that say the same of a price share its figure: a large stack has few of them. */
class UnitPrices {
  readonly #known = new Map<PriceTier, Map<string, Figure>>();

  of({ description }: CostLine, price: Price, tier: PriceTier, assumptions: readonly string[]): Figure {
    const ofTier = this.#known.get(tier) ?? new Map<string, Figure>();
    this.#known.set(tier, ofTier);
    const known = ofTier.get(description);
    if (known) return known;
    const figure: Figure = {
      ...fact(`price of ${description}`, tier.amount, `${price.currency}/${price.unit}`, price.source),
      ...(assumptions.length > 0 && { assumption: assumptions.join("; ") }),
    };
    ofTier.set(description, figure);
    return figure;
  }
}

/** A discount keeps the list's tiers; a negotiated rate stands beside the first of them. */
const listUnitPrice = (line: CostLine, price: Price, tiers: Price["tiers"], index: number): Figure =>
  fact(
    `list price of ${line.description}`,
    (tiers[index] ?? tiers[0]).amount,
    `${price.currency}/${price.unit}`,
    price.source,
  );

const withoutPrice = (line: CostLine, missing: string, { currency }: MonthPrices): PricedLine => ({
  ...line,
  price: null,
  unitPrice: unknownFigure(`price of ${line.description}`, `${currency}/${line.unit}`, missing),
  amount: unknownFigure(`cost of ${line.meter}`, amountUnit(line, currency), missing),
  missing,
});

const amountUnit = (line: CostLine, currency: string): string =>
  line.schedule === undefined || line.schedule.kind === "monthly" ? `${currency}/month` : currency;
