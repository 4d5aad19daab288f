import { helpText } from "./help.ts";
import type { ExitCode, Host } from "./host.ts";

/** Runs one command line and says how it ended. Commands are loaded only when they run, so that help is quick. */
export const main = async (argv: readonly string[], host: Host): Promise<ExitCode> => {
  if (argv.length === 1 && argv[0] === "--help") {
    host.stdout.write(helpText());
    return 0;
  }
  const { parse } = await import("./parse.ts");
  const request = parse(argv);
  switch (request.command) {
    case "help":
      host.stdout.write(request.text);
      return 0;
    case "refused":
      host.stderr.write(`${request.message}\n`);
      return 2;
    case "preview": {
      const [{ preview }, { guarded }] = await Promise.all([import("./preview.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => preview(request.args, host));
    }
    case "explain": {
      const [{ explainFigure }, { guarded }] = await Promise.all([import("./explain.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => explainFigure(request.args, host));
    }
    case "compare": {
      const [{ compare }, { guarded }] = await Promise.all([import("./compare.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => compare(request.args, host));
    }
    case "comment": {
      const [{ comment }, { guarded }] = await Promise.all([import("./comment.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => comment(request.args, host));
    }
    case "baseline": {
      const [{ writeBaseline }, { guarded }] = await Promise.all([import("./baseline.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => writeBaseline(request.args, host));
    }
    case "prices": {
      const [{ pricesCommand }, { guarded }] = await Promise.all([import("./prices.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => pricesCommand(request.args, host));
    }
    case "usage": {
      const [{ syncUsage }, { guarded }] = await Promise.all([import("./usage-sync.ts"), import("./failure.ts")]);
      return guarded(host, request.args.debug, () => syncUsage(request.args, host));
    }
  }
};
