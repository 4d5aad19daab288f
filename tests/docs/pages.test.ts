import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Figure, Source } from "../../src/core/figure.ts";
import { openHardware } from "../../src/hardware/catalogue.ts";
import { readSiteDefaults } from "../../src/prices/site-defaults.ts";
import { FAMILIES, RESOURCES } from "../../src/resources/list.ts";
import { FACILITY_DEFAULTS } from "../../src/resources/rackrate/facility-defaults.ts";
import { batchSize } from "../../src/workloads/batch-size.ts";
import { decode } from "../../src/workloads/decode.ts";
import {
  BANDWIDTH_EFFICIENCY,
  COMPUTE_EFFICIENCY,
  DEFAULT_MFU,
  PLANNED_LOAD,
  USABLE_MEMORY,
} from "../../src/workloads/defaults.ts";
import { inferenceRoofline } from "../../src/workloads/inference-roofline.ts";
import { kvCachePerToken } from "../../src/workloads/kv-cache.ts";
import { prefill } from "../../src/workloads/prefill.ts";
import { prefillShare } from "../../src/workloads/prefill-share.ts";
import { replicaCapacity } from "../../src/workloads/replica-capacity.ts";
import { replicasNeeded } from "../../src/workloads/replicas.ts";
import { servedShare } from "../../src/workloads/served-share.ts";
import { monthlyTokens } from "../../src/workloads/tokens.ts";
import { trainingFlops } from "../../src/workloads/training-flops.ts";
import { trainingHours } from "../../src/workloads/training-hours.ts";
import { resourcesPage } from "../../tools/resources-page.ts";

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly expression: string;
  readonly source: Source;
}

const page = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), "utf8");

/** The cells of each row of a page's tables, by the first cell without its code marks. */
const rowsOf = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split("\n").flatMap((line) => (line.startsWith("| ") ? [[line.split(" | ")[0]!.slice(2), line]] : [])));

describe("docs/resources.md", () => {
  it("is what npm run docs writes", () => {
    expect(page("resources.md")).toBe(resourcesPage());
  });

  it("has every type that is priced, with each of its usage keys", () => {
    const text = page("resources.md");
    for (const { type, usage = {} } of RESOURCES) {
      expect(text).toContain(`\`${type}\``);
      for (const key of Object.keys(usage)) expect(text).toContain(`| \`${key}\` |`);
    }
  });
});

describe("a page that a definition names as its source", () => {
  it.each([...RESOURCES, ...FAMILIES].flatMap(({ source }) => (source.startsWith("docs/") ? [source] : [])))(
    "%s is there",
    (source) => {
      expect(existsSync(new URL(`../../${source}`, import.meta.url))).toBe(true);
    },
  );
});

describe("docs/on-premises.md", () => {
  const rows = rowsOf(page("on-premises.md"));
  const says = (setting: string, value: string, source: Source): void => {
    const row = rows.get(`\`${setting}\``) ?? "";
    expect(row).toContain(`| ${value}`);
    expect(row).toContain(source.title);
    expect(row).toContain(source.asOf);
  };

  it("states every physical default as the code takes it", () => {
    const { ftePer100Servers, ...others } = FACILITY_DEFAULTS;
    says("staffFte", ftePer100Servers.value, ftePer100Servers.source);
    for (const [setting, { value, source }] of Object.entries(others)) says(setting, value, source);
  });

  it("states every default price as the price list has it", () => {
    for (const [setting, { value, low, high, source, asOf }] of Object.entries(readSiteDefaults().of))
      says(setting, low === undefined ? value : `${value} (${low} to ${high})`, { title: source, asOf });
  });

  it("states the carbon of a grid that nobody named", () => {
    const carbon = openHardware({}).gridCarbon("site");
    says("gridCarbonGramsPerKwh", String(carbon?.value), carbon?.source ?? { title: "none" });
  });
});

const shown = ({ id, title, expression, source }: Shown) => [id, title, expression, source] as const;

describe("docs/workloads.md", () => {
  const text = page("workloads.md");
  const formulas = [
    ...[trainingFlops, trainingHours].map(shown),
    ...[kvCachePerToken, batchSize, prefill, decode, inferenceRoofline, prefillShare].map(shown),
    ...[replicaCapacity, monthlyTokens, replicasNeeded, servedShare].map(shown),
  ];

  it.each(formulas)("gives %s as the code computes it", (_, title, expression, source) => {
    const row = text.split("\n").find((line) => line.startsWith(`| ${title}`)) ?? "";
    expect(row).toContain(`\`${expression}\``);
    expect(row).toContain(source.title);
  });

  it.each<[string, Figure]>([
    ["MFU, BF16", DEFAULT_MFU.bf16],
    ["MFU, FP8", DEFAULT_MFU.fp8],
    ["compute efficiency", COMPUTE_EFFICIENCY],
    ["bandwidth efficiency", BANDWIDTH_EFFICIENCY],
    ["usable memory", USABLE_MEMORY],
    ["planned load of a replica", PLANNED_LOAD],
  ])("states the default of %s with its reason", (name, { value, assumption }) => {
    expect(rowsOf(text).get(name)).toContain(`| ${value} | ${assumption} |`);
  });
});
