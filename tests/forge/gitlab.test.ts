import { afterEach, describe, expect, it } from "vitest";
import { type GitlabTarget, gitlabMergeRequest } from "../../src/forge/gitlab.ts";
import { framed, keepComment } from "../../src/forge/sticky-comment.ts";
import { GITLAB_TOKEN, JOB_TOKEN, type LocalGitlab, PROJECT_BOT, startGitlab } from "./local-gitlab.ts";

let gitlab: LocalGitlab;
afterEach(() => gitlab.close());

const keep = (report: string, target: Partial<GitlabTarget> = {}) => {
  const own = { apiUrl: gitlab.apiUrl, token: GITLAB_TOKEN, tokenKind: "access", project: "7", number: 12 } as const;
  return keepComment(gitlabMergeRequest({ ...own, ...target }), report, { pause: async () => {} });
};

const note = (body: string, username = "mallory", system = false): void => {
  gitlab.notes.push({ id: gitlab.notes.length + 1, body, system, author: { username } });
};

describe("a note on a GitLab merge request", () => {
  it("is made once, left alone where it says the same, and rewritten where it does not", async () => {
    gitlab = await startGitlab();
    expect((await keep("one")).action).toBe("created");
    expect((await keep("one")).action).toBe("unchanged");
    expect((await keep("two")).action).toBe("updated");
    expect(gitlab.asked.map(({ method }) => method).filter((method) => method !== "GET")).toEqual(["POST", "PUT"]);
    expect(gitlab.notes.map(({ body }) => body)).toEqual([framed("two")]);
  });

  it("is found on the last of many pages, the latest first of all", async () => {
    gitlab = await startGitlab({ pageSize: 2 });
    for (const text of ["a", framed("planted"), "c", "d"]) note(text);
    note(framed("earlier"), PROJECT_BOT);
    note(framed("latest"), PROJECT_BOT);
    note("added 1 commit", PROJECT_BOT, true);
    expect((await keep("new")).action).toBe("updated");
    expect(gitlab.notes[1]?.body).toBe(framed("planted"));
    expect(gitlab.notes.slice(4, 6).map(({ body }) => body)).toEqual([framed("earlier"), framed("new")]);
  });

  it("is found by the path of the project too", async () => {
    gitlab = await startGitlab();
    expect((await keep("one", { project: "group/shop" })).action).toBe("created");
  });

  it("is tried again where GitLab limits the rate or fails", async () => {
    gitlab = await startGitlab();
    gitlab.faults.push(
      { method: "POST", reply: { status: 429, headers: { "retry-after": "3" }, body: "Retry later" } },
      { method: "GET", reply: { status: 500, body: { message: "500 Internal Server Error" } } },
    );
    expect((await keep("one")).action).toBe("created");
    expect(gitlab.notes).toHaveLength(1);
  });

  it("is refused to a job's own token, in the header that such a token has", async () => {
    gitlab = await startGitlab();
    const refused = keep("one", { token: JOB_TOKEN, tokenKind: "job" });
    await expect(refused).rejects.toMatchObject({ status: 401, message: expect.stringContaining("401 Unauthorized") });
    expect(gitlab.asked.every(({ headers }) => headers["job-token"] === JOB_TOKEN)).toBe(true);
  });
});
