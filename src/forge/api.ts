import type { z } from "zod";
import { InputError } from "../core/diagnostic.ts";
import { RefusedRequest, retryAfter } from "./refused-request.ts";

const TIMEOUT_MS = 30_000;
const LONGEST_ANSWER = 200;

/** A forge's REST API, and by whom it is called. */
export interface ApiAccess {
  /** As `https://api.github.com`, without a slash at its end. */
  readonly url: string;
  readonly token: string;
  /** Headers of every request, with the token among them. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer<T> {
  readonly value: T;
  readonly headers: Headers;
}

/** Asks for a path of the API, or for a whole address that an answer named. @throws RefusedRequest */
export type Call = <T>(
  method: "GET" | "POST" | "PATCH" | "PUT",
  path: string,
  form: z.ZodType<T>,
  body?: object,
) => Promise<Answer<T>>;

/** The address of an API. @throws InputError where it is none, or holds a password, which is then not shown. */
export const apiUrl = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") {
    return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
  }
  throw new InputError({
    severity: "error",
    code: "bad-api-url",
    message: "The address of the forge's API is not of the form https://host/path, without user and password.",
    hint: "As https://api.github.com, https://github.example.com/api/v3 or https://gitlab.example.com/api/v4.",
  });
};

const hostOf = (url: string): string => new URL(url).host;

/**
 * Calls an API with Node's own fetch. The token goes to the API's own origin only (a redirect is not followed), and
 * whatever an answer says is shown without it.
 */
export const openApi = ({ url: base, token, headers }: ApiAccess): Call => {
  const withoutToken = (text: string): string => text.replaceAll(token, "…");
  return async (method, path, form, body) => {
    const url = new URL(path.startsWith("/") ? `${base}${path}` : path);
    if (url.origin !== new URL(base).origin) {
      throw refusal(`${hostOf(base)} refers to another host, ${url.host}, which is not given the token.`, null, null);
    }
    const what = `${method} ${url.pathname}`;
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { ...headers, "user-agent": "rackrate", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw refusal(`${url.host} does not answer ${what}: ${withoutToken(reasonOf(error))}.`, null, 0);
    });
    const text = await response.text().catch((error: unknown) => {
      throw refusal(`${url.host} broke off its answer to ${what}: ${withoutToken(reasonOf(error))}.`, null, 0);
    });
    const { status } = response;
    if (!response.ok) {
      const said = withoutToken(messageOf(text));
      throw refusal(
        `${url.host} answers ${what} with ${status}${said && `: ${said}`}`,
        status,
        retryAfter(status, response.headers, text, Date.now()),
      );
    }
    const parsed = form.safeParse(jsonOf(text));
    if (parsed.success) return { value: parsed.data, headers: response.headers };
    throw refusal(`${url.host} answers ${what} with something else than its API would.`, status, null);
  };
};

const refusal = (message: string, status: number | null, retryAfterSeconds: number | null): RefusedRequest =>
  new RefusedRequest({ message, status, retryAfterSeconds });

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** GitHub and GitLab say `{"message": …}`, GitLab also `{"error": …}`; a proxy before them anything. */
const messageOf = (text: string): string => {
  const json = jsonOf(text);
  const said =
    typeof json === "object" && json !== null ? { message: "", error: "", ...json } : { message: "", error: "" };
  const words: unknown = said.message || said.error;
  return (typeof words === "string" ? words : JSON.stringify(words)).slice(0, LONGEST_ANSWER);
};

/** fetch hides the reason (no such host, refused, expired certificate) in the cause of its error. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : cause.name) : error.message;
};
