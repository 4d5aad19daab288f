import { type Diagnostic, InputError, type Outcome } from "../core/diagnostic.ts";
import type { Settings } from "../model/settings.ts";
import { alternativesOf } from "./alternatives.ts";
import { type Context, describeIssue, type Fault } from "./describe.ts";
import { implausible } from "./implausible.ts";
import { locate } from "./locate.ts";
import { type NamedText, readYaml, type YamlFile } from "./read-yaml.ts";
import { type GatesSchema, settingsSchemaWith } from "./schema.ts";
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
 * The settings of rackrate.yaml, every default filled in; without a file (`null`), or with an empty one, all defaults.
 * `gates` is the form that the gate's rules give to the setting of that name.
 * @throws InputError with every fault of the file, each with its line, column, setting, wrong value and what would be right.
 */
export const loadSettings = (file: NamedText | null, gates: GatesSchema): Outcome<Settings> => {
  const schema = settingsSchemaWith(gates);
  if (file === null) return { value: schema.parse({}), diagnostics: [] };

  const yaml = readYaml(file);
  const value = yaml.value ?? {};
  const strange = implausible(value);
  const parsed = schema.safeParse(value);
  if (parsed.success && strange.length === 0) return { value: parsed.data, diagnostics: [] };

  const known = alternativesOf(schema);
  const context: Context = { valueAt: valueIn(value), keysAt: (path) => known(value, path) };
  const reported = new Set(strange.map(({ path }) => showPath(path)));
  const described = (parsed.error?.issues ?? []).flatMap((issue) => describeIssue(issue, context));
  return refuse(file.name, yaml, [...strange, ...described.filter(({ path }) => !reported.has(showPath(path)))]);
};
