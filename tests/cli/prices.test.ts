import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LockedRow, readLock, renderLock } from "../../src/prices/lock/lock-file.ts";
import { machineRow, meterRow, offerCsv } from "../prices/import/offers.ts";
import { runMain } from "./memory-host.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "rackrate-cli-prices-"));
  writeFileSync(join(cwd, "Pulumi.yaml"), "name: demo\nruntime: nodejs\n");
  writeFileSync(join(cwd, "plan.json"), plan);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const stack = "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev";
const provider = "urn:pulumi:dev::demo::pulumi:providers:aws::default";
const step = (type: string, name: string, inputs: object) => {
  const urn = `urn:pulumi:dev::demo::${type}::${name}`;
  return {
    op: "create",
    urn,
    newState: { urn, custom: true, type, inputs, parent: stack, provider: `${provider}::id` },
  };
};
const plan = JSON.stringify({
  steps: [
    { op: "create", urn: stack, newState: { urn: stack, custom: false, type: "pulumi:pulumi:Stack" } },
    {
      op: "create",
      urn: provider,
      newState: {
        urn: provider,
        custom: true,
        type: "pulumi:providers:aws",
        inputs: { region: "us-east-1" },
        parent: stack,
      },
    },
    step("aws:ec2/instance:Instance", "train", {
      instanceType: "p5.48xlarge",
      ami: "ami-1",
      rootBlockDevice: { volumeSize: 100, volumeType: "gp3" },
    }),
  ],
});

const offer = (price: string, published = "2026-09-12"): string =>
  offerCsv([machineRow("p5.48xlarge", price), meterRow("Storage", "EBS:VolumeUsage.gp3", "GB-Mo", "0.0800000000")], {
    published,
  });
const monthly = async (
  ...more: readonly string[]
): Promise<{ cost: string; list: string; line: Record<string, unknown> }> => {
  const { stdout } = await runMain(["preview", "--from", "plan.json", "--format", "json", ...more], { cwd });
  const { summary, priceList, resources } = JSON.parse(stdout);
  const train = resources.find((one: { name: string }) => one.name === "train");
  return { cost: summary.monthlyCost.after, list: priceList.digest, line: train.lines[0] };
};
const write = (name: string, text: string): void => writeFileSync(join(cwd, name), text);

