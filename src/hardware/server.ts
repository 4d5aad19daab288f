import { assumed, derive, type Figure, fact, unknownFigure } from "../core/figure.ts";
import type { Exchange } from "../model/exchange.ts";
import type { Server } from "../model/hardware.ts";
import type { FacilitySettings } from "../model/settings.ts";
import { statedFigure } from "../model/stated-figure.ts";
import type { AcceleratorRow, ServerRow } from "./rows.ts";

/** What rackrate.yaml says of one server model. */
export type StatedServer = NonNullable<FacilitySettings["servers"]>[string];

/** A server of the catalogue, with what the settings say of it instead: prices there are in `currency`, ours in USD. */
export const toServer = (
  row: ServerRow,
  accelerator: AcceleratorRow | null,
  own: StatedServer,
  { currency, fromDollars }: Exchange,
): Server => {
  const place = (property: string): string => `rackrate.yaml facility.servers."${row.model}".${property}`;
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
