import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll } from "vitest";

/** How the server treats one answer, in the order of the requests for a path. */
export interface Mishap {
  /** Break the connection after so many bytes of the body. */
  readonly cutAfter?: number;
  readonly status?: number;
}

export interface PriceServer {
  readonly baseUrl: string;
  /** Path and range of each request. */
  readonly requests: readonly { readonly path: string; readonly range: string | undefined }[];
  /** Replaces a file, as AWS does when prices change. */
  readonly put: (path: string, content: string) => void;
  /** What happens to the next requests of a path. */
  readonly befall: (path: string, ...mishaps: readonly Mishap[]) => void;
}

interface Stored {
  readonly bytes: Buffer;
  readonly etag: string;
}

const stored = (content: string, packed: boolean): Stored => {
  const bytes = packed ? gzipSync(content) : Buffer.from(content);
  return { bytes, etag: `"${createHash("md5").update(bytes).digest("hex")}"` };
};

/** A server of price files as AWS's behaves: ranges, tags, packed bodies. It can be told to fail. */
export const startPriceServer = async (
  files: Readonly<Record<string, string>>,
  packed = false,
): Promise<PriceServer> => {
  const content = new Map(Object.entries(files).map(([path, text]) => [path, stored(text, packed)]));
  const mishaps = new Map<string, Mishap[]>();
  const requests: { path: string; range: string | undefined }[] = [];

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? "";
    const { range } = request.headers;
    requests.push({ path, range });
    const mishap = mishaps.get(path)?.shift() ?? {};
    const file = content.get(path);
    if (mishap.status !== undefined || file === undefined) {
      response.writeHead(mishap.status ?? 404).end();
      return;
    }
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
    const continues = from > 0 && request.headers["if-range"] === file.etag;
    const body = continues ? file.bytes.subarray(from) : file.bytes;
    response.writeHead(continues ? 206 : 200, {
      etag: file.etag,
      "content-length": body.length,
      ...(packed && { "content-encoding": "gzip" }),
      ...(continues && { "content-range": `bytes ${from}-${file.bytes.length - 1}/${file.bytes.length}` }),
    });
    if (mishap.cutAfter === undefined) response.end(body);
    else response.write(body.subarray(0, mishap.cutAfter), () => setTimeout(() => response.destroy(), 20));
  };

  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => void server.close());
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    put: (path, text) => void content.set(path, stored(text, packed)),
    befall: (path, ...list) => void mishaps.set(path, [...list]),
  };
};
