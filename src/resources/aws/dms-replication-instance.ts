import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { above, declared } from "../quantities.ts";

/** Storage that an instance brings, GB: more with the C4 and R classes. Source: https://aws.amazon.com/dms/pricing/ */
const INCLUDED_GB = 50;
const INCLUDED_GB_LARGE = 100;

/** A replication instance: its hours by class and zones, and storage above the included. */
export const dmsReplicationInstance = defineResource({
  type: "aws:dms/replicationInstance:ReplicationInstance",
  title: "Replication instance",
  source: "https://aws.amazon.com/dms/pricing/",
  cost: (subject) => {
    const { inputs } = subject;
    const zones = subject.orAssume(inputs.flag("multiAz"), false, "multi az") ? "multi-az" : "single-az";
    const reading = inputs.text("replicationInstanceClass");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "replicationInstanceClass", "the class is not known", true);
    const name = known(reading, "dms.unknown").replace(/^dms\./, "");
    const lines: LineDraft[] = [
      {
        meter: "instance-hours",
        description: `Instance (${name})`,
        category: "database",
        quantity: subject.hoursPerMonth,
        unit: "hours",
        price: { service: "AWSDatabaseMigrationSvc", item: `instance-class/${name}/${zones}` },
      },
    ];
    const included = /^(c|r)/.test(name) ? INCLUDED_GB_LARGE : INCLUDED_GB;
    const size = inputs.quantity("allocatedStorage");
    if (size.state === "unknown" || (size.state === "known" && size.value.gt(included))) {
      lines.push({
        meter: "storage",
        description: "Storage (general purpose SSD, gp2)",
        category: "database",
        quantity: above(declared(subject, size, { name: "storage", unit: "GB" }), included),
        unit: "GB",
        price: { service: "AWSDatabaseMigrationSvc", item: `storage/gp2/${zones}` },
      });
    }
    return { lines };
  },
});
