import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runMain } from "./memory-host.ts";

let cwd = "";

const write = (stack: string, region: string, type: string, inputs: object): void => {
  const urn = (of: string, name: string): string => `urn:pulumi:${stack}::shop::${of}::${name}`;
  const [root, provider] = [urn("pulumi:pulumi:Stack", `shop-${stack}`), urn("pulumi:providers:aws", "default")];
  const step = (of: string, name: string, state: object) => ({
    op: "create",
    urn: urn(of, name),
    newState: { urn: urn(of, name), type: of, custom: true, ...state },
  });
  const steps = [
    step("pulumi:pulumi:Stack", `shop-${stack}`, { custom: false }),
    step("pulumi:providers:aws", "default", { inputs: { region }, parent: root }),
    step(type, "it", { inputs, parent: root, provider: `${provider}::id` }),
  ];
  writeFileSync(join(cwd, `${stack}.json`), JSON.stringify({ config: { "aws:region": region }, steps }));
};

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "rackrate-stack-prices-"));
  // The list has no newer price of EBS-optimized usage there than one of 2023.
  write("old", "eu-west-1", "aws:ec2/instance:Instance", { instanceType: "c3.xlarge", ebsOptimized: true });
  write("new", "us-east-1", "aws:ec2/instance:Instance", {
    instanceType: "p5.48xlarge",
    rootBlockDevice: { volumeType: "gp3", volumeSize: 100 },
  });
  write("zone", "us-east-1", "aws:route53/zone:Zone", { name: "example.com" });
  writeFileSync(
    join(cwd, "rackrate.yaml"),
    `
gates: { price-list-age: { maxDays: 1000 } }
prices:
  rates:
    - { item: zone, service: AmazonRoute53, amount: 1, unit: months, currency: EUR, source: a quote, asOf: 2026-11-01 }
`,
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const documentOf = async (...stacks: readonly string[]) => {
  const from = stacks.flatMap((stack) => ["--from", `${stack}.json`]);
  const { stdout } = await runMain(["preview", "--format", "json", "--config", "rackrate.yaml", ...from], { cwd });
  return JSON.parse(stdout);
};

it("says of the prices of a stack, and judges them by, what holds of it alone, whatever is priced beside it", async () => {
  const names = ["old", "new", "zone"];
  const together = await documentOf(...names);
  const alone = await Promise.all(names.map((name) => documentOf(name)));
  expect(together.stacks).toEqual(alone.map(({ stacks }) => stacks[0]));
  const ageOf = ({ gates }: { gates: { rule: string; outcome: string }[] }) =>
    gates.find(({ rule }) => rule === "price-list-age")?.outcome;
  expect(together.stacks.map(ageOf)).toEqual(["fail", "pass", "pass"]);
  const converted = ({ assumptions }: { assumptions: { message: string }[] }) =>
    assumptions.some(({ message }) => message.startsWith("Converted at"));
  expect(together.stacks.map(converted)).toEqual([false, false, true]);
});

it("names the oldest and the newest price of all stacks in the head of a document", async () => {
  const [together, old, zone] = [
    await documentOf("old", "zone"),
    await documentOf("old"),
    await documentOf("zone"),
  ].map(({ priceList }) => priceList);
  expect(together).toMatchObject({ oldest: old.oldest, newest: zone.newest });
  expect(old.oldest < zone.oldest).toBe(true);
  expect(together.digest.split(",")).toEqual([old.digest, zone.digest].sort());
});
