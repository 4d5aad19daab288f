import type { UsageStatement } from "../model/usage.ts";
import { type Located, locate } from "./locate.ts";
import { showPath } from "./show.ts";

/** Statements with the place where each was written, below one top key of a file. */
export const placed = (
  statements: readonly UsageStatement[],
  file: string,
  yaml: Located,
  top: string,
): readonly UsageStatement[] =>
  statements.map((one) => {
    const path = [top, ...one.path];
    return { ...one, place: { file, ...locate(yaml, path, "key"), property: showPath(path) } };
  });
