import { type Asked, type LocalServer, type Reply, startServer } from "./local-server.ts";

export interface GitlabNote {
  readonly id: number;
  body: string;
  readonly system: boolean;
  readonly author: { readonly username: string };
}

export const GITLAB_TOKEN = "glpat-Wq9notATokenAtAll0713";
export const JOB_TOKEN = "glcbt-64_notAJobTokenAtAll";
export const PROJECT_BOT = "project_7_bot";

/** A self-managed GitLab with one merge request, number 12 of project 7, which is group/shop. */
export interface LocalGitlab extends LocalServer {
  readonly apiUrl: string;
  readonly notes: GitlabNote[];
}

/** As GitLab's REST API answers; a page holds at most `pageSize`, so that few notes make many pages. */
export const startGitlab = async ({ pageSize = 100 } = {}): Promise<LocalGitlab> => {
  const notes: GitlabNote[] = [];
  const prefix = "/gitlab/api/v4";
  const list = /^\/projects\/(?:7|group%2Fshop)\/merge_requests\/12\/notes$/;
  const one = /^\/projects\/(?:7|group%2Fshop)\/merge_requests\/12\/notes\/(\d+)$/;
  const answer = ({ method, path, headers, body }: Asked): Reply => {
    // A job's own token is no right to write notes.
    if (headers["private-token"] !== GITLAB_TOKEN) return { status: 401, body: { message: "401 Unauthorized" } };
    const url = new URL(`http://gitlab.example.com${path}`);
    const written = (): string => JSON.parse(body).body;
    if (url.pathname === "/user") return { status: 200, body: { username: PROJECT_BOT } };
    if (list.test(url.pathname) && method === "GET") {
      const page = Number(url.searchParams.get("page") ?? 1);
      const size = Math.min(pageSize, Number(url.searchParams.get("per_page") ?? 20));
      const next = page * size < notes.length ? String(page + 1) : "";
      // Newest first is GitLab's default.
      const ordered = url.searchParams.get("sort") === "asc" ? notes : [...notes].reverse();
      return { status: 200, headers: { "x-next-page": next }, body: ordered.slice((page - 1) * size, page * size) };
    }
    if (list.test(url.pathname) && method === "POST") {
      const made = { id: 300 + notes.length, body: written(), system: false, author: { username: PROJECT_BOT } };
      notes.push(made);
      return { status: 201, body: made };
    }
    const found = notes.find(({ id }) => String(id) === one.exec(url.pathname)?.[1]);
    if (found !== undefined && method === "PUT") {
      found.body = written();
      return { status: 200, body: found };
    }
    return { status: 404, body: { message: "404 Not found" } };
  };
  const server = await startServer(prefix, answer);
  return Object.assign(server, { apiUrl: `${server.origin}${prefix}`, notes });
};
