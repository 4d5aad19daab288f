import { Decimal, ZERO } from "../../core/decimal.ts";
import type { Commitment } from "../../model/own-prices.ts";
import type { CommitmentBook, ExchangeRate, PriceBook, PriceQuery } from "../../model/price.ts";

/** Months of a term. */
export const MONTHS: Readonly<Record<Commitment["term"], number>> = { "1y": 12, "3y": 36 };

/** What an hour costs under a commitment, and where that was read. */
export interface CommittedRate {
  readonly amount: Decimal;
  readonly source: string;
}

/** Machines of SageMaker, not their storage. */
const SAGEMAKER_MACHINE = /^[a-z]+\/ml\.[^/]+$/;
const INSTANCE = /^instance\/([^/]+)\/([^/]+)\/([^/]+)\/on-demand$/;

/** True where a commitment may cover what a query asks for: usage at on-demand prices, of its kind and place. */
export const mayCover = (commitment: Commitment, { vendor, service, region, item }: PriceQuery): boolean => {
  if (vendor !== "aws" || (commitment.region !== undefined && commitment.region !== region)) return false;
  if (commitment.kind === "sagemaker-savings-plan")
    return service === "AmazonSageMaker" && SAGEMAKER_MACHINE.test(item);
  const [, type = "", system, tenancy] = INSTANCE.exec(item) ?? [];
  if (service !== "AmazonEC2" || type === "") return false;
  if (commitment.kind === "compute-savings-plan") return true;
  if (commitment.kind === "instance-savings-plan") return type.split(".")[0] === commitment.family;
  return type === commitment.instanceType && system === commitment.operatingSystem && tenancy === commitment.tenancy;
};

/**
 * True for what AWS lets a commitment cover too, but at rates that no list here tells: containers on Fargate and the
 * duration of functions. https://docs.aws.amazon.com/savingsplans/latest/userguide/what-is-savings-plans.html
 */
export const mightCover = (commitment: Commitment, { service, item }: PriceQuery): boolean =>
  commitment.kind === "compute-savings-plan" &&
  ((service === "AmazonECS" && /^fargate\/(?:arm\/)?(?:vcpu|memory)$/.test(item)) ||
    (service === "AWSLambda" && /^(?:provisioned-)?duration\//.test(item)));

/**
 * What an hour of a query's usage costs under a commitment: as the user states, else as an imported list says, else by the
 * stated discount. `null` where nothing says it. Fees are spread over the hours of the term.
 */
export const committedRate = (
  commitment: Commitment,
  query: PriceQuery,
  onDemand: Decimal,
  book: PriceBook,
  { dollar, hoursPerMonth }: Pick<CommitmentBook, "dollar" | "hoursPerMonth">,
): CommittedRate | null => {
  const listed = (end: string): { readonly amount: Decimal; readonly title: string } | null => {
    const { price } = book.find({ ...query, item: `${query.item.replace(/\/on-demand$/, "")}/${end}` });
    return price === null ? null : { amount: price.tiers[0].amount, title: price.source.title };
  };
  if (commitment.kind === "reserved-instances") return reservedRate(commitment, dollar, hoursPerMonth, listed);
  const stated = commitment.rates?.[query.item.split("/")[1] ?? ""];
  if (stated !== undefined)
    return {
      amount: dollar.factor.times(stated),
      source: `rackrate.yaml prices.commitments ${commitment.id}${dollar.note}`,
    };
  const found = listed(`${commitment.kind}-${commitment.term}-${commitment.payment}`);
  if (found !== null) return { amount: found.amount, source: found.title };
  if (commitment.discountPercent === undefined) return null;
  const factor = new Decimal(100).minus(commitment.discountPercent).div(100);
  return {
    amount: onDemand.times(factor),
    source: `${commitment.discountPercent} % off on-demand (rackrate.yaml prices.commitments ${commitment.id})`,
  };
};

const reservedRate = (
  commitment: Extract<Commitment, { kind: "reserved-instances" }>,
  dollar: ExchangeRate,
  hoursPerMonth: number,
  listed: (end: string) => { readonly amount: Decimal; readonly title: string } | null,
): CommittedRate | null => {
  const { offeringClass, term, payment } = commitment;
  const item = `reserved-${offeringClass}-${term}-${payment}`;
  const where = `rackrate.yaml prices.commitments ${commitment.id}${dollar.note}`;
  const part = (
    stated: number | string | undefined,
    needed: boolean,
    end: string,
  ): { amount: Decimal; title: string } | null => {
    if (stated !== undefined) return { amount: dollar.factor.times(stated), title: where };
    return needed ? listed(end) : { amount: ZERO, title: where };
  };
  const hourly = part(commitment.hourly, payment !== "all-upfront", item);
  const upfront = part(commitment.upfront, payment !== "no-upfront", `${item}-fee`);
  if (hourly === null || upfront === null) return null;
  const hours = new Decimal(MONTHS[term]).times(hoursPerMonth);
  return {
    amount: hourly.amount.plus(upfront.amount.div(hours)),
    source: upfront.amount.isZero() ? hourly.title : `${upfront.title}, the fee spread over the term`,
  };
};
