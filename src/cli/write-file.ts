import { closeSync, openSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileFault } from "./file-fault.ts";
import type { Host } from "./host.ts";

/** Writes a text, or its parts, to a file that the user names relative to where the command was called. Throws InputError where that fails. */
export const writeFileOf = (host: Host, name: string, text: string | Iterable<string>): void => {
  try {
    const file = openSync(resolve(host.cwd, name), "w");
    try {
      for (const part of typeof text === "string" ? [text] : text) writeFileSync(file, part);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw fileFault(name, "written", error);
  }
};
