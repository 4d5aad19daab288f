import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { InputError } from "../../core/diagnostic.ts";
import { installCommand } from "./sdk.ts";

const run = promisify(execFile);

/**
 * Gives a folder as it was at another git revision: a temporary worktree, with the installed packages of the working
 * tree linked where package.json and the lock file ask for the same. It is removed in any case.
 * @throws InputError when this is no git repository, the revision is unknown, the folder is not there in it, or its
 * dependencies are others.
 */
export const withRevision = async <T>(
  cwd: string,
  reference: string,
  use: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = await realpath(cwd);
  const top = await topLevel(folder);
  const commit = await commitOf(top, reference);
  const worktree = await realpath(await mkdtemp(join(tmpdir(), "rackrate-revision-")));
  const removeAtExit = () => rmSync(worktree, { recursive: true, force: true });
  process.on("exit", removeAtExit);
  try {
    await git(top, "worktree", "add", "--detach", "--force", worktree, commit);
    const inside = join(worktree, relative(top, folder));
    if (!existsSync(inside)) {
      throw failure("revision-without-project", `The folder ${relative(top, folder)} does not exist at ${reference}.`);
    }
    await linkPackages(top, worktree, folder, reference);
    return await use(inside);
  } finally {
    process.off("exit", removeAtExit);
    await rm(worktree, { recursive: true, force: true });
    await git(top, "worktree", "prune").catch(() => undefined);
  }
};

const failure = (code: string, message: string, hint?: string): InputError =>
  new InputError({ severity: "error", code, message, ...(hint !== undefined && { hint }) });

/** The repository's hooks are not run: they are for people who work in it. */
const git = async (folder: string, ...args: readonly string[]): Promise<string> => {
  const { stdout } = await run("git", ["-c", "core.hooksPath=/dev/null", "-C", folder, ...args], {
    maxBuffer: 16 * 1024 * 1024,
  });
  return stdout.trim();
};

const topLevel = async (folder: string): Promise<string> => {
  try {
    return await realpath(await git(folder, "rev-parse", "--show-toplevel"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw failure("git-missing", "Comparing with a revision needs git.");
    throw failure(
      "no-git",
      `${folder} is not in a git repository.`,
      "Hand over the earlier plan with `--from` instead.",
    );
  }
};

const commitOf = async (top: string, reference: string): Promise<string> => {
  try {
    return await git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`);
  } catch {
    const hint =
      "In a pull request's checkout, fetch the base branch first: `git fetch --depth 1 origin BRANCH:BRANCH`.";
    throw failure("unknown-revision", `There is no revision ${reference} in this repository.`, hint);
  }
};

/** From the project's folder up to the repository's: wherever packages are installed. */
const linkPackages = async (top: string, worktree: string, folder: string, reference: string): Promise<void> => {
  for (let current = folder; ; current = dirname(current)) {
    const there = join(worktree, relative(top, current));
    if (existsSync(join(current, "node_modules")) && !existsSync(join(there, "node_modules"))) {
      await requireSameDependencies(current, there, reference);
      await linkFolder(join(current, "node_modules"), join(there, "node_modules"), top, worktree);
    }
    if (current === top) return;
  }
};

const LOCK_FILES = ["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock", "bun.lockb"];
const DEPENDENCY_FIELDS = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "overrides",
  "resolutions",
  "workspaces",
];

const requireSameDependencies = async (now: string, then: string, reference: string): Promise<void> => {
  const differing: string[] = [];
  for (const name of LOCK_FILES)
    if ((await textOf(join(now, name))) !== (await textOf(join(then, name)))) differing.push(name);
  if ((await dependencyFields(now)) !== (await dependencyFields(then))) differing.unshift("package.json");
  if (differing.length === 0) return;
  const message = `The dependencies at ${reference} are not those that are installed: ${differing.join(" and ")} differ.`;
  const hint = `Check ${reference} out elsewhere, run \`${installCommand(now)}\` and \`rackrate preview\` there, or hand over its plan with \`--from\`.`;
  throw failure("other-dependencies", message, hint);
};

const textOf = (file: string): Promise<string | undefined> => readFile(file, "utf8").catch(() => undefined);

/** Scripts and descriptions may change: what is installed does not depend on them. */
const dependencyFields = async (folder: string): Promise<string> => {
  const text = await textOf(join(folder, "package.json"));
  if (text === undefined) return "";
  try {
    const manifest: Record<string, unknown> = JSON.parse(text);
    return JSON.stringify(DEPENDENCY_FIELDS.map((field) => manifest[field] ?? null));
  } catch {
    return text;
  }
};

/**
 * Links entry by entry. A package of the repository itself (a workspace) is linked to its own earlier revision; one link
 * to the whole folder would mix today's packages into yesterday's program.
 */
const linkFolder = async (from: string, to: string, top: string, worktree: string): Promise<void> => {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const entry = join(from, name);
    const isScope = name.startsWith("@") && (await lstat(entry)).isDirectory();
    if (isScope) await linkFolder(entry, join(to, name), top, worktree);
    else await symlink(await targetOf(entry, top, worktree), join(to, name));
  }
};

const targetOf = async (entry: string, top: string, worktree: string): Promise<string> => {
  const target = await realpath(entry).catch(() => entry);
  const path = relative(top, target).split(sep);
  const own = path[0] !== ".." && !path.includes("node_modules");
  return own ? join(worktree, ...path) : entry;
};
