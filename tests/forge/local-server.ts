import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Asked {
  readonly method: string;
  /** Path without the API's own, with its query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An answer that stands before the usual one, once. */
export interface Fault {
  readonly method: string;
  readonly reply: Reply;
  /** True where the request is carried out all the same, and only its answer is lost. */
  readonly carriedOut?: boolean;
}

/** An HTTP server of this process, as a forge behaves. */
export interface LocalServer {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly asked: readonly Asked[];
  readonly faults: Fault[];
  readonly close: () => Promise<void>;
}

const textOf = (body: unknown): string => (typeof body === "string" ? body : JSON.stringify(body));

export const startServer = async (prefix: string, answer: (asked: Asked) => Reply): Promise<LocalServer> => {
  const asked: Asked[] = [];
  const faults: Fault[] = [];
  const replyTo = (one: Asked): Reply => {
    const at = faults.findIndex(({ method }) => method === one.method);
    const [fault] = at < 0 ? [] : faults.splice(at, 1);
    if (fault?.carriedOut) answer(one);
    return fault?.reply ?? answer(one);
  };
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const one = { method, headers, body: await text(request), path: url.slice(prefix.length) };
    asked.push(one);
    const reply = url.startsWith(prefix) ? replyTo(one) : { status: 404, body: { message: "Not Found" } };
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body === undefined ? "" : textOf(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
