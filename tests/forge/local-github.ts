import { type Asked, type LocalServer, type Reply, startServer } from "./local-server.ts";

export interface GithubComment {
  readonly id: number;
  body: string;
  readonly html_url: string;
  readonly user: { readonly login: string; readonly type: "User" | "Bot" };
}

export const GITHUB_TOKEN = "ghs_ZhdKq0vTnotATokenAtAll5417";
export const BOT = { login: "github-actions[bot]", type: "Bot" } as const;
export const PERSON = { login: "mallory", type: "User" } as const;

/** An Enterprise Server with one pull request, acme/shop#12. */
export interface LocalGithub extends LocalServer {
  readonly apiUrl: string;
  readonly comments: GithubComment[];
}

/** As GitHub's REST API answers; a page holds at most `pageSize`, so that few comments make many pages. */
export const startGithub = async ({
  pageSize = 100,
  owner = BOT as GithubComment["user"],
} = {}): Promise<LocalGithub> => {
  const comments: GithubComment[] = [];
  const prefix = "/api/v3";
  const list = "/repos/acme/shop/issues/12/comments";
  const one = /^\/repos\/acme\/shop\/issues\/comments\/(\d+)$/;
  const answer = ({ method, path, headers, body }: Asked): Reply => {
    if (headers.authorization !== `Bearer ${GITHUB_TOKEN}`) {
      // Some proxies echo what they were given.
      return { status: 401, body: { message: `Bad credentials ${headers.authorization}` } };
    }
    const url = new URL(path, server.origin);
    const written = (): string => JSON.parse(body).body;
    if (url.pathname === "/user") {
      if (owner.type === "Bot") return { status: 403, body: { message: "Resource not accessible by integration" } };
      return { status: 200, body: owner };
    }
    if (url.pathname === list && method === "GET") {
      const page = Number(url.searchParams.get("page") ?? 1);
      const size = Math.min(pageSize, Number(url.searchParams.get("per_page") ?? 30));
      const last = Math.max(1, Math.ceil(comments.length / size));
      const address = (at: number): string => `<${server.origin}${prefix}${list}?per_page=${size}&page=${at}>`;
      const link =
        page < last ? `${address(page + 1)}; rel="next", ${address(last)}; rel="last"` : `${address(1)}; rel="first"`;
      return { status: 200, headers: { link }, body: comments.slice((page - 1) * size, page * size) };
    }
    if (url.pathname === list && method === "POST") {
      if (written().length > 65_536) {
        return { status: 422, body: { message: "Validation Failed: Body is too long (maximum is 65536 characters)" } };
      }
      const id = 1000 + comments.length;
      const made = {
        id,
        body: written(),
        html_url: `https://github.example.com/acme/shop/pull/12#c${id}`,
        user: owner,
      };
      comments.push(made);
      return { status: 201, body: made };
    }
    const found = comments.find(({ id }) => String(id) === one.exec(url.pathname)?.[1]);
    if (found !== undefined && method === "PATCH") {
      found.body = written();
      return { status: 200, body: found };
    }
    return { status: 404, body: { message: "Not Found" } };
  };
  const server = await startServer(prefix, answer);
  return Object.assign(server, { apiUrl: `${server.origin}${prefix}`, comments });
};
