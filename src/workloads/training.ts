import { decimal } from "../core/decimal.ts";
import { type Figure, product, stated } from "../core/figure.ts";
import type { WorkloadDemand } from "../model/demand.ts";
import type { TrainingJobSpecification } from "../model/specification.ts";
import { activeParameters, densePeak, inProgram, type WorkloadContext } from "./context.ts";
import { DEFAULT_MFU } from "./defaults.ts";
import { trainingFlops } from "./training-flops.ts";
import { trainingHours } from "./training-hours.ts";

/** What a training job asks of its cluster in a month. */
export const trainingDemand = (specification: TrainingJobSpecification, context: WorkloadContext): WorkloadDemand => {
  const where = inProgram(context);
  const compute = trainingFlops.of({
    activeParameters: activeParameters(specification.model, where),
    tokens: stated("training tokens of one run", decimal(specification.tokensB).times("1e9"), "tokens", where),
  });
  const mfu =
    specification.mfu === undefined
      ? DEFAULT_MFU[specification.precision]
      : stated("mfu", specification.mfu, "1", where);
  const run = trainingHours.of({ compute, peak: densePeak(context, specification.precision), mfu });
  const acceleratorHours = product(`accelerator-hours of ${context.resource.name}`, "accelerator-hours/month", [
    run,
    stated("runs per month", specification.runsPerMonth, "runs/month", where),
  ]);
  warnWhereTooLong(acceleratorHours, specification, context);
  return {
    urn: context.resource.urn,
    name: context.resource.name,
    kind: "training",
    cluster: context.cluster,
    accelerator: context.accelerator.name,
    acceleratorHours,
    assumptions: mfu.assumption === undefined ? [] : [mfu.assumption],
  };
};

const warnWhereTooLong = (hours: Figure, specification: TrainingJobSpecification, context: WorkloadContext): void => {
  const { name, urn } = context.resource;
  const available = context.hoursPerMonth.value?.times(specification.accelerators);
  if (hours.value === null || available === undefined || hours.value.lte(available)) return;
  context.report({
    severity: "warning",
    code: "training-does-not-fit",
    message:
      `${name} needs ${hours.value.toFixed(0)} accelerator-hours a month, but its ${specification.accelerators} ` +
      `accelerators have ${available.toFixed(0)}: its runs do not finish within the month.`,
    place: { urn, property: "specification.accelerators" },
    hint: "Give it more accelerators, or fewer runs or tokens.",
  });
};
