import { z } from "zod";
import { defineRule, NOT_APPLICABLE, type Observation } from "./define-rule.ts";
import { DECIDE_OTHERWISE, nameOf, undecidedResource, weigh } from "./undecided.ts";

/** The words of a name: `H100-SXM5-80GB` is h100, sxm5, 80gb. */
const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[a-z0-9.]+/g) ?? [];

/** True where the words of one name stand together in the other: `H100` is in `H100-SXM5-80GB`, `L4` is not in `L40S`. */
const isIn = (name: string, accelerator: string): boolean =>
  ` ${wordsOf(accelerator).join(" ")} `.includes(` ${wordsOf(name).join(" ")} `);

/** Which accelerators may be bought or rented. */
export const allowedAccelerators = defineRule({
  id: "allowed-accelerators",
  title: "Allowed accelerators",
  description: "Every accelerator (GPU or AI chip) is one of `allow`.",
  severity: "high",
  settings: z.strictObject({
    allow: z
      .array(z.string().regex(/[A-Za-z0-9]/, "must name an accelerator"))
      .optional()
      .describe("Accelerators by name or part of it: H100, A100-SXM4-80GB, Trainium2. An empty list allows none."),
  }),
  check: ({ after, settings }, { allow }) => {
    if (allow === undefined) return NOT_APPLICABLE;
    const limit = allow.length > 0 ? allow.join(", ") : "none";
    return after.resources.flatMap((priced): readonly Observation[] => {
      const { urn } = priced.resource;
      const accelerator = priced.capacity?.accelerator;
      if (accelerator !== undefined) {
        if (allow.some((name) => isIn(name, accelerator))) return [];
        return [
          {
            message: `${nameOf(priced)} uses ${accelerator}, which is not allowed (${limit}).`,
            measured: accelerator,
            limit,
            urn,
            hint: "Choose an instance type or server with an allowed accelerator, or add it to gates.allowed-accelerators.allow.",
          },
        ];
      }
      const open = priced.compute ? undecidedResource(priced) : null;
      if (open === null) return [];
      const message = `It is not known which accelerators are used: ${open.message}.`;
      return weigh(settings.onUnknown.decisive, { message, measured: null, limit, urn, hint: DECIDE_OTHERWISE });
    });
  },
});
