import { z } from "zod";
import { decimal } from "../core/decimal.ts";
import { against, type Notation, quantity } from "./amount.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";

const DAY_MS = 86_400_000;
const days: Notation = quantity("days", "day");

/** How old the prices may be that an estimate rests on. */
export const priceListAge = defineRule({
  id: "price-list-age",
  title: "Age of prices",
  description: "No price that was used is older than `maxDays`.",
  severity: "low",
  settings: z.strictObject({
    maxDays: z.number().nonnegative().optional().describe("Days from the date of the oldest price to today."),
  }),
  check: ({ priceList }, { maxDays }, today) => {
    if (maxDays === undefined || priceList.oldest === null) return NOT_APPLICABLE;
    const age = decimal((Date.parse(today) - Date.parse(priceList.oldest)) / DAY_MS);
    const limit = decimal(maxDays);
    if (age.lte(limit)) return [];
    const shown = against(age, limit, days);
    return [
      {
        message: `The oldest price is of ${priceList.oldest} and so ${shown.measured} old, more than ${shown.limit}.`,
        ...shown,
        hint: "Bring the price list up to date, or raise gates.price-list-age.maxDays in rackrate.yaml.",
      },
    ];
  },
});
