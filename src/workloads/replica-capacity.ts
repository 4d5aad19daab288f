import { defineFormula } from "./define-formula.ts";

/** Output tokens that one replica gives in a month, at the load that is planned for it. */
export const replicaCapacity = defineFormula({
  id: "replica-capacity",
  title: "output tokens of one replica",
  unit: "tokens/month",
  expression: "throughput × accelerators × plannedLoad × hoursPerMonth × 3600 s",
  source: { title: "arithmetic" },
  inputs: {
    throughput: "output tokens/s",
    accelerators: "accelerators",
    plannedLoad: "1",
    hoursPerMonth: "hours/month",
  },
  compute: ({ throughput, accelerators, plannedLoad, hoursPerMonth }) =>
    throughput.times(accelerators).times(plannedLoad).times(hoursPerMonth).times(3600),
});
