import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { PlanDocument } from "../../../src/plan/document.ts";
import { type EchoProvider, serveEchoProvider } from "./echo-provider.ts";
import { type EngineProject, openProject } from "./engine.ts";

const AMI = "ami-0123456789abcdef0";
const FOUND = { ami: AMI, instanceType: "g6e.12xlarge" };

/** A change of the fleet's configuration and the operations that it comes to on the engine. */
export interface Chapter {
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** More arguments of `pulumi preview`. */
  readonly args?: readonly string[];
  /** The engine's own words, by the name of the resource; what is not here stays as it is. */
  readonly operations: Readonly<Record<string, string>>;
}

const first = {
  "fleet:nodeType": "g5.xlarge",
  "fleet:nodes": 2,
  "fleet:zone": "us-east-1a",
  "fleet:instances": { trainer: { instanceType: "p5.48xlarge" } },
};
const resized = { ...first, "fleet:nodes": 5, "fleet:instances": { trainer: { instanceType: "g5.12xlarge" } } };
const moved = { ...resized, "fleet:zone": "us-east-1b" };
const renamed = { ...moved, "fleet:instances": { coach: { instanceType: "g5.12xlarge", alias: "trainer" } } };
const emptied = { ...moved, "fleet:instances": {} };
const adopted = { ...moved, "fleet:instances": { found: { instanceType: FOUND.instanceType, importId: "i-found" } } };
const reading = { ...adopted, "fleet:existing": "i-existing" };

/** One stack from its first preview on; after each chapter the change is applied. */
export const CHAPTERS: readonly Chapter[] = [
  {
    name: "create",
    config: first,
    operations: { nodes: "create", workers: "create", trainer: "create", scratch: "create", data: "create" },
  },
  { name: "nothing-changed", config: first, operations: {} },
  { name: "resize", config: resized, operations: { trainer: "update", workers: "update" } },
  { name: "replace", config: moved, operations: { scratch: "replace" } },
  { name: "rename", config: renamed, operations: {} },
  { name: "delete", config: emptied, operations: { coach: "delete" } },
  { name: "import", config: adopted, operations: { found: "import" } },
  { name: "read", config: reading, operations: { existing: "read" } },
  { name: "refresh", config: reading, args: ["--refresh"], operations: { existing: "read" } },
];

/** What the engine writes of one chapter, before it is applied. */
export interface Recorded {
  readonly chapter: Chapter;
  readonly digest: PlanDocument;
  readonly withSames: PlanDocument;
  readonly events: PlanDocument;
  readonly eventLog: PlanDocument;
  readonly savedPlan: PlanDocument;
  readonly state: PlanDocument;
}

/** The fleet with its provider, which knows two instances that this stack did not make. */
export const openFleet = async (rackrate?: string): Promise<EngineProject> => {
  const aws: EchoProvider = await serveEchoProvider({
    replaceOn: { "aws:ebs/volume:Volume": ["availabilityZone"] },
    standing: { "i-found": FOUND, "i-existing": { ami: AMI, instanceType: "p4d.24xlarge" } },
  });
  const fleet = await openProject({
    project: "fleet",
    config: { "aws:region": "us-east-1" },
    providers: { aws },
    ...(rackrate !== undefined && { rackrate }),
  });
  return {
    ...fleet,
    close: () => {
      fleet.close();
      aws.close();
    },
  };
};

/** Previews one chapter in every form that the engine has. */
export const recordChapter = async (fleet: EngineProject, chapter: Chapter): Promise<Recorded> => {
  fleet.configure(chapter.config);
  const preview = ["preview", ...(chapter.args ?? [])];
  const document = (form: string, text: string): PlanDocument => ({ name: `${chapter.name}.${form}.json`, text });
  const planFile = join(fleet.folder, "plan.json");
  const logFile = join(fleet.folder, "events.log");
  for (const file of [planFile, logFile]) rmSync(file, { force: true });
  const digest = await fleet.pulumi([...preview, "--json", "--save-plan", planFile]);
  const withSames = await fleet.pulumi([...preview, "--json", "--show-sames", "--show-reads", "--event-log", logFile], {
    PULUMI_DEBUG_COMMANDS: "true",
  });
  const events = await fleet.pulumi([...preview, "--json"], { PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true" });
  return {
    chapter,
    digest: document("digest", digest),
    withSames: document("with-sames", withSames),
    events: document("events", events),
    eventLog: document("event-log", readFileSync(logFile, "utf8")),
    savedPlan: document("saved-plan", readFileSync(planFile, "utf8")),
    state: document("state", await fleet.pulumi(["stack", "export"])),
  };
};

/** Applies the chapter that was recorded last. */
export const apply = (fleet: EngineProject, { args = [] }: Chapter): Promise<string> =>
  fleet.pulumi(["up", "--yes", "--skip-preview", ...args]);
