import { describe, expect, it } from "vitest";
import { describeDiagnostic } from "../../../src/core/diagnostic.ts";
import { settingsSchema } from "../../../src/model/settings.ts";
import type { WrittenUsage } from "../../../src/model/usage.ts";
import { assess } from "../../../src/resources/assess.ts";
import { missingUsage } from "../../../src/resources/missing-usage.ts";
import { HARDWARE } from "../hardware.ts";
import { snapshotOf, type WrittenResource } from "../snapshot.ts";

type Usage = Readonly<Record<string, Readonly<Record<string, WrittenUsage>>>>;

const network = (name: string, region = "us-east-1"): WrittenResource => ({ type: "aws:ec2/vpc:Vpc", name, region });
const queue = (region: string): WrittenResource => ({ type: "aws:sqs/queue:Queue", name: "jobs", region });

const assessed = (usage: Usage, resources: readonly WrittenResource[]) => {
  const settings = settingsSchema.parse({ usage });
  const { value, diagnostics } = assess(snapshotOf(resources), { settings, hardware: HARDWARE, today: "2026-11-24" });
  const lines = value.flatMap(({ resource, assessment }) =>
    assessment.kind === "lines" && /Vpc$/.test(resource.type)
      ? assessment.lines.map(
          (line) => `${resource.name}: ${line.quantity.value} ${line.query.item} ${line.query.region}`,
        )
      : [],
  );
  return { lines, told: diagnostics.map((one) => `${one.severity}: ${describeDiagnostic(one)}`) };
};

/** The entry of Infracost's example file. */
const EXAMPLE = {
  region: "us-east-1",
  monthly_intra_region_gb: 1000,
  monthly_outbound_us_east_to_us_east_gb: 500,
  monthly_outbound_other_regions_gb: 750,
  monthly_outbound_internet_gb: 5000,
};

describe("the traffic of a region, as Infracost states it", () => {
  it("is borne by the network of the region, in all its ways", () => {
    const resources = [network("main"), network("elsewhere", "eu-west-1")];
    expect(assessed({ "aws_data_transfer.my_region": EXAMPLE }, resources)).toEqual({
      lines: [
        "main: 2000 between-zones us-east-1",
        "main: 5000 internet/out us-east-1",
        "main: 500 between-regions/us-east us-east-1",
        "main: 750 between-regions/other us-east-1",
      ],
      told: [],
    });
  });

  it.each([
    ["of two networks by the first, once", [network("b"), network("a")], ["a: 9 internet/out us-east-1"]],
    [
      "of the account's own network",
      [{ ...network("own"), type: "aws:ec2/defaultVpc:DefaultVpc" }],
      ["own: 9 internet/out us-east-1"],
    ],
    ["of no network in a plan that has nothing there", [network("far", "eu-west-1"), queue("eu-west-1")], []],
  ])("is borne %s", (_, resources, lines) => {
    const usage = { "aws_data_transfer.a": { region: "us-east-1", monthly_outbound_internet_gb: 9 } };
    expect(assessed(usage, resources)).toEqual({ lines, told: [] });
  });

  it("adds up where several entries are of one region", () => {
    const usage = {
      "aws_data_transfer.train": { region: "us-east-1", monthly_outbound_internet_gb: 0.1 },
      "aws_data_transfer.serve": { region: "us-east-1", monthly_outbound_internet_gb: 0.2 },
    };
    expect(assessed(usage, [network("main")]).lines).toEqual(["main: 0.3 internet/out us-east-1"]);
  });

  it("is not listed again as missing usage of the network", () => {
    const { usage } = settingsSchema.parse({ usage: { "aws_data_transfer.my_region": EXAMPLE } });
    expect(missingUsage(snapshotOf([network("main")]).resources, usage)).toEqual([]);
  });

  it.each([
    ["no region", { monthly_outbound_internet_gb: 9 }, "does not state which region its traffic leaves"],
    ["a region that does not exist", { ...EXAMPLE, region: "us-esat-1" }, "Did you mean us-east-1"],
    ["an older name of a key", { region: "us-east-1", outbound_internet_gb: 1 }, "monthly_outbound_internet_gb?"],
    ["a region that has no network here", { ...EXAMPLE, region: "eu-west-1" }, "No VPC of this plan is in eu-west-1"],
  ])("is told to have no effect: %s", (_, usage, expected) => {
    const { lines, told } = assessed({ "aws_data_transfer.x": usage }, [network("main"), queue("eu-west-1")]);
    expect(lines).toEqual([]);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^warning: .*aws_data_transfer\.x/);
    expect(told[0]).toContain(expected);
  });

  it.each([
    [
      "a rate that only the US East has",
      { region: "eu-west-1", monthly_outbound_us_east_to_us_east_gb: 1 },
      "us-east-2",
    ],
    ["a word for a number", { region: "eu-west-1", monthly_outbound_internet_gb: "much" }, "must be a number"],
  ])("is refused at its own place: %s", (_, usage, expected) => {
    const { told } = assessed({ "aws_data_transfer.x": usage }, [network("main", "eu-west-1")]);
    expect(told[0]).toMatch(/^error: .*aws_data_transfer\.x/);
    expect(told[0]).toContain(expected);
  });
});
