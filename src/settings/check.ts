import type { z } from "zod";
import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import { READ_ONCE } from "../model/read-once.ts";
import { alternativesOf } from "./alternatives.ts";
import { type Context, describeIssue, type Fault } from "./describe.ts";
import { implausible } from "./implausible.ts";
import { locate } from "./locate.ts";
import type { YamlFile } from "./read-yaml.ts";
import { type SettingPath, showPath } from "./show.ts";

const MOST_SHOWN = 20;

const valueIn =
  (top: unknown) =>
  (path: SettingPath): unknown =>
    path.reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined,
      top,
    );

const toDiagnostic = (file: string, yaml: YamlFile, { path, at, code, message, hint }: Fault): Diagnostic => {
  const property = showPath(path);
  return {
    severity: "error",
    code,
    message,
    place: { file, ...locate(yaml, path, at), ...(property && { property }) },
    ...(hint && { hint }),
  };
};

const inOrderOfTheFile = (a: Diagnostic, b: Diagnostic): number =>
  (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0);

const refuse = (file: string, yaml: YamlFile, faults: readonly Fault[]): never => {
  const diagnostics = faults.map((fault) => toDiagnostic(file, yaml, fault)).sort(inOrderOfTheFile);
  const more = diagnostics.length - MOST_SHOWN;
  const rest: Diagnostic[] =
    more > 0
      ? [{ severity: "error", code: "more-faults", message: `… and ${more} more of the kind.`, place: { file } }]
      : [];
  throw new InputError([...diagnostics.slice(0, MOST_SHOWN), ...rest]);
};

/**
 * What a file holds, by a schema; an empty file is an empty mapping.
 * @throws InputError with every fault of the file, each with its line, column, setting, wrong value and what would be right.
 */
export const check = <T>(file: string, yaml: YamlFile, schema: z.ZodType<T>): T => {
  const value = yaml.value ?? {};
  const strange = implausible(value);
  // A schema that refers to itself has no end in a value that does.
  const endless = strange.some(({ code }) => code === "setting-endless");
  const parsed = endless ? undefined : schema.safeParse(value, READ_ONCE);
  if (parsed?.success && strange.length === 0) return parsed.data;

  const known = alternativesOf(schema);
  const context: Context = { valueAt: valueIn(value), keysAt: (path) => known(value, path) };
  const reported = new Set(strange.map(({ path }) => showPath(path)));
  const described = (parsed?.error?.issues ?? []).flatMap((issue) => describeIssue(issue, context));
  return refuse(file, yaml, [...strange, ...described.filter(({ path }) => !reported.has(showPath(path)))]);
};
