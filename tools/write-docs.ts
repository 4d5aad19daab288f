/** Writes the pages of `docs/` that are made from the sources. Run by `npm run docs`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { resourcesPage } from "./resources-page.ts";

const docs = new URL("../docs/", import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL("resources.md", docs), resourcesPage());
