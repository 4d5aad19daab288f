import { Decimal, ZERO } from "../../core/decimal.ts";
import type { Source } from "../../core/figure.ts";
import type { Commitment } from "../../model/own-prices.ts";
import type { CommitmentBook, ExchangeRate, MonthPrices, PriceQuery } from "../../model/price.ts";
import { type ComputeUsage, computeUsageOf, ON_DEMAND_MACHINE } from "./compute-usage.ts";
import { MONTHS } from "./terms.ts";

/** What a unit of usage costs under a commitment, and where that was read. */
export interface CommittedRate {
  readonly amount: Decimal;
  readonly source: Source;
  readonly assumptions: readonly string[];
}

/** Usage that a commitment may cover: what it asks of the price list, per which unit, and what it costs on demand. */
export interface CoverableUsage {
  readonly query: PriceQuery;
  readonly unit: string;
  readonly onDemand: Decimal;
}

type ReservedInstances = Extract<Commitment, { kind: "reserved-instances" }>;
type SavingsPlan = Exclude<Commitment, ReservedInstances>;
/** What the list in use says of a rate; `null` for nothing. */
type Listed = (end: string) => CommittedRate | null;

/** Machines of SageMaker, not their storage. */
const SAGEMAKER_MACHINE = /^[a-z]+\/ml\.[^/]+$/;
const NAMES = { ec2: "EC2", fargate: "Fargate", lambda: "Lambda" } as const;

/** True where a commitment may cover what a query asks for: usage at on-demand prices, of its kind and place. */
export const mayCover = (commitment: Commitment, query: PriceQuery): boolean => {
  const { vendor, service, region, item } = query;
  if (vendor !== "aws" || (commitment.region !== undefined && commitment.region !== region)) return false;
  if (commitment.kind === "sagemaker-savings-plan")
    return service === "AmazonSageMaker" && SAGEMAKER_MACHINE.test(item);
  if (commitment.kind === "compute-savings-plan") return computeUsageOf(query) !== null;
  const [, type = "", system, tenancy] = ON_DEMAND_MACHINE.exec(item) ?? [];
  if (service !== "AmazonEC2" || type === "") return false;
  if (commitment.kind === "instance-savings-plan") return type.split(".")[0] === commitment.family;
  return type === commitment.instanceType && system === commitment.operatingSystem && tenancy === commitment.tenancy;
};

/**
 * What a unit of usage costs under a commitment: as the user states, else as an imported list says, else by the stated
 * discount. `null` where nothing says it. Fees are spread over the hours of the term.
 */
export const committedRate = (
  commitment: Commitment,
  usage: CoverableUsage,
  book: MonthPrices,
  { dollar, hoursPerMonth }: Pick<CommitmentBook, "dollar" | "hoursPerMonth">,
): CommittedRate | null => {
  const { query } = usage;
  const listed = (end: string, unit: string): CommittedRate | null => {
    const answer = book.find({ ...query, item: `${query.item.replace(/\/on-demand$/, "")}/${end}` });
    if (answer.price === null || answer.price.unit !== unit) return null;
    return { amount: answer.price.tiers[0].amount, source: answer.price.source, assumptions: answer.assumptions };
  };
  return commitment.kind === "reserved-instances"
    ? reservedRate(commitment, dollar, hoursPerMonth, (end) =>
        listed(end, end.endsWith("-fee") ? "reservations" : usage.unit),
      )
    : planRate(commitment, usage, dollar, (end) => listed(end, usage.unit));
};

const planRate = (
  plan: SavingsPlan,
  { query, onDemand }: CoverableUsage,
  dollar: ExchangeRate,
  listed: Listed,
): CommittedRate | null => {
  const compute = computeUsageOf(query);
  const where = `rackrate.yaml prices.commitments ${plan.id}`;
  const stated = plan.rates?.[compute?.key ?? query.item.split("/")[1] ?? ""];
  if (stated !== undefined) {
    const amount = dollar.factor.times(stated).times(compute?.awsUnits ?? 1);
    return { amount, source: { title: `${where}${dollar.note}` }, assumptions: [] };
  }
  const found = listed(`${plan.kind}-${plan.term}-${plan.payment}`);
  if (found !== null) return found;
  const percent = discountOf(plan, compute);
  if (percent === undefined) return null;
  return {
    amount: onDemand.times(new Decimal(100).minus(percent).div(100)),
    source: { title: `${percent} % off on-demand (${where})` },
    assumptions: oneForAll(plan, compute) ? [oneForAllNote(plan.id, percent, compute)] : [],
  };
};

const discountOf = ({ discountPercent }: SavingsPlan, compute: ComputeUsage | null): number | undefined => {
  if (typeof discountPercent !== "object") return discountPercent;
  return compute === null ? undefined : discountPercent[compute.service];
};

/** True where one percentage stands for services of which AWS discounts each in its own way. */
const oneForAll = ({ discountPercent }: SavingsPlan, compute: ComputeUsage | null): compute is ComputeUsage =>
  typeof discountPercent === "number" && compute !== null && compute.service !== "ec2";

const oneForAllNote = (id: string, percent: number, { service }: ComputeUsage): string =>
  `${id}: its ${percent} % are taken for ${NAMES[service]} as for EC2, though AWS discounts each in its own way: state discountPercent.${service}, or import the Savings Plans list`;

const reservedRate = (
  commitment: ReservedInstances,
  dollar: ExchangeRate,
  hoursPerMonth: number,
  listed: Listed,
): CommittedRate | null => {
  const { offeringClass, term, payment } = commitment;
  const item = `reserved-${offeringClass}-${term}-${payment}`;
  const source = { title: `rackrate.yaml prices.commitments ${commitment.id}${dollar.note}` };
  const part = (stated: number | string | undefined, needed: boolean, end: string): CommittedRate | null => {
    if (stated !== undefined) return { amount: dollar.factor.times(stated), source, assumptions: [] };
    return needed ? listed(end) : { amount: ZERO, source, assumptions: [] };
  };
  const hourly = part(commitment.hourly, payment !== "all-upfront", item);
  const upfront = part(commitment.upfront, payment !== "no-upfront", `${item}-fee`);
  if (hourly === null || upfront === null) return null;
  const hours = new Decimal(MONTHS[term]).times(hoursPerMonth);
  return {
    amount: hourly.amount.plus(upfront.amount.div(hours)),
    source: upfront.amount.isZero()
      ? hourly.source
      : { ...upfront.source, title: `${upfront.source.title}, the fee spread over the term` },
    assumptions: [...new Set([...hourly.assumptions, ...upfront.assumptions])],
  };
};
