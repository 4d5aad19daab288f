import { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import type { PlanResource } from "../../model/plan.ts";
import type { LineDraft, Subject } from "../define.ts";
import type { Reading } from "../inputs.ts";
import { above, counted, declared, soldBy } from "../quantities.ts";
import { inherited } from "./parts/inherited.ts";

interface StorageType {
  readonly title: string;
  /** Whether all IOPS are paid for. */
  readonly provisioned?: true;
}

const TYPES: Readonly<Record<string, StorageType>> = {
  gp2: { title: "general purpose SSD, gp2" },
  gp3: { title: "general purpose SSD, gp3" },
  io1: { title: "provisioned IOPS SSD, io1", provisioned: true },
  io2: { title: "provisioned IOPS SSD, io2", provisioned: true },
  standard: { title: "magnetic" },
};

const DEFAULT_SIZE = { value: 20, because: "Nothing states the storage: 20 GB, the least of gp2." };

/** Least GB of provisioned IOPS storage; SQL Server takes less. Source: RDS User Guide, "Provisioned IOPS SSD storage". */
const LEAST_PROVISIONED_GB = 100;
const LEAST_PROVISIONED_GB_SQL_SERVER = 20;

/** RDS User Guide, "Provisioned IOPS SSD storage": no engine takes less. */
const LEAST_IOPS = 1000;
/** A dedicated log volume always has this size. Source: RDS User Guide, "Using a dedicated log volume (DLV)". */
const LOG_VOLUME = { gb: 1024, iops: 3000 } as const;
const DEFAULT_IOPS = { value: LEAST_IOPS, because: "RDS asks for at least 1,000 IOPS." };

/**
 * gp3 brings 3,000 IOPS and 125 MB/s, and 12,000 IOPS and 500 MB/s from 400 GB on (200 GB for Oracle; never for SQL
 * Server). Source: RDS User Guide, "gp3 storage".
 */
const included = (gb: number, engine: string): { readonly iops: number; readonly throughput: number } => {
  const striped = !engine.startsWith("sqlserver") && gb >= (engine.startsWith("oracle") ? 200 : 400);
  return striped ? { iops: 12_000, throughput: 500 } : { iops: 3000, throughput: 125 };
};

/** The database whose storage it is. */
export interface Stored {
  readonly engine: string;
  /** How often the data is there, which the price holds already. */
  readonly zones: "single-az" | "multi-az" | "multi-az-cluster";
  /** The database that it is a replica of: it has as much where it says nothing itself. */
  readonly source?: PlanResource | undefined;
  /** The storage type where nothing tells it. */
  readonly defaultType?: string;
}

/** What the storage of a database costs. */
export const rdsStorageLines = (
  subject: Subject,
  { engine, zones, source, defaultType = "gp2" }: Stored,
): LineDraft[] => {
  const { inputs } = subject;
  const iops = inputs.quantity("iops");
  const name = subject.orAssume(
    inputs.text("storageType"),
    iops.state === "unknown" || (iops.state === "known" && iops.value.gt(0)) ? "io1" : defaultType,
    "storage type",
  );
  const type = TYPES[name];
  if (type === undefined) {
    if (name.startsWith("aurora")) return [];
    throw inputs.error("storageType", `must be one of ${Object.keys(TYPES).join(", ")}, not ${JSON.stringify(name)}`);
  }
  const stated = inherited(subject, source, (read) => read.quantity("allocatedStorage"));
  const allocated = declared(subject, stated, {
    name: "storage",
    unit: "GB",
    otherwise: DEFAULT_SIZE,
  });
  const least = engine.startsWith("sqlserver") ? LEAST_PROVISIONED_GB_SQL_SERVER : LEAST_PROVISIONED_GB;
  const size = type.provisioned
    ? derive("storage", "GB", `max(${least}, stated)`, [allocated], (gb) => Decimal.max(gb, least))
    : allocated;
  const line = (meter: string, description: string, quantity: Figure, unit: string, item: string): LineDraft => ({
    meter,
    description,
    category: "database",
    quantity,
    unit,
    price: { service: "AmazonRDS", item: `storage/${name}/${zones}/${item}` },
  });
  const lines = [line("storage", `Storage (${type.title})`, size, "GB", "storage")];
  if (type.provisioned) {
    lines.push(
      line(
        "iops",
        "Provisioned IOPS",
        derive(
          "IOPS",
          "IOPS",
          `max(${LEAST_IOPS}, stated)`,
          [declared(subject, iops, { name: "IOPS", unit: "IOPS", otherwise: DEFAULT_IOPS })],
          (stated) => Decimal.max(stated, LEAST_IOPS),
        ),
        "IOPS",
        "iops",
      ),
    );
  }
  if (type.provisioned && subject.orAssume(inputs.flag("dedicatedLogVolume"), false, "dedicated log volume")) {
    lines.push(
      line("log-storage", "Dedicated log volume", counted(subject, "log volume", LOG_VOLUME.gb, "GB"), "GB", "storage"),
      line("log-iops", "IOPS of the log volume", counted(subject, "IOPS", LOG_VOLUME.iops), "IOPS", "iops"),
    );
  }
  if (name === "gp3") {
    const base = included(size.value?.toNumber() ?? 0, engine);
    if (exceeds(iops, base.iops)) {
      const excess = above(declared(subject, iops, { name: "IOPS", unit: "IOPS" }), base.iops);
      lines.push(
        line("iops", `Provisioned GP3 IOPS (above ${base.iops.toLocaleString("en-US")})`, excess, "IOPS", "iops"),
      );
    }
    const throughput = inputs.quantity("storageThroughput");
    if (exceeds(throughput, base.throughput)) {
      const excess = above(declared(subject, throughput, { name: "throughput", unit: "MB/s" }), base.throughput);
      lines.push(
        line("throughput", `Provisioned GP3 throughput (above ${base.throughput} MB/s)`, excess, "MB/s", "throughput"),
      );
    }
  }
  if (name === "standard") {
    const requests = soldBy(
      subject.usage.quantity("monthly_standard_io_requests", "requests"),
      1_000_000,
      "1M requests",
    );
    lines.push({ ...line("requests", "I/O requests", requests, "1M requests", "requests"), usageBased: true });
  }
  return lines;
};

/** What is not known may exceed everything. */
const exceeds = (reading: Reading<Decimal>, included: number): boolean =>
  reading.state === "unknown" || (reading.state === "known" && reading.value.gt(included));
