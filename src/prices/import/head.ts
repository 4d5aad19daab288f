import { closeSync, openSync, readSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";
import type { PriceSource } from "./price-source.ts";
import { refusal } from "./refuse.ts";

const HEAD_BYTES = 256 * 1024;
const GZIP = [0x1f, 0x8b];

/** The beginning of a price file, unpacked. */
export interface FileHead {
  readonly text: string;
  readonly packed: boolean;
  /** True where the text is the whole file. */
  readonly whole: boolean;
}

/** Reads the first 256 KiB of a file. Throws `InputError` where it cannot be read or is empty. */
export const readHead = ({ path, name }: PriceSource): FileHead => {
  const bytes = firstBytes(path, name);
  if (bytes.length === 0) throw refusal(name, "empty-price-file", "the file is empty");
  const packed = bytes[0] === GZIP[0] && bytes[1] === GZIP[1];
  // What was cut off is no fault here: only the beginning was read.
  const plain = packed ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
  return { text: plain.toString("utf8").replace(/^\ufeff/, ""), packed, whole: !packed && bytes.length < HEAD_BYTES };
};

const firstBytes = (path: string, name: string): Buffer => {
  try {
    const file = openSync(path, "r");
    try {
      const buffer = Buffer.alloc(HEAD_BYTES);
      return buffer.subarray(0, readSync(file, buffer, 0, HEAD_BYTES, 0));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : `it cannot be read (${code})`;
    throw refusal(name, "unreadable-price-file", reason);
  }
};
