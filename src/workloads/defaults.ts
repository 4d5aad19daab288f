import { assumed, type Figure } from "../core/figure.ts";

/**
 * What is taken where nobody states it. Each is a named assumption and is shown wherever it was used.
 */

/** Model FLOPs utilisation, of the dense peak at the precision of training. */
export const DEFAULT_MFU: Readonly<Record<"bf16" | "fp8", Figure>> = {
  bf16: assumed(
    "mfu",
    "0.38",
    "1",
    "no mfu is stated; 0.38 is the lower end of the 38–43 % that Llama 3 405B reached on 8,192 to 16,384 H100 in BF16",
    {
      title: "Grattafiori et al., The Llama 3 Herd of Models, table 4",
      asOf: "2024-07",
      url: "https://arxiv.org/abs/2407.21783",
    },
  ),
  fp8: assumed(
    "mfu",
    "0.17",
    "1",
    "no mfu is stated; 0.17 of the FP8 peak follows from the 3.3e24 FLOP of DeepSeek-V3 in 2.664 million H800-hours of pre-training",
    {
      title: "DeepSeek-AI, DeepSeek-V3 Technical Report, table 1",
      asOf: "2024-12",
      url: "https://arxiv.org/abs/2412.19437",
    },
  ),
};

/** With both efficiencies the median of 264 published measurements of dense models is met within 2 %; half of them lie between 0.7 and 1.3 times the estimate. */
const MEASURED = {
  title: "MLPerf Inference v5.1 and TensorRT-LLM performance overview, dense models in FP8 and FP4",
  asOf: "2025-09",
  url: "https://mlcommons.org/benchmarks/inference-datacenter/",
};

/** Share of the dense peak that serving reaches while it computes. */
export const COMPUTE_EFFICIENCY: Figure = assumed(
  "compute efficiency",
  "0.35",
  "1",
  "no measured throughput is stated; serving reaches 35 % of the dense peak",
  MEASURED,
);

/** Share of the memory bandwidth that serving reaches while it moves weights and caches. */
export const BANDWIDTH_EFFICIENCY: Figure = assumed(
  "bandwidth efficiency",
  "0.5",
  "1",
  "no measured throughput is stated; serving reaches 50 % of the memory bandwidth",
  MEASURED,
);

/** Share of an accelerator's memory that the server may fill with weights and caches: vLLM's `gpu-memory-utilization`. */
export const USABLE_MEMORY: Figure = assumed(
  "usable memory",
  "0.9",
  "1",
  "vLLM fills 90 % of the memory unless told otherwise",
  {
    title: "vLLM engine arguments, gpu-memory-utilization",
    asOf: "2025",
    url: "https://docs.vllm.ai/en/stable/serving/engine_args.html",
  },
);

/** Share of its throughput that a replica is planned for, so that peaks of a day find room and latency stays low. */
export const PLANNED_LOAD: Figure = assumed(
  "planned load of a replica",
  "0.6",
  "1",
  "replicas are planned for 60 % of their throughput, which leaves room for the peaks of a day",
);
