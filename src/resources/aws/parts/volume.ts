import { type Figure, product } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import type { Inputs } from "../../inputs.ts";
import { above, declared, soldBy } from "../../quantities.ts";

interface VolumeType {
  readonly title: string;
  /** IOPS that are paid for: all of them, or those above what the type includes. */
  readonly iopsAbove?: number;
  /** Throughput that is included, MB/s. */
  readonly throughputAbove?: number;
  readonly chargesRequests?: boolean;
}

/** EBS volume types and what each charges besides its size: https://aws.amazon.com/ebs/pricing/ */
const TYPES: Readonly<Record<string, VolumeType>> = {
  gp2: { title: "general purpose SSD, gp2" },
  gp3: { title: "general purpose SSD, gp3", iopsAbove: 3000, throughputAbove: 125 },
  io1: { title: "provisioned IOPS SSD, io1", iopsAbove: 0 },
  io2: { title: "provisioned IOPS SSD, io2", iopsAbove: 0 },
  st1: { title: "throughput optimized HDD, st1" },
  sc1: { title: "cold HDD, sc1" },
  standard: { title: "magnetic", chargesRequests: true },
};

/** A volume, or as many equal ones as there are machines. */
export interface VolumeSpec {
  readonly inputs: Inputs;
  /** Where size and type stand: `volumeSize` in a machine's disk, `size` in a volume of its own, `diskSize` in a node group. */
  readonly paths: { readonly size: string; readonly type: string };
  readonly count: Figure;
  readonly part?: string;
  /** Size where nothing states one, GiB, and who says so. */
  readonly defaultSize: { readonly value: number; readonly because: string };
}

/** Where a machine's disk states its size and type. */
export const DISK_PATHS = { size: "volumeSize", type: "volumeType" } as const;

/** What a volume costs: its size, its provisioned IOPS and throughput, its requests. */
export const volumeLines = (subject: Subject, { inputs, paths, count, part, defaultSize }: VolumeSpec): LineDraft[] => {
  const typeReading = inputs.text(paths.type);
  const name = subject.orAssume(typeReading, "gp2", "volume type");
  const type = TYPES[name];
  if (type === undefined)
    throw inputs.error(paths.type, `must be one of ${Object.keys(TYPES).join(", ")}, not ${JSON.stringify(name)}`);
  const line = (meter: string, description: string, quantity: Figure, unit: string, item: string): LineDraft => ({
    meter: part === undefined ? meter : `${part.replaceAll(/[^a-z0-9]+/gi, "-")}-${meter}`,
    description,
    ...(part !== undefined && { part }),
    category: "storage",
    quantity: product(quantity.name, unit, [count, quantity]),
    unit,
    price: { service: "AmazonEC2", item: `volume/${name}/${item}` },
  });

  const lines = [
    line(
      "storage",
      `Storage (${type.title})`,
      declared(subject, inputs.quantity(paths.size), { name: "volume size", unit: "GB", otherwise: defaultSize }),
      "GB",
      "storage",
    ),
  ];
  const iops = inputs.quantity("iops");
  if (
    type.iopsAbove !== undefined &&
    iops.state !== "absent" &&
    (iops.state === "unknown" || iops.value.gt(type.iopsAbove))
  ) {
    lines.push(
      line(
        "iops",
        "Provisioned IOPS",
        above(declared(subject, iops, { name: "IOPS", unit: "IOPS" }), type.iopsAbove),
        "IOPS",
        "iops",
      ),
    );
  }
  const throughput = inputs.quantity("throughput");
  if (
    type.throughputAbove !== undefined &&
    throughput.state !== "absent" &&
    (throughput.state === "unknown" || throughput.value.gt(type.throughputAbove))
  ) {
    const excess = above(declared(subject, throughput, { name: "throughput", unit: "MB/s" }), type.throughputAbove);
    lines.push(line("throughput", "Provisioned throughput", excess, "MB/s", "throughput"));
  }
  if (type.chargesRequests) {
    const requests = soldBy(
      subject.usage.quantity("monthly_standard_io_requests", "requests"),
      1_000_000,
      "1M requests",
    );
    lines.push({
      ...line("requests", "I/O requests", requests, "1M requests", "requests"),
      quantity: requests,
      usageBased: true,
    });
  }
  return lines;
};
