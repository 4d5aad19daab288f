import { fact } from "../../src/core/figure.ts";
import type { HardwareCatalogue } from "../../src/model/hardware.ts";

const source = { title: "a catalogue of the tests" };

/** A small catalogue with round numbers: one instance type with eight accelerators, one server. */
export const HARDWARE: HardwareCatalogue = {
  accelerator: (name) =>
    name === "H100-SXM5-80GB"
      ? {
          name,
          vendor: "NVIDIA",
          denseTflops: { fp16_bf16: 989.4, fp8: 1978.9, fp4: null, int8: 1978.9 },
          memoryGb: 80,
          bandwidthTbPerSecond: 3.35,
          tdpWatts: 700,
          idleWatts: 68,
          source,
        }
      : null,
  server: (model) =>
    model.replace(/[^a-z0-9]/gi, "").toLowerCase() === "dgxh100"
      ? {
          model: "DGX H100",
          accelerator: "H100-SXM5-80GB",
          accelerators: 8,
          maxKw: fact("full power", 10, "kW", source),
          idleKw: fact("idle power", 5, "kW", source),
          price: fact("purchase price", 300_000, "USD", source),
        }
      : null,
  instanceType: (name) =>
    name === "p5.48xlarge"
      ? {
          name,
          vcpu: 192,
          memoryGib: 2048,
          accelerator: { name: "H100", count: 8, catalogueName: "H100-SXM5-80GB" },
          source,
        }
      : null,
  nearest: () => ["DGX H100"],
  gridCarbon: () => fact("grid carbon", 400, "g CO2e/kWh", source),
};
