import { Decimal } from "../../../core/decimal.ts";
import { type Figure, product } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import { type Inputs, known } from "../../inputs.ts";
import { above, counted, declared } from "../../quantities.ts";

/** Disk that each task has without charge, GB: https://aws.amazon.com/fargate/pricing/ */
const INCLUDED_DISK_GB = 20;

/** What Fargate tasks run on, where it is not Linux on x86 with the included disk. */
export interface FargatePlatform {
  /** The start of the price's item: ARM and Windows have rates of their own. */
  readonly item: "fargate" | "fargate/arm" | "fargate/windows";
  /** Disk of a task, GB, where one is stated. */
  readonly diskGb?: Figure;
}

/** Memory, processors and larger disks of so many Fargate tasks or pods, by the month of 730 hours that their prices are stated for. */
export const fargateLines = (
  count: Figure,
  memoryGb: Figure,
  vcpus: Figure,
  { item, diskGb }: FargatePlatform = { item: "fargate" },
): LineDraft[] => {
  const line = (meter: string, description: string, each: Figure, unit: string, price: string): LineDraft => ({
    meter,
    description,
    category: "compute",
    quantity: product(each.name, unit, [count, each]),
    unit,
    price: { service: "AmazonECS", item: price },
  });
  const lines = [
    line("memory", "Memory, per GB", { ...memoryGb, name: "memory" }, "GB", `${item}/memory`),
    line("vcpu", "Processors, per vCPU", { ...vcpus, name: "vCPUs" }, "vCPU", `${item}/vcpu`),
  ];
  const larger = diskGb && (diskGb.value === null || diskGb.value.gt(INCLUDED_DISK_GB));
  if (larger)
    lines.push(
      line(
        "ephemeral-storage",
        "Ephemeral storage above the included",
        above(diskGb, INCLUDED_DISK_GB),
        "GB",
        "fargate/ephemeral-storage",
      ),
    );
  return lines;
};

/** Lines of Fargate Spot: its rate changes and no list has it, so that it is priced as Fargate, but no commitment covers it. */
export const onSpot = (subject: Subject, lines: readonly LineDraft[]): LineDraft[] => {
  subject.assume("Priced as Fargate: Fargate Spot costs up to 70 % less, at a rate that changes.");
  return lines.map((line) => ({ ...line, spot: true }));
};

/** What a task definition asks to run on. */
export const platformOf = (subject: Subject, task: Inputs): FargatePlatform => {
  const disk = task.quantity("ephemeralStorage.sizeInGib");
  const windows = known(task.text("runtimePlatform.operatingSystemFamily"), "LINUX").startsWith("WINDOWS");
  const arm = known(task.text("runtimePlatform.cpuArchitecture"), "X86_64") === "ARM64";
  return {
    item: windows ? "fargate/windows" : arm ? "fargate/arm" : "fargate",
    ...(disk.state !== "absent" && { diskGb: declared(subject, disk, { name: "disk", unit: "GB" }) }),
  };
};

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
