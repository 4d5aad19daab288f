import { Decimal, plain } from "../core/decimal.ts";
import { InputError } from "../core/diagnostic.ts";
import { openHardware } from "../hardware/catalogue.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import { everyPrice, type ShownPrice } from "../prices/every-price.ts";
import { badUse } from "./bad-use.ts";
import type { ExitCode, Host } from "./host.ts";
import type { PricesArguments } from "./prices-options.ts";
import { heldPriceFolder } from "./project-folder.ts";
import { workFolder } from "./run-context.ts";

const DIGITS = 7;

/** `rackrate prices show aws PATTERN`: every region and way to buy it, cheapest first, with date and source. */
export const showPrices = async (args: PricesArguments, host: Host): Promise<ExitCode> => {
  const [vendor, pattern, ...more] = args.what ?? [];
  if (vendor !== "aws" || pattern === undefined || more.length > 0)
    throw badUse(
      "prices show needs a vendor and what to show.",
      "rackrate prices show aws p5.48xlarge, or an item as nat-gateway/* in quotes. The vendor is aws.",
    );
  const regions = args.region ?? [];
  const prices = everyPrice(pattern, regions, heldPriceFolder(host, workFolder(host, args.cwd), args.prices));
  if (prices.length === 0) {
    throw new InputError({
      severity: "error",
      code: "no-price",
      message: `The price list in use has no price of ${pattern}${regions.length === 0 ? "" : ` in ${regions.join(", ")}`}.`,
      hint: "* stands for anything: rackrate prices show aws 'p5*'. rackrate prices sync fetches AWS's own list.",
    });
  }
  host.stdout.write(table(prices, openHardware({})));
  return 0;
};

const HEADER = ["price", "unit", "per GPU-hour", "region", "item", "as of", "source"] as const;

const table = (prices: readonly ShownPrice[], hardware: HardwareCatalogue): string => {
  const rows = [HEADER, ...prices.map((price) => cells(price, hardware))];
  const widths = HEADER.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
};

const cells = (price: ShownPrice, hardware: HardwareCatalogue): readonly string[] => [
  `${shortened(price.amount)} ${price.currency}`,
  price.unit,
  perGpuHour(price, hardware),
  price.region,
  price.item,
  price.asOf,
  price.note === "" ? price.source : `${price.source} (${price.note})`,
];

const perGpuHour = ({ item, unit, amount }: ShownPrice, hardware: HardwareCatalogue): string => {
  const [kind, type = ""] = item.split("/");
  const count = kind === "instance" && unit === "hours" ? hardware.instanceType(type)?.accelerator?.count : undefined;
  return count === undefined ? "" : shortened(amount.div(count));
};

/** Enough digits to compare by, and all that a small price has. */
const shortened = (amount: Decimal): string => plain(amount.toSignificantDigits(DIGITS, Decimal.ROUND_HALF_EVEN));
