import { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import type { PlanResource } from "../../model/plan.ts";
import type { LineDraft, Subject } from "../define.ts";
import { above, declared, soldBy } from "../quantities.ts";
import { inherited } from "./parts/inherited.ts";

interface StorageType {
  readonly title: string;
  /** IOPS that are paid for. */
  readonly iops?: "all" | "above-baseline";
}

const TYPES: Readonly<Record<string, StorageType>> = {
  gp2: { title: "general purpose SSD, gp2" },
  gp3: { title: "general purpose SSD, gp3", iops: "above-baseline" },
  io1: { title: "provisioned IOPS SSD, io1", iops: "all" },
  io2: { title: "provisioned IOPS SSD, io2", iops: "all" },
  standard: { title: "magnetic" },
};

const DEFAULT_SIZE = { value: 20, because: "Nothing states the storage: 20 GB, the least of gp2." };

/** Least GB of provisioned IOPS storage; SQL Server takes less. Source: RDS User Guide, "Provisioned IOPS SSD storage". */
const LEAST_PROVISIONED_GB = 100;
const LEAST_PROVISIONED_GB_SQL_SERVER = 20;

/** RDS User Guide, "Provisioned IOPS SSD storage": no engine takes less. */
const LEAST_IOPS = 1000;
const DEFAULT_IOPS = { value: LEAST_IOPS, because: "RDS asks for at least 1,000 IOPS." };

/** gp3 brings 3,000 IOPS, and 12,000 from 400 GB on (200 GB for Oracle). Source: RDS User Guide, "gp3 storage". */
const baseline = (gb: number, engine: string): number => {
  if (engine.startsWith("sqlserver")) return 3000;
  return gb >= (engine.startsWith("oracle") ? 200 : 400) ? 12_000 : 3000;
};

/** What a database instance's storage costs; a replica has as much as its source where it says nothing. A second zone doubles it, which its price holds already. */
export const rdsStorageLines = (
  subject: Subject,
  engine: string,
  multiAz: boolean,
  source: PlanResource | undefined,
): LineDraft[] => {
  const { inputs } = subject;
  const iops = inputs.quantity("iops");
  const name = subject.orAssume(
    inputs.text("storageType"),
    iops.state === "unknown" || (iops.state === "known" && iops.value.gt(0)) ? "io1" : "gp2",
    "storage type",
  );
  const type = TYPES[name];
  if (type === undefined) {
    if (name.startsWith("aurora")) return [];
    throw inputs.error("storageType", `must be one of ${Object.keys(TYPES).join(", ")}, not ${JSON.stringify(name)}`);
  }
  const zones = multiAz ? "multi-az" : "single-az";
  const stated = inherited(subject, source, (read) => read.quantity("allocatedStorage"));
  const allocated = declared(subject, stated, {
    name: "storage",
    unit: "GB",
    otherwise: DEFAULT_SIZE,
  });
  const least = engine.startsWith("sqlserver") ? LEAST_PROVISIONED_GB_SQL_SERVER : LEAST_PROVISIONED_GB;
  const size =
    type.iops === "all"
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
  if (type.iops === "all") {
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
  const included = baseline(size.value?.toNumber() ?? 0, engine);
  if (
    type.iops === "above-baseline" &&
    iops.state !== "absent" &&
    (iops.state === "unknown" || iops.value.gt(included))
  ) {
    const excess = above(declared(subject, iops, { name: "IOPS", unit: "IOPS" }), included);
    lines.push(
      line("iops", `Provisioned GP3 IOPS (above ${included.toLocaleString("en-US")})`, excess, "IOPS", "iops"),
    );
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
