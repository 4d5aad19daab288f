import type { Decimal } from "../core/decimal.ts";
import { countedMonths } from "../core/period.ts";
import type { Estimate, Measure, SideEstimate } from "../model/estimate.ts";
import { money, number, percent, signed, UNKNOWN_TEXT } from "./money.ts";

/** How a measure is called and written. `higherIs` colours a change; `earns` needs benefits to mean anything. */
interface MeasureForm {
  readonly label: (estimate: Estimate) => string;
  readonly kind: "money" | "share" | "months" | "mass";
  readonly higherIs: "better" | "worse";
  readonly earns?: true;
}

const horizon = ({ settings }: Estimate): string => countedMonths(settings.horizonMonths);

const MEASURE_FORMS: Readonly<Record<Measure, MeasureForm>> = {
  monthlyCost: { label: () => "Monthly cost", kind: "money", higherIs: "worse" },
  upfrontCost: { label: () => "Upfront cost", kind: "money", higherIs: "worse" },
  tco: { label: (estimate) => `Total cost, ${horizon(estimate)}`, kind: "money", higherIs: "worse" },
  tcoPresentValue: { label: () => "Total cost, present value", kind: "money", higherIs: "worse" },
  equivalentAnnualCost: { label: () => "Equivalent annual cost", kind: "money", higherIs: "worse" },
  monthlyBenefit: { label: () => "Monthly benefit", kind: "money", higherIs: "better" },
  npv: { label: () => "Net present value", kind: "money", higherIs: "better", earns: true },
  irr: { label: () => "Internal rate of return", kind: "share", higherIs: "better", earns: true },
  mirr: { label: () => "Modified rate of return", kind: "share", higherIs: "better", earns: true },
  roi: { label: () => "Return on investment", kind: "share", higherIs: "better", earns: true },
  roiAnnualized: { label: () => "Return, annualized", kind: "share", higherIs: "better", earns: true },
  paybackMonths: { label: () => "Payback", kind: "months", higherIs: "worse", earns: true },
  discountedPaybackMonths: { label: () => "Payback, discounted", kind: "months", higherIs: "worse", earns: true },
  costPerGpuHour: { label: () => "Cost per GPU-hour", kind: "money", higherIs: "worse" },
  costPerMillionInputTokens: { label: () => "Per million input tokens", kind: "money", higherIs: "worse" },
  costPerMillionOutputTokens: { label: () => "Per million output tokens", kind: "money", higherIs: "worse" },
  carbonKg: { label: (estimate) => `Carbon, ${horizon(estimate)}`, kind: "mass", higherIs: "worse" },
};

const TONNE_KG = 1000;

/** A measure's value as people read it. */
const measureText = (measure: Measure, value: Decimal | null, currency: string): string => {
  if (value === null) return UNKNOWN_TEXT;
  switch (MEASURE_FORMS[measure].kind) {
    case "money":
      return money(value, currency);
    case "share":
      return percent(value);
    case "months":
      return countedMonths(number(value.toDecimalPlaces(1)));
    case "mass":
      return value.abs().gte(TONNE_KG) ? `${number(value.div(TONNE_KG))} t CO₂e` : `${number(value)} kg CO₂e`;
  }
};

/** A measure's value on the after side, as people read it. */
export const valueText = ({ after, settings }: Estimate, measure: Measure): string =>
  measureText(measure, after.measures[measure].expected.value, settings.currency);

/** The change of a measure with its sign; empty where nothing changes. */
const measureChange = (measure: Measure, delta: Decimal | null, currency: string): string =>
  delta === null ? "" : signed(delta, (value) => changeText(measure, value, currency));

/** A change of a share is told in percentage points. */
const changeText = (measure: Measure, value: Decimal, currency: string): string =>
  measureText(measure, value, currency).replace("%", " pp");

/** One row of a summary, ready to be laid out. */
export interface SummaryRow {
  readonly measure: Measure;
  readonly name: string;
  /** The name, with a star where a side leaves something out. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  /** The range of the after side: `$1.2 to $1.4`. */
  readonly range: string;
  /** What must be known to read the value: several rates, or none. */
  readonly note: string;
  readonly effect: "better" | "worse" | "none";
}

/** True where either side earns anything, so that a return can be spoken of. */
export const hasBenefits = (estimate: Estimate): boolean =>
  [estimate.before, estimate.after].some((side) => side.ledger.entries.some(({ kind }) => kind === "benefit"));

/** The order of reports is the order of the forms. */
const SHOWN = Object.keys(MEASURE_FORMS) as Measure[];

const noteOf = (measure: Measure, { after, settings }: Estimate): string => {
  if (measure === "irr") {
    const { state, roots } = after.internalRates;
    if (state === "several") return `several: ${roots.map((root) => percent(root.value)).join(", ")}`;
    if (state !== "none") return "";
    return leavesOut(after, "npv") ? "none in what is known" : "none: the cash flow never turns";
  }
  const { expected } = after.measures[measure];
  if (expected.value !== null) return "";
  const never = MEASURE_FORMS[measure].kind === "months" ? `not within ${countedMonths(settings.horizonMonths)}` : "";
  if (expected.formula === "sum") return "nothing of it is known";
  return expected.leavesOut?.[0] ?? never;
};

/** `$1.20 to $1.40`, `10.5 months to never`; a unit that both ends have stands once. */
const rangeText = (low: string, high: string): string => {
  const unit = / [^\d]+$/.exec(high)?.[0] ?? "";
  return `${unit !== "" && low.endsWith(unit) ? low.slice(0, -unit.length) : low} to ${high}`;
};

/** True where a measure is only of what is known: a cost is then the least that it can be, and a return the most. */
export const leavesOut = ({ measures }: SideEstimate, measure: Measure): boolean => {
  const { value, leavesOut: left = [] } = measures[measure].expected;
  return value !== null && left.length > 0;
};

/** Stands behind a figure that leaves something out. */
export const STAR = " *";

/** The measures worth a row: those with a value on a side, returns only where something is earned. */
export const summaryRows = (estimate: Estimate): readonly SummaryRow[] => {
  const { before, after, delta, settings } = estimate;
  const earns = hasBenefits(estimate);
  const isShown = (measure: Measure): boolean => {
    const values = [before, after].map((side) => side.measures[measure].expected.value);
    const isKnown = values.some((value) => value !== null);
    if (measure === "monthlyBenefit") return earns;
    if (measure === "mirr") return earns && isKnown && after.internalRates.state !== "unique";
    if (MEASURE_FORMS[measure].earns) return earns;
    if (measure === "upfrontCost") return values.some((value) => value !== null && !value.isZero());
    return measure === "monthlyCost" || measure === "tco" || isKnown;
  };
  return SHOWN.filter(isShown).map((measure) => {
    const text = (value: Decimal | null): string => measureText(measure, value, settings.currency);
    const { expected, range } = after.measures[measure];
    const difference = delta[measure].value;
    const { higherIs, label } = MEASURE_FORMS[measure];
    const isOpen = leavesOut(before, measure) || leavesOut(after, measure);
    return {
      measure,
      name: label(estimate),
      label: `${label(estimate)}${isOpen ? STAR : ""}`,
      before: text(before.measures[measure].expected.value),
      after: text(expected.value),
      change: measureChange(measure, difference, settings.currency),
      range: range ? rangeText(text(range.low.value), range.high.value ? text(range.high.value) : "never") : "",
      note: noteOf(measure, estimate),
      effect:
        difference === null || difference.isZero()
          ? "none"
          : difference.isPositive() === (higherIs === "better")
            ? "better"
            : "worse",
    };
  });
};
