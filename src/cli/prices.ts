import { badUse } from "./bad-use.ts";
import type { ExitCode, Host } from "./host.ts";
import { PRICES_OPTIONS, type PricesArguments } from "./prices-options.ts";

const PLACE = ["cwd", "prices", "color", "debug"] as const;
const ESTIMATE = ["from", "stack", "c", "base", "timeout", "memory", "config", "usage", "today"] as const;

/** Options that mean something to each action. */
const MEANT: Readonly<Record<PricesArguments["action"], readonly string[]>> = {
  import: [...PLACE, "date", "force"],
  sync: [...PLACE, "regions", "services", "base-url", "force"],
  show: [...PLACE, "region"],
  lock: [...PLACE, ...ESTIMATE],
  update: [...PLACE, ...ESTIMATE],
};

/** `rackrate prices …`. Each action is loaded only where it runs: no other command meets the code of imports. */
export const pricesCommand = async (args: PricesArguments, host: Host): Promise<ExitCode> => {
  const idle = (Object.keys(PRICES_OPTIONS) as (keyof typeof PRICES_OPTIONS)[]).find(
    (name) => args[name] !== undefined && args[name] !== false && !MEANT[args.action].includes(name),
  );
  if (idle !== undefined) throw badUse(`--${idle} has no meaning for prices ${args.action}.`, "Leave it out.");
  switch (args.action) {
    case "import":
      return (await import("./prices-import.ts")).importPrices(args, host);
    case "sync":
      return (await import("./prices-sync.ts")).syncPricesCommand(args, host);
    case "show":
      return (await import("./prices-show.ts")).showPrices(args, host);
    case "lock":
      return (await import("./prices-lock.ts")).lockPrices(args, host);
    case "update":
      return (await import("./prices-lock.ts")).updatePrices(args, host);
  }
};
