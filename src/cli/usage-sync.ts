import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Snapshot } from "../model/plan.ts";
import { missingUsage } from "../resources/missing-usage.ts";
import { extendUsage } from "../settings/extend-usage.ts";
import { showDiagnostics } from "./failure.ts";
import type { ExitCode, Host } from "./host.ts";
import type { UsageArguments } from "./options.ts";
import { plansOf } from "./plans.ts";
import { findSettings, type NamedText, readFileOf, workFolder } from "./run-context.ts";
import { settingsOf } from "./settings.ts";
import { writeFileOf } from "./write-file.ts";

/** `rackrate usage sync`: lists in the settings, or in `--out`, the usage that the plan's resources understand and nobody states. */
export const syncUsage = async (args: UsageArguments, host: Host): Promise<ExitCode> => {
  const folder = workFolder(host, args.cwd);
  const settings = settingsOf(args, host, folder);
  const file = fileToExtend(args, host, folder);
  const plans = await plansOf(args, host, folder);
  showDiagnostics(plans.diagnostics, host, args.color);
  const resources = plans.value.flatMap(({ before, after }) => deployed(after, before).resources);
  const missing = missingUsage(resources, settings.usage);
  const text = extendUsage(file, missing);
  if (text === file.text) {
    host.stdout.write(`${file.name} lists all usage of this plan already.\n`);
    return 0;
  }
  writeFileOf(host, file.name, text);
  const keys = missing.reduce((sum, one) => sum + Object.keys(one.keys).length, 0);
  host.stdout.write(
    `${file.name} now lists the ${keys} usage keys that nobody states, of ${missing.map(({ title }) => title).join(", ")}.\n` +
      "Fill in what you know: a key without a value is not stated, and its cost stays unknown.\n",
  );
  return 0;
};

/** What will be deployed; of a stack that goes away, what is. */
const deployed = (after: Snapshot, before: Snapshot): Snapshot => (after.completeness === "absent" ? before : after);

/** The file of `--out`, or the settings; one that does not exist yet is empty. */
const fileToExtend = ({ out, config }: UsageArguments, host: Host, folder: string): NamedText => {
  if (out !== undefined) return existsSync(resolve(host.cwd, out)) ? readFileOf(host, out) : { name: out, text: "" };
  const name = join(folder, "rackrate.yaml");
  return findSettings(host, folder, config) ?? { name: relative(host.cwd, name), text: "" };
};
