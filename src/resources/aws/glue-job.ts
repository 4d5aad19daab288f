import { type Figure, product } from "../../core/figure.ts";
import { defineResource } from "../define.ts";
import { counted, declared } from "../quantities.ts";

/** Data processing units of a worker, by type. Source: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-jobs-job.html */
const DPUS: Readonly<Record<string, number>> = {
  "G.025X": 0.25,
  "G.1X": 1,
  "G.2X": 2,
  "G.4X": 4,
  "G.8X": 8,
  Standard: 1,
};

/** A job: data processing units for the hours that it runs. */
export const glueJob = defineResource({
  type: "aws:glue/job:Job",
  title: "Glue job",
  source: "https://aws.amazon.com/glue/pricing/",
  usage: { monthly_hours: { unit: "hours", description: "Hours that it runs in a month." } },
  cost: (subject) => {
    const { inputs } = subject;
    const worker = subject.orAssume(inputs.text("workerType"), "", "worker type");
    const workers = inputs.count("numberOfWorkers");
    const dpus: Figure =
      worker !== "" && workers.state !== "absent"
        ? product("DPUs", "DPUs", [
            declared(subject, workers, { name: "workers", unit: "workers" }),
            counted(subject, `DPUs of a ${worker} worker`, DPUS[worker] ?? 1, "DPUs"),
          ])
        : declared(subject, inputs.quantity("maxCapacity"), {
            name: "DPUs",
            unit: "DPUs",
            otherwise: { value: 1, because: "No capacity is stated: one data processing unit." },
          });
    return {
      lines: [
        {
          meter: "duration",
          description: "Duration",
          category: "operations",
          quantity: product("DPU-hours", "hours", [dpus, subject.usage.quantity("monthly_hours", "hours")]),
          unit: "hours",
          usageBased: true,
          price: { service: "AWSGlue", item: "job/dpu-hours" },
        },
      ],
    };
  },
});
