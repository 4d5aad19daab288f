import { z } from "zod";
import { type Call, openApi } from "./api.ts";
import type { ForgeComment, PullRequest } from "./pull-request.ts";
import { RefusedRequest } from "./refused-request.ts";

/** A pull request at github.com or a GitHub Enterprise Server. */
export interface GithubTarget {
  /** `https://api.github.com`, or `https://github.example.com/api/v3` of an Enterprise Server. */
  readonly apiUrl: string;
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
}

/** Validated by GitHub: "Body is too long (maximum is 65536 characters)". */
export const GITHUB_MAX_LENGTH = 65_536;
export const GITHUB_API = "https://api.github.com";

const commentForm = z.object({
  id: z.number(),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  user: z.object({ login: z.string(), type: z.string().nullish() }).nullish(),
});
type GithubComment = z.output<typeof commentForm>;

/** The token of a workflow belongs to an app and may not ask who it is. */
const FORBIDDEN = 403;
const NOT_FOUND = 404;

const HINTS: Readonly<Record<number, string>> = {
  301: "The repository has moved: name it by its new name with --repository.",
  401: "The token in GITHUB_TOKEN is not valid, or no longer.",
  403: "Give the job `permissions: { contents: read, pull-requests: write }`. A pull request from a fork gets a token that may only read.",
  404: "Check --repository, --pull-request and --api-url, and that the token may see them: the job needs `permissions: { pull-requests: write }`.",
  422: "GitHub refuses the comment itself: is the conversation locked?",
};

/** The conversation of a GitHub pull request, through the issue comments of the REST API, version 2022-11-28. */
export const githubPullRequest = ({ apiUrl, token, repository, number }: GithubTarget): PullRequest => {
  const call = openApi({
    url: apiUrl,
    token,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "x-github-api-version": "2022-11-28",
    },
  });
  const repo = `/repos/${repository.split("/").map(encodeURIComponent).join("/")}`;
  const all = `${repo}/issues/${number}/comments`;
  return {
    name: `pull request ${repository}#${number}`,
    maxLength: GITHUB_MAX_LENGTH,
    hints: HINTS,
    async *ownComments() {
      const isOwn = await ownership(call);
      for (let next: string | null = `${all}?per_page=100`; next !== null; ) {
        const page: { value: GithubComment[]; headers: Headers } = await call("GET", next, z.array(commentForm));
        yield* page.value.filter(isOwn).map(toComment);
        next = nextPage(page.headers);
      }
    },
    create: async (body) => toComment((await call("POST", all, commentForm, { body })).value),
    update: async (id, body) =>
      toComment((await call("PATCH", `${repo}/issues/comments/${id}`, commentForm, { body })).value),
  };
};

const toComment = ({ id, body, html_url }: GithubComment): ForgeComment => ({
  id: String(id),
  body: body ?? "",
  url: html_url ?? null,
});

/** Whose comments are ours: those of the token's user; where the token is an app's, those of apps. */
const ownership = async (call: Call): Promise<(comment: GithubComment) => boolean> => {
  try {
    const { value } = await call("GET", "/user", z.object({ login: z.string() }));
    return ({ user }) => user?.login === value.login;
  } catch (error) {
    const isApp = error instanceof RefusedRequest && error.retryAfterSeconds === null;
    if (!isApp || (error.status !== FORBIDDEN && error.status !== NOT_FOUND)) throw error;
    return ({ user }) => user?.type === "Bot";
  }
};

/** The address of the next page (`Link: <…>; rel="next"`), `null` after the last. */
const nextPage = (headers: Headers): string | null =>
  /<([^>]+)>;[^,]*\brel="next"/.exec(headers.get("link") ?? "")?.[1] ?? null;
