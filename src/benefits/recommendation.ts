import { ONE } from "../core/decimal.ts";
import { assumed, product } from "../core/figure.ts";
import { defineBenefit } from "./define-benefit.ts";

/** Further conversions that better recommendations bring, at the value or margin of each. */
export const recommendation = defineBenefit({
  kind: "recommendation",
  label: () => "Conversions gained by recommendations",
  perMonth: (setting, { read, currency, report }) => {
    const baseline = read("baselineConversion", setting.baselineConversion, "conversion before", "1");
    const uplift = read("relativeUplift", setting.relativeUplift, "relative uplift", "1");
    const after = baseline.value?.times(ONE.plus(uplift.value ?? 0));
    if (after?.gt(1)) {
      report(
        {
          severity: "error",
          code: "conversion-above-one",
          message: `The benefit "${setting.id}" lifts conversion to ${after.times(100).toFixed(1)} %, more than every visit.`,
          hint: "relativeUplift is a share of the conversion before: 0.05 turns 2 % into 2.1 %.",
        },
        "relativeUplift",
      );
      return null;
    }
    return product("worth of further conversions", `${currency}/month`, [
      read("visitsPerMonth", setting.visitsPerMonth, "visits", "visits/month"),
      baseline,
      uplift,
      read("valuePerConversion", setting.valuePerConversion, "value of a conversion", `${currency}/conversion`),
      setting.margin === undefined
        ? assumed("margin", 1, "1", "no margin is stated: the whole value of a conversion counts as gain")
        : read("margin", setting.margin, "margin", "1"),
    ]);
  },
});
