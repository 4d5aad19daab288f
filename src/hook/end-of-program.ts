import { AsyncResource } from "node:async_hooks";

/** So long a promise may still be pending once nothing is left that could keep it. */
const PATIENCE_MS = 500;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Calls `atEnd` once, when the program has nothing left to do: every resource is registered and every answer is there.
 * The SDK waits for work that is begun at that moment before it tells the engine that the program is done. `limit` is
 * kept when what is then still pending counts as never coming.
 */
export const whenProgramEnds = (atEnd: (limit: Promise<void>) => Promise<void>): void => {
  // What runs at the end of a process does not remember by itself which stack it belongs to.
  const inContext = AsyncResource.bind(async () => {
    // Others, too, declare resources at this moment: theirs come first.
    await nextTurn();
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    try {
      await atEnd(limit);
    } finally {
      clearTimeout(timer);
    }
  });
  process.once("beforeExit", () => void inContext());
};
