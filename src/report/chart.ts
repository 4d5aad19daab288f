import { notationOf } from "../core/currency.ts";
import { type Decimal, ZERO } from "../core/decimal.ts";
import { countedMonths } from "../core/period.ts";
import type { Estimate } from "../model/estimate.ts";
import type { CashFlow } from "../model/ledger.ts";
import { type Html, html } from "./html-tag.ts";
import { money } from "./money.ts";

const WIDTH = 760;
const HEIGHT = 240;
const MARGIN = { top: 16, right: 16, bottom: 28, left: 92 };

/** One line of the chart: the running sum of benefits less costs, month by month. */
interface Series {
  readonly label: string;
  readonly kind: "before" | "after";
  readonly values: readonly Decimal[];
}

/** Benefits less costs, summed from the start to each month. */
export const cumulative = ({ costs, benefits }: CashFlow): readonly Decimal[] => {
  let sum = ZERO;
  return costs.map((cost, month) => {
    sum = sum.plus(benefits[month] ?? ZERO).minus(cost);
    return sum;
  });
};

/** Round steps of 1, 2, 2.5 or 5 times a power of ten that cut a span into about `count` parts. */
const niceStep = (span: number, count: number): number => {
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw) ?? 10;
  return factor * power;
};

const ticks = (low: number, high: number): readonly number[] => {
  const step = niceStep(high - low, 5);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.max(0, Math.floor(high / step) - first + 1) }, (_, at) => (first + at) * step);
};

const MILLION = 1e6;

/** Axis labels are short: `$1.5M`, `$200k`. */
const axisMoney = (value: number, currency: string): string => {
  const size = Math.abs(value);
  const [divisor, suffix] = size >= MILLION ? [MILLION, "M"] : size >= 1000 ? [1000, "k"] : [1, ""];
  const digits = Number((size / divisor).toPrecision(3)).toString();
  const sign = value < 0 ? "−" : "";
  return `${sign}${notationOf(currency).sign}${digits}${suffix}`;
};

const seriesOf = ({ before, after, plan }: Estimate): readonly Series[] => {
  const all: readonly Series[] = [
    { label: "before", kind: "before", values: cumulative(before.cashFlow) },
    { label: "after", kind: "after", values: cumulative(after.cashFlow) },
  ];
  return all.filter(({ kind }) => plan[kind].completeness !== "absent");
};

/** The cumulative cash flow of both sides as inline SVG, readable without colour and without script. */
export const cashFlowChart = (estimate: Estimate): Html | null => {
  const series = seriesOf(estimate);
  const numbers = series.flatMap(({ values }) => values.map((value) => value.toNumber()));
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const months = Math.max(1, ...series.map(({ values }) => values.length - 1));
  if (series.length === 0 || low === high) return null;
  const x = (month: number): number => MARGIN.left + (month / months) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number): number =>
    MARGIN.top + ((high - value) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const at = (position: number): string => position.toFixed(1);
  const path = ({ values }: Series): string =>
    values.map((value, month) => `${month === 0 ? "M" : "L"}${at(x(month))},${at(y(value.toNumber()))}`).join("");
  const monthStep = Math.max(1, Math.ceil(months / 12 / 6)) * Math.min(12, Math.max(1, Math.ceil(months / 6)));
  const monthTicks = Array.from({ length: Math.floor(months / monthStep) + 1 }, (_, index) => index * monthStep);
  const currency = estimate.settings.currency;
  const ends = series
    .map(({ label, values }) => `${label} ${money(values[values.length - 1] ?? ZERO, currency)}`)
    .join(", ");
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Cumulative cash flow after ${countedMonths(months)}: ${ends}">
${ticks(low, high).map((value) => html`<line class="${value === 0 ? "zero" : "grid"}" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${at(y(value))}" y2="${at(y(value))}"/><text class="axis" x="${MARGIN.left - 8}" y="${at(y(value) + 4)}" text-anchor="end">${axisMoney(value, currency)}</text>`)}
${monthTicks.map((month) => html`<text class="axis" x="${at(x(month))}" y="${HEIGHT - 8}" text-anchor="${month === months ? "end" : "middle"}">${month === 0 ? "start" : `${month} mo`}</text>`)}
${series.map((line) => html`<path class="flow ${line.kind}" d="${path(line)}"/>`)}
</svg>`;
};
