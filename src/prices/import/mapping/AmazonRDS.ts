import type { OfferRow } from "../offer-row.ts";
import {
  GB_MONTHS,
  HOURS,
  isFee,
  type MappingRule,
  purchaseOf,
  RESERVATIONS,
  requestsBy,
  type ServiceMapping,
} from "./rule.ts";

const ENGINES: Readonly<Record<string, string>> = {
  MySQL: "mysql",
  PostgreSQL: "postgres",
  MariaDB: "mariadb",
  "Aurora MySQL": "aurora-mysql",
  "Aurora PostgreSQL": "aurora-postgresql",
};
/** Editions of engines that AWS rents or licenses by edition. */
const EDITIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Oracle: {
    Standard: "oracle-se",
    "Standard One": "oracle-se1",
    "Standard Two": "oracle-se2",
    Enterprise: "oracle-ee",
  },
  "SQL Server": { Express: "sqlserver-ex", Web: "sqlserver-web", Standard: "sqlserver-se", Enterprise: "sqlserver-ee" },
};
const ZONES: Readonly<Record<string, string>> = {
  "Single-AZ": "single-az",
  "Multi-AZ": "multi-az",
  "Multi-AZ (readable standbys)": "multi-az-cluster",
};
/** How the usage types of storage begin, by how often the data is there. */
const STORED_IN = { "single-az": "", "multi-az": "Multi-AZ-", "multi-az-cluster": "Multi-AZCluster-" } as const;

const engineOf = (row: OfferRow): string | undefined => {
  const engine = ENGINES[row.engine] ?? EDITIONS[row.engine]?.[row.edition];
  return engine !== undefined && row.license === "Bring your own license" ? `${engine}-byol` : engine;
};

const instance = (fee: boolean): MappingRule => ({
  usage: /^(?:InstanceUsage|Multi-AZUsage|Multi-AZClusterUsage):(db\..+)$/,
  where: { family: ["Database Instance"] },
  units: fee ? RESERVATIONS : HOURS,
  unit: fee ? "reservations" : "hours",
  item: (row, [type]) => {
    const engine = engineOf(row);
    const zones = ZONES[row.deployment];
    const purchase = purchaseOf(row, false);
    if (engine === undefined || zones === undefined || purchase === null || isFee(purchase) !== fee) return null;
    return `database/${type}/${engine}/${zones}/${purchase}`;
  },
});

const storage = (
  usage: string,
  type: string,
  meter: string,
  units: MappingRule["units"],
  unit: string,
): readonly MappingRule[] =>
  Object.entries(STORED_IN).map(([zones, prefix]) => ({
    usage: new RegExp(`^RDS:${prefix}${usage}$`),
    // Storage of SQL Server is listed apart from that of all other engines, at the same price in most regions.
    where: { engine: ["Any", ""] },
    units,
    unit,
    item: `storage/${type}/${zones}/${meter}`,
  }));

/** Database instances, their storage and backups. Usage types: AWS price list, offer AmazonRDS. */
export const amazonRds: ServiceMapping = {
  service: "AmazonRDS",
  unitsVerified: true,
  rules: [
    instance(false),
    instance(true),
    ...storage("StorageUsage", "standard", "storage", GB_MONTHS, "GB"),
    ...storage("GP2-Storage", "gp2", "storage", GB_MONTHS, "GB"),
    ...storage("GP3-Storage", "gp3", "storage", GB_MONTHS, "GB"),
    ...storage("PIOPS-Storage", "io1", "storage", GB_MONTHS, "GB"),
    ...storage("PIOPS-Storage-IO2", "io2", "storage", GB_MONTHS, "GB"),
    ...storage("PIOPS", "io1", "iops", { "iops-mo": 1 }, "IOPS"),
    ...storage("GP3-PIOPS", "gp3", "iops", { "iops-mo": 1 }, "IOPS"),
    // One rate for both: a request to a second zone costs nothing more.
    {
      usage: /^RDS:StorageIOUsage$/,
      units: requestsBy(1_000_000, "ios"),
      unit: "1M requests",
      item: "storage/standard/single-az/requests",
    },
    {
      usage: /^RDS:ChargedBackupUsage$/,
      where: { engine: ["Any", ""] },
      units: GB_MONTHS,
      unit: "GB",
      item: "backup/standard",
    },
    {
      usage: /^Aurora:BackupUsage$/,
      where: { engine: ["Any", "Aurora MySQL", ""] },
      units: GB_MONTHS,
      unit: "GB",
      item: "backup/aurora",
    },
  ],
};
