import { assumed, type Figure, fact } from "../core/figure.ts";
import { type Exchange, IN_DOLLARS } from "../model/exchange.ts";
import type { Accelerator, HardwareCatalogue, InstanceType, Server } from "../model/hardware.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { NameIndex, nameKey } from "./name-index.ts";
import { type AcceleratorRow, type GridCarbonRow, readRows } from "./rows.ts";
import { type StatedServer, toServer } from "./server.ts";

/** Computes a value when it is first asked for. */
const once = <T>(compute: () => T): (() => T) => {
  let held: { readonly value: T } | undefined;
  return () => {
    held ??= { value: compute() };
    return held.value;
  };
};

/**
 * Opens the hardware catalogue. Each data file is read when it is first asked for; the facility's own figures of servers
 * come before ours, whose prices are brought into the currency that everything is counted in.
 */
export const openHardware = (facility: FacilitySettings = {}, exchange: Exchange = IN_DOLLARS): HardwareCatalogue => {
  const accelerators = once(() => {
    const index = new NameIndex<AcceleratorRow>();
    for (const row of readRows("accelerators")) index.add(row.name, row, row.aliases);
    return index;
  });
  const servers = once(() => {
    const own = new Map<string, StatedServer>(
      Object.entries(facility.servers ?? {}).map(([model, numbers]) => [nameKey(model), { model, numbers }]),
    );
    const index = new NameIndex<() => Server>();
    for (const row of readRows("servers")) {
      const server = once(() =>
        toServer(row, accelerators().get(row.accelerator), own.get(nameKey(row.model)), exchange),
      );
      index.add(row.model, server);
    }
    return index;
  });
  const instanceTypes = once(() => {
    const index = new NameIndex<InstanceType>();
    for (const row of readRows("instance-types")) index.add(row.name, row);
    return index;
  });
  const carbon = once(() => new Map(readRows("grid-carbon").map((row) => [row.region, toCarbon(row)])));
  const indexes = { accelerator: accelerators, server: servers, instanceType: instanceTypes };

  return {
    accelerator: (name) => toAccelerator(accelerators().get(name)),
    server: (model) => servers().get(model)?.() ?? null,
    instanceType: (name) => instanceTypes().get(name),
    nearest: (kind, name) => indexes[kind]().nearest(name),
    gridCarbon: (region) => carbon().get(region) ?? null,
  };
};

const toAccelerator = (row: AcceleratorRow | null): Accelerator | null => {
  if (row === null) return null;
  const { aliases: _aliases, idle, note, source, ...rest } = row;
  return {
    ...rest,
    idleWatts: idle?.watts ?? null,
    source: note === undefined ? source : { ...source, title: `${source.title} (${note})` },
  };
};

const CARBON_UNIT = "g CO2e/kWh";

const toCarbon = (row: GridCarbonRow): Figure => {
  const name = `grid carbon of ${row.region}`;
  return row.assumption === undefined
    ? fact(name, row.gramsPerKwh, CARBON_UNIT, row.source)
    : assumed(name, row.gramsPerKwh, CARBON_UNIT, row.assumption, row.source);
};
