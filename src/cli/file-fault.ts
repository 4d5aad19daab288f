import { InputError } from "../core/diagnostic.ts";

type Act = "read" | "written";

/** What the system's codes mean to people. */
const REASONS: Readonly<Record<string, Readonly<Record<Act, string>>>> = {
  ENOENT: { read: "there is no such file", written: "there is no folder to put it in" },
  ENOTDIR: { read: "a part of its path is no folder", written: "a part of its path is no folder" },
  EISDIR: { read: "it is a folder", written: "it is a folder" },
  EACCES: { read: "it may not be read", written: "it may not be written" },
  EPERM: { read: "it may not be read", written: "it may not be written" },
  EROFS: { read: "it may not be read", written: "its disk can only be read" },
  ENOSPC: { read: "the disk is full", written: "the disk is full" },
  ERR_STRING_TOO_LONG: { read: "it is larger than 512 MB", written: "it is larger than 512 MB" },
};

/** Why a file that the user named cannot be read or written, in words. */
export const fileFault = (name: string, act: Act, error: unknown): InputError => {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return new InputError({
    severity: "error",
    code: act === "read" ? "unreadable-file" : "unwritable-file",
    message: `${name} cannot be ${act}: ${REASONS[code]?.[act] ?? (code || String(error))}.`,
    place: { file: name },
  });
};
