import { Decimal } from "../../../core/decimal.ts";
import { derive, type Figure, product } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import type { Inputs } from "../../inputs.ts";
import { above, declared, soldBy } from "../../quantities.ts";

/** IOPS of one volume above a number, which have a price of their own. */
interface IopsTier {
  readonly from: number;
  readonly meter: string;
  readonly description: string;
}

const ONE_RATE: readonly IopsTier[] = [{ from: 0, meter: "iops", description: "Provisioned IOPS" }];

/** https://aws.amazon.com/ebs/pricing/ (io2); usage types `EBS:VolumeP-IOPS.io2`, `.io2.tier2` and `.io2.tier3` of the price list. */
const IO2_RATES: readonly IopsTier[] = [
  ...ONE_RATE,
  { from: 32_000, meter: "iops-tier-2", description: "Provisioned IOPS, 32,001 to 64,000" },
  { from: 64_000, meter: "iops-tier-3", description: "Provisioned IOPS, above 64,000" },
];

interface VolumeType {
  readonly title: string;
  /** IOPS that are paid for: all of them, or those above what the type includes. */
  readonly iopsAbove?: number;
  /** Throughput that is included, MB/s. */
  readonly throughputAbove?: number;
  /** Where the rate of its IOPS depends on their number. */
  readonly iopsTiers?: readonly IopsTier[];
  readonly chargesRequests?: boolean;
}

/** EBS volume types and what each charges besides its size: https://aws.amazon.com/ebs/pricing/ */
const TYPES: Readonly<Record<string, VolumeType>> = {
  gp2: { title: "general purpose SSD, gp2" },
  gp3: { title: "general purpose SSD, gp3", iopsAbove: 3000, throughputAbove: 125 },
  io1: { title: "provisioned IOPS SSD, io1", iopsAbove: 0 },
  io2: { title: "provisioned IOPS SSD, io2", iopsAbove: 0, iopsTiers: IO2_RATES },
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
  /** Type where nothing states one; gp2 if absent. */
  readonly defaultType?: string;
  /** Size where nothing states one, GiB, and who says so. */
  readonly defaultSize: { readonly value: number; readonly because: string };
}

/** Where a machine's disk states its size and type. */
export const DISK_PATHS = { size: "volumeSize", type: "volumeType" } as const;

/** What a volume costs: its size, its provisioned IOPS and throughput, its requests. */
export const volumeLines = (
  subject: Subject,
  { inputs, paths, count, part, defaultType = "gp2", defaultSize }: VolumeSpec,
): LineDraft[] => {
  const typeReading = inputs.text(paths.type);
  const name = subject.orAssume(typeReading, defaultType, "volume type");
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
    const charged = above(declared(subject, iops, { name: "IOPS", unit: "IOPS" }), type.iopsAbove);
    for (const { meter, description, share } of byRate(charged, type.iopsTiers ?? ONE_RATE))
      lines.push(line(meter, description, share, "IOPS", meter));
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

/** The IOPS of one volume by rate; whole where one rate covers them, or nobody knows how many they are. */
const byRate = (iops: Figure, tiers: readonly IopsTier[]): readonly (IopsTier & { readonly share: Figure })[] => {
  const reached = tiers.filter(({ from }) => from === 0 || iops.value?.gt(from));
  return reached.map((tier, index) => {
    if (reached.length === 1) return { ...tier, share: iops };
    const upTo = reached[index + 1]?.from;
    const capped = upTo === undefined ? "IOPS" : String(upTo);
    const share = derive("IOPS", "IOPS", `${capped} − ${tier.from}`, [iops], (all) =>
      (upTo === undefined ? all : new Decimal(upTo)).minus(tier.from),
    );
    return { ...tier, share };
  });
};
