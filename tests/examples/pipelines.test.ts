import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { parse } from "../../src/cli/parse.ts";

const EXAMPLES = join(import.meta.dirname, "../../examples");
const PIPELINES = ["github-actions", "gitlab"].flatMap((folder) =>
  readdirSync(join(EXAMPLES, folder)).map((name) => join(folder, name)),
);

const read = (name: string) => parseDocument(readFileSync(join(EXAMPLES, name), "utf8"), { uniqueKeys: true });

/** Every text of a document. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
};

/** Calls of a tool in the scripts of a pipeline, in words without the shell's marks. */
const callsOf = (name: string, tool: string): readonly (readonly string[])[] =>
  textsOf(read(name).toJS())
    .flatMap((text) => text.split("\n"))
    .flatMap((line) => {
      const [, call] = new RegExp(`(?:^|[;&|] *)${tool} (.*)$`).exec(line.trim()) ?? [];
      return call === undefined
        ? []
        : [
            call
              .split(/ [>|;#&]/)[0]!
              .replaceAll('"', "")
              .trim()
              .split(/ +/),
          ];
    });

describe("the example pipelines", () => {
  it("are those of both forges", () => {
    expect(PIPELINES).toContain("github-actions/rackrate.yml");
    expect(PIPELINES).toContain("gitlab/.gitlab-ci.yml");
  });

  it.each(PIPELINES)("%s is YAML without fault or warning", (name) => {
    const { errors, warnings } = read(name);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it.each(PIPELINES)("%s calls rackrate as it can be called", (name) => {
    const calls = callsOf(name, "npx rackrate");
    expect(calls.map(([command]) => command)).toContain("comment");
    for (const call of calls) expect(parse(call)).toMatchObject({ command: call[0] });
  });

  it.each(PIPELINES)("%s names policy packs that are there", (name) => {
    for (const call of callsOf(name, "pulumi").filter((words) => words.includes("--policy-pack"))) {
      const pack = call[call.indexOf("--policy-pack") + 1] ?? "";
      expect(pack).toMatch(/^node_modules\/rackrate\//);
      expect(existsSync(join(EXAMPLES, "..", pack.replace("node_modules/rackrate/", ""), "PulumiPolicy.yaml"))).toBe(
        true,
      );
    }
  });

  it.each(PIPELINES)("%s deploys only by a plan that the pack has judged", (name) => {
    for (const [command, ...words] of callsOf(name, "pulumi").filter(([first]) => first === "up")) {
      expect([command, ...words]).toEqual(expect.arrayContaining(["--plan", "--policy-pack"]));
      expect(words).not.toContain("--skip-preview");
    }
  });
});

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly env?: object }[] }>
  >;
}

describe("the example workflows of GitHub", () => {
  const workflows = PIPELINES.filter((name) => name.startsWith("github-actions"));

  it.each(workflows)("%s runs a stranger's code with no right to write", (name) => {
    const { on, permissions } = read(name).toJS() as Workflow;
    expect(Object.keys(on)).toContain("pull_request");
    expect(Object.keys(on)).not.toContain("pull_request_target");
    expect(permissions.contents).toBe("read");
  });

  it.each(workflows)("%s gives the token to nothing but the comment", (name) => {
    const { jobs, ...outside } = read(name).toJS() as Workflow;
    expect(JSON.stringify(outside)).not.toContain("github.token");
    for (const step of Object.values(jobs).flatMap(({ steps }) => steps)) {
      const hasToken = JSON.stringify(step).includes("github.token");
      expect(hasToken).toBe(step.run?.includes("rackrate comment") ?? false);
    }
  });
});
