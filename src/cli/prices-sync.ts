import { AWS_BASE_URL, syncPrices } from "../prices/sync/sync-prices.ts";
import { badUse } from "./bad-use.ts";
import { showBytes } from "./byte-progress.ts";
import type { ExitCode, Host } from "./host.ts";
import { reportImport } from "./prices-import.ts";
import type { PricesArguments } from "./prices-options.ts";
import { priceFolder } from "./project-folder.ts";
import { workFolder } from "./run-context.ts";

const listed = (text: readonly string[] | undefined): readonly string[] =>
  (text ?? [])
    .flatMap((part) => part.split(","))
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** `rackrate prices sync --regions … --services …`: fetches AWS's current price lists and imports them. */
export const syncPricesCommand = async (args: PricesArguments, host: Host): Promise<ExitCode> => {
  const regions = listed(args.regions);
  const services = listed(args.services);
  if (regions.length === 0 || services.length === 0)
    throw badUse(
      `prices sync needs --${regions.length === 0 ? "regions" : "services"}.`,
      "rackrate prices sync --regions us-east-1,eu-west-1 --services AmazonEC2,AmazonVPC,AWSComputeSavingsPlan",
    );
  if ((args.what ?? []).length > 0) throw badUse(`prices sync takes no ${args.what?.[0]}: it fetches files itself.`);
  const folder = priceFolder(host, workFolder(host, args.cwd), args.prices);
  const progress = showBytes(host);
  try {
    const outcome = await syncPrices({
      folder,
      baseUrl: args["base-url"] ?? AWS_BASE_URL,
      regions,
      services,
      force: args.force,
      today: host.today(),
      onProgress: progress.show,
    });
    progress.done();
    return reportImport(outcome, folder, host, args.color);
  } finally {
    progress.done();
  }
};
