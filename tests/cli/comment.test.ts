import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { GITHUB_TOKEN, type LocalGithub, startGithub } from "../forge/local-github.ts";
import { GITLAB_TOKEN, JOB_TOKEN, type LocalGitlab, startGitlab } from "../forge/local-gitlab.ts";
import { type Run, runMain } from "./memory-host.ts";

const CASES = join(import.meta.dirname, "../cases");
const RESIZE = join(CASES, "node-group-resize");
const folder = mkdtempSync(join(tmpdir(), "rackrate-comment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: unknown): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

const eventFrom = (repository: string): string =>
  file(`event-${repository.replace("/", "-")}.json`, {
    pull_request: { number: 12, head: { repo: { full_name: repository } }, base: { repo: { full_name: "acme/shop" } } },
  });

const EXPIRED = "ghs_expiredTokenOfAnEarlierJob";
const SECRETS = [GITHUB_TOKEN, GITLAB_TOKEN, JOB_TOKEN, EXPIRED];

let environment: NodeJS.ProcessEnv;

/** Runs in a folder of tests/cases; whatever the run says, and whatever it leaves behind, holds no token. */
const comment = async (cwd: string, ...more: readonly string[]): Promise<Run> => {
  const plan = more.includes("--from") ? [] : ["--from", "plan.json"];
  const run = await runMain(["comment", ...plan, ...more], { cwd, environment });
  const summary = environment.GITHUB_STEP_SUMMARY ? readFileSync(environment.GITHUB_STEP_SUMMARY, "utf8") : "";
  for (const secret of SECRETS) expect(`${run.stdout}${run.stderr}${summary}`).not.toContain(secret);
  return run;
};

/** The steps of a case, changed. */
const planWith = (name: string, change: (step: Record<string, unknown>) => Record<string, unknown>[]): string => {
  const plan = JSON.parse(readFileSync(join(RESIZE, "plan.json"), "utf8"));
  return file(name, { ...plan, steps: plan.steps.flatMap(change) });
};

const unchangedPlan = (): string =>
  planWith("unchanged.json", ({ oldState, newState, ...step }) => {
    const state = oldState ?? newState;
    return [{ ...step, op: "same", oldState: state, newState: state }];
  });

describe("rackrate comment at GitHub", () => {
  let github: LocalGithub;
  beforeEach(async () => {
    github = await startGithub();
    environment = {
      GITHUB_ACTIONS: "true",
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_API_URL: github.apiUrl,
      GITHUB_EVENT_PATH: eventFrom("acme/shop"),
      GITHUB_STEP_SUMMARY: file("summary.md", "of an earlier step\n"),
      GITHUB_TOKEN,
    };
  });
  afterEach(() => github.close());

  it("posts the report, adds it to the summary of the job, and says so in its log", async () => {
    const run = await comment(RESIZE);
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toContain("shop/prod: $241,375 a month (+$80,458)");
    expect(run.stdout).toContain("Commented on pull request acme/shop#12: https://github.example.com/");
    const report = (await runMain(["preview", "--from", "plan.json", "--format", "markdown"], { cwd: RESIZE })).stdout;
    expect(github.comments.map(({ body }) => body)).toEqual([expect.stringContaining(report.trimEnd())]);
    expect(readFileSync(environment.GITHUB_STEP_SUMMARY!, "utf8")).toBe(`of an earlier step\n${report}\n`);
  });

  it("says where the comment was rewritten, and where it needed not be", async () => {
    await comment(RESIZE);
    expect((await comment(RESIZE)).stdout).toContain("The comment says this already on pull request acme/shop#12");
    expect((await comment(join(CASES, "node-group-create"))).stdout).toContain("Updated the comment on");
    expect(github.comments).toHaveLength(1);
  });

  it("ends with 1 where a gate fails, and says why in the log and the comment", async () => {
    const run = await comment(join(CASES, "gate-failure"));
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^Gate failed \(monthly-cost\): The monthly cost is /m);
    expect(github.comments[0]?.body).toContain("❌ **Monthly cost**");
  });

  it("shows in a dry run what would be posted, asks for no token and leaves nothing behind", async () => {
    environment.GITHUB_TOKEN = "";
    const run = await comment(RESIZE, "--dry-run", "--tag", "cloud");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(github.asked).toEqual([]);
    expect(readFileSync(environment.GITHUB_STEP_SUMMARY!, "utf8")).toBe("of an earlier step\n");
    environment.GITHUB_TOKEN = GITHUB_TOKEN;
    await comment(RESIZE, "--tag", "cloud");
    expect(github.comments.map(({ body }) => body)).toEqual([run.stdout]);
    expect((await comment(join(CASES, "gate-failure"), "--dry-run")).code).toBe(1);
  });

  it("takes the pull request from options before the environment", async () => {
    environment = { GITHUB_TOKEN, GITHUB_REPOSITORY: "acme/other", GITHUB_API_URL: "http://127.0.0.1:9" };
    const at = ["--repository", "acme/shop", "--pull-request", "12", "--api-url", `${github.apiUrl}/`];
    expect((await comment(RESIZE, ...at)).code).toBe(0);
    delete environment.GITHUB_REPOSITORY;
    expect((await comment(RESIZE, "--forge", "github", ...at)).code).toBe(0);
    expect(github.comments).toHaveLength(1);
  });

  it("makes no first comment for a change that changes nothing, if told so", async () => {
    const same = unchangedPlan();
    const skipped = await comment(RESIZE, "--from", same, "--skip-unchanged");
    expect(skipped.stdout).toContain("Nothing changes, so there is no comment on pull request acme/shop#12");
    expect(github.comments).toEqual([]);
    await comment(RESIZE, "--skip-unchanged");
    expect(github.comments).toHaveLength(1);
    expect((await comment(RESIZE, "--from", same, "--skip-unchanged")).stdout).toContain("Updated the comment on");
    github.comments.pop();
    await comment(RESIZE, "--from", same);
    expect(github.comments).toHaveLength(1);
  });

  it("makes a first comment all the same where the gate has something to say", async () => {
    const failing = file("strict.yaml", "gates: { monthly-cost: { max: 1 } }\n");
    const same = unchangedPlan();
    expect((await comment(RESIZE, "--from", same, "--config", failing, "--skip-unchanged")).code).toBe(1);
    expect(github.comments).toHaveLength(1);
  });

  it("fits a stack of any size into a comment", async () => {
    const many = planWith("many.json", (step) => {
      const named = (at: number) => JSON.parse(JSON.stringify(step).replaceAll("::gpu-nodes", `::gpu-nodes-${at}`));
      return String(step.urn).endsWith("::gpu-nodes") ? Array.from({ length: 1500 }, (_, at) => named(at)) : [step];
    });
    expect((await comment(RESIZE, "--from", many)).code).toBe(0);
    const [{ body } = { body: "" }] = github.comments;
    expect(body.length).toBeGreaterThan(50_000);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain("left out for length");
    expect(body).toContain("<sub>This comment follows the pull request");
    expect(readFileSync(environment.GITHUB_STEP_SUMMARY!, "utf8").length).toBeGreaterThan(200_000);
  });

  it("ends with 2 where the token is not valid, and shows it nowhere though the answer echoes it", async () => {
    environment.GITHUB_TOKEN = EXPIRED;
    const run = await comment(RESIZE, "--debug");
    expect(run.code).toBe(2);
    expect(run.stderr).toContain("answers GET /api/v3/user with 401: Bad credentials Bearer …");
    expect(run.stderr).toContain("The token in GITHUB_TOKEN is not valid");
  });

  it.each([
    [403, "pull-requests: write"],
    [404, "Check --repository"],
  ])("says what to do about a %i", async (status, hint) => {
    github.faults.push({ method: "POST", reply: { status, body: { message: "No" } } });
    const run = await comment(RESIZE);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(hint) });
  });

  it("warns where a fork's job may not comment, and lets the gate decide", async () => {
    environment.GITHUB_EVENT_PATH = eventFrom("mallory/shop");
    for (const [name, code] of [
      ["node-group-resize", 0],
      ["gate-failure", 1],
    ] as const) {
      const message = "Resource not accessible by integration";
      github.faults.push({ method: "POST", reply: { status: 403, body: { message } } });
      const run = await comment(join(CASES, name));
      expect(run).toMatchObject({ code, stderr: expect.stringContaining("comes from a fork") });
    }
  });

  it.each<[string, NodeJS.ProcessEnv, readonly string[], string]>([
    ["no job", { GITHUB_REPOSITORY: "" }, [], "neither a job of GitHub Actions nor of GitLab CI"],
    ["no token", { GITHUB_TOKEN: "" }, [], "GITHUB_TOKEN is not set"],
    ["a token of two lines", { GITHUB_TOKEN: `${GITHUB_TOKEN}\n${GITHUB_TOKEN}` }, [], "cannot be a token"],
    ["a push", { GITHUB_EVENT_PATH: file("push.json", { ref: "refs/heads/main" }) }, [], "no `pull_request` event"],
    ["an issue", { GITHUB_EVENT_PATH: file("issue.json", { issue: { number: 12 } }) }, [], "no `pull_request` event"],
    ["no event", { GITHUB_EVENT_PATH: "nowhere.json" }, [], "GITHUB_EVENT_PATH, cannot be read"],
    ["a bad number", {}, ["--pull-request", "1.5"], "--pull-request must be a whole number"],
    ["a bad repository", {}, ["--repository", "acme/shop/../../user"], "named as owner/name"],
    ["a bad address", {}, ["--api-url", `https://ada:${GITHUB_TOKEN}@example.com`], "without user and password"],
    ["a bad tag", {}, ["--tag", "x --> <b>"], "--tag takes up to 60 letters"],
    ["a bad forge", {}, ["--forge", "gitea"], "--forge cannot be"],
  ])("refuses %s before it prices anything", async (_, changed, more, message) => {
    environment = { ...environment, ...changed };
    const run = await comment(RESIZE, ...more);
    expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) });
    expect(github.asked).toEqual([]);
  });

  it("finds the pull request of a comment that started the workflow", async () => {
    environment.GITHUB_EVENT_PATH = file("issue-comment.json", { issue: { number: 12, pull_request: {} } });
    expect((await comment(RESIZE)).code).toBe(0);
    expect(github.comments).toHaveLength(1);
  });
});

