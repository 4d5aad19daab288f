import { assumed, type Figure, product, unknownFigure } from "../../core/figure.ts";
import { defineResource, type Subject } from "../define.ts";
import { counted, declared } from "../quantities.ts";

/** Data processing units of a worker, by type. Source: https://docs.aws.amazon.com/glue/latest/dg/worker-types.html */
const DPUS: Readonly<Record<string, number>> = {
  "G.025X": 0.25,
  "G.1X": 1,
  "G.2X": 2,
  "G.4X": 4,
  "G.8X": 8,
  "G.12X": 12,
  "G.16X": 16,
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
      workers.state !== "absent"
        ? product("DPUs", "DPUs", [
            declared(subject, workers, { name: "workers", unit: "workers" }),
            dpusOf(subject, worker),
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

/** What one worker is; where no type is stated, one unit. A type that is sold in other units is not guessed. */
const dpusOf = (subject: Subject, worker: string): Figure => {
  if (worker === "")
    return assumed("DPUs of a worker", 1, "DPUs", "No worker type is stated: one data processing unit.");
  const dpus = DPUS[worker];
  if (dpus !== undefined) return counted(subject, `DPUs of a ${worker} worker`, dpus, "DPUs");
  const because = `${worker} workers are not sold by the data processing unit that the price is for`;
  subject.gap("workerType", because);
  return unknownFigure(`DPUs of a ${worker} worker`, "DPUs", because);
};
