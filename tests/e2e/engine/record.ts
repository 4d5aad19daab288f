/**
 * Records the fixtures of `tests/plan/fixtures/engine` from the real engine: `node tests/e2e/engine/record.ts`, after
 * `node tools/build-engine.ts`. To be run again when the pinned CLI changes; the difference is what the new one does.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlanDocument } from "../../../src/plan/document.ts";
import { ROOT } from "./engine.ts";
import { apply, CHAPTERS, openFleet, type Recorded, recordChapter } from "./lifecycle.ts";

const FIXTURES = join(ROOT, "tests", "plan", "fixtures", "engine");

/** Every chapter is kept as its preview and the state before it; the other forms where they differ most. */
const MORE_FORMS: Readonly<Record<string, readonly (keyof Recorded)[]>> = {
  create: ["events"],
  "nothing-changed": ["withSames"],
  resize: ["savedPlan"],
  replace: ["events"],
  rename: ["savedPlan"],
  import: ["events", "savedPlan"],
  read: ["withSames", "savedPlan"],
  refresh: ["withSames", "events"],
};

/** Where this machine keeps the SDK and the program, and which host it runs, is no part of what the engine says. */
const impersonal = (text: string): string =>
  text
    .replaceAll(/project:\/\/\/(?:\.\.\/)+[^"]*?node_modules\//g, "project:///node_modules/")
    .replaceAll(/^.*"diagnosticEvent".*\n/gm, "");

const compact = (value: unknown): string =>
  `${JSON.stringify(value, (key, item) => (key === "diagnostics" ? undefined : item))}\n`;

const write = ({ name, text }: PlanDocument): void => {
  const lines = name.includes("event");
  writeFileSync(join(FIXTURES, name), lines ? impersonal(text) : compact(JSON.parse(impersonal(text))));
};

const main = async (): Promise<void> => {
  rmSync(FIXTURES, { recursive: true, force: true });
  mkdirSync(FIXTURES, { recursive: true });
  const fleet = await openFleet();
  try {
    for (const chapter of CHAPTERS) {
      const recorded = await recordChapter(fleet, chapter);
      write(recorded.digest);
      write(recorded.state);
      for (const form of MORE_FORMS[chapter.name] ?? []) write(recorded[form] as PlanDocument);
      await apply(fleet, chapter);
    }
    const text = await fleet.pulumi(["destroy", "--preview-only", "--json"]);
    write({ name: "destroy.digest.json", text });
  } finally {
    fleet.close();
  }
};

void main();
