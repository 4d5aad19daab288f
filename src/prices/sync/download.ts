import { createHash } from "node:crypto";
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import { pipeline } from "node:stream/promises";
import { setTimeout as pause } from "node:timers/promises";
import { InputError } from "../../core/diagnostic.ts";

/** How a download goes on: bytes that are there, of so many where the server says. */
export type OnBytes = (done: number, total: number | null) => void;

/** What a partial file is part of: without the same mark a continuation could join two versions. */
interface Mark {
  readonly url: string;
  readonly etag: string | null;
  readonly modified: string | null;
}

const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 200;
/** A server that says nothing for so long is taken for gone. */
const SILENCE_MS = 30_000;
const PLAIN_MD5 = /^"([0-9a-f]{32})"$/;

/** Why an attempt failed and whether another may succeed. */
class DownloadFault extends Error {
  readonly again: boolean;

  constructor(message: string, again: boolean) {
    super(message);
    this.name = "DownloadFault";
    this.again = again;
  }
}

/**
 * Fetches a URL into a file, as the server sends it (packed or not). A connection that is cut is taken up again where it
 * broke off, in this run or a later one, if the server still has the same version. The size, and the checksum where the
 * server states one, are verified before the file gets its name. Throws `InputError` where it cannot be had.
 */
export const download = async (url: URL, file: string, onBytes: OnBytes = () => {}): Promise<void> => {
  let fault = "";
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1));
    try {
      await attemptOnce(url, file, onBytes);
      return;
    } catch (error) {
      fault = error instanceof Error ? error.message : String(error);
      if (error instanceof DownloadFault && !error.again) break;
    }
  }
  throw new InputError({
    severity: "error",
    code: "download-failed",
    message: `${url.href} could not be fetched: ${fault}.`,
    hint: existsSync(partOf(file))
      ? "Run the command again: it continues where this one broke off."
      : "Check the address and the network; --base-url names another server.",
  });
};

const partOf = (file: string): string => `${file}.part`;
const markOf = (file: string): string => `${file}.part.json`;

const attemptOnce = async (url: URL, file: string, onBytes: OnBytes): Promise<void> => {
  const part = partOf(file);
  const mark = readMark(file, url);
  const have = mark === null ? 0 : statSync(part).size;
  const condition = mark?.etag ?? mark?.modified ?? null;
  const response = await request(
    url,
    have > 0 && condition !== null ? { range: `bytes=${have}-`, "if-range": condition } : {},
  );
  const status = response.statusCode ?? 0;
  if (status === 416) {
    response.resume();
    discard(file);
    throw new DownloadFault("what was fetched before is of another version", true);
  }
  if (status !== 200 && status !== 206) {
    response.resume();
    throw new DownloadFault(
      `the server answers ${status} ${response.statusMessage ?? ""}`.trim(),
      status >= 500 || status === 429,
    );
  }
  const continued = status === 206;
  const from = continued ? have : 0;
  const total = totalOf(response, from);
  const etag = response.headers.etag ?? null;
  if (!continued)
    writeFileSync(
      markOf(file),
      JSON.stringify({ url: url.href, etag, modified: response.headers["last-modified"] ?? null } satisfies Mark),
    );
  let done = from;
  response.on("data", (bytes: Buffer) => {
    done += bytes.length;
    onBytes(done, total);
  });
  await pipeline(response, createWriteStream(part, { flags: continued ? "a" : "w" }));
  if (total !== null && done !== total) throw new DownloadFault(`${done} of ${total} bytes came`, true);
  checkSum(part, file, etag);
  renameSync(part, file);
  rmSync(markOf(file), { force: true });
};

const request = (url: URL, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const get = url.protocol === "https:" ? httpsGet : httpGet;
    const sent = get(url, { headers: { "accept-encoding": "gzip", ...headers } }, resolve);
    sent.setTimeout(SILENCE_MS, () => sent.destroy(new DownloadFault("the server does not answer", true)));
    sent.on("error", reject);
  });

const totalOf = ({ headers }: IncomingMessage, from: number): number | null => {
  const length = Number(headers["content-length"]);
  return headers["content-length"] === undefined || !Number.isSafeInteger(length) ? null : from + length;
};

const readMark = (file: string, url: URL): Mark | null => {
  if (!existsSync(markOf(file)) || !existsSync(partOf(file))) return null;
  try {
    const mark = JSON.parse(readFileSync(markOf(file), "utf8")) as Mark;
    return mark.url === url.href ? mark : null;
  } catch {
    return null;
  }
};

/** A tag that is a plain MD5 is the content's own, as S3 makes it for files that were not uploaded in parts. */
const checkSum = (part: string, file: string, etag: string | null): void => {
  const stated = PLAIN_MD5.exec(etag ?? "")?.[1];
  if (stated === undefined) return;
  const actual = createHash("md5").update(readFileSync(part)).digest("hex");
  if (actual === stated) return;
  discard(file);
  throw new DownloadFault("its checksum is wrong", true);
};

const discard = (file: string): void => {
  rmSync(partOf(file), { force: true });
  rmSync(markOf(file), { force: true });
};
