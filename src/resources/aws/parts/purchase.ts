import type { Subject } from "../../define.ts";

/** How machine-hours are bought. Each is a price of its own in the list. */
export type Purchase = "on-demand" | "spot" | "capacity-block";

const TERMS = ["1_year", "3_year"] as const;
const PAYMENTS = ["no_upfront", "partial_upfront", "all_upfront"] as const;
/** How reservations of older generations were paid, by how much they were used. */
const LEGACY_PAYMENTS: ReadonlySet<string> = new Set(["heavy_utilization", "medium_utilization", "light_utilization"]);

/** A reservation that usage states for machines or databases that it covers. */
export interface Reservation {
  /** `reserved-standard-1y-no-upfront`: the end of the price's item. */
  readonly item: string;
  readonly months: number;
  readonly hourly: boolean;
  readonly upfront: boolean;
}

/** Usage keys of a reservation, as teams state them for Infracost. */
export const RESERVATION_USAGE = {
  reserved_instance_type: { unit: "text", description: "standard or convertible" },
  reserved_instance_term: { unit: "text", description: "1_year or 3_year" },
  reserved_instance_payment_option: { unit: "text", description: "no_upfront, partial_upfront or all_upfront" },
} as const;

/** The reservation that usage states, or none. Its upfront fee is a line of its own, spread over the term and never dropped. */
export const reservationOf = (subject: Subject, withClass: boolean): Reservation | null => {
  const term = subject.usage.choice("reserved_instance_term", TERMS);
  if (LEGACY_PAYMENTS.has(subject.usage.text("reserved_instance_payment_option") ?? ""))
    throw subject.usage.error(
      "reserved_instance_payment_option",
      `must be one of ${PAYMENTS.join(", ")}`,
      "Reservations by utilisation are an older offer of AWS, whose prices no list here has: state what it costs under prices.rates.",
    );
  const payment = subject.usage.choice("reserved_instance_payment_option", PAYMENTS);
  const kind = withClass
    ? subject.usage.choice("reserved_instance_type", ["standard", "convertible"] as const)
    : undefined;
  if (term === undefined || payment === undefined || (withClass && kind === undefined)) {
    const open = [
      ...(withClass && kind === undefined ? ["reserved_instance_type"] : []),
      ...(term === undefined ? ["reserved_instance_term"] : []),
      ...(payment === undefined ? ["reserved_instance_payment_option"] : []),
    ];
    if (term !== undefined || payment !== undefined || kind !== undefined)
      subject.assume(`Usage states a reservation without ${open.join(" and ")}: priced as if it stated none.`);
    return null;
  }
  return {
    item: [
      "reserved",
      ...(kind === undefined ? [] : [kind]),
      term.replace("_year", "y"),
      payment.replace("_", "-"),
    ].join("-"),
    months: term === "1_year" ? 12 : 36,
    hourly: payment !== "all_upfront",
    upfront: payment !== "no_upfront",
  };
};
