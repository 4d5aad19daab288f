import { afterEach, describe, expect, it } from "vitest";
import { githubPullRequest } from "../../src/forge/github.ts";
import type { PullRequest } from "../../src/forge/pull-request.ts";
import { framed, keepComment } from "../../src/forge/sticky-comment.ts";
import { BOT, GITHUB_TOKEN, type LocalGithub, PERSON, startGithub } from "./local-github.ts";

let github: LocalGithub;
afterEach(() => github.close());

const pullRequest = (): PullRequest =>
  githubPullRequest({ apiUrl: github.apiUrl, token: GITHUB_TOKEN, repository: "acme/shop", number: 12 });

/** Keeps a comment, and remembers how long it would have waited. */
const keep = async (report: string, options: { tag?: string; onlyUpdate?: boolean } = {}) => {
  const waited: number[] = [];
  const pause = async (seconds: number): Promise<void> => void waited.push(seconds);
  const posted = await keepComment(pullRequest(), report, { ...options, pause });
  return { ...posted, waited };
};

const say = (body: string, user: typeof BOT | typeof PERSON = PERSON): void => {
  github.comments.push({ id: github.comments.length + 1, body, html_url: "https://example.com", user });
};

const changes = (): readonly string[] =>
  github.asked.filter(({ method }) => method !== "GET").map(({ method }) => method);

describe("a comment on a GitHub pull request", () => {
  it("is made once, left alone where it says the same, and rewritten where it does not", async () => {
    github = await startGithub();
    const first = await keep("one");
    expect(first).toMatchObject({ action: "created", url: expect.stringContaining("/pull/12#c") });
    expect((await keep("one")).action).toBe("unchanged");
    expect((await keep("two")).action).toBe("updated");
    expect(changes()).toEqual(["POST", "PATCH"]);
    expect(github.comments.map(({ body }) => body)).toEqual([framed("two")]);
  });

  it("is the same to GitHub's own line ends", async () => {
    github = await startGithub();
    say(`${framed("one\ntwo").replaceAll("\n", "\r\n")}\r\n`, BOT);
    expect((await keep("one\ntwo")).action).toBe("unchanged");
  });

  it("is found on the last of many pages", async () => {
    github = await startGithub({ pageSize: 2 });
    for (const text of ["a", "b", "c", "d", "e"]) say(text);
    say(framed("before"), BOT);
    say("f");
    expect((await keep("after")).action).toBe("updated");
    expect(github.asked.filter(({ path }) => path.includes("/issues/12/comments?"))).toHaveLength(4);
  });

  it("is the latest of several", async () => {
    github = await startGithub({ pageSize: 1 });
    for (const text of ["one", "two", "three"]) say(framed(text), BOT);
    await keep("new");
    expect(github.comments.map(({ body }) => body)).toEqual([framed("one"), framed("two"), framed("new")]);
  });

  it("is kept apart by its tag", async () => {
    github = await startGithub();
    await keep("plain");
    await keep("cloud", { tag: "cloud" });
    await keep("cloud again", { tag: "cloud" });
    expect(github.comments.map(({ body }) => body)).toEqual([framed("plain"), framed("cloud again", "cloud")]);
  });

  it("is not made where it may only be updated, but updated then", async () => {
    github = await startGithub();
    expect(await keep("nothing new", { onlyUpdate: true })).toMatchObject({ action: "withheld", url: null });
    expect(changes()).toEqual([]);
    await keep("dearer");
    expect((await keep("nothing new", { onlyUpdate: true })).action).toBe("updated");
  });

  it("is none that another person planted or quoted", async () => {
    github = await startGithub();
    say(framed("planted"));
    say(`> ${framed("quoted")}`, BOT);
    expect((await keep("ours")).action).toBe("created");
    expect(github.comments[0]?.body).toBe(framed("planted"));
  });

  it("of a person's token is that person's", async () => {
    github = await startGithub({ owner: { login: "ada", type: "User" } });
    say(framed("of a bot"), BOT);
    expect((await keep("ours")).action).toBe("created");
    expect((await keep("ours again")).action).toBe("updated");
  });
});

