import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProject } from "../../../src/plan/program/project.ts";
import { locateSdk } from "../../../src/plan/program/sdk.ts";
import { chooseStack } from "../../../src/plan/program/stack.ts";
import { readStackConfig } from "../../../src/plan/program/stack-config.ts";

let folder: string;
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, ".."), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const project = (text: string, cwd = ".") => {
  write("Pulumi.yaml", text);
  return readProject(join(folder, cwd));
};
const config = (text: string, stackText: string, overrides: Record<string, string> = {}) => {
  const read = project(text);
  write("Pulumi.dev.yaml", stackText);
  return readStackConfig(read, chooseStack(read, "dev", {}), overrides);
};

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "rackrate-test-")));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("readProject", () => {
  it("is found from a folder below", () => {
    mkdirSync(join(folder, "deep/er"), { recursive: true });
    expect(project("name: a\nruntime: nodejs\n", "deep/er")).toMatchObject({
      name: "a",
      root: folder,
      programFolder: folder,
      entry: ".",
    });
  });

  it("runs a file or a folder that `main` names", () => {
    write("src/app.ts", "");
    expect(project("name: a\nruntime: nodejs\nmain: src/app.ts\n")).toMatchObject({
      programFolder: join(folder, "src"),
      entry: "app.ts",
    });
    expect(project("name: a\nruntime: nodejs\nmain: src/\n")).toMatchObject({
      programFolder: join(folder, "src"),
      entry: ".",
    });
  });

  it.each([
    ["name: a\nruntime: nodejs\nmain: ../outside\n", "inside the project's folder"],
    ["name: a\nruntime: nodejs\nmain: gone\n", "does not exist"],
    ["runtime: nodejs\n", "needs a name"],
    ["name: a\n", "needs a runtime"],
    ["- a\n", "mapping"],
    ["name: [\n", "Pulumi.yaml:"],
  ])("refuses %j", (text, message) => {
    expect(() => project(text)).toThrow(message);
  });

  it("reads JSON too, and the options of the runtime without debuggers", () => {
    write(
      "Pulumi.json",
      JSON.stringify({
        name: "a",
        runtime: { name: "nodejs", options: { nodeargs: "--inspect-brk --enable-source-maps", typescript: false } },
      }),
    );
    expect(readProject(folder).runtime).toEqual({
      typescript: false,
      tsconfig: undefined,
      nodeargs: ["--enable-source-maps"],
    });
  });
});

describe("chooseStack", () => {
  const choose = (wanted?: string) => chooseStack(project("name: a\nruntime: nodejs\n"), wanted, { HOME: folder });

  it("takes the only one, by its settings file", () => {
    write("Pulumi.prod.yaml", "");
    expect(choose()).toMatchObject({ name: "prod", file: join(folder, "Pulumi.prod.yaml"), assumptions: [] });
  });

  it("says so when there is none", () => {
    expect(choose()).toMatchObject({ name: "dev", assumptions: [{ code: "stack-assumed" }] });
  });

  it("takes organization and name apart", () => {
    expect(choose("acme/project/prod")).toMatchObject({ name: "prod", organization: "acme" });
    expect(choose("prod")).toMatchObject({ name: "prod", organization: "organization" });
  });

  it("lists several, without the project file itself", () => {
    write("Pulumi.prod.yaml", "");
    write("Pulumi.dev.yml", "");
    expect(() => choose()).toThrow("dev, prod");
  });
});

describe("readStackConfig", () => {
  const plain = "name: a\nruntime: nodejs\n";

  it("lets the stack win over the project, and the command line over both", () => {
    const declared = `${plain}config:\n  size: { type: integer, default: 1 }\n  count: { type: integer, default: 1 }\n  kind: { default: x }\n`;
    expect({ ...config(declared, "config: { a:size: 2, a:count: 2 }", { count: "3" }).values }).toEqual({
      "a:size": "2",
      "a:count": "3",
      "a:kind": "x",
    });
  });

  it("writes objects and lists as JSON, and old keys as new ones", () => {
    expect({
      ...config(plain, "config:\n  a:config:tags: { team: ml }\n  zones: [a, b]\n  aws:region: eu-west-1\n").values,
    }).toEqual({
      "a:tags": '{"team":"ml"}',
      "a:zones": '["a","b"]',
      "aws:region": "eu-west-1",
    });
  });

  it("names a declared setting that has no value", () => {
    expect(() => config(`${plain}config:\n  size: { type: integer }\n`, "config: {}")).toThrow(
      "lacks the configuration value a:size",
    );
  });

  it("knows that a value given in plain text is secret when the project says so", () => {
    const read = config(`${plain}config:\n  key: { secret: true, type: string }\n`, "config: {}", {
      key: "open-sesame",
    });
    expect(read).toMatchObject({ secretKeys: ["a:key"], secretValues: ["open-sesame"], encrypted: [] });
  });
});

describe("locateSdk", () => {
  it.each([
    ["package-lock.json", "npm ci"],
    ["yarn.lock", "yarn install"],
    ["pnpm-lock.yaml", "pnpm install"],
  ])("with %s asks for `%s` where nothing is installed", (lock, command) => {
    write(lock, "");
    expect(() => locateSdk(project("name: a\nruntime: nodejs\n"))).toThrow(command);
  });

  it("refuses an SDK of an earlier generation", () => {
    write("node_modules/@pulumi/pulumi/package.json", JSON.stringify({ name: "@pulumi/pulumi", version: "2.25.0" }));
    write("node_modules/@pulumi/pulumi/cmd/run/index.js", "");
    expect(() => locateSdk(project("name: a\nruntime: nodejs\n"))).toThrow("uses @pulumi/pulumi 2.25.0");
  });
});
