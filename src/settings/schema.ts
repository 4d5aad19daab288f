import { z } from "zod";
import { type StatedNumber, settingsFields } from "../model/settings.ts";

/** The form of `gates`, which the rules declare for themselves. */
export type GatesSchema = z.ZodType<Record<string, unknown>>;

const expectedOf = (stated: StatedNumber): number => (typeof stated === "number" ? stated : stated.value);

/** The whole of rackrate.yaml with the gates' own form in it, and what holds between settings. */
export const settingsSchemaWith = (gates: GatesSchema) =>
  z
    .strictObject({
      ...settingsFields,
      gates: gates
        .prefault({})
        .describe("Limits that a change must keep, by rule. A rule without its limit is not applied."),
    })
    .superRefine(({ facility, benefits }, { addIssue }) => {
      if (facility.pue !== undefined && expectedOf(facility.pue) < 1) {
        addIssue({
          code: "custom",
          path: ["facility", "pue"],
          message: "must be at least 1 (all power over the power of the computers)",
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
