import type { Decimal } from "../core/decimal.ts";
import { derive, type Figure, type Source } from "../core/figure.ts";

/** What a formula is given: each input by name with the unit it must have. */
export type Units = Readonly<Record<string, string>>;

export interface FormulaDefinition<Inputs extends Units> {
  /** Kebab-case; the cases of a formula stand in `tests/formulas/workloads/<id>.yaml`. */
  readonly id: string;
  /** Name of the result, as an explanation shows it. */
  readonly title: string;
  readonly unit: string;
  /** The formula for people, in the names of its inputs. */
  readonly expression: string;
  readonly source: Source;
  readonly inputs: Inputs;
  readonly compute: (given: Readonly<Record<keyof Inputs, Decimal>>) => Decimal;
}

export interface Formula<Inputs extends Units> extends FormulaDefinition<Inputs> {
  /**
   * The result as a traced figure; unknown as soon as one input is unknown, or where the formula has no finite value.
   * Throws where an input has another unit than the formula expects: that is a bug of ours.
   */
  readonly of: (given: Readonly<Record<keyof Inputs, Figure>>) => Figure;
}

/** A named formula with its source and typed inputs, ready to be applied to figures. */
export const defineFormula = <const Inputs extends Units>(definition: FormulaDefinition<Inputs>): Formula<Inputs> => {
  const names: readonly (keyof Inputs & string)[] = Object.keys(definition.inputs);
  const of: Formula<Inputs>["of"] = (given) => {
    for (const name of names) {
      if (given[name].unit === definition.inputs[name]) continue;
      throw new Error(`${definition.id}: ${name} is in ${given[name].unit}, not in ${definition.inputs[name]}`);
    }
    const { title, unit, expression, source } = definition;
    const inputs = names.map((name) => given[name]);
    const figure = derive(title, unit, expression, inputs, (...values) =>
      definition.compute(
        Object.fromEntries(names.map((name, at) => [name, values[at]])) as Record<keyof Inputs, Decimal>,
      ),
    );
    if (figure.value === null || figure.value.isFinite()) return { ...figure, source };
    return { ...figure, source, value: null, leavesOut: [`${title}: no finite value`] };
  };
  return Object.freeze({ ...definition, of });
};
