import { writeFileSync } from "node:fs";
import { PUBLISHED, renderSchema } from "./schemas.ts";

for (const published of PUBLISHED) {
  writeFileSync(new URL(`../${published.file}`, import.meta.url), renderSchema(published));
}
