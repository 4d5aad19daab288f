import { decimal } from "../core/decimal.ts";
import type { Diagnostic } from "../core/diagnostic.ts";
import { type Figure, fact, stated, unknownFigure } from "../core/figure.ts";
import type { Accelerator, HardwareCatalogue } from "../model/hardware.ts";
import type { PlanResource, Urn } from "../model/plan.ts";
import type { WorkloadSettings } from "../model/settings.ts";
import type { ModelSpecification } from "../model/specification.ts";

/** Everything a workload is computed from besides its own specification. */
export interface WorkloadContext {
  readonly resource: PlanResource;
  readonly cluster: Urn | null;
  readonly accelerator: Accelerator;
  /** Its business side in rackrate.yaml; absent where nothing is stated. */
  readonly stated: WorkloadSettings | undefined;
  readonly hoursPerMonth: Figure;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Where a component's own figures stand. */
export const inProgram = (context: WorkloadContext): string =>
  context.resource.position ?? `program, ${context.resource.name}`;

/** Parameters that work on each token: all of them, unless the model is a mixture of experts. */
export const activeParameters = (model: ModelSpecification, where: string): Figure =>
  stated(
    `active parameters of ${model.name}`,
    decimal(model.activeParametersB ?? model.parametersB).times("1e9"),
    "parameters",
    where,
  );

export type Precision = "bf16" | "fp8" | "fp4";

/** Bytes of one weight at a precision. */
export const BYTES_PER_WEIGHT: Readonly<Record<Precision, number>> = { bf16: 2, fp8: 1, fp4: 0.5 };

const PEAK_FIELD = { bf16: "fp16_bf16", fp8: "fp8", fp4: "fp4" } as const;

/** The accelerator's dense peak at a precision, in FLOP/s; unknown, with a warning, where its vendor publishes none. */
export const densePeak = (context: WorkloadContext, precision: Precision): Figure => {
  const { accelerator, resource } = context;
  const name = `dense ${precision.toUpperCase()} peak of ${accelerator.name}`;
  const tflops = accelerator.denseTflops[PEAK_FIELD[precision]];
  if (tflops !== null) return fact(name, `${tflops}e12`, "FLOP/s", accelerator.source);
  context.report({
    severity: "warning",
    code: "no-peak",
    message: `${accelerator.name} has no published ${precision.toUpperCase()} peak, so what ${resource.name} needs is unknown.`,
    place: { urn: resource.urn, property: "specification.precision" },
    hint: "Choose a precision that the accelerator computes in.",
  });
  return unknownFigure(name, "FLOP/s", `${name} is not published`);
};

/** Finds an accelerator of the catalogue; an unknown name is an error with the nearest ones. */
export const findAccelerator = (
  name: string,
  resource: PlanResource,
  hardware: HardwareCatalogue,
  report: WorkloadContext["report"],
): Accelerator | null => {
  const accelerator = hardware.accelerator(name);
  if (accelerator) return accelerator;
  const near = hardware.nearest("accelerator", name);
  report({
    severity: "error",
    code: "unknown-accelerator",
    message: `${resource.name} names the accelerator "${name}", which the hardware catalogue does not have.`,
    place: { urn: resource.urn, property: "specification.accelerator" },
    ...(near.length > 0 && { hint: `Did you mean ${near.join(" or ")}?` }),
  });
  return null;
};
