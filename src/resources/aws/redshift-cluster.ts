import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, declared, hoursOf } from "../quantities.ts";
import { type UsageLine, usageLines } from "../usage-lines.ts";

/** A Redshift cluster: hours of its nodes, managed storage of RA3 nodes, and what queries use beside. */
export const redshiftCluster = defineResource({
  type: "aws:redshift/cluster:Cluster",
  title: "Redshift cluster",
  source: "https://aws.amazon.com/redshift/pricing/",
  usage: {
    managed_storage_gb: { unit: "GB", description: "Data in managed storage." },
    excess_concurrency_scaling_secs: {
      unit: "node-seconds",
      description: "Seconds of concurrency scaling beyond the free hour a day.",
    },
    spectrum_data_scanned_tb: { unit: "TB", description: "Data that Spectrum scans in a month." },
    backup_storage_gb: { unit: "GB", description: "Backups beyond the included." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const reading = inputs.text("nodeType");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "nodeType", "the node type is not known", true);
    const type = known(reading, "unknown");
    const nodes = declared(subject, inputs.count("numberOfNodes"), {
      name: "nodes",
      unit: "nodes",
      otherwise: { value: 1, because: "No number of nodes is stated: one." },
    });
    // The number of nodes is that of one zone: Redshift Management Guide, "Setting up Multi-AZ deployment".
    const zones = subject.orAssume(inputs.flag("multiAz"), false, "Multi-AZ") ? 2 : 1;
    const hours: LineDraft = {
      meter: "node-hours",
      description: `Cluster usage (on-demand, ${type})`,
      category: "database",
      quantity: hoursOf(subject, product("nodes", "nodes", [nodes, counted(subject, "zones", zones, "1")])),
      unit: "hours",
      price: { service: "AmazonRedshift", item: `node/${type}/on-demand` },
    };
    const managed: UsageLine = {
      meter: "managed-storage",
      description: `Managed storage (${type})`,
      usage: "managed_storage_gb",
      unit: "GB",
      item: `managed-storage/${type}`,
    };
    const others: readonly UsageLine[] = [
      {
        meter: "concurrency-scaling",
        description: `Concurrency scaling (${type})`,
        usage: "excess_concurrency_scaling_secs",
        unit: "node-seconds",
        item: `concurrency-scaling/${type}`,
      },
      { meter: "spectrum", description: "Spectrum", usage: "spectrum_data_scanned_tb", unit: "TB", item: "spectrum" },
      { meter: "backup", description: "Backup storage", usage: "backup_storage_gb", unit: "GB", item: "backup" },
    ];
    return {
      lines: [
        hours,
        ...usageLines(subject, "AmazonRedshift", "database", type.startsWith("ra3") ? [managed, ...others] : others),
      ],
    };
  },
});
