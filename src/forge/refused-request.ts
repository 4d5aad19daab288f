/** What an HTTP answer tells beside its status. */
export interface Refusal {
  /** One sentence for people, which holds no token. */
  readonly message: string;
  /** `null` where no answer came. */
  readonly status: number | null;
  /** Seconds after which it is worth trying again; `null` for never. */
  readonly retryAfterSeconds: number | null;
}

/** A request that a forge did not answer, or not as asked. */
export class RefusedRequest extends Error {
  readonly status: number | null;
  readonly retryAfterSeconds: number | null;

  constructor({ message, status, retryAfterSeconds }: Refusal) {
    super(message);
    this.name = "RefusedRequest";
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const FORBIDDEN = 403;
const TOO_MANY = 429;
const FIRST_SERVER_FAULT = 500;

/** What GitHub asks for where a secondary limit names no time ("Rate limits for the REST API", GitHub documentation, 2026). */
const UNNAMED_LIMIT_SECONDS = 60;

/**
 * Seconds after which the same request may succeed, `null` for never. Limits are told by `Retry-After`, or by the moment
 * at which a new window begins (`X-RateLimit-Reset` of GitHub, `RateLimit-Reset` of GitLab, seconds since 1970).
 */
export const retryAfter = (status: number, headers: Headers, text: string, now: number): number | null => {
  if (status >= FIRST_SERVER_FAULT) return Number(headers.get("retry-after")) || 0;
  const isUsedUp = (headers.get("x-ratelimit-remaining") ?? headers.get("ratelimit-remaining")) === "0";
  const isLimit = status === TOO_MANY || (status === FORBIDDEN && (isUsedUp || /rate limit/i.test(text)));
  if (!isLimit) return null;
  const stated = Number(headers.get("retry-after"));
  if (stated > 0) return stated;
  const reset = Number(headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset"));
  return isUsedUp && reset > 0 ? Math.max(0, reset - now / 1000) : UNNAMED_LIMIT_SECONDS;
};
