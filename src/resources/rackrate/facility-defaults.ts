import type { Source } from "../../core/figure.ts";

/** What is taken for a physical figure of a data centre that nobody states, with where it comes from. */
export interface FacilityDefault {
  readonly value: string;
  readonly unit: string;
  /** Read after the figure's name: `1.56, the average of …`. */
  readonly what: string;
  readonly source: Source;
}

const EPOCH: Source = { title: "epoch-research/training-cost-trends cost_analysis_standalone.py", asOf: "2026-04-01" };
const CALCULATOR: Source = {
  title: "calculatorhub.com/tools/data-center-roi-calculator (undated, as seen)",
  asOf: "2026-11-24",
};

/** Physical and accounting defaults of a data centre of one's own; prices have theirs in the price list. */
export const FACILITY_DEFAULTS = {
  pue: {
    value: "1.56",
    unit: "1",
    what: "the average that data centres reported to the Uptime Institute in 2024",
    source: { title: "Uptime Institute survey 2024, as in GreenAlgorithms defaults_PUE.csv", asOf: "2024" },
  },
  load: {
    value: "0.75",
    unit: "share",
    what: "the average draw of GPU servers in training clusters, of their maximum",
    source: EPOCH,
  },
  refreshMonths: {
    value: "60",
    unit: "months",
    what: "the lifetime of servers bought since 2023",
    source: { ...EPOCH, title: `${EPOCH.title} get_server_lifetime()` },
  },
  residualPerYear: {
    value: "0.7244",
    unit: "share/year",
    what: "prices per performance fall by 0.14 orders of magnitude a year",
    source: EPOCH,
  },
  networkShare: {
    value: "0.19",
    unit: "share",
    what: "the interconnect's share of what a training cluster costs",
    source: EPOCH,
  },
  ftePer100Servers: { value: "1", unit: "FTE per 100 servers", what: "a weak secondary figure", source: CALCULATOR },
  buildingLifeMonths: {
    value: "240",
    unit: "months",
    what: "twenty years, an assumption of ours",
    source: { title: "rackrate: no dated source was found", asOf: "2026-11-24" },
  },
} as const satisfies Readonly<Record<string, FacilityDefault>>;
