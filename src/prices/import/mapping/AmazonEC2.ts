import {
  GB,
  GB_MONTHS,
  HOURS,
  isFee,
  type MappingRule,
  purchaseOf,
  RESERVATIONS,
  requestsBy,
  type ServiceMapping,
} from "./rule.ts";

const SYSTEMS: Readonly<Record<string, string>> = { Linux: "linux", Windows: "windows", RHEL: "rhel", SUSE: "suse" };
/** Names of volume types that differ from those of the API. */
const VOLUMES: Readonly<Record<string, string>> = { piops: "io1", "": "standard" };

const machine = (fee: boolean): MappingRule => ({
  usage: /^(?:BoxUsage|DedicatedUsage)(?::.+)?$/,
  where: {
    family: ["Compute Instance", "Compute Instance (bare metal)"],
    license: ["No License required", "License Included", "", "NA"],
    capacity: ["Used"],
    os: Object.keys(SYSTEMS),
    tenancy: ["Shared", "Dedicated"],
    preinstalled: ["NA"],
  },
  units: fee ? RESERVATIONS : HOURS,
  unit: fee ? "reservations" : "hours",
  item: (row) => {
    const purchase = purchaseOf(row, true);
    if (purchase === null || isFee(purchase) !== fee || row.instanceType === "") return null;
    return `instance/${row.instanceType}/${SYSTEMS[row.os]}/${row.tenancy.toLowerCase()}/${purchase}`;
  },
});

const volume = (usage: RegExp, meter: string, unit: string, units: MappingRule["units"]): MappingRule => ({
  usage,
  units,
  unit,
  item: (_, [type = ""]) => `volume/${VOLUMES[type] ?? type}/${meter}`,
});

/** Machines, volumes, snapshots and NAT gateways. Usage types: AWS price list, offer AmazonEC2 of 2025-09. */
export const amazonEc2: ServiceMapping = {
  service: "AmazonEC2",
  unitsVerified: true,
  keep: {
    tenancy: ["Shared", "Dedicated", "", "NA"],
    os: [...Object.keys(SYSTEMS), "", "NA"],
    preinstalled: ["NA", ""],
    capacity: ["Used", "", "NA"],
    market: ["OnDemand", ""],
  },
  rules: [
    machine(false),
    machine(true),
    volume(/^EBS:VolumeUsage(?:\.(gp2|gp3|piops|io2|st1|sc1))?$/, "storage", "GB", GB_MONTHS),
    volume(/^EBS:VolumeP-IOPS\.(gp3|piops|io2)$/, "iops", "IOPS", { "iops-mo": 1 }),
    // io2 has a rate for each range of IOPS of a volume, each a usage type of its own.
    {
      usage: /^EBS:VolumeP-IOPS\.io2\.(tier[23])$/,
      units: { "iops-mo": 1 },
      unit: "IOPS",
      item: (_, [tier = ""]) => `volume/io2/iops-${tier.replace("tier", "tier-")}`,
    },
    // gp3 throughput is listed by the GiB/s and asked for by the MiB/s.
    volume(/^EBS:VolumeP-Throughput\.(gp3)$/, "throughput", "MB/s", { "gibps-mo": 1 / 1024, "mibps-mo": 1 }),
    volume(/^EBS:VolumeIOUsage$/, "requests", "1M requests", requestsBy(1_000_000, "ios")),
    { usage: /^EBS:SnapshotUsage$/, units: GB_MONTHS, unit: "GB", item: "snapshot/storage" },
    {
      usage: /^EBS:FastSnapshotRestore$/,
      units: { ...HOURS, "dsu-hours": 1 },
      unit: "DSU-hours",
      item: "snapshot/fast-restore",
    },
    {
      usage: /^EBS:directAPI\.snapshot\.List$/,
      units: requestsBy(1000),
      unit: "1k requests",
      item: "snapshot/list-blocks",
    },
    {
      usage: /^EBS:directAPI\.snapshot\.(Get|Put)$/,
      units: { snapshotapiunits: 1000 },
      unit: "1k SnapshotAPIUnits",
      item: (_, [way = ""]) => `snapshot/${way.toLowerCase()}-block`,
    },
    {
      usage: /^CPUCredits:(\w+)$/,
      units: { "vcpu-hours": 1 },
      unit: "vCPU-hours",
      item: (row, [family]) => (row.os === "Linux" ? `cpu-credits/${family}` : null),
    },
    { usage: /^EBSOptimized:(.+)$/, units: HOURS, unit: "hours", item: (_, [type]) => `ebs-optimized/${type}` },
    { usage: /^NatGateway-Hours$/, units: HOURS, unit: "hours", item: "nat-gateway/hours" },
    { usage: /^NatGateway-Bytes$/, units: GB, unit: "GB", item: "nat-gateway/data-processed" },
  ],
};
