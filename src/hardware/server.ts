import { InputError } from "../core/diagnostic.ts";
import { assumed, derive, type Figure, fact, unknownFigure } from "../core/figure.ts";
import type { Exchange } from "../model/exchange.ts";
import type { Server } from "../model/hardware.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { statedFigure } from "../model/stated-figure.ts";
import { serverPath, stepsOf } from "../model/stated-range.ts";
import type { AcceleratorRow, ServerRow } from "./rows.ts";

/** What rackrate.yaml says of one server model, and the name under which it does. */
export interface StatedServer {
  readonly model: string;
  readonly numbers: NonNullable<FacilitySettings["servers"]>[string];
}

/**
 * A server of the catalogue, with what the settings say of it instead: prices there are in `currency`, ours in USD.
 * @throws InputError where it would draw more when it is idle than at full load.
 */
export const toServer = (
  row: ServerRow,
  accelerator: AcceleratorRow | null,
  own: StatedServer | undefined,
  exchange: Exchange,
): Server => {
  if (own === undefined) return withNumbers(row, accelerator, {}, exchange);
  const path = serverPath(own.model);
  const make = (numbers: StatedServer["numbers"]): Server => withNumbers(row, accelerator, numbers, exchange);
  const server = make(own.numbers);
  if (server.idleKw.value !== null && server.maxKw.value?.lt(server.idleKw.value)) throw idlesTooHigh(server, path);
  const steps = stepsOf(path, own.numbers, ["price", "maxKw", "idleKw"], make);
  return steps.length === 0 ? server : { ...server, steps };
};

const withNumbers = (
  row: ServerRow,
  accelerator: AcceleratorRow | null,
  own: StatedServer["numbers"],
  { currency, fromDollars }: Exchange,
): Server => {
  const place = (property: string): string => `rackrate.yaml ${serverPath(row.model)}.${property}`;
  const maxKw =
    own.maxKw === undefined ? maxPower(row) : statedFigure(maxPowerName(row), own.maxKw, "kW", place("maxKw"));
  return {
    model: row.model,
    accelerator: row.accelerator,
    accelerators: row.accelerators,
    maxKw,
    idleKw:
      own.idleKw === undefined
        ? idlePower(row, accelerator, maxKw)
        : statedFigure(idlePowerName(row), own.idleKw, "kW", place("idleKw")),
    price:
      own.price === undefined
        ? fromDollars(price(row))
        : statedFigure(priceName(row), own.price, currency, place("price")),
  };
};

const idlesTooHigh = ({ model, maxKw, idleKw }: Server, path: string): InputError =>
  new InputError({
    severity: "error",
    code: "idle-above-full-power",
    message: `A ${model} would draw ${idleKw.value} kW when it is idle, more than the ${maxKw.value} kW at full load.`,
    place: { property: path },
    hint: `State ${path}.maxKw and idleKw as they were measured on one server.`,
  });

const maxPowerName = (row: Pick<ServerRow, "model">): string => `full power of ${row.model}`;
const idlePowerName = (row: ServerRow): string => `idle power of ${row.model}`;
const priceName = (row: ServerRow): string => `purchase price of ${row.model}`;

const maxPower = ({ maxKw, ...row }: ServerRow): Figure => {
  const name = maxPowerName(row);
  return maxKw.assumption === undefined
    ? fact(name, maxKw.value, "kW", maxKw.source)
    : assumed(name, maxKw.value, "kW", maxKw.assumption, maxKw.source);
};

/** Full power less what its accelerators draw only under load; everything else in the box is taken to run on. */
const idlePower = (row: ServerRow, accelerator: AcceleratorRow | null, maxKw: Figure): Figure => {
  const name = idlePowerName(row);
  if (accelerator === null || accelerator.tdpWatts === null || accelerator.idle === null) {
    return unknownFigure(name, "kW", `idle power of ${row.accelerator}`);
  }
  const { watts, ...idleSource } = accelerator.idle;
  const inputs = [
    maxKw,
    fact(`accelerators of ${row.model}`, row.accelerators, "1", maxKw.source ?? accelerator.source),
    fact(`power limit of ${row.accelerator}`, accelerator.tdpWatts, "W", accelerator.source),
    fact(`idle power of ${row.accelerator}`, watts, "W", idleSource),
  ];
  return derive(
    name,
    "kW",
    "full power − accelerators × (power limit − idle power) / 1000",
    inputs,
    (full, count, limit, idle) => full!.minus(count!.times(limit!.minus(idle!)).div(1000)),
  );
};

/** The latest price that was seen, in USD, whatever the earlier ones were. */
const price = (row: ServerRow): Figure => {
  const latest = row.prices.at(-1);
  if (latest === undefined)
    return unknownFigure(priceName(row), "USD", `purchase price of ${row.model}: none was published`);
  const earlier = row.prices.slice(0, -1).map((seen) => `${seen.usdPerAccelerator} on ${seen.asOf} (${seen.what})`);
  const because = [
    `latest price seen, ${latest.asOf}: ${latest.usdPerAccelerator} USD per accelerator with its share of the server (${latest.what})`,
    earlier.length > 0 ? `earlier: ${earlier.join(", ")}` : "no other was seen",
    `state facility.servers."${row.model}".price`,
  ].join("; ");
  const source = { title: latest.source, asOf: latest.asOf };
  return derive(
    priceName(row),
    "USD",
    "price per accelerator × accelerators",
    [
      assumed(`price per accelerator of ${row.model}`, latest.usdPerAccelerator, "USD", because, source),
      fact(`accelerators of ${row.model}`, row.accelerators, "1", row.maxKw.source),
    ],
    (each, count) => each!.times(count!),
  );
};
