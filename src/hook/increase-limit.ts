/** A limit as the settings of the rule `monthly-increase`. */
export type IncreaseLimit = { readonly max: number } | { readonly maxPercent: number };

const FORM = /^(\d+(?:\.\d+)?)\s*(%?)$/;

/** Reads `5000`, `"5000"` or `"10%"`; `null` where nothing is limited. @throws Error for anything else. */
export const increaseLimit = (given: number | string | undefined): IncreaseLimit | null => {
  if (given === undefined) return null;
  const [, digits, percent] = FORM.exec(String(given).trim()) ?? [];
  if (digits === undefined) {
    throw new Error(
      `previewCosts: maxMonthlyIncrease must be an amount as 5000 or a share as "10%", but it is ${JSON.stringify(given)}.`,
    );
  }
  return percent === "%" ? { maxPercent: Number(digits) } : { max: Number(digits) };
};
