import { RefusedRequest } from "./refused-request.ts";

const ATTEMPTS = 5;
/** A job that waits longer than this costs more than the comment is worth. */
const LONGEST_WAIT_SECONDS = 60;

/** Passes the time between two attempts. */
export type Wait = (seconds: number) => Promise<void>;

export const wait: Wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Makes up to five attempts at what a forge refuses for the moment only (its own faults, rate limits, no answer), with
 * 1, 2, 4 and 8 seconds between them or as many as the forge asks for.
 * @throws RefusedRequest for the last attempt, at once where waiting does not help or would take over a minute.
 */
export const withRetries = async <T>(attempt: () => Promise<T>, pause: Wait): Promise<T> => {
  for (let made = 1; ; made++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof RefusedRequest) || error.retryAfterSeconds === null || made === ATTEMPTS) throw error;
      const seconds = Math.max(2 ** (made - 1), Math.ceil(error.retryAfterSeconds));
      if (seconds > LONGEST_WAIT_SECONDS) throw error;
      await pause(seconds);
    }
  }
};
