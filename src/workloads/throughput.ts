import { decimal } from "../core/decimal.ts";
import { type Figure, fact, stated, unknownFigure } from "../core/figure.ts";
import type { InferenceServiceSpecification } from "../model/specification.ts";
import { statedFigure } from "../model/stated-figure.ts";
import { batchSize } from "./batch-size.ts";
import { activeParameters, BYTES_PER_WEIGHT, densePeak, inProgram, type WorkloadContext } from "./context.ts";
import { decode } from "./decode.ts";
import { BANDWIDTH_EFFICIENCY, COMPUTE_EFFICIENCY, USABLE_MEMORY } from "./defaults.ts";
import { inferenceRoofline } from "./inference-roofline.ts";
import { kvCachePerToken } from "./kv-cache.ts";
import { prefill } from "./prefill.ts";
import { prefillShare } from "./prefill-share.ts";

/** Length of a request and its answer. */
export interface RequestShape {
  readonly inputTokens: Figure;
  readonly outputTokens: Figure;
}

export interface Throughput {
  /** Output tokens per second of one accelerator. */
  readonly tokensPerSecond: Figure;
  /** Which part of its time goes into reading requests. */
  readonly readingShare: Figure;
  readonly assumptions: readonly string[];
}

const CACHE_ESTIMATED =
  "the cache of a token is estimated from the active parameters, since no layers and heads are stated";

/** How fast a replica serves: as measured where that is stated, else by the roofline. */
export const throughputOf = (
  specification: InferenceServiceSpecification,
  shape: RequestShape,
  given: WorkloadContext,
): Throughput => {
  const measured = given.stated?.measuredTokensPerSecondPerAccelerator;
  // What runs and was measured fits, whatever an estimate would say against it.
  const context: WorkloadContext = measured === undefined ? given : { ...given, report: () => {} };
  const { accelerator, resource } = context;
  const where = inProgram(context);
  const active = activeParameters(specification.model, where);
  const bytes = decimal(BYTES_PER_WEIGHT[specification.precision]);
  const weights = stated(
    `weights of ${specification.model.name} in ${specification.precision.toUpperCase()}`,
    bytes.times(specification.model.parametersB).times("1e9"),
    "bytes",
    where,
  );
  // FP4 weights still keep their cache in FP8: no server caches in four bits by default.
  const bytesPerElement = stated("bytes of a cached element", Math.max(1, bytes.toNumber()), "bytes", where);
  const cachePerToken = {
    ...kvCachePerToken.of({ activeParameters: active, bytesPerElement }),
    assumption: CACHE_ESTIMATED,
  };
  const batch = batchSize.of({
    accelerators: stated("accelerators of a replica", specification.acceleratorsPerReplica, "accelerators", where),
    memory: fact(
      `memory of ${accelerator.name}`,
      decimal(accelerator.memoryGb).times("1e9"),
      "bytes/accelerator",
      accelerator.source,
    ),
    usableMemory: USABLE_MEMORY,
    weights,
    ...shape,
    cachePerToken,
  });
  const peak = densePeak(context, specification.precision);
  const reading = prefill.of({
    activeParameters: active,
    inputTokens: shape.inputTokens,
    peak,
    computeEfficiency: COMPUTE_EFFICIENCY,
  });
  const writing = decode.of({
    activeParameters: active,
    weights,
    batch: fitting(batch, specification, context),
    ...shape,
    cachePerToken,
    peak,
    bandwidth: bandwidth(context),
    computeEfficiency: COMPUTE_EFFICIENCY,
    bandwidthEfficiency: BANDWIDTH_EFFICIENCY,
  });
  const readingShare = prefillShare.of({ prefill: reading, decode: writing });
  if (measured !== undefined) {
    const place = `rackrate.yaml workloads.${resource.name}.measuredTokensPerSecondPerAccelerator`;
    const tokensPerSecond = statedFigure("measured throughput of one accelerator", measured, "output tokens/s", place);
    return { tokensPerSecond, readingShare, assumptions: [] };
  }
  const tokensPerSecond = inferenceRoofline.of({ outputTokens: shape.outputTokens, prefill: reading, decode: writing });
  const assumed = [COMPUTE_EFFICIENCY, BANDWIDTH_EFFICIENCY, USABLE_MEMORY, cachePerToken];
  return { tokensPerSecond, readingShare, assumptions: assumed.map((figure) => figure.assumption ?? "") };
};

const bandwidth = ({ accelerator }: WorkloadContext): Figure => {
  const name = `memory bandwidth of ${accelerator.name}`;
  if (accelerator.bandwidthTbPerSecond === null) return unknownFigure(name, "bytes/s", `${name} is not published`);
  return fact(name, `${accelerator.bandwidthTbPerSecond}e12`, "bytes/s", accelerator.source);
};

/** The batch, or unknown with a warning where not even one request fits beside the weights. */
const fitting = (batch: Figure, specification: InferenceServiceSpecification, context: WorkloadContext): Figure => {
  if (batch.value === null || batch.value.gte(1)) return batch;
  const { model, precision, acceleratorsPerReplica } = specification;
  const because = `${model.name} in ${precision.toUpperCase()} does not fit into ${acceleratorsPerReplica} × ${context.accelerator.name} with a whole request`;
  context.report({
    severity: "warning",
    code: "model-does-not-fit",
    message: `${context.resource.name}: ${because}.`,
    place: { urn: context.resource.urn, property: "specification.acceleratorsPerReplica" },
    hint: "Give a replica more accelerators, or serve at a lower precision.",
  });
  return { ...batch, value: null, leavesOut: [because] };
};
