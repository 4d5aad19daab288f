import { isCurrency } from "../core/currency.ts";
import type { Figure } from "../core/figure.ts";
import { singular } from "./line-text.ts";
import { money, number, percent, unitRate } from "./money.ts";

const CURRENCY_UNIT = /^([A-Z]{3})(\/.+)?$/;

/** `$262,080 / month`, `$1.006 / hour`, `8,760 hours`, `12.5% / year`. */
export const figureText = ({ value, unit }: Figure): string => {
  if (value === null) return `unknown${unit === "1" ? "" : ` (${unit})`}`;
  const [, currency = "", per = ""] = CURRENCY_UNIT.exec(unit) ?? [];
  if (isCurrency(currency)) {
    if (per === "" || per === "/month" || per === "/year") return `${money(value, currency)}${per.replace("/", " / ")}`;
    return `${unitRate(value, currency)} / ${singular(per.slice(1))}`;
  }
  if (unit === "1/year") return `${percent(value)} / year`;
  if (unit === "1" || unit === "") return number(value);
  return `${number(value)} ${(value.eq(1) ? singular(unit) : unit).replace("/", " / ")}`;
};
