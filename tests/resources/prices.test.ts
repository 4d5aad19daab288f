import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { CostLine } from "../../src/model/cost.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { openPriceBook } from "../../src/prices/book.ts";
import { assess } from "../../src/resources/assess.ts";
import { FACILITY_DEFAULTS } from "../../src/resources/rackrate/facility-defaults.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, type WrittenResource } from "./snapshot.ts";

const folder = new URL("./cases/", import.meta.url);

/** Every cost line of every case that has no error. */
const lines = (): readonly CostLine[] =>
  readdirSync(folder).flatMap((file) => {
    const cases = parse(readFileSync(new URL(file, folder), "utf8")) as readonly (WrittenResource & {
      readonly related?: readonly WrittenResource[];
      readonly error?: string;
    })[];
    return cases
      .filter(({ error }) => error === undefined)
      .flatMap(
        (one) =>
          assess(snapshotOf([one, ...(one.related ?? [])]), {
            settings: settingsSchema.parse({}),
            hardware: HARDWARE,
            today: "2026-11-24",
          }).value,
      )
      .flatMap(({ assessment }) => (assessment.kind === "lines" ? assessment.lines : []));
  });

describe("what resources ask of the price list", () => {
  const prices = openPriceBook({ facility: {}, hardware: HARDWARE });
  const asked = lines();

  it("every price that the list has is per unit of the quantity", () => {
    const wrong = asked.flatMap(({ query, unit }) => {
      const { price } = prices.find(query);
      return price === null || price.unit === unit
        ? []
        : [`${query.service} ${query.item}: ${price.unit}, not ${unit}`];
    });
    expect(wrong).toEqual([]);
  });

  it("only prices that nobody publishes or that were not found are missing", () => {
    const missing = new Set(
      asked
        .filter(({ query }) => (query.region !== null || query.vendor === "site") && prices.find(query).price === null)
        .map(({ query }) => query.item),
    );
    expect([...missing].filter((item) => !KNOWN_MISSING.some((pattern) => pattern.test(item)))).toEqual([]);
  });

  it("the network share that support is paid on is the one that the network is bought at", () => {
    const site = JSON.parse(readFileSync(new URL("../../src/prices/data/site/defaults.json", import.meta.url), "utf8"));
    expect(FACILITY_DEFAULTS.networkShare.value).toBe(site.networkShare.value);
  });
});

/** Items without a price, each for a reason: unknown types, offers that are not public, figures that were not found. */
const KNOWN_MISSING: readonly RegExp[] = [
  /^instance\/unknown\//,
  /\/(windows|dedicated)\//,
  /-fee$/,
  /^host\/(mac2|m5\/on-demand)/,
  /^instance\/(mac2\.metal|p5\.48xlarge\/linux\/shared\/capacity-block)/,
  /\/spot$/,
  /^ebs-optimized\/c3/,
  /^lustre\/(metadata-iops|backup|persistent-1)/,
  /oracle-se2-byol/,
  /^(database\/db.r6g.large\/io-optimized|storage-io-optimized)$/,
  /^infrequent-access\//,
  /^(environment|worker|scheduler)\/2xlarge$/,
  /^(openzfs\/multi-az|windows\/multi-az\/iops)/,
  /^broker\/kafka\.m5\.4xlarge$/,
  /\/multi-az-cluster\/(on-demand|iops)$/,
  /^storage\/(io1\/multi-az-cluster\/storage|gp3\/single-az\/throughput|gp3\/iops)$/,
  /^(hosting|training|notebook)\/ml\.(p5|t3)/,
  /^serverless\/duration$/,
  /^premium\/outbound\/(?!europe|asia-pacific)/,
];
