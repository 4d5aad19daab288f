import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readProject } from "../../../src/plan/program/project.ts";
import { locateSdk } from "../../../src/plan/program/sdk.ts";
import { checkStack, chooseStack } from "../../../src/plan/program/stack.ts";
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
    expect(choose("acme/a/prod")).toMatchObject({ name: "prod", organization: "acme" });
    expect(choose("acme/prod")).toMatchObject({ name: "prod", organization: "acme" });
    expect(choose("prod")).toMatchObject({ name: "prod", organization: "organization" });
  });

  it.each(["../x", "a/../prod", "/prod", "prod/", "a b", "", "..", "acme/a/b/prod", "prod\n", "x".repeat(101)])(
    "takes %j for no name",
    (name) => {
      expect(() => choose(name)).toThrow("is not the name of a stack");
    },
  );

  it("refuses a stack of another project", () => {
    expect(() => choose("acme/shop/prod")).toThrow(
      "acme/shop/prod is a stack of the project shop; this is the project a.",
    );
  });

  it("passes files by whose names no stack can have", () => {
    write("Pulumi.prod.yaml", "");
    write("Pulumi.prod (copy).yaml", "");
    expect(choose().name).toBe("prod");
  });

  it("lists several, without the project file itself", () => {
    write("Pulumi.prod.yaml", "");
    write("Pulumi.dev.yml", "");
    expect(() => choose()).toThrow("dev, prod");
  });
});

describe("checkStack", () => {
  const check = (name: string, isConfigured = false) =>
    checkStack(project("name: a\nruntime: nodejs\n"), name, { PULUMI_HOME: join(folder, "home") }, isConfigured);

  it("believes every name where no stack has a settings file", () => {
    expect(check("review-7")).toEqual([]);
  });

  it("believes a name that has one, in all of its forms", () => {
    write("Pulumi.prod.yaml", "");
    write("Pulumi.dev.json", "{}");
    for (const name of ["prod", "acme/prod", "acme/a/prod", "dev"]) expect(check(name)).toEqual([]);
  });

  it("refuses a slip, with the stacks there are, the nearest, and what a new stack needs", () => {
    write("Pulumi.cloud.yaml", "");
    write("Pulumi.onprem.yaml", "");
    expect(() => check("acme/onpremm")).toThrow(
      "The project a has no stack onpremm; it has cloud, onprem.\n  Did you mean onprem? A new stack needs a Pulumi.onpremm.yaml, which may be empty, or its configuration as `-c key=value`.",
    );
    expect(() => check("review-7")).toThrow("has no stack review-7; it has cloud, onprem.\n  A new stack needs");
  });

  it("takes a stack that is configured on the command line, and says so", () => {
    write("Pulumi.prod.yaml", "");
    expect(check("review-7", true)).toMatchObject([{ severity: "info", code: "stack-without-settings" }]);
  });

  it("believes `pulumi stack select`", () => {
    write("Pulumi.prod.yaml", "");
    const digest = createHash("sha1").update(join(folder, "Pulumi.yaml")).digest("hex");
    write(`home/workspaces/a-${digest}-workspace.json`, '{"stack":"acme/a/review-7"}');
    expect(check("review-7")).toEqual([]);
    expect(() => check("review-8")).toThrow("has no stack review-8");
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
