import { GB_MONTHS, HOURS, type MappingRule, type ServiceMapping } from "./rule.ts";

/** By the usage type of instances, and by how the attribute of storage says it. */
const ZONES = { InstanceUsg: "single-az", "Multi-AZUsg": "multi-az" } as const;
const STORED_IN = { Single: "single-az", Multiple: "multi-az" } as const;

/**
 * Replication instances and their storage. Usage types: AWS price list, offer AWSDatabaseMigrationSvc, and the AWS Billing
 * guide to the free tier; attributes of storage as Infracost's dms_replication_instance.go matches them.
 */
export const awsDatabaseMigrationSvc: ServiceMapping = {
  service: "AWSDatabaseMigrationSvc",
  rules: [
    ...Object.entries(ZONES).map(
      ([code, zones]): MappingRule => ({
        usage: new RegExp(`^${code}:dms\\.(.+)$`),
        units: HOURS,
        unit: "hours",
        item: (row, [type]) => (row.termType === "Reserved" ? null : `instance-class/${type}/${zones}`),
      }),
    ),
    ...Object.entries(STORED_IN).map(
      ([value, zones]): MappingRule => ({
        usage: /./,
        where: { storageMedia: ["SSD"], zone: [value], instanceType: [""] },
        units: GB_MONTHS,
        unit: "GB",
        item: `storage/gp2/${zones}`,
      }),
    ),
  ],
};
