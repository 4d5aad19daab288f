/**
 * Installs the package as users get it into an empty folder and uses it: types under the usual compiler settings, code
 * by `require` and by `import`, and the command. Run by `npm run check:package`, after a build. Other packages are
 * linked from this repository, so that no network is needed.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const project = mkdtempSync(join(tmpdir(), "rackrate-consumer-"));

const run = (file: string, args: readonly string[], cwd = project): string =>
  execFileSync(file, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Links every installed package into the consumer, and unpacks ours beside them. */
const install = (): void => {
  const modules = join(project, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], root),
  );
  mkdirSync(join(modules, "rackrate"));
  run("tar", ["-xzf", filename, "-C", join(modules, "rackrate"), "--strip-components", "1"]);
};

const PROGRAM = `import * as pulumi from "@pulumi/pulumi";
import { estimate, irr, npv, readPlan } from "rackrate";
import { previewCosts } from "rackrate/hook";
import { AwsGpuCluster, InferenceService, OnPremGpuCluster, TrainingJob } from "rackrate/infra";
import { policies, RackratePolicies } from "rackrate/policy";

export const value: number = npv(0.1, [-100, 110]);
export const roots: readonly number[] = irr([-100, 110]).roots;
export const used: readonly unknown[] = [pulumi, estimate, readPlan, previewCosts, policies, RackratePolicies];
export const components: readonly unknown[] = [AwsGpuCluster, OnPremGpuCluster, TrainingJob, InferenceService];
`;

/** The compiler settings that Pulumi programs have: the common template's, and those of newer ones. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "the aws-typescript template": {
    module: "commonjs",
    moduleResolution: "node",
    target: "es2020",
    ignoreDeprecations: "6.0",
  },
  "an ES module": { module: "nodenext", moduleResolution: "nodenext", target: "es2022" },
  "a bundler": { module: "esnext", moduleResolution: "bundler", target: "es2022" },
};

const checkTypes = (): void => {
  writeFileSync(join(project, "index.ts"), PROGRAM);
  for (const [title, settings] of Object.entries(SETTINGS)) {
    const compilerOptions = { ...settings, strict: true, noEmit: true, types: ["node"], skipLibCheck: true };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
    run(process.execPath, [compiler, "-p", "."]);
    console.log(`types as ${title} sees them`);
  }
};

const checkCode = (): void => {
  const entries = ["rackrate", "rackrate/hook", "rackrate/infra", "rackrate/policy"];
  run(process.execPath, ["-e", entries.map((entry) => `require("${entry}");`).join("")]);
  run(process.execPath, ["--input-type=module", "-e", entries.map((entry) => `import "${entry}";`).join("")]);
  console.log("code by require and by import");
};

const checkCommand = (): void => {
  const instance = "urn:pulumi:dev::shop::aws:ec2/instance:Instance::trainer";
  const newState = {
    urn: instance,
    custom: true,
    type: "aws:ec2/instance:Instance",
    inputs: { instanceType: "p5.48xlarge" },
  };
  const preview = {
    config: { "aws:region": "us-east-1" },
    steps: [{ op: "create", urn: instance, newState }],
    changeSummary: { create: 1 },
  };
  writeFileSync(join(project, "preview.json"), JSON.stringify(preview));
  const command = join(project, "node_modules/rackrate/dist/lib/rackrate.cjs");
  const report = run(process.execPath, [command, "preview", "--from", "preview.json", "--format", "json"]);
  const { summary } = JSON.parse(report);
  if (!/^40[12]\d\d/.test(summary.monthlyCost.after))
    throw new Error(`p5.48xlarge is priced at ${summary.monthlyCost.after}`);
  console.log("the command, on a preview");
};

try {
  install();
  checkTypes();
  checkCode();
  checkCommand();
} catch (error) {
  const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
  console.error(`${error instanceof Error ? error.message : error}\n${stdout}${stderr}`);
  process.exitCode = 1;
} finally {
  rmSync(project, { recursive: true });
}
