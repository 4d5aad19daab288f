import { z } from "zod";
import { countedMonths } from "../core/period.ts";
import { type Notation, quantity } from "./amount.ts";
import { judgeCeiling } from "./ceiling.ts";
import { defineRule, NOT_APPLICABLE } from "./define-rule.ts";

const kilograms: Notation = quantity("kg CO2e");

/** A budget for the greenhouse gases of the accelerators' electricity. */
export const carbon = defineRule({
  id: "carbon",
  title: "Carbon",
  description: "The accelerators' electricity causes at most `maxKg` of CO2 equivalent over the horizon.",
  severity: "low",
  settings: z.strictObject({
    maxKg: z.number().nonnegative().optional().describe("Kilograms of CO2 equivalent over the whole horizon."),
  }),
  check: (subject, { maxKg }) =>
    maxKg === undefined
      ? NOT_APPLICABLE
      : judgeCeiling(subject, {
          what: `The carbon of ${countedMonths(subject.settings.horizonMonths)}`,
          figure: subject.after.measures.carbonKg.expected,
          max: maxKg,
          notation: kilograms,
          hint: "Choose a region or site with a cleaner grid, or raise gates.carbon.maxKg in rackrate.yaml.",
        }),
});
