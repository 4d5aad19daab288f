import type { Estimate } from "../model/estimate.ts";
import { usesColor, widthOfReport } from "./color.ts";
import { estimatesOf } from "./estimates.ts";
import { exitCodeOf } from "./exit-code.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import type { PreviewArguments } from "./options.ts";
import { writeFileOf } from "./write-file.ts";

/** `rackrate preview`: what a plan costs and earns. Only the report goes to standard output. */
export const preview = async (args: PreviewArguments, host: Host): Promise<ExitCode> => {
  const { value: estimates, diagnostics } = await estimatesOf(args, host);
  showDiagnostics(diagnostics, host, args.color);
  const report = inParts(await render(estimates, args, host));
  if (args.out !== undefined) writeFileOf(host, args.out, report);
  else for (const part of report) host.stdout.write(part);
  return exitCodeOf(estimates);
};

/** Characters of a report that are written at once. */
const PART_LENGTH = 65_536;

/** A report's pieces in parts that are worth a write. */
function* inParts(pieces: Iterable<string>): Generator<string> {
  let part = "";
  for (const piece of pieces) {
    part += piece;
    if (part.length < PART_LENGTH) continue;
    yield part;
    part = "";
  }
  yield part;
}

/** Each form is loaded only where it is asked for: its report in pieces. */
const render = async (
  estimates: readonly Estimate[],
  { format, out, color }: PreviewArguments,
  host: Host,
): Promise<Iterable<string>> => {
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJson(estimates);
    case "markdown":
      return [(await import("../report/markdown.ts")).renderMarkdown(estimates)];
    case "html":
      return [(await import("../report/html.ts")).renderHtml(estimates)];
    case "table": {
      const { renderText } = await import("../report/text.ts");
      const layout =
        out === undefined
          ? { width: widthOfReport(host.stdout), color: usesColor(host, host.stdout, color) }
          : { color: color ?? false };
      return [renderText(estimates, layout)];
    }
  }
};
