import { z } from "zod";
import { type Call, openApi } from "./api.ts";
import type { ForgeComment, PullRequest } from "./pull-request.ts";
import { RefusedRequest } from "./refused-request.ts";

/** A merge request at gitlab.com or a self-managed GitLab. */
export interface GitlabTarget {
  /** `https://gitlab.com/api/v4`. */
  readonly apiUrl: string;
  readonly token: string;
  /** `access` for a token of a person, project or group, `job` for CI_JOB_TOKEN. */
  readonly tokenKind: "access" | "job";
  /** The project's number, or its path as `group/name`. */
  readonly project: string;
  /** The number within the project (IID). */
  readonly number: number;
}

/** "Maximum size of comments", GitLab documentation on instance limits, 2026. */
export const GITLAB_MAX_LENGTH = 1_000_000;
export const GITLAB_API = "https://gitlab.com/api/v4";

const noteForm = z.object({
  id: z.number(),
  body: z.string().nullish(),
  system: z.boolean().nullish(),
  author: z.object({ username: z.string() }).nullish(),
});
type Note = z.output<typeof noteForm>;

const ACCESS_HINTS: Readonly<Record<number, string>> = {
  401: "The token in GITLAB_TOKEN is not valid, or no longer; a protected variable is not there on an unprotected branch.",
  403: "The token in GITLAB_TOKEN needs the scope `api`, and a role that may comment.",
  404: "Check --repository, --pull-request and --api-url, and that the token in GITLAB_TOKEN may see the project.",
};
const JOB_HINT =
  "GitLab lets a job's own token (CI_JOB_TOKEN) write no comments, as of 2026 (gitlab-org/gitlab#464591). Put a project access token with the scope `api` into the masked variable GITLAB_TOKEN.";

/** The conversation of a GitLab merge request, through the notes of the REST API, version 4. */
export const gitlabMergeRequest = ({ apiUrl, token, tokenKind, project, number }: GitlabTarget): PullRequest => {
  const header = tokenKind === "job" ? "job-token" : "private-token";
  const call = openApi({ url: apiUrl, token, headers: { accept: "application/json", [header]: token } });
  const all = `/projects/${encodeURIComponent(project)}/merge_requests/${number}/notes`;
  return {
    name: `merge request ${project}!${number}`,
    maxLength: GITLAB_MAX_LENGTH,
    hints: tokenKind === "job" ? { 401: JOB_HINT, 403: JOB_HINT, 404: JOB_HINT } : ACCESS_HINTS,
    async *ownComments() {
      const isOwn = await ownership(call);
      for (let page = "1"; page !== ""; ) {
        const path = `${all}?per_page=100&order_by=created_at&sort=asc&page=${encodeURIComponent(page)}`;
        const { value, headers } = await call("GET", path, z.array(noteForm));
        yield* value.filter((note) => note.system !== true && isOwn(note)).map(toComment);
        page = headers.get("x-next-page") ?? "";
      }
    },
    create: async (body) => toComment((await call("POST", all, noteForm, { body })).value),
    update: async (id, body) => toComment((await call("PUT", `${all}/${id}`, noteForm, { body })).value),
  };
};

const toComment = ({ id, body }: Note): ForgeComment => ({ id: String(id), body: body ?? "", url: null });

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

/** Whose notes are ours: those of the token's user. A token that may not ask who it is may not change others' notes either. */
const ownership = async (call: Call): Promise<(note: Note) => boolean> => {
  try {
    const { value } = await call("GET", "/user", z.object({ username: z.string() }));
    return ({ author }) => author?.username === value.username;
  } catch (error) {
    const mayNotAsk = error instanceof RefusedRequest && error.retryAfterSeconds === null;
    if (!mayNotAsk || (error.status !== UNAUTHORIZED && error.status !== FORBIDDEN)) throw error;
    return () => true;
  }
};
