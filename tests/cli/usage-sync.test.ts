import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { runMain } from "./memory-host.ts";

const CASE = join(import.meta.dirname, "../cases/bucket-by-usage");
const folders: string[] = [];

/** A folder with a plan of one bucket, whose usage the settings do not state. */
const folderWith = (settings?: string): string => {
  const folder = mkdtempSync(join(tmpdir(), "rackrate-usage-"));
  folders.push(folder);
  cpSync(join(CASE, "plan.json"), join(folder, "plan.json"));
  if (settings !== undefined) writeFileSync(join(folder, "rackrate.yaml"), settings);
  return folder;
};

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const sync = (cwd: string, ...more: readonly string[]) =>
  runMain(["usage", "sync", "--from", "plan.json", ...more], { cwd });
const monthlyOf = async (cwd: string, ...more: readonly string[]) => {
  const run = await runMain(["preview", "--from", "plan.json", "--format", "json", ...more], { cwd });
  const { summary, resources } = JSON.parse(run.stdout);
  return {
    total: summary.monthlyCost.after,
    bucket: resources.find(({ name }: { name: string }) => name === "data"),
    run,
  };
};
const settingsIn = (folder: string): string => readFileSync(join(folder, "rackrate.yaml"), "utf8");

describe("rackrate usage sync", () => {
  it("lists what nobody states in the settings, keeps what they say, and has nothing to add a second time", async () => {
    const folder = folderWith("horizonMonths: 12 # a year\nusage:\n  data:\n    standard: { storage_gb: 10 } # ours\n");
    const run = await sync(folder);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("rackrate.yaml now lists the");
    const text = settingsIn(folder);
    expect(text).toContain("horizonMonths: 12 # a year\n");
    expect(text).toContain("    standard: { storage_gb: 10 } # ours\n");
    const listed = parse(text).usage["aws:s3/bucket:Bucket"];
    expect(listed.standard).toHaveProperty("monthly_tier_1_requests", null);
    expect(listed.standard).not.toHaveProperty("storage_gb");
    expect((await sync(folder)).stdout).toBe("rackrate.yaml lists all usage of this plan already.\n");
    expect(settingsIn(folder)).toBe(text);
  });

  it("makes nothing known: the estimate is the same before and after", async () => {
    const folder = folderWith("horizonMonths: 12\n");
    const before = await monthlyOf(folder);
    await sync(folder);
    const after = await monthlyOf(folder);
    expect(after).toEqual(before);
    expect(before.total).toBeNull();
  });

  it("makes the settings where there are none, and the file of --out where it is named", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    await sync(folder, "--out", "usage.yml");
    expect(parse(readFileSync(join(folder, "usage.yml"), "utf8")).usage).toHaveProperty(["aws:s3/bucket:Bucket"]);
    await sync(folder);
    expect(parse(settingsIn(folder)).usage).toHaveProperty(["aws:s3/bucket:Bucket"]);
  });

  it("adds to a file of Infracost's form in that form", async () => {
    const folder = folderWith();
    writeFileSync(
      join(folder, "infracost-usage.yml"),
      "version: 0.1\nresource_usage:\n  aws_lb.web:\n    new_connections: 1\n",
    );
    await sync(folder, "--out", "infracost-usage.yml");
    expect(parse(readFileSync(join(folder, "infracost-usage.yml"), "utf8"))).toMatchObject({
      version: 0.1,
      resource_usage: { "aws_lb.web": { new_connections: 1 } },
      resource_type_default_usage: { "aws:s3/bucket:Bucket": { standard: { storage_gb: null } } },
    });
  });

  it.each([
    [["usage"], "rackrate usage needs an action: sync."],
    [["usage", "synch"], 'The action of usage cannot be "synch"; it is one of "sync".'],
    [["usage", "sync", "--from", "plan.json", "--out", "nowhere/usage.yml"], "nowhere/usage.yml cannot be written"],
    [["usage", "sync", "--from", "plan.json", "--out", "plan.json"], "cannot be added where they belong"],
  ])("refuses %j in words", async (argv, message) => {
    const run = await runMain(argv, { cwd: folderWith() });
    expect(run.stderr).toContain(message);
    expect(run).toMatchObject({ code: 2, stdout: "" });
  });
});

describe("--usage", () => {
  const INFRACOST = `version: 0.1
resource_type_default_usage:
  aws_s3_bucket:
    standard:
      storage_gb: 1000
resource_usage:
  aws_s3_bucket.data:
    standard:
      monthly_tier_1_requests: 2000
      monthly_tier_2_requests: 0
      monthly_select_data_scanned_gb: 0
      monthly_select_data_returned_gb: 0
`;

  it("prices a plan with a file that Infracost reads", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "infracost-usage.yml"), INFRACOST);
    const { bucket, total } = await monthlyOf(folder, "--usage", "infracost-usage.yml");
    const quantities = bucket.lines.map(
      ({ meter, quantity }: { meter: string; quantity: string }) => `${meter} ${quantity}`,
    );
    expect(quantities).toContain("standard-storage 1000");
    expect(quantities).toContain("standard-put-requests 2");
    expect(total).not.toBeNull();
  });

  it("wins over settings that are as exact, and not over more exact ones", async () => {
    const folder = folderWith(
      "usage:\n  aws_s3_bucket: { standard: { storage_gb: 1, monthly_tier_1_requests: 3000 } }\n",
    );
    writeFileSync(join(folder, "usage.yml"), "usage: { aws_s3_bucket: { standard: { storage_gb: 5 } } }\n");
    const quantityOf = async () => {
      const { bucket } = await monthlyOf(folder, "--usage", "usage.yml");
      return bucket.lines.slice(0, 2).map(({ quantity }: { quantity: string }) => quantity);
    };
    expect(await quantityOf()).toEqual(["5", "3"]);
    writeFileSync(join(folder, "rackrate.yaml"), "usage:\n  data: { standard: { storage_gb: 1 } }\n");
    expect(await quantityOf()).toEqual(["1", null]);
  });

  it("warns of a key that nothing understands, with file, line and what was meant, and prices the rest", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "usage.yml"), "usage:\n  data:\n    standard:\n      storage_gbs: 5\n");
    const { run, bucket } = await monthlyOf(folder, "--usage", "usage.yml");
    expect(run.stderr).toContain(
      "warning: usage.yml:4:7 (usage.data.standard.storage_gbs): standard.storage_gbs is no usage of S3 bucket",
    );
    expect(run.stderr).toContain("Did you mean standard.storage_gb?");
    expect(bucket.status).toBe("usage-dependent");
  });

  it("is bad input where text stands for a number", async () => {
    const folder = folderWith();
    writeFileSync(join(folder, "usage.yml"), "usage:\n  data:\n    standard: { storage_gb: '5' }\n");
    const run = await runMain(["preview", "--from", "plan.json", "--usage", "usage.yml"], { cwd: folder });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("usage.yml:3:17");
    expect(run.stderr).toContain("Write 5, as a number.");
  });
});
