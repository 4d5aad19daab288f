import type { Category } from "../model/cost.ts";
import { defineResource, type LineDraft, type ResourceDefinition } from "./define.ts";
import { counted } from "./quantities.ts";
import { type UsageLine, usageKeys, usageLines } from "./usage-lines.ts";

/** A line that is there whatever the declaration says: every hour of the month, or a number of months or things. */
interface FixedLine {
  readonly meter: string;
  readonly description: string;
  readonly unit: string;
  readonly item: string;
  readonly quantity: "every-hour" | number;
}

/** A type whose lines do not depend on how it is declared: a table and nothing else. */
export interface SimpleDefinition {
  readonly type: string;
  readonly title: string;
  /** The page that says how it is charged. */
  readonly source: string;
  /** AWS service code. */
  readonly service: string;
  readonly category: Category;
  readonly fixed?: readonly FixedLine[];
  readonly usage?: readonly (UsageLine & { readonly about?: string })[];
}

/** A definition from its tables. */
export const defineSimple = ({
  service,
  category,
  fixed = [],
  usage = [],
  ...about
}: SimpleDefinition): ResourceDefinition =>
  defineResource({
    ...about,
    ...(usage.length > 0 && {
      usage: usageKeys(usage.map((row) => ({ ...row, description: row.about ?? row.description }))),
    }),
    cost: (subject) => ({
      lines: [
        ...fixed.map(
          ({ item, quantity, ...row }): LineDraft => ({
            ...row,
            category,
            quantity: quantity === "every-hour" ? subject.hoursPerMonth : counted(subject, row.unit, quantity),
            price: { service, item },
          }),
        ),
        ...usageLines(subject, service, category, usage),
      ],
    }),
  });
