import { Decimal, ONE, plain, ZERO } from "../../core/decimal.ts";
import { derive, fact } from "../../core/figure.ts";
import type { PricedLine, PricedResource } from "../../model/cost.ts";
import type { Commitment } from "../../model/own-prices.ts";
import type { CommitmentBook, MonthPrices } from "../../model/price.ts";
import { type CommittedRate, committedRate, mayCover } from "./commitment-rate.ts";
import { computeUsageOf } from "./compute-usage.ts";
import { outsideTerm } from "./terms.ts";

/** AWS applies reservations first, then EC2 Instance Savings Plans, then the wider ones. https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-applying.html */
const ORDER: readonly Commitment["kind"][] = [
  "reserved-instances",
  "instance-savings-plan",
  "sagemaker-savings-plan",
  "compute-savings-plan",
];

/** A line of a resource with the parts that commitments took of it. */
interface Slot {
  readonly resource: number;
  readonly line: PricedLine;
  readonly onDemand: Decimal;
  left: Decimal;
  readonly covered: PricedLine[];
}

/** What a commitment pays for in a month, in hours of its machines or in money, and what is left of it. */
interface Budget {
  readonly commitment: Commitment;
  readonly total: Decimal;
  left: Decimal;
  readonly touched: Set<number>;
}

/** A line that a commitment may cover, at its rate and saving this share of the on-demand price. */
interface Candidate {
  readonly slot: Slot;
  readonly budget: Budget;
  readonly rate: CommittedRate;
  readonly saved: Decimal;
  /** The rate by AWS's own unit, which decides between equal shares. */
  readonly listedRate: Decimal;
}

/**
 * Covers usage by commitments that are owned before on-demand prices apply. Those of a kind are pooled, and the usage
 * that saves the largest share comes first, among equals that with the lowest rate; none pays for more than it commits
 * to. What a unit costs under a commitment is its effective price; usage is taken to be even over the month. Each
 * covered resource says how much of the commitment the plan uses.
 */
export const applyCommitments = (
  resources: readonly PricedResource[],
  book: MonthPrices,
  commitments: CommitmentBook,
): readonly PricedResource[] => {
  const { owned, day } = commitments;
  const slots = resources.flatMap(({ lines }, resource) =>
    lines.flatMap((line): Slot[] =>
      line.spot || line.quantity.value === null || line.price === null || line.unitPrice.value === null
        ? []
        : [{ resource, line, onDemand: line.unitPrice.value, left: line.quantity.value, covered: [] }],
    ),
  );
  const notes = resources.map((): string[] => []);
  const candidatesOf = (commitment: Commitment): readonly Candidate[] => {
    const meant = slots.filter(({ line, left }) => left.gt(0) && mayCover(commitment, line.query));
    const outside = outsideTerm(commitment, day);
    if (outside !== null) {
      for (const { resource } of meant) notes[resource]?.push(outside);
      return [];
    }
    const budget = budgetOf(commitment, commitments);
    return meant.flatMap((slot): Candidate[] => {
      const { line, onDemand, resource } = slot;
      const rate = committedRate(commitment, { query: line.query, unit: line.unit, onDemand }, book, commitments);
      if (rate === null) notes[resource]?.push(unknownRate(commitment, line));
      if (rate === null || rate.amount.gte(onDemand)) return [];
      const saved = onDemand.minus(rate.amount).div(onDemand);
      return [{ slot, budget, rate, saved, listedRate: rate.amount.div(computeUsageOf(line.query)?.awsUnits ?? 1) }];
    });
  };
  for (const kind of ORDER) {
    const candidates = owned.filter((one) => one.kind === kind).flatMap(candidatesOf);
    for (const candidate of candidates.sort(byWorth)) cover(candidate, notes);
    for (const budget of new Set(candidates.map((one) => one.budget)))
      for (const resource of budget.touched) notes[resource]?.push(usedText(budget, commitments));
  }
  const byResource = resources.map((): Slot[] => []);
  for (const slot of slots) byResource[slot.resource]?.push(slot);
  return resources.map((resource, index) => rebuilt(resource, byResource[index] ?? [], notes[index] ?? []));
};

/** AWS sells its machines under every plan, of the other services not all that they charge for. */
const unknownRate = ({ id, kind }: Commitment, { query }: PricedLine): string => {
  const service = kind === "compute-savings-plan" ? computeUsageOf(query)?.service : undefined;
  const left = service === "fargate" || service === "lambda" ? "may cover this too, but" : "is not applied:";
  return `${id} ${left} its rate for this usage is not known. State it, or import the Savings Plans list.`;
};

