import { GB_MONTHS, HOURS, type ServiceMapping } from "./rule.ts";

const SIZES: readonly string[] = ["Micro", "Small", "Medium", "Large"];
const PARTS: readonly string[] = ["Environment", "Worker", "Scheduler"];

/** Managed Airflow. Attributes and usage types: AWS price list, offer AmazonMWAA, as Infracost's mwaa_environment.go matches them. */
export const amazonMwaa: ServiceMapping = {
  service: "AmazonMWAA",
  rules: [
    { usage: /^Airflow-StandardDatabaseStorage$/, units: GB_MONTHS, unit: "GB", item: "database" },
    {
      usage: /^Airflow-/,
      where: { size: SIZES, type: PARTS },
      units: HOURS,
      unit: "hours",
      item: (row) => `${row.type.toLowerCase()}/${row.size.toLowerCase()}`,
    },
  ],
};
