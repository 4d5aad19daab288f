import { Decimal, sum, ZERO } from "../core/decimal.ts";
import { derive, type Figure, unknownFigure } from "../core/figure.ts";
import { MONTHS_PER_YEAR } from "../core/period.ts";
import type { Capacity, PricedResource } from "../model/cost.ts";
import type { Demand } from "../model/demand.ts";
import type { InternalRates, Measure, Ranged } from "../model/estimate.ts";
import type { CashFlow, LedgerViews, Outlook } from "../model/ledger.ts";
import type { Settings } from "../model/settings.ts";
import { capitalRecoveryFactor } from "./discount-factor.ts";
import { irr } from "./irr.ts";
import { leavingOutAsItsParts, withOffLedger } from "./left-out.ts";
import { mirr } from "./mirr.ts";
import { netFlowFigure, netOf } from "./net-flow.ts";
import { npv } from "./npv.ts";
import { payback } from "./payback.ts";
import { ranged } from "./ranged.ts";
import { annualRate, monthlyRateOf } from "./rate.ts";
import { annualisedRoi, roi } from "./roi.ts";
import { unitCostsOf } from "./unit-costs.ts";

/** What the measures of one side are taken from. */
export interface MeasureInputs {
  readonly views: LedgerViews;
  readonly settings: Pick<Settings, "horizonMonths" | "discountRate" | "discounting" | "hoursPerMonth" | "currency">;
  readonly resources: readonly PricedResource[];
  /** What the plan does not show of this side, in sentences. */
  readonly missing: readonly string[];
  readonly demand: Demand;
  /** True where no resource stands on this side: everything costs and earns nothing. */
  readonly absent: boolean;
  /** True where at least one benefit counts on this side. Without one, returns cannot be known. */
  readonly hasBenefits: boolean;
}

const NO_BENEFIT = "no benefit of this stack is stated in rackrate.yaml";

/** Every measure of one side, with its range, and all internal rates of return. */
export const measuresOf = (
  given: MeasureInputs,
): { measures: Readonly<Record<Measure, Ranged>>; internalRates: InternalRates } => {
  const inputs = { ...given, views: withOffLedger(given.views, given) };
  const { views, settings, resources, demand } = inputs;
  const internalRates = internalRatesOf(inputs);
  const capacities: Capacity[] = [];
  const unseen = [...given.missing];
  for (const resource of resources) {
    if (resource.capacity !== undefined) capacities.push(resource.capacity);
    else unseen.push(...unknownMachinesOf(resource));
  }
  const unitCosts = unitCostsOf({ views, capacities, unseen, demand, settings });
  return {
    measures: { ...costMeasures(views, settings), ...returnMeasures(inputs, internalRates), ...unitCosts },
    internalRates,
  };
};

/** The hours of machines that a resource starts where nobody knows what they are, as the sums of costs name them. */
const unknownMachinesOf = ({ resource, gaps, lines }: PricedResource): readonly string[] =>
  !gaps.some(({ decisive }) => decisive)
    ? NO_MACHINES
    : lines.flatMap(({ category, amount, description }) =>
        category === "compute" && amount.value === null ? [`${resource.name}: ${description}`] : [],
      );

const NO_MACHINES: readonly string[] = [];

const costMeasures = (views: LedgerViews, settings: MeasureInputs["settings"]) => {
  const worse = views.outlooks?.pessimistic;
  const better = views.outlooks?.optimistic;
  const rate = monthlyRateOf(settings).value ?? ZERO;
  const [yearly, years] = [annualRate(rate, "effective"), yearsOf(settings)];
  const asAnnuity = (value: Decimal): Decimal => value.times(capitalRecoveryFactor(yearly, years));
  const annual = derive(
    "equivalent annual cost",
    `${settings.currency}/year`,
    "present value × r(1+r)^N ÷ ((1+r)^N − 1)",
    [
      views.costsPresentValue,
      { name: "yearly rate", value: yearly, unit: "1/year" },
      { name: "horizon", value: years, unit: "years" },
    ],
    asAnnuity,
  );
  const ends = (measure: (outlook: Outlook) => Decimal | null) =>
    better && worse && ([measure(better), measure(worse)] as const);
  return {
    monthlyCost: ranged(
      views.monthlyCost,
      ends(({ monthlyCost }) => monthlyCost),
    ),
    upfrontCost: ranged(
      views.upfrontCost,
      ends(({ costs }) => costs[0] ?? ZERO),
    ),
    tco: ranged(
      views.costs,
      ends(({ costs }) => sum(costs)),
    ),
    tcoPresentValue: ranged(
      views.costsPresentValue,
      ends(({ costs }) => npv(rate, costs)),
    ),
    equivalentAnnualCost: ranged(
      leavingOutAsItsParts(annual),
      ends(({ costs }) => asAnnuity(npv(rate, costs))),
    ),
  };
};

