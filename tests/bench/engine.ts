import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineBinary } from "../../tools/engine-location.ts";
import { serveAws } from "../e2e/engine/aws.ts";
import { serveEchoProvider } from "../e2e/engine/echo-provider.ts";
import { type EngineProject, openProject, PROJECTS, ROOT } from "../e2e/engine/engine.ts";
import { priceProgram } from "../e2e/engine/rackrate.ts";
import { compilePackage } from "../support/compiled-package.ts";
import { type Row, ratio, seconds } from "./row.ts";

const REFERENCE = ["Pulumi.yaml", "Pulumi.cloud.yaml", "package.json", "rackrate.yaml", "infra", "src"];

/** What is timed: it says how many seconds it took. */
type Timed = () => Promise<number>;

/** On the real engine: what the pack and the hook add to a preview, and what the runner saves of one. */
export const engineBench = async (): Promise<readonly Row[]> => {
  if (!existsSync(engineBinary())) {
    console.log("The real engine is left out: `node tools/build-engine.ts` builds it, where Go is present.");
    return [];
  }
  const rackrate = await compilePackage();
  const providers = { aws: await serveAws(), kubernetes: await serveEchoProvider() };
  const open = (project: string, stack: string, only?: readonly string[]) =>
    openProject({
      project,
      stack,
      providers,
      rackrate: rackrate.folder,
      config: { "aws:region": "us-east-1" },
      ...(only && { only }),
    });
  const projects: EngineProject[] = [];
  try {
    const reference = await open(ROOT, "cloud", REFERENCE);
    const hooked = await open(ROOT, "cloud", REFERENCE);
    const thousand = await open("thousand", "dev");
    const hookedThousand = await open("thousand", "dev");
    projects.push(reference, hooked, thousand, hookedThousand);
    addHook(hooked);
    hookedThousand.configure({ "thousand:hook": true });
    return [
      ...(await packRows(reference, thousand)),
      ...(await hookRows([reference, hooked], [thousand, hookedThousand])),
      await runnerRow(thousand),
    ];
  } finally {
    for (const { close } of projects) close();
    for (const { close } of Object.values(providers)) close();
    rackrate.remove();
  }
};

/** The one line at the top of the program, which must not be called rackrate itself: it would find the hook in its own folder. */
const addHook = ({ folder }: EngineProject): void => {
  const program = join(folder, "infra", "reference", "index.ts");
  const line = 'import { previewCosts } from "rackrate/hook";\npreviewCosts();\n';
  writeFileSync(program, line + readFileSync(program, "utf8"));
  writeFileSync(join(folder, "package.json"), '{ "name": "reference", "private": true, "type": "module" }');
};

/** As a user has it: with the stack traces that the SDK makes for itself, which the other tests on the engine do without. */
const AS_USERS = { NODE_OPTIONS: "" };

/** Node then keeps no compiled code between runs, as the hook otherwise has it do. */
const NOTHING_KEPT = { ...AS_USERS, NODE_DISABLE_COMPILE_CACHE: "1" };

const preview =
  (
    project: EngineProject,
    args: readonly string[] = [],
    environment: Readonly<Record<string, string>> = AS_USERS,
  ): Timed =>
  async () => {
    const run = await project.run(["preview", ...args], environment);
    if (run.code !== 0) throw new Error(`pulumi preview ended with ${run.code}:\n${run.stdout}\n${run.stderr}`);
    return run.seconds;
  };

const packRows = async (reference: EngineProject, thousand: EngineProject): Promise<readonly Row[]> => {
  const withPack = (project: EngineProject, ours: boolean): Timed => {
    const empty = join(project.folder, "empty-pack");
    cpSync(join(PROJECTS, "empty-pack"), empty, { recursive: true });
    const pack = ours ? join(project.folder, "node_modules", "rackrate", "policy") : empty;
    // Only what the pack costs is measured here, so nothing is enforced.
    const levels = join(project.folder, "advisory.json");
    writeFileSync(levels, JSON.stringify({ all: "advisory" }));
    return preview(project, ["--policy-pack", pack, "--policy-pack-config", levels]);
  };
  const [small, large] = [
    await medians([withPack(reference, true), withPack(reference, false)], 5),
    await medians([withPack(thousand, true), withPack(thousand, false)], 3),
  ];
  const [ours, empty] = small;
  const [oursAtThousand, emptyAtThousand] = large;
  const added = oursAtThousand! - emptyAtThousand!;
  return [
    share("policy pack ÷ empty pack, preview of the reference stack", ours!, empty!, 1.1),
    {
      what: "policy pack − empty pack, preview of 1,000 resources",
      measured: seconds(added),
      wanted: "< 0.50 s",
      met: added < 0.5,
      detail: `${seconds(oursAtThousand!)} and ${seconds(emptyAtThousand!)}`,
    },
  ];
};

type Pair = readonly [without: EngineProject, withHook: EngineProject];

const hookRows = async (reference: Pair, thousand: Pair): Promise<readonly Row[]> => {
  const of = async (what: string, [without, withHook]: Pair, runs: number): Promise<Row> => {
    const timed = [preview(without), preview(withHook), preview(withHook, [], NOTHING_KEPT)];
    const [none, hook, alone] = await medians(timed, runs);
    const row = share(`preview hook ÷ none, preview of ${what}`, hook!, none!, 1.05);
    return { ...row, detail: `${row.detail}; ${ratio(alone! / none!)} where no compiled code is kept` };
  };
  return [await of("the reference stack", reference, 7), await of("1,000 resources", thousand, 3)];
};

const runnerRow = async (thousand: EngineProject): Promise<Row> => {
  const runner: Timed = async () => {
    const started = process.hrtime.bigint();
    await priceProgram(thousand.folder, "dev");
    return Number(process.hrtime.bigint() - started) / 1e9;
  };
  const engine: Timed = async () => (await thousand.run(["preview"], AS_USERS)).seconds;
  const [ours, theirs] = await medians([runner, engine], 3);
  return share("rackrate preview ÷ pulumi preview, 1,000 resources", ours!, theirs!, 1);
};

const share = (what: string, ours: number, theirs: number, most: number): Row => ({
  what,
  measured: ratio(ours / theirs),
  wanted: `≤ ${ratio(most)}`,
  met: ours / theirs <= most,
  detail: `${seconds(ours)} and ${seconds(theirs)}`,
});

/** Runs each in turn, A B A B …, after one warm-up each. */
const medians = async (timed: readonly Timed[], runs: number): Promise<readonly number[]> => {
  const times = timed.map((): number[] => []);
  for (let run = 0; run <= runs; run++) {
    for (const [index, one] of timed.entries()) {
      const taken = await one();
      if (run > 0) times[index]!.push(taken);
    }
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!);
};
