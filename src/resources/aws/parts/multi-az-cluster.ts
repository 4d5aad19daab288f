import type { LineDraft, Subject } from "../../define.ts";
import { known } from "../../inputs.ts";
import { usageLines, whereStated } from "../../usage-lines.ts";
import { rdsStorageLines } from "../rds-storage.ts";
import { insightLines } from "./performance-insights.ts";
import { supportLines } from "./rds-support.ts";

/** A writer and two readers that can take its place, each with a copy of the data: RDS User Guide, "Multi-AZ DB cluster deployments". */
const INSTANCES = 3;
const ENGINES: ReadonlySet<string> = new Set(["mysql", "postgres"]);

/** Whether a cluster is RDS's own of three instances, which its class or an engine other than Aurora tells. */
export const isMultiAzCluster = ({ inputs }: Subject): boolean => {
  const engine = inputs.value("engine");
  if (engine.state === "known") return typeof engine.value === "string" && ENGINES.has(engine.value);
  return inputs.value("dbClusterInstanceClass").state !== "absent";
};

/** What a Multi-AZ DB cluster costs: AWS has one price for its three instances, and one for its three copies of the data. */
export const multiAzClusterLines = (subject: Subject): LineDraft[] => {
  const { inputs, hoursPerMonth } = subject;
  const engine = subject.orAssume(inputs.text("engine"), "mysql", "engine");
  const reading = inputs.text("dbClusterInstanceClass");
  if (reading.state !== "known")
    subject.gap(
      reading.state === "unknown" ? reading : "dbClusterInstanceClass",
      "the instance class is not known",
      true,
    );
  const name = known(reading, "unknown");
  const hours: LineDraft = {
    meter: "instance-hours",
    description: `Multi-AZ DB cluster (on-demand, ${INSTANCES} instances, ${name})`,
    category: "database",
    quantity: hoursPerMonth,
    unit: "hours",
    price: { service: "AmazonRDS", item: `database/${name}/${engine}/multi-az-cluster/on-demand` },
  };
  const backup = {
    meter: "backup",
    description: "Additional backup storage",
    usage: "additional_backup_storage_gb",
    unit: "GB",
    item: "backup/standard",
  };
  return [
    hours,
    ...rdsStorageLines(subject, { engine, zones: "multi-az-cluster", defaultType: "io1" }),
    ...usageLines(subject, "AmazonRDS", "database", whereStated(subject, [backup])),
    ...insightLines(subject, name, INSTANCES),
    ...supportLines(subject, engine, name, INSTANCES),
  ];
};
