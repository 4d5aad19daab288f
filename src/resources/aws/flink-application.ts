import { derive } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { counted } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** A stream application: processing units, one more to direct a Flink application, and what it keeps. */
export const flinkApplication = defineResource({
  type: "aws:kinesisanalyticsv2/application:Application",
  title: "Flink application",
  source: "https://aws.amazon.com/managed-service-apache-flink/pricing/",
  usage: {
    kinesis_processing_units: { unit: "KPU", description: "Processing units, on average." },
    durable_application_backup_gb: { unit: "GB", description: "Durable backups that are kept." },
  },
  cost: (subject) => {
    const flink = subject
      .orAssume(subject.inputs.text("runtimeEnvironment"), "", "runtime environment")
      .startsWith("FLINK");
    const service = "AmazonKinesisAnalytics";
    const units = {
      meter: "processing",
      description: "Processing (stream)",
      usage: "kinesis_processing_units",
      unit: "KPU",
      item: "processing-unit",
    };
    const lines: LineDraft[] = usageLines(subject, service, "compute", [units]);
    if (!flink) return { lines };
    lines.push(
      {
        meter: "orchestration",
        description: "Processing (orchestration)",
        category: "compute",
        quantity: counted(subject, "orchestration", 1, "KPU"),
        unit: "KPU",
        price: { service, item: "processing-unit" },
      },
      {
        meter: "running-storage",
        description: "Running storage",
        category: "storage",
        quantity: derive(
          "running storage",
          "GB",
          `KPU × ${GB_PER_UNIT} GB`,
          [subject.usage.quantity("kinesis_processing_units", "KPU")],
          (kpu) => kpu.times(GB_PER_UNIT),
        ),
        unit: "GB",
        usageBased: true,
        price: { service, item: "running-storage" },
      },
      ...usageLines(subject, service, "storage", [
        { meter: "backup", description: "Backup", usage: "durable_application_backup_gb", unit: "GB", item: "backup" },
      ]),
    );
    return { lines };
  },
});

/** Running storage of each processing unit: https://aws.amazon.com/managed-service-apache-flink/pricing/ */
const GB_PER_UNIT = 50;
