import { describe, expect, it } from "vitest";
import { decimal } from "../../src/core/decimal.ts";
import { openHardware } from "../../src/hardware/catalogue.ts";
import { openExchange } from "../../src/prices/exchange.ts";

const hardware = openHardware();

describe("an accelerator", () => {
  it.each(["H100-SXM5-80GB", "h100 sxm5 80gb", "H100_SXM5_80GB"])("is found by its name, written as %s", (name) => {
    expect(hardware.accelerator(name)).toMatchObject({
      name: "H100-SXM5-80GB",
      denseTflops: { fp16_bf16: 989.4, fp8: 1978.9, fp4: null },
      memoryGb: 80,
      bandwidthTbPerSecond: 3.35,
      tdpWatts: 700,
      idleWatts: 68,
    });
  });

  it("is null where the catalogue has none, with the nearest names to offer", () => {
    expect(hardware.accelerator("H100")).toBeNull();
    expect(hardware.nearest("accelerator", "H100-SXM-80GB")).toContain("H100-SXM5-80GB");
    expect(hardware.nearest("accelerator", "abacus")).toEqual([]);
  });

  it("leaves open what nobody published", () => {
    expect(hardware.accelerator("Trainium1")).toMatchObject({
      tdpWatts: null,
      idleWatts: null,
      denseTflops: { fp4: null },
    });
  });

  it("says what is doubtful of it", () => {
    expect(hardware.accelerator("GH200-96GB")?.source.title).toContain("doubtful");
  });
});

describe("a server", () => {
  // Full power, idle power = full − accelerators × (limit − idle), latest price per accelerator × accelerators.
  it.each([
    ["DGX A100", "6.5", "3.668", "138788.48"],
    ["dgx-h100", "10.2", "5.144", "375000"],
    ["DGX H200", "10.2", "5.192", "312667.04"],
    ["DGX B200", "14.3", "7.412", "379273.04"],
    ["DGX B300", "14.5", undefined, undefined],
    ["GB200 NVL72", "132", undefined, "3000024"],
    ["MI300X 8-GPU server", "10", undefined, "205869.68"],
  ])("%s draws %s kW, idles at %s kW and costs %s USD", (model, maxKw, idleKw, price) => {
    const server = hardware.server(model);
    expect([server?.maxKw.value?.toFixed(), server?.idleKw.value?.toFixed(), server?.price.value?.toFixed()]).toEqual([
      maxKw,
      idleKw,
      price,
    ]);
  });

  it("holds an accelerator of the catalogue", () => {
    for (const model of [
      "DGX A100",
      "DGX H100",
      "DGX H200",
      "DGX B200",
      "DGX B300",
      "GB200 NVL72",
      "GB300 NVL72",
      "MI300X 8-GPU server",
    ]) {
      expect(hardware.accelerator(hardware.server(model)?.accelerator ?? ""), model).not.toBeNull();
    }
  });

  it("explains its price by the latest observation and tells the earlier ones", () => {
    const [perAccelerator] = hardware.server("DGX H200")?.price.inputs ?? [];
    expect(perAccelerator).toMatchObject({
      source: { asOf: "2025-01-31" },
      assumption: expect.stringContaining("33820.65 on 2024-03-27"),
    });
  });

  it("costs and draws what the facility states instead, and its idle power follows", () => {
    const own = openHardware({
      servers: { "dgx h100": { price: { value: 280_000, source: "our quote", asOf: "2026-10-01" }, maxKw: 9 } },
    }).server("DGX H100");
    expect(own?.price.value?.toFixed()).toBe("280000");
    expect(own?.price.source).toEqual({
      title: 'rackrate.yaml facility.servers."DGX H100".price: our quote',
      asOf: "2026-10-01",
    });
    expect([own?.maxKw.value?.toFixed(), own?.idleKw.value?.toFixed()]).toEqual(["9", "3.944"]);
    expect(
      openHardware({ servers: { "DGX B300": { idleKw: 6 } } })
        .server("DGX B300")
        ?.idleKw.value?.toFixed(),
    ).toBe("6");
  });

  it("draws no more when it is idle than at full load, whoever says so", () => {
    expect(() => openHardware({ servers: { "dgx h100": { idleKw: 11 } } }).server("DGX H100")).toThrow(
      "A DGX H100 would draw 11 kW when it is idle, more than the 10.2 kW at full load.",
    );
  });

  it("is there at each end of a range, the idle power with the full power that it follows from", () => {
    const { steps = [] } = openHardware({
      servers: { "dgx h100": { price: { value: 300_000, low: 200_000 }, maxKw: { value: 9, low: 8, high: 10 } } },
    }).server("DGX H100")!;
    const shown = steps.map(({ driver, low, high }) => [
      driver,
      ...[low, high].map(({ price, maxKw, idleKw }) => [price, maxKw, idleKw].map(({ value }) => value?.toNumber())),
    ]);
    expect(shown).toEqual([
      ['facility.servers."dgx h100".price', [200_000, 9, 3.944], [300_000, 9, 3.944]],
      ['facility.servers."dgx h100".maxKw', [200_000, 8, 2.944], [300_000, 10, 4.944]],
    ]);
  });

  it("costs what it does in the currency that everything is counted in, and says at which rate", () => {
    const exchange = openExchange("EUR", { EUR: { usd: "1.25", asOf: "2026-11-20", source: "our bank" } });
    const inEuros = openHardware({ servers: { "DGX H200": { price: 280_000 } } }, exchange);
    expect(inEuros.server("DGX H200")?.price).toMatchObject({ unit: "EUR", value: decimal(280_000) });
    expect(inEuros.server("DGX B300")?.price).toMatchObject({ unit: "EUR", value: null });
    expect(exchange.assumptions()).toEqual([]);
    const price = inEuros.server("DGX H100")?.price;
    expect([price?.unit, price?.value?.toFixed()]).toEqual(["EUR", "300000"]);
    expect(price?.inputs?.map(({ unit }) => unit)).toEqual(["USD", "EUR/USD"]);
    expect(price?.source).toMatchObject({
      title: expect.stringMatching(/, 1 USD = 0\.8 EUR \(our bank, 2026-11-20\)$/),
      asOf: "2025-03-03",
    });
  });

  it("is null where the catalogue has none", () => {
    expect(hardware.server("DGX H1000")).toBeNull();
    expect(hardware.nearest("server", "DGX H1000")).toContain("DGX H100");
  });
});

