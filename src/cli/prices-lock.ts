import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Decimal, plain } from "../core/decimal.ts";
import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import { estimate } from "../estimate.ts";
import type { Estimate } from "../model/estimate.ts";
import type { AwsList } from "../prices/aws-list.ts";
import { LOCK_NAME, type Lock, type LockedRow, readLock, renderLock } from "../prices/lock/lock-file.ts";
import { extendedList, openLockedList, recordList } from "../prices/lock/locked-list.ts";
import { type PriceChange, priceChanges } from "../prices/lock/price-changes.ts";
import { openListInUse } from "../prices/project-list.ts";
import { openPrices } from "../project-estimate.ts";
import { badUse } from "./bad-use.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import { plansOf } from "./plans.ts";
import type { PricesArguments } from "./prices-options.ts";
import { heldPriceFolder, projectFolder } from "./project-folder.ts";
import { dateOf, workFolder } from "./run-context.ts";
import { settingsOf } from "./settings.ts";
import { writeFileOf } from "./write-file.ts";

/** What a plan costs with a list, and what it asked of it. */
interface Asked {
  readonly estimates: readonly Estimate[];
  readonly rows: readonly LockedRow[];
  readonly lock: Lock;
}

/** `rackrate prices lock`: pins the prices that the plan needs. What is pinned already stays as it is. */
export const lockPrices = async (args: PricesArguments, host: Host): Promise<ExitCode> => {
  const { folder, file, held, ask } = await prepare(args, host);
  const list = openListInUse(heldPriceFolder(host, folder, args.prices));
  const { lock } = ask(held === null ? list : { ...extendedList(held, list), id: list.id });
  const added = priceChanges(held?.prices ?? [], lock.prices).length;
  write(file, lock, host);
  host.stdout.write(
    `${shown(host, file)} pins ${lock.prices.length} prices${held === null ? "" : `, ${added} of them new`}. Commit it beside the program.\n`,
  );
  return 0;
};

/** `rackrate prices update`: moves the lock to the list in use, and shows what the change of prices alone costs. */
export const updatePrices = async (args: PricesArguments, host: Host): Promise<ExitCode> => {
  const { folder, file, held, ask } = await prepare(args, host);
  if (held === null) throw badUse(`There is no ${LOCK_NAME} to update.`, "rackrate prices lock writes one.");
  const list = openListInUse(heldPriceFolder(host, folder, args.prices));
  const before = ask(openLockedList(held, list));
  const after = ask(list);
  const changes = priceChanges(before.rows, after.rows);
  write(file, after.lock, host);
  host.stdout.write(
    `${shown(host, file)} moved from ${held.priceList.id} (${held.priceList.newest ?? "no date"}) to ${after.lock.priceList.id} (${after.lock.priceList.newest ?? "no date"}).\n`,
  );
  for (const [index, estimate] of after.estimates.entries())
    host.stdout.write(difference(before.estimates[index], estimate));
  for (const change of changes) host.stdout.write(`  ${describeChange(change)}\n`);
  if (changes.length === 0) host.stdout.write("No price of this plan changed.\n");
  return 0;
};

const prepare = async (args: PricesArguments, host: Host) => {
  const stray = args.what?.[0];
  if (stray !== undefined) throw badUse(`prices ${args.action} takes no ${stray}.`);
  const folder = workFolder(host, args.cwd);
  const today = dateOf(host, args.today);
  const settings = settingsOf(args, host, folder);
  const plans = await plansOf(args, host, folder);
  showDiagnostics(plans.diagnostics, host, args.color);
  refuseErrors(plans.diagnostics);
  const file = join(projectFolder(folder), LOCK_NAME);
  const held = existsSync(file) ? readLock(readFileSync(file, "utf8"), shown(host, file)) : null;
  const ask = (list: AwsList): Asked => {
    const recorded = recordList(list);
    const { prices, hardware } = openPrices(settings, recorded.list, today);
    const outcomes = plans.value.map((plan) => estimate({ plan, settings, prices, hardware, today }));
    refuseErrors(outcomes.flatMap(({ diagnostics }) => diagnostics));
    const rows = recorded.rows();
    return {
      estimates: outcomes.map(({ value }) => value),
      rows,
      lock: { priceList: prices.identity(), prices: rows },
    };
  };
  return { folder, file, held, ask };
};

const refuseErrors = (diagnostics: readonly Diagnostic[]): void => {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new InputError(errors);
};

const shown = (host: Host, file: string): string => relative(host.cwd, file) || LOCK_NAME;

const write = (file: string, lock: Lock, host: Host): void =>
  writeFileOf(host, relative(host.cwd, file), renderLock(lock));

/** What the same plan costs a month with old and new prices. */
const difference = (older: Estimate | undefined, newer: Estimate): string => {
  const side = newer.plan.after.completeness === "absent" ? "before" : "after";
  const was = older?.[side].measures.monthlyCost.expected.value ?? null;
  const is = newer[side].measures.monthlyCost.expected.value;
  const stack = `${newer.plan.project}/${newer.plan.stack}`;
  if (was === null || is === null)
    return `Prices alone change the monthly cost of ${stack} by an unknown amount: not all of it is known.\n`;
  const delta = is.minus(was);
  return `Prices alone change the monthly cost of ${stack} from ${was.toFixed(2)} to ${is.toFixed(2)} ${newer.settings.currency} (${delta.gte(0) ? "+" : ""}${delta.toFixed(2)}${percent(was, delta)}).\n`;
};

const percent = (was: Decimal, delta: Decimal): string =>
  was.isZero() ? "" : `, ${delta.gte(0) ? "+" : ""}${delta.div(was).times(100).toFixed(1)} %`;

const describeChange = ({ before, after }: PriceChange): string => {
  const row = after ?? before;
  const name = `${row?.service} ${row?.region ?? "any region"} ${row?.item}`;
  return `${name}: ${amountOf(before)} → ${amountOf(after)}`;
};

const amountOf = (row: LockedRow | undefined): string => {
  if (row === undefined) return "not asked";
  if ("missing" in row) return "no price";
  const [first] = row.tiers;
  return `${plain(new Decimal(first?.[1] ?? 0))} ${row.currency} per ${row.unit}${row.tiers.length > 1 ? ` (first of ${row.tiers.length} tiers)` : ""}`;
};