describe("rackrate comment at GitLab", () => {
  let gitlab: LocalGitlab;
  beforeEach(async () => {
    gitlab = await startGitlab();
    environment = {
      GITLAB_CI: "true",
      CI_PROJECT_ID: "7",
      CI_MERGE_REQUEST_PROJECT_ID: "7",
      CI_MERGE_REQUEST_IID: "12",
      CI_API_V4_URL: gitlab.apiUrl,
      CI_JOB_TOKEN: JOB_TOKEN,
      GITLAB_TOKEN,
    };
  });
  afterEach(() => gitlab.close());

  it("keeps a note with the report on the merge request", async () => {
    expect((await comment(RESIZE)).stdout).toContain("Commented on merge request 7!12\n");
    expect((await comment(RESIZE)).stdout).toContain("The comment says this already");
    expect(gitlab.notes).toHaveLength(1);
  });

  it("begins no line with a slash, which would be a command to GitLab", async () => {
    const commands = planWith("commands.json", (step) => [
      JSON.parse(JSON.stringify(step).replaceAll("gpu-nodes", "/merge")),
    ]);
    await comment(RESIZE, "--from", commands);
    expect(gitlab.notes[0]?.body).toContain("/merge");
    expect(gitlab.notes[0]?.body).not.toMatch(/^\s*\//m);
  });

  it("says what a job's own token lacks", async () => {
    environment.GITLAB_TOKEN = "";
    const run = await comment(RESIZE);
    expect(run).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("project access token with the scope `api`"),
    });
  });

  it("comments on the project that a fork's merge request goes to, and warns where it may not", async () => {
    environment.CI_PROJECT_ID = "99";
    expect((await comment(RESIZE)).stdout).toContain("Commented on merge request 7!12");
    environment.GITLAB_TOKEN = "";
    expect(await comment(RESIZE)).toMatchObject({ code: 0, stderr: expect.stringContaining("comes from a fork") });
  });

  it("is refused in a pipeline of a branch", async () => {
    environment.CI_MERGE_REQUEST_IID = "";
    const run = await comment(RESIZE);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("the pipeline is none of a merge request") });
  });
});
