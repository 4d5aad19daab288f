import { z } from "zod";
import { EXCHANGED_CURRENCIES } from "../model/currencies.ts";
import { settingsFields } from "../model/settings.ts";

/** The form of `gates`, which the rules declare for themselves. */
export type GatesSchema = z.ZodType<Record<string, unknown>>;

/**
 * The whole of rackrate.yaml with the gates' own form in it, and what holds between settings. `exchanged` are currencies
 * whose rate another file states.
 */
export const settingsSchemaWith = (gates: GatesSchema, exchanged: readonly string[] = []) =>
  z
    .strictObject({
      ...settingsFields,
      gates: gates
        .prefault({})
        .describe("Limits that a change must keep, by rule. A rule without its limit is not applied."),
    })
    .superRefine(({ currency, prices, benefits }, { addIssue }) => {
      const rates = prices.exchangeRates;
      if (![...EXCHANGED_CURRENCIES, ...exchanged, ...Object.keys(rates)].includes(currency)) {
        addIssue({
          code: "custom",
          path: ["currency"],
          message: "must be a currency with a rate of exchange",
          params: {
            hint: `Known are ${EXCHANGED_CURRENCIES.join(", ")}. For another, state prices.exchangeRates.${currency} with usd (what one ${currency} is worth), asOf and source.`,
          },
        });
      }
      if (rates.USD !== undefined && Number(rates.USD.usd) !== 1) {
        addIssue({
          code: "custom",
          path: ["prices", "exchangeRates", "USD"],
          message: "must not be stated, for each rate says what its currency is worth in USD",
          params: { hint: "To report in EUR, state prices.exchangeRates.EUR with the USD for one euro." },
        });
      }
      const first = new Map<string, number>();
      for (const [index, { id }] of benefits.entries()) {
        const earlier = first.get(id);
        if (earlier === undefined) first.set(id, index);
        else
          addIssue({
            code: "custom",
            path: ["benefits", index, "id"],
            message: `must differ from the id of benefits[${earlier}]`,
          });
      }
    });
