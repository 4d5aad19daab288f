import type { Figure } from "../core/figure.ts";
import type { Urn } from "./plan.ts";
import type { Step } from "./stated-range.ts";

/** What one workload asks of a cluster in a steady month. Every field explains itself. */
export interface WorkloadDemand {
  readonly urn: Urn;
  readonly name: string;
  readonly kind: "training" | "inference";
  /** The component this workload runs on, where the plan says. */
  readonly cluster: Urn | null;
  /** The accelerator that it is declared for, by its name in the hardware catalogue; absent where that cannot be read. */
  readonly accelerator?: string;
  /** Accelerator-hours per month. */
  readonly acceleratorHours: Figure;
  /** The parts of `acceleratorHours` that reading input (prefill) and writing output (decode) take; absent where they cannot be told apart. */
  readonly inputAcceleratorHours?: Figure;
  readonly outputAcceleratorHours?: Figure;
  /** Tokens read and written per month; training has none. */
  readonly inputTokens?: Figure;
  readonly outputTokens?: Figure;
  /** Requests per month. */
  readonly requests?: Figure;
  /** Replicas needed at the stated traffic. */
  readonly replicas?: Figure;
  readonly assumptions: readonly string[];
}

export interface Demand {
  readonly workloads: readonly WorkloadDemand[];
  /** The same demand as the ranges go that are stated of workloads; absent where none is. */
  readonly steps?: readonly Step<Demand>[];
}
