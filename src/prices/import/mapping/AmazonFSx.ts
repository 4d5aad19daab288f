import { GB_MONTHS, type MappingRule, type ServiceMapping } from "./rule.ts";

/** MB/s per TiB of each generation of persistent SSD storage: FSx for Lustre User Guide, "Deployment options". */
const PERSISTENT = { "persistent-1": "50|100|200", "persistent-2": "125|250|500|1000" } as const;
const ZONES = { "Single-AZ": "single-az", "Multi-AZ": "multi-az" } as const;

/** Provisioned throughput and IOPS, in units that the list writes by the month. */
const MBPS = { "mibps-mo": 1, "mbps-mo": 1 };
const IOPS = { "iops-mo": 1 };

/**
 * Lustre. Scratch storage has the plain usage type, persistent one its throughput. HDD and Intelligent-Tiering are not taken,
 * since it was nowhere found how they are listed.
 */
const lustre: readonly MappingRule[] = [
  { usage: /^BackupUsage$/, where: { fileSystem: ["Lustre"] }, units: GB_MONTHS, unit: "GB", item: "lustre/backup" },
  {
    usage: /^Storage$/,
    where: { fileSystem: ["Lustre"], storageType: ["SSD"] },
    units: GB_MONTHS,
    unit: "GB",
    item: "lustre/scratch/ssd",
  },
  ...Object.entries(PERSISTENT).map(
    ([deployment, throughputs]): MappingRule => ({
      usage: new RegExp(`^Storage\\.SSD\\.(${throughputs})$`),
      where: { fileSystem: ["Lustre"], storageType: ["SSD"] },
      units: GB_MONTHS,
      unit: "GB",
      item: (_, [throughput]) => `lustre/${deployment}/ssd-${throughput}`,
    }),
  ),
  {
    usage: /^MetadataIOPS$/,
    where: { fileSystem: ["Lustre"], family: ["Provisioned IOPS"] },
    units: IOPS,
    unit: "IOPS",
    item: "lustre/metadata-iops",
  },
];

/** OpenZFS of the first single-zone generation, which is what our items mean. */
const openZfs: readonly MappingRule[] = [
  { usage: /^BackupUsage$/, where: { fileSystem: ["OpenZFS"] }, units: GB_MONTHS, unit: "GB", item: "openzfs/backup" },
  {
    usage: /./,
    where: { fileSystem: ["OpenZFS"], family: ["Storage"], deployment: ["Single-AZ"], storageType: ["SSD"] },
    units: GB_MONTHS,
    unit: "GB",
    item: "openzfs/storage",
  },
  {
    usage: /./,
    where: { fileSystem: ["OpenZFS"], family: ["Provisioned Throughput"], deployment: ["Single-AZ"] },
    units: MBPS,
    unit: "MB/s",
    item: "openzfs/throughput",
  },
  {
    usage: /./,
    where: { fileSystem: ["OpenZFS"], family: ["Provisioned IOPS"], deployment: ["Single-AZ"] },
    units: IOPS,
    unit: "IOPS",
    item: "openzfs/iops",
  },
];

const windows = ([deployment, zones]: readonly [string, string]): readonly MappingRule[] => {
  const where = { fileSystem: ["Windows"], deployment: [deployment] };
  return [
    {
      usage: /BackupUsage/,
      where: { ...where, family: ["Storage"] },
      units: GB_MONTHS,
      unit: "GB",
      item: `windows/${zones}/backup`,
    },
    {
      usage: /^Storage/,
      where: { ...where, family: ["Storage"], storageType: ["SSD", "HDD"] },
      units: GB_MONTHS,
      unit: "GB",
      item: (row) => `windows/${zones}/${row.storageType.toLowerCase()}`,
    },
    {
      usage: /./,
      where: { ...where, family: ["Provisioned Throughput"] },
      units: MBPS,
      unit: "MB/s",
      item: `windows/${zones}/throughput`,
    },
  ];
};

/**
 * File systems of three kinds. Rows: AWS price list, offer AmazonFSx, as public cost reports of 2026 quote them (Lustre) and as
 * Infracost's fsx_openzfs_file_system.go and fsx_windows_file_system.go match them.
 */
export const amazonFsx: ServiceMapping = {
  service: "AmazonFSx",
  rules: [...lustre, ...openZfs, ...Object.entries(ZONES).flatMap(windows)],
};
