import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { above, declared } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** https://docs.aws.amazon.com/mwaa/latest/userguide/environment-class.html */
const SIZES: Readonly<Record<string, string>> = {
  "mw1.micro": "Micro",
  "mw1.small": "Small",
  "mw1.medium": "Medium",
  "mw1.large": "Large",
  "mw1.xlarge": "Xlarge",
  "mw1.2xlarge": "2xlarge",
};
/** What the price of an environment holds. Source: https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/ */
const INCLUDED_WORKERS = 1;
const INCLUDED_SCHEDULERS = 2;

/** An Airflow environment: its hours by class, workers and schedulers beside the included, its database. */
export const mwaaEnvironment = defineResource({
  type: "aws:mwaa/environment:Environment",
  title: "Airflow environment",
  source: "https://aws.amazon.com/managed-workflows-for-apache-airflow/pricing/",
  usage: {
    additional_workers: {
      unit: "workers",
      description: "Workers beside the included, on average; the program's least number where absent.",
    },
    additional_schedulers: {
      unit: "schedulers",
      description: "Schedulers beside the included, on average; those of the program where absent.",
    },
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
    const more = (meter: string, key: string, property: string, included: number): LineDraft => {
      const reading = inputs.count(property);
      const asked = !usage.has(key) && reading.state === "known" && reading.value.gt(included);
      const count = asked
        ? above(declared(subject, reading, { name: property, unit: "1" }), included)
        : usage.quantity(key, "1");
      return { ...line(meter, product(key, "hours", [count, hoursPerMonth])), usageBased: !asked };
    };
    return {
      lines: [
        line("environment", hoursPerMonth),
        more("worker", "additional_workers", "minWorkers", INCLUDED_WORKERS),
        more("scheduler", "additional_schedulers", "schedulers", INCLUDED_SCHEDULERS),
        ...usageLines(subject, "AmazonMWAA", "operations", [
          { meter: "database", description: "Meta database", usage: "meta_database_gb", unit: "GB", item: "database" },
        ]),
      ],
    };
  },
});
