import type { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { Category, DriverUse } from "./cost.ts";
import type { Urn } from "./plan.ts";

/** What a benefit is earned by. */
export const BENEFIT_CATEGORIES = [
  "tokens",
  "avoided-downtime",
  "automated-operations",
  "recommendation",
  "other",
] as const;
export type BenefitCategory = (typeof BENEFIT_CATEGORIES)[number];

/** When an entry's amount falls due, in months from the start (t = 0 is the day of deployment; a month is paid at its end). */
export type Schedule =
  | { readonly kind: "once"; readonly month: number }
  /** Every month `from`…`to` (inclusive; to the horizon's end where absent), growing linearly to its full amount over `rampMonths`. */
  | { readonly kind: "monthly"; readonly from: number; readonly to?: number; readonly rampMonths: number };

/**
 * One line of the ledger. Costs and benefits are both positive amounts, told apart by `kind`; what a machine is still
 * worth at its end is a cost with a negative amount. All measures are views of these.
 */
export interface LedgerEntry {
  /** `<urn>#<meter>`, or `benefit#<id>`. */
  readonly id: string;
  readonly kind: "cost" | "benefit";
  readonly urn: Urn | null;
  readonly label: string;
  readonly category: Category | BenefitCategory;
  /** Currency per occurrence; `null` is unknown. */
  readonly amount: Figure;
  /** Its part of a steady month: the amount itself if monthly, the amortised part if paid in advance; absent where it has none. */
  readonly steadyMonth?: Figure;
  readonly schedule: Schedule;
  readonly drivers: readonly DriverUse[];
  /** What its steady month responds to, where that is not what its amount does. */
  readonly steadyDrivers?: readonly DriverUse[];
}

/** A driver with its range: what the world may do to the ledger. Factors for powers, rates per year for escalations. */
export interface Driver {
  readonly name: string;
  readonly expected: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
  /** True for the size of a group, with which what it earns changes too. */
  readonly ofSize?: true;
}

export interface Ledger {
  readonly currency: string;
  readonly horizonMonths: number;
  readonly entries: readonly LedgerEntry[];
  readonly drivers: readonly Driver[];
}

/** Costs and benefits month by month, t = 0 … horizon: each array has horizonMonths + 1 places. */
export interface CashFlow {
  readonly costs: readonly Decimal[];
  readonly benefits: readonly Decimal[];
}

/**
 * Which values of the drivers a ledger is weighed with: the expected ones, or the ends of their ranges that make it worse
 * or better. Groups keep their expected size in both, since what they earn would change with it; in `dearest` and
 * `cheapest`, which are of costs alone, they do not.
 */
export type Scenario = "expected" | "pessimistic" | "optimistic" | "dearest" | "cheapest";

/** One way the months may go. */
export interface Outlook {
  /** With every group at its expected size. */
  readonly cashFlow: CashFlow;
  /** Month by month, with every group at an end of its range. */
  readonly costs: readonly Decimal[];
  /** The same in a steady month; `null` where nothing of it is known. */
  readonly monthlyCost: Decimal | null;
  /** A steady month with every group at its expected size: what the accelerators that are counted on cost. */
  readonly monthlyCostAtSize: Decimal | null;
  readonly monthlyBenefit: Decimal | null;
}

/** The ledger's own views, each a figure down to its entries, that all measures are taken from. */
export interface LedgerViews {
  readonly monthlyCost: Figure;
  readonly monthlyBenefit: Figure;
  readonly upfrontCost: Figure;
  readonly costs: Figure;
  readonly costsPresentValue: Figure;
  readonly benefits: Figure;
  readonly benefitsPresentValue: Figure;
  readonly cashFlow: CashFlow;
  /** Absent where no driver has a range. */
  readonly outlooks?: { readonly pessimistic: Outlook; readonly optimistic: Outlook };
}