const budgetOf = (commitment: Commitment, { dollar, hoursPerMonth }: CommitmentBook): Budget => {
  // Whatever is reported in, a Savings Plan is committed to in USD.
  const hourly =
    commitment.kind === "reserved-instances" ? new Decimal(commitment.count) : dollar.factor.times(commitment.hourly);
  const total = hourly.times(hoursPerMonth);
  return { commitment, total, left: total, touched: new Set() };
};

/** The largest share saved first, then the lowest rate. Sorting keeps the order of what is equal in both. */
const byWorth = (one: Candidate, other: Candidate): number =>
  other.saved.cmp(one.saved) || one.listedRate.cmp(other.listedRate);

const cover = ({ slot, budget, rate }: Candidate, notes: readonly string[][]): void => {
  const { commitment } = budget;
  const price = commitment.kind === "reserved-instances" ? ONE : rate.amount;
  const costOfAll = slot.left.times(price);
  // Compared in money: what is free under a plan is covered whole, and the last of a budget leaves nothing behind.
  const whole = costOfAll.lte(budget.left);
  const quantity = whole ? slot.left : budget.left.div(price);
  if (quantity.lte(0)) return;
  slot.left = slot.left.minus(quantity);
  budget.left = whole ? budget.left.minus(costOfAll) : ZERO;
  slot.covered.push(coveredLine(slot.line, commitment, quantity, rate));
  budget.touched.add(slot.resource);
  notes[slot.resource]?.push(...rate.assumptions);
};

const usedText = ({ commitment, total, left }: Budget, { dollar, hoursPerMonth }: CommitmentBook): string => {
  const byHours = commitment.kind === "reserved-instances";
  const [worth, committed] = byHours ? [ONE, commitment.count] : [dollar.factor, commitment.hourly];
  const used = total.minus(left);
  const share = plain(used.div(total).times(100).toDecimalPlaces(1));
  const hourly = plain(used.div(worth).div(hoursPerMonth).toDecimalPlaces(2));
  return `${commitment.id} covers usage before on-demand: this plan uses ${hourly} of ${plain(new Decimal(committed))} ${byHours ? "instances" : "USD/h"}, ${share} %`;
};

const coveredLine = (line: PricedLine, { id }: Commitment, covered: Decimal, rate: CommittedRate): PricedLine => {
  const quantity = derive(
    `${line.quantity.name} that ${id} covers`,
    line.unit,
    "what the commitment pays for",
    [line.quantity],
    () => covered,
  );
  const unitPrice = fact(`price of ${line.description} under ${id}`, rate.amount, line.unitPrice.unit, rate.source);
  return {
    ...line,
    meter: `${line.meter}-${id}`,
    description: `${line.description}, covered by ${id}`,
    quantity,
    unitPrice,
    listUnitPrice: line.listUnitPrice ?? line.unitPrice,
    contractedUnitPrice: line.unitPrice,
    commitment: id,
    amount: amountOf(line, quantity, unitPrice),
  };
};

const amountOf = (
  line: PricedLine,
  quantity: PricedLine["quantity"],
  unitPrice: PricedLine["unitPrice"],
): PricedLine["amount"] =>
  derive(line.amount.name, line.amount.unit, "quantity × unit price", [quantity, unitPrice], (count, each) =>
    count.times(each),
  );

const rebuilt = (resource: PricedResource, slots: readonly Slot[], notes: readonly string[]): PricedResource => {
  const taken = new Map(slots.filter(({ covered }) => covered.length > 0).map((slot) => [slot.line, slot]));
  if (taken.size === 0 && notes.length === 0) return resource;
  const lines = resource.lines.flatMap((line): readonly PricedLine[] => {
    const slot = taken.get(line);
    if (slot === undefined) return [line];
    if (slot.left.isZero()) return slot.covered;
    const quantity = derive(
      `${line.quantity.name} at on-demand`,
      line.unit,
      "what no commitment covers",
      [line.quantity],
      () => slot.left,
    );
    return [...slot.covered, { ...line, quantity, amount: amountOf(line, quantity, line.unitPrice) }];
  });
  return { ...resource, lines, assumptions: [...new Set([...resource.assumptions, ...notes])] };
};
