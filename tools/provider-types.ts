import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Every resource type of an installed Pulumi provider, by full token and sorted, as its generated classes name themselves. */
export const providerTypes = (provider: string): readonly string[] => {
  const folder = dirname(createRequire(import.meta.url).resolve(`${provider}/package.json`));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const types = files
    .filter((file) => file.endsWith(".js") && !file.startsWith("node_modules"))
    .flatMap((file) => /__pulumiType = '(\w+:[\w/.]+:\w+)'/.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? []);
  return [...new Set(types)].sort();
};
