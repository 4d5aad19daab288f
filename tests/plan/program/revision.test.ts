import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withRevision } from "../../../src/plan/program/revision.ts";

let repository: string;

const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", "-C", repository, ...args], {
    encoding: "utf8",
  });
const write = (path: string, text: string) => {
  mkdirSync(join(repository, path, ".."), { recursive: true });
  writeFileSync(join(repository, path), text);
};
const commit = (message: string) => {
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
};

beforeEach(() => {
  repository = realpathSync(mkdtempSync(join(tmpdir(), "rackrate-test-")));
  git("init", "--quiet", "--initial-branch", "main");
  write(".gitignore", "node_modules\n");
  write("package.json", JSON.stringify({ dependencies: { left: "1" }, workspaces: ["packages/*"] }));
  write("package-lock.json", "{}");
  write("app/Pulumi.yaml", "name: before\n");
  write("packages/own/index.js", "module.exports = 'before';\n");
  commit("before");
  write("app/Pulumi.yaml", "name: after\n");
  write("packages/own/index.js", "module.exports = 'after';\n");
  write("node_modules/left/index.js", "module.exports = 'left';\n");
  mkdirSync(join(repository, "node_modules/@scope"), { recursive: true });
  symlinkSync("../packages/own", join(repository, "node_modules/own"));
  symlinkSync("../../packages/own", join(repository, "node_modules/@scope/own"));
  commit("after");
});
afterEach(() => rmSync(repository, { recursive: true, force: true }));

const read = (reference: string, path: string, cwd = "app") =>
  withRevision(join(repository, cwd), reference, async (folder) => readFileSync(join(folder, path), "utf8"));
const worktrees = () => git("worktree", "list").trim().split("\n").length;

describe("withRevision", () => {
  it("gives the same folder as it was at the revision, and leaves nothing behind", async () => {
    let seen = "";
    const text = await withRevision(join(repository, "app"), "main~1", async (folder) => {
      seen = folder;
      return readFileSync(join(folder, "Pulumi.yaml"), "utf8");
    });
    expect(text).toBe("name: before\n");
    expect(existsSync(seen)).toBe(false);
    expect(worktrees()).toBe(1);
    expect(readFileSync(join(repository, "app/Pulumi.yaml"), "utf8")).toBe("name: after\n");
  });

  it("links installed packages, and packages of the repository at their own revision", async () => {
    expect(await read("main~1", "../node_modules/left/index.js")).toContain("left");
    expect(await read("main~1", "../node_modules/own/index.js")).toContain("before");
    expect(await read("main~1", "../node_modules/@scope/own/index.js")).toContain("before");
  });

  it("links packages although scripts of package.json changed", async () => {
    write(
      "package.json",
      JSON.stringify({ scripts: { test: "x" }, dependencies: { left: "1" }, workspaces: ["packages/*"] }),
    );
    expect(await read("main~1", "../node_modules/left/index.js")).toContain("left");
  });

  it("refuses a revision with another lock file, and says how to go on", async () => {
    write("package-lock.json", '{ "changed": true }');
    await expect(read("main~1", "Pulumi.yaml")).rejects.toThrow(/package-lock\.json differ[\s\S]*--from/);
    expect(worktrees()).toBe(1);
  });

  it("refuses a revision with other dependencies", async () => {
    write("package.json", JSON.stringify({ dependencies: { left: "2" } }));
    await expect(read("main~1", "Pulumi.yaml")).rejects.toThrow(/package\.json differ/);
  });

  it("names an unknown revision, also one that looks like an option", async () => {
    await expect(read("nowhere", "Pulumi.yaml")).rejects.toThrow("There is no revision nowhere");
    await expect(read("--help", "Pulumi.yaml")).rejects.toThrow("There is no revision --help");
  });

  it("says when the project did not exist yet", async () => {
    write("later/Pulumi.yaml", "name: later\n");
    await expect(read("main", "Pulumi.yaml", "later")).rejects.toThrow("The folder later does not exist at main");
  });

  it("says when there is no repository", async () => {
    const plain = mkdtempSync(join(tmpdir(), "rackrate-test-"));
    await expect(withRevision(plain, "main", async () => 1)).rejects.toThrow("is not in a git repository");
    rmSync(plain, { recursive: true });
  });

  it("cleans up when the work on it fails", async () => {
    await expect(withRevision(repository, "main", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(worktrees()).toBe(1);
  });
});
