import { Decimal } from "../../../core/decimal.ts";
import { type Figure, product } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import type { Inputs } from "../../inputs.ts";
import { counted } from "../../quantities.ts";

/** Memory and processors of so many Fargate tasks or pods, by the month of 730 hours that their prices are stated for. */
export const fargateLines = (count: Figure, memoryGb: Figure, vcpus: Figure): LineDraft[] => [
  {
    meter: "memory",
    description: "Memory, per GB",
    category: "compute",
    quantity: product("memory", "GB", [count, memoryGb]),
    unit: "GB",
    price: { service: "AmazonECS", item: "fargate/memory" },
  },
  {
    meter: "vcpu",
    description: "Processors, per vCPU",
    category: "compute",
    quantity: product("vCPUs", "vCPU", [count, vcpus]),
    unit: "vCPU",
    price: { service: "AmazonECS", item: "fargate/vcpu" },
  },
];

const UNITS_PER_VCPU = 1024;
const MB_PER_GB = 1024;

/** A task's processors: `1024`, `1 vCPU`; its memory: `2048`, `2 GB`. */
export const taskSize = (subject: Subject, task: Inputs): { readonly vcpus: Figure; readonly memoryGb: Figure } => ({
  vcpus: sizeOf(subject, task, "cpu", /^([\d.]+)\s*vcpu$/i, UNITS_PER_VCPU, "vCPU"),
  memoryGb: sizeOf(subject, task, "memory", /^([\d.]+)\s*gb$/i, MB_PER_GB, "GB"),
});

const sizeOf = (subject: Subject, task: Inputs, path: string, whole: RegExp, per: number, unit: string): Figure => {
  const reading = task.text(path);
  if (reading.state !== "known") {
    subject.gap(reading.state === "unknown" ? reading : path, `the task's ${path} is not known`, true);
    return { name: path, value: null, unit, leavesOut: [`the task's ${path} is not known`] };
  }
  const inUnits = whole.exec(reading.value.trim())?.[1];
  if (inUnits === undefined && !/^\d+$/.test(reading.value.trim()))
    throw task.error(path, `must be a number as 1024 or a size as 1 ${unit}`);
  return counted(subject, path, inUnits === undefined ? new Decimal(reading.value.trim()).div(per) : inUnits, unit);
};
