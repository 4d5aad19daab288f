import { Decimal, ONE, plain, ZERO } from "../../core/decimal.ts";
import { derive, fact } from "../../core/figure.ts";
import type { PricedLine, PricedResource } from "../../model/cost.ts";
import type { Commitment } from "../../model/own-prices.ts";
import type { CommitmentBook, PriceBook } from "../../model/price.ts";
import { type CommittedRate, committedRate, MONTHS, mayCover, mightCover } from "./commitment-rate.ts";

/** AWS applies reservations first, then EC2 Instance Savings Plans, then the wider ones. https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-applying.html */
const ORDER: readonly Commitment["kind"][] = [
  "reserved-instances",
  "instance-savings-plan",
  "sagemaker-savings-plan",
  "compute-savings-plan",
];

/** A line that a commitment may cover: where it stands, what is left of its hours, and its rate. */
interface Candidate {
  readonly slot: Slot;
  readonly rate: CommittedRate;
  readonly saved: Decimal;
}

/** A line of a resource with the parts that commitments took of it. */
interface Slot {
  readonly resource: number;
  readonly line: PricedLine;
  left: Decimal;
  readonly covered: PricedLine[];
}

/**
 * Covers usage by commitments that are owned before on-demand prices apply: each covers at most what it commits to, the
 * usage that saves the largest share first. What an hour costs under a commitment is its effective price; usage is taken
 * to be even over the month. Each covered resource says how much of the commitment the plan uses.
 */
export const applyCommitments = (
  resources: readonly PricedResource[],
  book: PriceBook,
  commitments: CommitmentBook,
): readonly PricedResource[] => {
  const { owned, today } = commitments;
  const slots = resources.flatMap(({ lines }, resource) =>
    lines.flatMap((line): Slot[] =>
      line.quantity.value === null || line.price === null || line.unitPrice.value === null
        ? []
        : [{ resource, line, left: line.quantity.value, covered: [] }],
    ),
  );
  const notes = resources.map((): string[] => []);
  const inOrder = [...owned].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  for (const commitment of inOrder) {
    const meant = slots.filter(({ line, left }) => left.gt(0) && mayCover(commitment, line.query));
    const outside = outsideTerm(commitment, today);
    if (outside !== null) {
      for (const { resource } of meant) notes[resource]?.push(outside);
      continue;
    }
    const candidates = meant.flatMap((slot): Candidate[] => {
      const onDemand = slot.line.unitPrice.value ?? ZERO;
      const rate = committedRate(commitment, slot.line.query, onDemand, book, commitments);
      if (rate === null) {
        notes[slot.resource]?.push(
          `${commitment.id} is not applied: its rate for this usage is not known. State it, or import the Savings Plans list.`,
        );
        return [];
      }
      return rate.amount.lt(onDemand) ? [{ slot, rate, saved: onDemand.minus(rate.amount).div(onDemand) }] : [];
    });
    cover(commitment, candidates, commitments, notes);
    const others = slots.filter(({ line }) => mightCover(commitment, line.query));
    for (const resource of new Set(others.map((slot) => slot.resource)))
      notes[resource]?.push(`${commitment.id} may cover this too; here it covers machines of EC2 alone.`);
  }
  const byResource = resources.map((): Slot[] => []);
  for (const slot of slots) byResource[slot.resource]?.push(slot);
  return resources.map((resource, index) => rebuilt(resource, byResource[index] ?? [], notes[index] ?? []));
};

/** Why a commitment covers nothing on a day: its term has not begun, or is over. */
const outsideTerm = ({ id, start, term }: Commitment, today: string): string | null => {
  const end = `${Number(start.slice(0, 4)) + MONTHS[term] / 12}${start.slice(4)}`;
  if (today < start) return `${id} is not applied: it begins on ${start}`;
  return today >= end ? `${id} is not applied: it ended on ${end}` : null;
};

const cover = (
  commitment: Commitment,
  candidates: readonly Candidate[],
  { dollar, hoursPerMonth }: CommitmentBook,
  notes: readonly string[][],
): void => {
  const byHours = commitment.kind === "reserved-instances";
  // Whatever is reported in, a Savings Plan is committed to in USD.
  const worth = byHours ? ONE : dollar.factor;
  const committed = byHours ? commitment.count : commitment.hourly;
  const budget = worth.times(committed).times(hoursPerMonth);
  let left = budget;
  const touched = new Set<number>();
  for (const { slot, rate } of [...candidates].sort((one, other) => other.saved.cmp(one.saved))) {
    // A rate of zero, all paid at once, is limited by hours only.
    const affordable = byHours || rate.amount.isZero() ? left : left.div(rate.amount);
    const hours = Decimal.min(slot.left, affordable);
    if (hours.lte(0)) continue;
    slot.left = slot.left.minus(hours);
    left = left.minus(byHours ? hours : hours.times(rate.amount));
    slot.covered.push(coveredLine(slot.line, commitment, hours, rate));
    touched.add(slot.resource);
  }
  const share = budget.minus(left).div(budget).times(100).toDecimalPlaces(1);
  const unit = byHours ? "instances" : "USD/h";
  const used = plain(budget.minus(left).div(worth).div(hoursPerMonth).toDecimalPlaces(2));
  const text = `${commitment.id} covers usage before on-demand: this plan uses ${used} of ${plain(new Decimal(committed))} ${unit}, ${plain(share)} %`;
  for (const resource of touched) notes[resource]?.push(text);
};

const coveredLine = (line: PricedLine, { id }: Commitment, hours: Decimal, rate: CommittedRate): PricedLine => {
  const quantity = derive(
    `${line.quantity.name} that ${id} covers`,
    line.unit,
    "what the commitment pays for",
    [line.quantity],
    () => hours,
  );
  const unitPrice = fact(`price of ${line.description} under ${id}`, rate.amount, line.unitPrice.unit, {
    title: rate.source,
  });
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
