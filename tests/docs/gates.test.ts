import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { policies } from "../../policy/policies.ts";
import { initialConfig } from "../../policy/rackrate-policies.ts";
import { parse as parseArguments } from "../../src/cli/parse.ts";
import type { Rule } from "../../src/gate/define-rule.ts";
import { gateSettingsSchema, RULES } from "../../src/gate/list.ts";
import { settingsFields } from "../../src/model/settings.ts";
import { loadSettings } from "../../src/settings/load.ts";

const page = readFileSync(new URL("../../docs/gates.md", import.meta.url), "utf8");

/** The blocks of a language, in order. */
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, text]) => text!);

/** A rule's row of the table. */
const rowOf = ({ id, description, severity, settings }: Rule): string => {
  const { properties = {} } = z.toJSONSchema(settings, { io: "input" });
  const stated = Object.entries(properties).map(
    ([name, property]) => `\`${name}\`: ${typeof property === "object" ? property.description : ""}`,
  );
  return `| \`${id}\` | ${severity} | ${description} | ${stated.join("<br>") || "none; it always applies"} |`;
};

describe("docs/gates.md", () => {
  it("has a row for every rule and for nothing else, as the rule describes itself", () => {
    const rows = page.split("\n").filter((line) => /^\| `[a-z-]+` \| (low|medium|high|critical) \|/.test(line));
    expect(rows).toEqual(RULES.map(rowOf));
  });

  it.each(blocks("yaml").map((text, at) => [at + 1, text] as const))(
    "shows settings that are right (block %i)",
    (_, text) => {
      expect(() => loadSettings({ name: "docs/gates.md", text }, gateSettingsSchema)).not.toThrow();
      expect(Object.keys(parse(text)).length).toBeGreaterThan(0);
    },
  );

  it("shows commands that can be called", () => {
    const calls = blocks("sh").flatMap((text) =>
      [...text.matchAll(/npx rackrate ([^#\n]*)/g)].map(([, call]) => call!.trim()),
    );
    expect(calls.length).toBeGreaterThan(3);
    for (const call of calls) expect(parseArguments(call.replaceAll('"', "").split(/ +/)).command).not.toBe("refused");
  });

  it("shows a configuration of policies and of settings that there are", () => {
    const names = new Set(["all", ...policies.map(({ name }) => name)]);
    const configured = blocks("json").flatMap((text) => Object.keys(JSON.parse(text)));
    expect(configured.length).toBeGreaterThan(0);
    for (const name of configured) expect(names).toContain(name);
    for (const text of blocks("json")) {
      for (const [name, entry] of Object.entries(JSON.parse(text))) {
        if (typeof entry !== "object" || entry === null) continue;
        const { enforcementLevel: _, configFile: __, baseline: ___, ...own } = entry as Record<string, unknown>;
        expect(() => gateSettingsSchema.parse({ [name]: own })).not.toThrow();
      }
    }
  });

  it("says of unknowns what the settings' defaults are", () => {
    const { decisive, usage } = settingsFields.onUnknown.parse(undefined);
    expect(page).toContain(`| \`decisive\` | \`${decisive}\`, the default |`);
    expect(page).toContain(`| \`usage\` | \`${usage}\`, the default |`);
  });

  it("is right in that the constructor spares the summary what it does to all", () => {
    expect(initialConfig({ all: "mandatory" })).toEqual({ all: "mandatory", "cost-summary": "advisory" });
  });
});