const NOT_PAID_BACK = "not paid back within the horizon";

const returnMeasures = ({ views, settings, absent, hasBenefits }: MeasureInputs, rates: InternalRates) => {
  const { outlooks } = views;
  const monthlyRate = monthlyRateOf(settings);
  const rate = monthlyRate.value ?? ZERO;
  const present = [views.benefitsPresentValue, views.costsPresentValue];
  const nominal = [views.benefits, views.costs];
  const flows = hasBenefits ? [netFlowFigure(views.cashFlow, settings.currency), ...nominal] : nominal;

  /** A measure of the monthly flows, on the expected ones and at both ends of the range. */
  const ofFlows = (
    name: string,
    unit: string,
    formula: string,
    parts: readonly Figure[],
    measure: (flow: CashFlow) => Decimal | null,
    never?: string,
  ): Ranged => {
    if (!hasBenefits) return { expected: unknownFigure(name, unit, NO_BENEFIT) };
    const value = measure(views.cashFlow);
    return ranged(
      leavingOutAsItsParts({ name, unit, formula, inputs: parts, value }),
      outlooks && [measure(outlooks.optimistic.cashFlow), measure(outlooks.pessimistic.cashFlow)],
      never,
    );
  };
  const totalRoi = (flow: CashFlow) => roi(sum(flow.benefits), sum(flow.costs));
  const irrRange = ofFlows("IRR", "1/year", "the rate at which NPV is 0", flows, (flow) =>
    onlyRoot(netOf(flow), settings),
  );
  return {
    monthlyBenefit: ranged(
      views.monthlyBenefit,
      outlooks && [outlooks.pessimistic.monthlyBenefit, outlooks.optimistic.monthlyBenefit],
    ),
    npv: absent
      ? { expected: { name: "NPV", value: ZERO, unit: settings.currency, formula: "nothing stands on this side" } }
      : ofFlows("NPV", settings.currency, "present value of benefits − present value of costs", present, (flow) =>
          npv(rate, netOf(flow)),
        ),
    irr: { ...irrRange, expected: irrFigure(irrRange.expected, rates) },
    mirr: ofFlows(
      "MIRR",
      "1/year",
      "(future value of inflows ÷ −present value of outflows)^(1/n) − 1, both at the discount rate",
      [...flows, monthlyRate],
      (flow) => {
        const monthly = mirr(netOf(flow), rate, rate);
        return monthly && annualRate(monthly, settings.discounting);
      },
    ),
    roi: ofFlows("ROI", "1", "(total benefit − total cost) ÷ total cost", nominal, totalRoi),
    roiAnnualized: ofFlows("ROI per year", "1/year", "(1 + ROI)^(1/years) − 1", nominal, (flow) => {
      const whole = totalRoi(flow);
      return whole && annualisedRoi(whole, yearsOf(settings));
    }),
    paybackMonths: ofFlows(
      "payback",
      "months",
      "from when the summed net flow stays positive",
      flows,
      (flow) => payback(netOf(flow)),
      NOT_PAID_BACK,
    ),
    discountedPaybackMonths: ofFlows(
      "discounted payback",
      "months",
      "from when the summed discounted net flow stays positive",
      [...flows, monthlyRate],
      (flow) => payback(netOf(flow), rate),
      NOT_PAID_BACK,
    ),
  };
};

const internalRatesOf = ({ views, settings, hasBenefits }: MeasureInputs): InternalRates => {
  if (!hasBenefits) return { state: "none", roots: [] };
  const { state, roots } = irr(netOf(views.cashFlow));
  return {
    state,
    roots: roots.map((root, index) => ({
      name: `IRR root ${index + 1}`,
      value: annualRate(root, settings.discounting),
      unit: "1/year",
    })),
  };
};

/** The IRR is a number only where it is the only one; several roots are reported beside it, and MIRR instead. */
const irrFigure = (figure: Figure, { state, roots }: InternalRates): Figure =>
  state === "several"
    ? { ...figure, value: null, inputs: roots, leavesOut: ["several rates make NPV 0: use MIRR or NPV"] }
    : figure;

const onlyRoot = (flows: readonly Decimal[], { discounting }: MeasureInputs["settings"]): Decimal | null => {
  const { state, roots } = irr(flows);
  return state === "unique" && roots[0] ? annualRate(roots[0], discounting) : null;
};

const yearsOf = ({ horizonMonths }: MeasureInputs["settings"]): Decimal =>
  new Decimal(horizonMonths).div(MONTHS_PER_YEAR);
