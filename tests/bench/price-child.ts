import { readFileSync } from "node:fs";
import { estimate } from "../../src/estimate.ts";
import { gateSettingsSchema } from "../../src/gate/list.ts";
import { readPlan } from "../../src/plan/read.ts";
import { openAwsList } from "../../src/prices/aws-list.ts";
import { openPrices } from "../../src/project-estimate.ts";
import { settingsSchemaWith } from "../../src/settings/schema.ts";

const TODAY = "2026-11-24";

/** Prices a plan of a file in a fresh process and writes how many seconds that took, without the reading of either. */
const [file = ""] = process.argv.slice(2);
const plan = readPlan([{ name: file, text: readFileSync(file, "utf8") }]).value;
const settings = settingsSchemaWith(gateSettingsSchema).parse({});
const started = process.hrtime.bigint();
estimate({ plan, settings, today: TODAY, ...openPrices(settings, openAwsList(), TODAY) });
process.stdout.write(`${Number(process.hrtime.bigint() - started) / 1e9}`);
