import { ONE } from "../core/decimal.ts";
import { derive, type Figure, product, stated, unknownFigure } from "../core/figure.ts";
import type { WorkloadDemand } from "../model/demand.ts";
import type { WorkloadSettings } from "../model/settings.ts";
import type { InferenceServiceSpecification } from "../model/specification.ts";
import { statedFigure } from "../model/stated-figure.ts";
import { inProgram, type WorkloadContext } from "./context.ts";
import { PLANNED_LOAD } from "./defaults.ts";
import { replicaCapacity } from "./replica-capacity.ts";
import { replicasNeeded } from "./replicas.ts";
import { servedShare } from "./served-share.ts";
import { throughputOf } from "./throughput.ts";
import { monthlyTokens } from "./tokens.ts";

/** What an inference service asks of its cluster in a month. Its tokens are those that its replicas, at their maximum, can serve. */
export const inferenceDemand = (
  specification: InferenceServiceSpecification,
  context: WorkloadContext,
): WorkloadDemand => {
  const { resource, hoursPerMonth } = context;
  const requests = traffic(context, "requestsPerMonth", "requests/month");
  const shape = {
    inputTokens: traffic(context, "inputTokensPerRequest", "tokens/request"),
    outputTokens: traffic(context, "outputTokensPerRequest", "tokens/request"),
  };
  const asked = {
    input: monthlyTokens.of({ requests, tokensPerRequest: shape.inputTokens }),
    output: monthlyTokens.of({ requests, tokensPerRequest: shape.outputTokens }),
  };
  const throughput = throughputOf(specification, shape, context);
  const where = inProgram(context);
  const accelerators = stated("accelerators of a replica", specification.acceleratorsPerReplica, "accelerators", where);
  const capacity = replicaCapacity.of({
    throughput: throughput.tokensPerSecond,
    accelerators,
    plannedLoad: PLANNED_LOAD,
    hoursPerMonth,
  });
  const maximum = stated("most replicas", specification.replicas.max, "replicas", where);
  const minimum = stated("fewest replicas", specification.replicas.min, "replicas", where);
  const replicas = replicasNeeded.of({ outputTokens: asked.output, capacity, minimum, maximum });
  const served = servedShare.of({ outputTokens: asked.output, capacity, maximum });
  const acceleratorHours = product(`accelerator-hours of ${resource.name}`, "accelerator-hours/month", [
    replicas,
    accelerators,
    hoursPerMonth,
  ]);
  const cut = cutDemand(served, specification, context);
  return {
    urn: resource.urn,
    name: resource.name,
    kind: "inference",
    cluster: context.cluster,
    accelerator: context.accelerator.name,
    acceleratorHours,
    inputAcceleratorHours: product("accelerator-hours of reading", "accelerator-hours/month", [
      acceleratorHours,
      throughput.readingShare,
    ]),
    outputAcceleratorHours: derive(
      "accelerator-hours of writing",
      "accelerator-hours/month",
      "accelerator-hours × (1 − share of reading)",
      [acceleratorHours, throughput.readingShare],
      (hours, share) => hours!.times(ONE.minus(share!)),
    ),
    requests,
    inputTokens: product("input tokens served", "tokens/month", [asked.input, served]),
    outputTokens: product("output tokens served", "tokens/month", [asked.output, served]),
    replicas,
    assumptions: [...throughput.assumptions, PLANNED_LOAD.assumption ?? "", ...cut],
  };
};

type TrafficField = Exclude<keyof WorkloadSettings, "measuredTokensPerSecondPerAccelerator">;

/** One figure of the traffic, as rackrate.yaml states it; unknown where it does not. */
const traffic = ({ resource, stated: workload }: WorkloadContext, field: TrafficField, unit: string): Figure => {
  const place = `workloads.${resource.name}.${field}`;
  const number = workload?.[field];
  if (number === undefined) return unknownFigure(field, unit, `${place} is not stated in rackrate.yaml`);
  return statedFigure(field, number, unit, `rackrate.yaml ${place}`);
};

/** Says where the demand is more than all replicas can serve. */
const cutDemand = (
  served: Figure,
  specification: InferenceServiceSpecification,
  context: WorkloadContext,
): string[] => {
  if (served.value === null || served.value.gte(1)) return [];
  const share = `${served.value.times(100).toFixed(1)} %`;
  const text = `${context.resource.name}: ${specification.replicas.max} replicas serve ${share} of the stated requests; only these tokens count`;
  context.report({
    severity: "warning",
    code: "demand-exceeds-capacity",
    message: `${text}.`,
    place: { urn: context.resource.urn, property: "specification.replicas.max" },
    hint: "Raise the largest number of replicas, or state the throughput that you measured.",
  });
  return [text];
};