describe("an instance type", () => {
  it.each([
    ["p5.48xlarge", 8, "H100-SXM5-80GB"],
    ["p5en.48xlarge", 8, "H200-SXM-141GB"],
    ["p4d.24xlarge", 8, "A100-SXM4-40GB"],
    ["p4de.24xlarge", 8, "A100-SXM4-80GB"],
    ["p6e-gb200.36xlarge", 4, "GB200-NVL72"],
    ["trn2.48xlarge", 16, "Trainium2"],
    ["g6f.large", 0.125, "L4"],
    ["g5g.xlarge", 1, null],
  ])("%s holds %d of %s", (name, count, catalogueName) => {
    expect(hardware.instanceType(name)?.accelerator).toMatchObject({ count, catalogueName });
    if (catalogueName !== null) expect(hardware.accelerator(catalogueName)).not.toBeNull();
  });

  it("without accelerators is not in the catalogue", () => {
    expect(hardware.instanceType("m5.large")).toBeNull();
  });
});

describe("grid carbon", () => {
  it("is that of the region's state or country, in g CO2e/kWh", () => {
    expect(hardware.gridCarbon("us-east-1")?.value?.toFixed()).toBe("244.8");
    expect(hardware.gridCarbon("eu-north-1")?.value?.toFixed()).toBe("40.695");
    expect(hardware.gridCarbon("mars-1")).toBeNull();
  });

  it("of a site that states none is an assumption", () => {
    expect(hardware.gridCarbon("site")?.assumption).toContain("United States");
    expect(hardware.gridCarbon("us-east-1")?.value?.toFixed()).toBe("244.8");
  });
});
