import type { Figure, Source } from "../core/figure.ts";
import type { Step } from "./stated-range.ts";

/** One accelerator (GPU or AI chip) as its vendor specifies it; dense figures, without structured sparsity. */
export interface Accelerator {
  /** As in the catalogue: `H100-SXM5-80GB`. */
  readonly name: string;
  readonly vendor: string;
  /** TFLOPS (TOPS for int8) by precision, dense; `null` where not published or not supported. */
  readonly denseTflops: Readonly<Record<"fp16_bf16" | "fp8" | "fp4" | "int8", number | null>>;
  readonly memoryGb: number;
  readonly bandwidthTbPerSecond: number | null;
  /** Board or chip power limit in watts. */
  readonly tdpWatts: number | null;
  /** Measured idle power in watts. */
  readonly idleWatts: number | null;
  readonly source: Source;
}

/** A server or rack as it is bought. */
export interface Server {
  /** `DGX H100`. */
  readonly model: string;
  readonly accelerator: string;
  readonly accelerators: number;
  /** Power at full load, kW. */
  readonly maxKw: Figure;
  /** Power with idle accelerators, kW; `null` value where unknown. */
  readonly idleKw: Figure;
  /** Purchase price of the whole server, in the currency that everything is counted in. */
  readonly price: Figure;
  /** The same server as the ranges that rackrate.yaml states of it go; absent where none is stated. */
  readonly steps?: readonly Step<Server>[];
}

/** What an AWS instance type holds. `accelerators` may be a fraction (g6f). */
export interface InstanceType {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryGib: number;
  readonly accelerator?: { readonly name: string; readonly count: number; readonly catalogueName: string | null };
  readonly source: Source;
}

/** The dated hardware catalogue, asked by name; names are matched without regard to case, spaces and dashes. */
export interface HardwareCatalogue {
  readonly accelerator: (name: string) => Accelerator | null;
  readonly server: (model: string) => Server | null;
  readonly instanceType: (name: string) => InstanceType | null;
  /** The nearest names, for error messages. */
  readonly nearest: (kind: "accelerator" | "server" | "instanceType", name: string) => readonly string[];
  /** Grid carbon of an AWS region, or of a `site` of one's own that states none, g CO2e/kWh. */
  readonly gridCarbon: (region: string) => Figure | null;
}
