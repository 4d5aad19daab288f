import { basename } from "node:path";
import { InputError } from "../../core/diagnostic.ts";
import type { Assumption } from "../../model/plan.ts";
import { type ConfigDeclaration, type Project, qualified } from "./project.ts";
import { PLACEHOLDER } from "./secrets.ts";
import type { Stack } from "./stack.ts";
import { type Data, isMap, readYamlMap } from "./yaml-file.ts";

/** A stack's configuration as the program gets it. */
export interface StackConfig {
  /** `namespace:key` → text; objects and lists are JSON. */
  readonly values: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  /** Keys whose value is encrypted and stands in as a placeholder. */
  readonly encrypted: readonly string[];
  /** Plain values of secret keys: they must appear nowhere. */
  readonly secretValues: readonly string[];
  readonly assumptions: readonly Assumption[];
}

/**
 * Puts the configuration together: the project's values, the stack's file, then the command line; the later wins.
 * @throws InputError when a declared setting has no value, or a file is not valid.
 */
export const readStackConfig = (
  project: Project,
  stack: Stack,
  overrides: Readonly<Record<string, string>>,
): StackConfig => {
  const values: Record<string, string> = Object.create(null);
  const secret = new Set<string>();
  const encrypted = new Set<string>();
  const set = (key: string, data: Data, type: string | undefined) => {
    const found = { secure: false };
    values[key] = textOf(data, type, found);
    if (found.secure) secret.add(key);
    if (found.secure) encrypted.add(key);
    else encrypted.delete(key);
  };
  for (const [key, declared] of Object.entries(project.config)) {
    if (declared.value !== undefined) set(key, declared.value, declared.type);
    if (declared.secret) secret.add(key);
  }
  const file = stack.file === undefined ? {} : readYamlMap(stack.file, basename(stack.file));
  const config = file.config;
  if (isMap(config)) {
    for (const key of Object.keys(config)) {
      const full = qualified(project.name, key);
      if (config[key] !== null) set(full, config[key]!, project.config[full]?.type);
    }
  }
  for (const [key, value] of Object.entries(overrides)) set(qualified(project.name, key), value, undefined);
  requireDeclared(project, stack, values);
  return {
    values,
    secretKeys: [...secret],
    encrypted: [...encrypted],
    secretValues: [...secret].filter((key) => !encrypted.has(key)).flatMap((key) => values[key] ?? []),
    assumptions: assumptionsOf([...encrypted], file.environment),
  };
};

/** A value as the SDK expects it in the environment: text as it is, the rest as JSON, encrypted parts as placeholders. */
const textOf = (data: Data, type: string | undefined, found: { secure: boolean }): string => {
  if (isSecure(data)) {
    found.secure = true;
    return placeholderFor(type);
  }
  if (typeof data === "object" && data !== null) return JSON.stringify(withPlaceholders(data, found));
  return String(data);
};

const isSecure = (data: Data): boolean =>
  isMap(data) && Object.keys(data).length === 1 && typeof data.secure === "string";

const withPlaceholders = (data: Data, found: { secure: boolean }): Data => {
  if (isSecure(data)) {
    found.secure = true;
    return PLACEHOLDER;
  }
  if (Array.isArray(data)) return data.map((item) => withPlaceholders(item, found));
  if (!isMap(data)) return data;
  const copy: Record<string, Data> = Object.create(null);
  for (const key of Object.keys(data)) copy[key] = withPlaceholders(data[key]!, found);
  return copy;
};

const placeholderFor = (type: string | undefined): string =>
  type === "boolean" ? "false" : type === "array" ? "[]" : type === "object" ? "{}" : PLACEHOLDER;

const requireDeclared = (project: Project, stack: Stack, values: Readonly<Record<string, string>>): void => {
  const lacking = Object.entries(project.config).filter(([key, declared]) => isLacking(key, declared, values));
  if (lacking.length === 0) return;
  throw new InputError(lacking.map(([key]) => missingConfig(key, stack.name)));
};

const isLacking = (key: string, declared: ConfigDeclaration, values: Readonly<Record<string, string>>): boolean =>
  declared.required && values[key] === undefined;

/** How a missing value is told, whether the project or the program asks for it. */
export const missingConfig = (key: string, stack: string) =>
  ({
    severity: "error",
    code: "missing-config",
    message: `The stack ${stack} lacks the configuration value ${key}.`,
    place: { property: key },
    hint: `Set it with \`pulumi config set ${key} VALUE\`, or for this run with \`-c ${key}=VALUE\`.`,
  }) as const;

const assumptionsOf = (encrypted: readonly string[], environment: Data | undefined): Assumption[] => {
  const assumptions: Assumption[] = encrypted.map((key) => ({
    code: "secret-config-unknown",
    message: `The encrypted configuration value ${key} cannot be read; it counts as an unknown secret.`,
  }));
  const names = Array.isArray(environment)
    ? environment.map((item) => (isMap(item) ? Object.keys(item)[0] : String(item)))
    : [];
  if (names.length > 0 || isMap(environment ?? null)) {
    const which = names.length > 0 ? ` ${names.join(", ")}` : "";
    assumptions.push({
      code: "environment-not-read",
      message: `The Pulumi ESC environment${which} is not read; its values are missing.`,
    });
  }
  return assumptions;
};