describe("what GitHub refuses", () => {
  it("for a moment is tried again", async () => {
    github = await startGithub();
    github.faults.push(
      { method: "GET", reply: { status: 502, body: "<html>Bad Gateway</html>" } },
      { method: "GET", reply: { status: 503, headers: { "retry-after": "7" } } },
    );
    expect(await keep("one")).toMatchObject({ action: "created", waited: [1, 7] });
  });

  it("while it was done all the same is not done twice", async () => {
    github = await startGithub();
    github.faults.push({ method: "POST", carriedOut: true, reply: { status: 504 } });
    expect((await keep("one")).action).toBe("unchanged");
    expect(github.comments).toHaveLength(1);
  });

  it("for ever is given up after five attempts", async () => {
    github = await startGithub();
    for (let at = 0; at < 9; at++) github.faults.push({ method: "POST", reply: { status: 500 } });
    await expect(keep("one")).rejects.toMatchObject({ status: 500 });
    expect(changes()).toHaveLength(5);
  });

  it.each([
    ["a primary limit", { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }, "API rate limit exceeded", 1],
    ["a secondary limit", { "retry-after": "20" }, "You have exceeded a secondary rate limit", 20],
    ["a limit that names no time", {}, "You have exceeded a secondary rate limit", 60],
  ])("for %s is tried again when it may be", async (_, headers, message, seconds) => {
    github = await startGithub();
    github.faults.push({
      method: "POST",
      reply: { status: 403, headers: headers as Record<string, string>, body: { message } },
    });
    expect(await keep("one")).toMatchObject({ action: "created", waited: [seconds] });
  });

  it("for longer than a minute is not waited for", async () => {
    github = await startGithub();
    github.faults.push({ method: "POST", reply: { status: 429, headers: { "retry-after": "3600" } } });
    await expect(keep("one")).rejects.toMatchObject({ status: 429 });
    expect(changes()).toHaveLength(1);
  });

  it.each([
    [403, "Resource not accessible by integration"],
    [404, "Not Found"],
    [422, "Validation Failed"],
  ])("for good (%i) is told at once, in its words", async (status, message) => {
    github = await startGithub();
    github.faults.push({ method: "POST", reply: { status, body: { message } } });
    await expect(keep("one")).rejects.toThrow(`with ${status}: ${message}`);
    expect(changes()).toHaveLength(1);
  });

  it("is told where it is no API at all", async () => {
    github = await startGithub({ owner: { login: "ada", type: "User" } });
    github.faults.push({ method: "GET", reply: { status: 200, body: "<html>Please log in</html>" } });
    await expect(keep("one")).rejects.toThrow("something else than its API would");
  });

  it("is told where nobody listens", async () => {
    github = await startGithub();
    await github.close();
    await expect(keep("one")).rejects.toThrow(/does not answer GET \/api\/v3\/user: .*ECONNREFUSED/);
  });
});

describe("the token", () => {
  it("goes to no other host, neither by a link nor by a redirect", async () => {
    const elsewhere = await startGithub();
    try {
      github = await startGithub({ owner: { login: "ada", type: "User" } });
      const location = `${elsewhere.apiUrl}/repos/acme/shop/issues/12/comments`;
      github.faults.push({ method: "POST", reply: { status: 307, headers: { location } } });
      await expect(keep("one")).rejects.toMatchObject({ status: 307 });
      const fault = { status: 200, headers: { link: `<${location}?page=2>; rel="next"` }, body: [] };
      github.faults.push(
        { method: "GET", reply: { status: 200, body: { login: "ada" } } },
        { method: "GET", reply: fault },
      );
      await expect(keep("one")).rejects.toThrow("is not given the token");
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await elsewhere.close();
    }
  });
});

describe("a comment that is too long", () => {
  it("is our own fault and is not sent", async () => {
    github = await startGithub();
    expect(() => keepComment(pullRequest(), "x".repeat(65_536))).toThrow("was not cut to size");
    expect(github.asked).toEqual([]);
  });
});
