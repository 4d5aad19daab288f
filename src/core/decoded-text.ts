const UTF_8_MARK = /^\ufeff/;

/**
 * The text of a file that people or their shells wrote: UTF-8, or UTF-16 where its byte order mark says so, as Windows
 * PowerShell's `>` writes it. The mark itself is left out.
 */
export const decodeText = (bytes: Buffer): string => {
  const mark = bytes.subarray(0, 2).toString("latin1");
  if (mark === "\xff\xfe") return new TextDecoder("utf-16le").decode(bytes);
  if (mark === "\xfe\xff") return new TextDecoder("utf-16be").decode(bytes);
  return bytes.toString("utf8").replace(UTF_8_MARK, "");
};
