import { assumed, derive, type Figure } from "../../../core/figure.ts";
import type { Capacity } from "../../../model/cost.ts";
import type { Accelerator } from "../../../model/hardware.ts";
import type { Subject } from "../../define.ts";

const EPOCH = { title: "epoch-research/training-cost-trends cost_analysis_standalone.py", asOf: "2026-04-01" };
const AMAZON = { title: "https://sustainability.aboutamazon.com/environment/the-cloud/asdi", asOf: "2025" };

const serverPerChip = (factor: string): Figure =>
  assumed("server per chip", factor, "1", "power of a server for each watt of its accelerators", EPOCH);

/** Power of a whole server for each watt of its accelerators, by the start of the accelerator's name. */
const SERVER_PER_CHIP: readonly (readonly [start: string, factor: Figure])[] = [
  ["H100", serverPerChip("1.8214")],
  ["A100", serverPerChip("2.0312")],
  ["V100", serverPerChip("1.6667")],
];
const OTHER_SERVERS = serverPerChip("1.8");
const AVERAGE_LOAD = assumed("average load", "0.75", "share", "average draw of GPU servers, of their maximum", EPOCH);
const AWS_PUE = assumed("power usage effectiveness", "1.14", "1", "AWS's global average of 2025", AMAZON);
const WATTS_PER_KW = 1000;

type Energy = Pick<Capacity, "powerKw" | "pue" | "gridCarbon">;

/**
 * What the servers of accelerators draw on average over the month, what AWS's sites make of it, and the grid's carbon.
 * AWS publishes none of it by machine, so that each factor is a named assumption; nothing where the chip's power is not
 * published.
 */
export const energyOf = (subject: Subject, accelerator: Accelerator | null, hours: Figure): Energy => {
  if (accelerator === null || accelerator.tdpWatts === null) return {};
  const { name, tdpWatts, source } = accelerator;
  const server = SERVER_PER_CHIP.find(([start]) => name.startsWith(start))?.[1] ?? OTHER_SERVERS;
  const chip = assumed(`power limit of ${name}`, tdpWatts, "W", `${name} draws ${tdpWatts} W`, source);
  const gridCarbon = subject.region === null ? null : subject.hardware.gridCarbon(subject.region);
  return {
    powerKw: derive(
      "average power of the servers",
      "kW",
      "accelerator-hours ÷ hours per month × power limit × server per chip × load ÷ 1000",
      [hours, subject.hoursPerMonth, chip, server, AVERAGE_LOAD],
      (used, month, watts, whole, share) => used.div(month).times(watts).times(whole).times(share).div(WATTS_PER_KW),
    ),
    pue: AWS_PUE,
    ...(gridCarbon && { gridCarbon }),
  };
};
