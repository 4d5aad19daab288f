import type { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { PlanResource, Urn } from "./plan.ts";
import type { Price, PriceQuery } from "./price.ts";

/** What a cost is for. Reports group by it; it follows the chain from request to rack. */
export const CATEGORIES = [
  "compute",
  "storage",
  "database",
  "network",
  "security",
  "operations",
  "hardware",
  "power",
  "facility",
  "people",
  "software",
  // Of a resource whose type is not known well enough to say.
  "other",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** When a cost line is paid. */
export type LineSchedule =
  /** Each month, at the month's end. The line's quantity is per month. */
  | { readonly kind: "monthly" }
  /** Bought at the start and again after each life; what it is then worth comes back. The line's quantity is bought once. */
  | {
      readonly kind: "purchase";
      readonly lifeMonths: Figure /** Share of the price that is left after one year, 0 to 1. */;
      readonly residualPerYear: Figure;
      /** The ends of that share and the driver that moves it; absent where nobody says how far it may be off. */
      readonly residualRange?: { readonly driver: string; readonly low: Decimal; readonly high: Decimal };
    }
  /**
   * Paid in advance for a term of whole or part months and amortised over it. It is renewed at the end of each term, as a
   * reservation whose machine runs on; `once` where nothing follows its dates: a capacity block, a job.
   */
  | { readonly kind: "prepaid"; readonly termMonths: Figure; readonly once?: true };

/** Whole months from the start: `from` (0 is the first) up to `until`, which is not among them; to the horizon's end where absent. */
export interface Months {
  readonly from: number;
  readonly until?: number;
}

/** A named driver an amount responds to, and how. DESIGN idea 3. */
export interface DriverUse {
  readonly driver: string;
  readonly shape: /** amount × (x / expected)^exponent */
    | { readonly kind: "power"; readonly exponent: number }
    /** amount × (1 + x)^(t/12), t in months from the start, x a rate per year */
    | { readonly kind: "escalation" }
    /** amount × low or × high at the ends of x's range: a curve of which no more is known than its knots */
    | { readonly kind: "curve"; readonly low: Decimal; readonly high: Decimal };
  /** True for what comes back of an outlay: it moves with the outlay, not against it. A dearer server also sells for more. */
  readonly givenBack?: true;
}

/** How far an amount may go, as factors of what is expected: from half to twice as much is 0.5 to 2. */
export interface Span {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** What may be bought in place of what is expected, and how many of its units do for one. */
export interface Alternative {
  readonly query: PriceQuery;
  readonly units: Decimal;
}

/** What a resource uses and what it would be charged for: a quantity and a question to the price list. */
export interface CostLine {
  /** Stable inside its resource, kebab-case: `instance-hours`. */
  readonly meter: string;
  /** For people: `Linux on-demand p5.48xlarge`. */
  readonly description: string;
  /** The part of the resource it belongs to, where it has parts: `root volume`. */
  readonly part?: string;
  readonly category: Category;
  /** Per month (or once, by schedule). A value of `null` depends on usage that nobody stated, or on an unknown. */
  readonly quantity: Figure;
  readonly unit: string;
  /** True where the quantity comes from usage rather than from the declaration. */
  readonly usageBased: boolean;
  readonly query: PriceQuery;
  /** Bought as spare capacity although its price is asked for as another's: no commitment covers it. */
  readonly spot?: true;
  readonly schedule?: LineSchedule;
  readonly drivers?: readonly DriverUse[];
  /** How far its quantity may go: that of a group which scales. */
  readonly scale?: Span;
  readonly alternatives?: readonly Alternative[];
}

/** Accelerators that a resource brings, for $/GPU-hour and for sharing. */
export interface Capacity {
  readonly accelerator: string;
  /** Accelerators present in a steady month. */
  readonly count: Figure;
  /** Accelerator-hours available in a steady month. */
  readonly hours: Figure;
  /** Average electrical power of the accelerators' servers at the plug, kW; absent where unknown. */
  readonly powerKw?: Figure;
  /** What site and grid make of that power: power usage effectiveness, and g CO2e/kWh; absent where unknown. */
  readonly pue?: Figure;
  readonly gridCarbon?: Figure;
  /** How far its carbon may go with what is stated of site and servers; absent where no range is. */
  readonly carbonSpan?: Span;
}

/** An input that could not be read. `decisive` where it decides the cost (accelerator, instance type, count, region). */
export interface Gap {
  readonly property: string;
  readonly decisive: boolean;
  readonly message: string;
}

/** What the resources stage says of one resource. */
export type Assessment =
  | {
      readonly kind: "lines";
      readonly lines: readonly CostLine[];
      readonly capacity?: Capacity;
      readonly assumptions: readonly string[];
      readonly gaps: readonly Gap[];
      /** Resources whose cost this one already contains: they are never priced again. */
      readonly covers?: readonly Urn[];
    }
  | { readonly kind: "free"; readonly reason: string }
  | { readonly kind: "unsupported"; readonly reason: string };

/** One resource with what was said of it. `compute` where the type runs on accelerators or processors and so decides a GPU cluster's cost. */
export interface AssessedResource {
  readonly resource: PlanResource;
  readonly title: string;
  readonly compute: boolean;
  readonly assessment: Assessment;
}

/** `priced`: at least one line has an amount and none lacks its price. See DESIGN idea 4 for the others. */
export type Status = "priced" | "free" | "usage-dependent" | "unpriced" | "unsupported";

/** A cost line with its rate. `amount` is per month, or once for a purchase or a prepaid term; unknown as its quantity or its rate. */
export interface PricedLine extends CostLine {
  readonly price: Price | null;
  /** What a unit costs in the end (FOCUS: effective): the contracted price, or that of the commitment which covers the line. */
  readonly unitPrice: Figure;
  /** FOCUS' list unit price, where it differs from `contractedUnitPrice`. */
  readonly listUnitPrice?: Figure;
  /** FOCUS' contracted unit price, where it differs from `unitPrice`. */
  readonly contractedUnitPrice?: Figure;
  /** Id of the commitment that covers the line. */
  readonly commitment?: string;
  readonly amount: Figure;
  /** The months for which its price is that of the resource; all where absent. */
  readonly holds?: Months;
  /** How far its cost may go over its alternatives, of those that have a price. */
  readonly choice?: Span;
  /** Which price is missing, and how to give it. */
  readonly missing?: string;
  /** True where what is asked for has a name that no price list knows. */
  readonly misnamed?: true;
}

/** A resource as the price stage leaves it. */
export interface PricedResource {
  readonly resource: PlanResource;
  readonly title: string;
  readonly compute: boolean;
  readonly status: Status;
  /** False where anything of its cost is left out. */
  readonly complete: boolean;
  /** Why it is free, covered or unsupported; which price is missing. */
  readonly reason?: string;
  /** At the prices of the first month, which a steady month is counted at. */
  readonly lines: readonly PricedLine[];
  /** What takes the place of lines that hold for a part of the horizon only; absent where nothing does. */
  readonly later?: readonly PricedLine[];
  readonly capacity?: Capacity;
  readonly assumptions: readonly string[];
  readonly gaps: readonly Gap[];
}
