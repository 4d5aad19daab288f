import { isAbsolute, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ResourceProto } from "./protocol.ts";

type SourcePosition = ReturnType<ResourceProto.RegisterResourceRequest["getSourceposition"]>;

/** A path below the project's folder, with forward slashes; `undefined` outside it and inside installed packages. */
export const projectPath = (root: string, file: string): string | undefined => {
  const path = relative(root, file);
  const parts = path.split(sep);
  return path === "" || isAbsolute(path) || parts[0] === ".." || parts.includes("node_modules")
    ? undefined
    : parts.join("/");
};

/** `index.ts:12:4`, where the program declares a resource. */
export const describePosition = (root: string, position: SourcePosition): string | undefined => {
  const uri = position?.getUri() ?? "";
  if (position === undefined || !uri.startsWith("file://")) return undefined;
  let file: string;
  try {
    file = fileURLToPath(uri);
  } catch {
    return undefined;
  }
  const path = projectPath(root, file);
  return path === undefined ? undefined : [path, position.getLine(), position.getColumn()].filter(Boolean).join(":");
};
