import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { usageLines } from "../usage-lines.ts";

const SIZES: Readonly<Record<string, string>> = { "mw1.small": "Small", "mw1.medium": "Medium", "mw1.large": "Large" };

/** An Airflow environment: its hours by class, workers and schedulers beside the included, its database. */
export const mwaaEnvironment = defineResource({
  type: "aws:mwaa/environment:Environment",
  title: "Airflow environment",
  source: "https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/",
  usage: {
    additional_workers: { unit: "workers", description: "Workers beside the included, on average." },
    additional_schedulers: { unit: "schedulers", description: "Schedulers beside the included, on average." },
    meta_database_gb: { unit: "GB", description: "Size of the database." },
  },
  cost: (subject) => {
    const { inputs, usage, hoursPerMonth } = subject;
    const name = subject.orAssume(inputs.text("environmentClass"), "mw1.small", "environment class").toLowerCase();
    const size = SIZES[name];
    if (size === undefined)
      throw inputs.error(
        "environmentClass",
        `must be one of ${Object.keys(SIZES).join(", ")}, not ${JSON.stringify(name)}`,
      );
    const line = (meter: string, quantity: LineDraft["quantity"]): LineDraft => ({
      meter,
      description: `${meter.charAt(0).toUpperCase()}${meter.slice(1)} (${size})`,
      category: "operations",
      quantity,
      unit: "hours",
      price: { service: "AmazonMWAA", item: `${meter}/${size.toLowerCase()}` },
    });
    const more = (key: string) => product(key, "hours", [usage.quantity(key, "1"), hoursPerMonth]);
    return {
      lines: [
        line("environment", hoursPerMonth),
        { ...line("worker", more("additional_workers")), usageBased: true },
        { ...line("scheduler", more("additional_schedulers")), usageBased: true },
        ...usageLines(subject, "AmazonMWAA", "operations", [
          { meter: "database", description: "Meta database", usage: "meta_database_gb", unit: "GB", item: "database" },
        ]),
      ],
    };
  },
});
