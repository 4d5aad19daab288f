import { explain } from "../report/explain.ts";
import { usesColor, widthOfReport } from "./color.ts";
import { estimatesOf } from "./estimates.ts";
import type { ExitCode, Host } from "./host.ts";
import type { ExplainArguments } from "./options.ts";

/** `rackrate explain [figure]`: how a figure comes about. The gate has no say in the exit code. */
export const explainFigure = async (args: ExplainArguments, host: Host): Promise<ExitCode> => {
  const { value: estimates } = await estimatesOf(args, host);
  const { side, all, figure = null } = args;
  const layout = { width: widthOfReport(host.stdout), color: usesColor(host, host.stdout, args.color) };
  const trees = estimates.map((estimate) => explain(estimate, figure, { side, all, ...layout }));
  host.stdout.write(trees.join("\n"));
  return 0;
};