describe("rackrate prices import", () => {
  it("puts prices beside the project, where the next preview takes them before the built-in list", async () => {
    const before = await monthly();
    expect(before.cost).toBe("40187.2");
    write("AmazonEC2.csv", offer("50.0000000000"));
    const run = await runMain(["prices", "import", "AmazonEC2.csv"], { cwd });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(run.stdout).toContain("us-east-1  AmazonEC2: 2 prices of 2026-09-12");
    const after = await monthly();
    expect(after.cost).toBe("36508");
    expect(after.list).not.toBe(before.list);
    expect(after.line).toMatchObject({
      unitPrice: "50",
      source: "AWS price list AmazonEC2 20260912225308",
      asOf: "2026-09-12",
    });
  });

  it("reads standard input, and takes another folder by option or by environment", async () => {
    const run = await runMain(["prices", "import", "-", "--prices", "elsewhere"], {
      cwd,
      stdin: offer("50.0000000000"),
    });
    expect(run.code).toBe(0);
    expect(readdirSync(join(cwd, "elsewhere"))).toEqual(["us-east-1"]);
    expect((await monthly("--prices", "elsewhere")).cost).toBe("36508");
    expect((await monthly()).cost).toBe("40187.2");
    const { stdout } = await runMain(["prices", "show", "aws", "p5.48xlarge", "--region", "us-east-1"], {
      cwd,
      environment: { RACKRATE_PRICES: "elsewhere" },
    });
    expect(stdout).toContain("50 USD");
  });

  it("ends with 2 and the reason where a file is refused, and takes the others", async () => {
    write("good.csv", offer("50.0000000000"));
    write("bad.csv", offer("50.0000000000").slice(0, -40));
    const { code, stdout, stderr } = await runMain(["prices", "import", "bad.csv", "missing.csv", "good.csv"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("bad.csv: it is truncated");
    expect(stderr).toContain("missing.csv: there is no such file");
    expect(stdout).toContain("good.csv");
  });

  it("says how to install DuckDB where it is not there", () => {
    write("AmazonEC2.csv", offer("50.0000000000"));
    const without = `import { registerHooks } from "node:module"; registerHooks({ resolve: (name, context, next) => { if (name !== "@duckdb/node-api") return next(name, context); throw Object.assign(new Error("gone"), { code: "ERR_MODULE_NOT_FOUND" }); } });`;
    const launcher = fileURLToPath(new URL("../../src/cli/rackrate.cts", import.meta.url));
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${encodeURIComponent(without)}`,
        launcher,
        "prices",
        "import",
        "AmazonEC2.csv",
      ],
      { cwd, encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toContain("npm install --save-dev @duckdb/node-api");
  });
});

describe("a folder of prices", () => {
  const preview = (environment: NodeJS.ProcessEnv, ...more: string[]) =>
    runMain(["preview", "--from", "plan.json", "--format", "json", ...more], { cwd, environment });

  it("that is stated but not there is refused, by where it is stated", async () => {
    write("prices.csv", "");
    for (const [run, message] of [
      [preview({}, "--prices", "nowhere"), "There is no folder of prices at --prices nowhere."],
      [preview({ RACKRATE_PRICES: "nowhere" }), "There is no folder of prices at RACKRATE_PRICES=nowhere."],
      [preview({}, "--prices", "prices.csv"), "--prices prices.csv is a file, not a folder of imported prices."],
      [
        runMain(["prices", "show", "aws", "p5.48xlarge", "--prices", "nowhere"], { cwd }),
        "There is no folder of prices",
      ],
      [
        runMain(["prices", "lock", "--from", "plan.json", "--prices", "nowhere"], { cwd }),
        "There is no folder of prices",
      ],
    ] as const) {
      expect(await run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
    }
  });

  it("that is stated and empty is told, and the estimate is as without it", async () => {
    mkdirSync(join(cwd, "empty"));
    const usual = await preview({});
    expect(usual.stderr).toBe("");
    const run = await preview({}, "--prices", "empty");
    expect(run).toMatchObject({ code: usual.code, stdout: usual.stdout });
    expect(run.stderr).toMatch(/^warning: --prices empty holds no imported prices, so it changes nothing\./);
  });
});

describe("a preview", () => {
  it("can reach no code of imports and no native module by its static imports", () => {
    const reached = new Set<string>();
    const walk = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const [, name = ""] of readFileSync(file, "utf8").matchAll(
        /^(?:import|export)(?! type)[^;]*? from "([^"]+)";$/gms,
      )) {
        if (name.startsWith(".")) walk(resolve(dirname(file), name));
        else reached.add(name);
      }
    };
    walk(fileURLToPath(new URL("../../src/cli/preview.ts", import.meta.url)));
    const names = [...reached];
    expect(names.some((name) => name.endsWith("src/prices/aws-list.ts"))).toBe(true);
    expect(names.filter((name) => /duckdb|prices\/(?:import|sync)\//.test(name))).toEqual([]);
  });
});

describe("rackrate prices show", () => {
  it("lists every region and way to buy, cheapest first, by the GPU-hour too, with date and source", async () => {
    const { code, stdout } = await runMain(["prices", "show", "aws", "p5.48xlarge"], { cwd });
    expect(code).toBe(0);
    const [header, ...lines] = stdout.trimEnd().split("\n");
    expect(header?.trim().split(/\s{2,}/)).toEqual([
      "price",
      "unit",
      "per GPU-hour",
      "region",
      "item",
      "as of",
      "source",
    ]);
    const prices = lines.map((line) => Number(line.trim().split(" ")[0]));
    expect(prices).toEqual([...prices].sort((one, other) => one - other));
    expect(lines.find((line) => line.includes("us-east-1") && line.includes("on-demand"))?.trim()).toMatch(
      /^55\.04 USD {2}hours +6\.88 {2}us-east-1 +instance\/p5\.48xlarge\/linux\/shared\/on-demand +2026-07-20 {2}\S/,
    );
  });

  it("spreads what is paid at once over the hours of its term", async () => {
    const reservation = {
      TermType: "Reserved",
      OfferTermCode: "A",
      LeaseContractLength: "1yr",
      PurchaseOption: "All Upfront",
      OfferingClass: "standard",
      Unit: "Quantity",
      StartingRange: "",
    };
    write("AmazonEC2.csv", offerCsv([machineRow("p5.48xlarge", "262800", reservation)]));
    await runMain(["prices", "import", "AmazonEC2.csv"], { cwd });
    const { stdout } = await runMain(
      ["prices", "show", "aws", "instance/p5.48xlarge/*/reserved*", "--region", "us-east-1"],
      { cwd },
    );
    expect(stdout).toMatch(
      /30 USD {2}hours +3\.75 .*reserved-standard-1y-all-upfront .*with 262800 paid at once, spread over the year/,
    );
  });

  it.each([
    [["aws", "p5.49xlarge"], "no price of p5.49xlarge"],
    [["gcp", "a3"], "needs a vendor"],
    [["aws"], "needs a vendor"],
    [["aws", "p5.48xlarge", "--force"], "--force has no meaning for prices show"],
  ])("%j is refused", async (args, reason) => {
    const { code, stderr } = await runMain(["prices", "show", ...args], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining(reason)]);
  });
});

describe("rackrate prices lock and update", () => {
  const from = ["--from", "plan.json"] as const;
  const lockHeld = () => readLock(readFileSync(join(cwd, "rackrate.lock"), "utf8"), "rackrate.lock");

  it("pins the prices of a plan, whatever is imported later, until they are moved", async () => {
    const locked = await runMain(["prices", "lock", ...from], { cwd });
    expect([locked.code, locked.stdout]).toEqual([0, "rackrate.lock pins 2 prices. Commit it beside the program.\n"]);
    const before = await monthly();
    write("AmazonEC2.csv", offer("50.0000000000"));
    await runMain(["prices", "import", "AmazonEC2.csv"], { cwd });
    expect(await monthly()).toEqual(before);

    const moved = await runMain(["prices", "update", ...from], { cwd });
    expect(moved.code).toBe(0);
    expect(moved.stdout).toContain(
      "Prices alone change the monthly cost of demo/dev from 40187.20 to 36508.00 USD (-3679.20, -9.2 %).",
    );
    expect(moved.stdout).toContain(
      "AmazonEC2 us-east-1 instance/p5.48xlarge/linux/shared/on-demand: 55.04 USD per hours → 50 USD per hours",
    );
    rmSync(join(cwd, ".rackrate"), { recursive: true });
    expect((await monthly()).cost).toBe("36508");
  });

  it("keep list prices in their own currency, so that one lock serves every currency of reports", async () => {
    write("rackrate.yaml", "currency: EUR\n");
    await runMain(["prices", "lock", ...from], { cwd });
    const rows: readonly { service: string; currency?: string }[] = lockHeld().prices;
    expect(rows.map(({ service, currency }) => `${service} ${currency}`)).toEqual([
      "AmazonEC2 USD",
      "AmazonEC2 USD",
      "ECB USD",
    ]);
    // 40187.20 USD at 1.1172 USD a euro.
    expect(Number((await monthly()).cost)).toBeCloseTo(35971.357, 2);
    write("rackrate.yaml", "currency: USD\n");
    expect((await monthly()).cost).toBe("40187.2");
    write("AmazonEC2.csv", offer("50.0000000000"));
    await runMain(["prices", "import", "AmazonEC2.csv"], { cwd });
    write("rackrate.yaml", "currency: EUR\n");
    const { stdout } = await runMain(["prices", "update", ...from], { cwd });
    expect(stdout).toContain("the monthly cost of demo/dev from 35971.36 to 32678.12 EUR (-3293.23, -9.2 %).");
    expect(stdout).toContain("55.04 USD per hours → 50 USD per hours");
    const { stdout: shown } = await runMain(["prices", "show", "aws", "p5.48xlarge"], { cwd });
    expect([shown.includes(" USD "), shown.includes("EUR")]).toEqual([true, false]);
  });

  it("pin the rate of exchange, and show what moving it costs beside what moves of prices", async () => {
    write("rackrate.yaml", "currency: EUR\n");
    await runMain(["prices", "lock", ...from], { cwd });
    const held = lockHeld();
    const moved = (row: LockedRow): LockedRow =>
      row.service === "ECB" && "tiers" in row ? { ...row, tiers: [[null, "1.25"]] } : row;
    write("rackrate.lock", renderLock({ ...held, prices: held.prices.map(moved) }));
    // 40187.20 USD at 1.25 USD a euro, and then at 1.1172.
    expect(Number((await monthly()).cost)).toBeCloseTo(32149.76, 2);
    const { stdout } = await runMain(["prices", "update", ...from], { cwd });
    expect(stdout).toContain("the monthly cost of demo/dev from 32149.76 to 35971.36 EUR (+3821.60, +11.9 %).");
    expect(stdout).toContain("ECB any region exchange-rate/USD: 1.25 USD per EUR → 1.1172 USD per EUR");
    expect(Number((await monthly()).cost)).toBeCloseTo(35971.357, 2);
  });

  it("says what is wrong with a lock that was edited, and prices nothing with it", async () => {
    await runMain(["prices", "lock", ...from], { cwd });
    write("rackrate.lock", readFileSync(join(cwd, "rackrate.lock"), "utf8").replace("55.04", "5.504"));
    const { code, stdout, stderr } = await runMain(["preview", ...from], { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("the digest of this lock does not fit its prices");
  });

  it("update needs a lock to move", async () => {
    const { code, stderr } = await runMain(["prices", "update", ...from], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("rackrate prices lock writes one")]);
    expect(existsSync(join(cwd, "rackrate.lock"))).toBe(false);
  });
});

describe("own prices of rackrate.yaml", () => {
  it("show list, contracted and effective unit price apart on each line", async () => {
    write(
      "rackrate.yaml",
      "prices:\n  discounts: [{ percent: 10, source: EDP }]\n  commitments:\n    - { id: csp, kind: compute-savings-plan, hourly: 1000, discountPercent: 40, term: 1y, payment: no-upfront, start: 2026-06-01 }\n",
    );
    const { line } = await monthly();
    expect(line).toMatchObject({
      meter: "instance-hours-csp",
      listUnitPrice: "55.04",
      contractedUnitPrice: "49.536",
      unitPrice: "29.7216",
      commitment: "csp",
    });
  });
});
