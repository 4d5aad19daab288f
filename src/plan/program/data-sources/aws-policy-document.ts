import { isList, isPropertyMap, type PropertyMap, type Value } from "../../../core/value.ts";
import { type DataSource, digestOf, text, texts } from "./data-source.ts";

const DEFAULT_VERSION = "2012-10-17";

/** A policy document is no guess: it is written here exactly as the provider would write it. */
export const policyDocument: DataSource = {
  name: "getPolicyDocument",
  modules: ["iam"],
  regional: false,
  assumption: () => "IAM policy documents are built by rackrate, as the AWS provider would.",
  answer: ({ args }) => {
    const document = buildDocument(args);
    const minifiedJson = JSON.stringify(document);
    return { id: digestOf(minifiedJson).slice(0, 10), json: JSON.stringify(document, null, 2), minifiedJson };
  },
};

type Json = Record<string, unknown>;

const buildDocument = (args: PropertyMap): Json => {
  const base = [...texts(args.sourcePolicyDocuments), ...texts(args.sourceJson)].flatMap(statementsOf);
  const overrides = [...texts(args.overridePolicyDocuments), ...texts(args.overrideJson)].flatMap(statementsOf);
  const own = isList(args.statements) ? args.statements.filter(isPropertyMap).map(buildStatement) : [];
  const id = text(args, "policyId");
  return {
    Version: text(args, "version") ?? DEFAULT_VERSION,
    ...(id !== undefined && { Id: id }),
    Statement: overlay(overlay(base, own), overrides),
  };
};

/** A later statement with the same Sid replaces the earlier one. */
const overlay = (earlier: readonly Json[], later: readonly Json[]): Json[] => {
  const result = [...earlier];
  for (const statement of later) {
    const at = statement.Sid ? result.findIndex((other) => other.Sid === statement.Sid) : -1;
    if (at >= 0) result[at] = statement;
    else result.push(statement);
  }
  return result;
};

const statementsOf = (json: string): Json[] => {
  try {
    const statement: unknown = JSON.parse(json)?.Statement;
    return (Array.isArray(statement) ? statement : [statement]).filter(
      (item) => typeof item === "object" && item !== null,
    );
  } catch {
    return [];
  }
};

const buildStatement = (statement: PropertyMap): Json => ({
  ...(text(statement, "sid") !== undefined && { Sid: text(statement, "sid") }),
  Effect: text(statement, "effect") ?? "Allow",
  ...listed("Action", statement.actions),
  ...listed("NotAction", statement.notActions),
  ...listed("Resource", statement.resources),
  ...listed("NotResource", statement.notResources),
  ...principals("Principal", statement.principals),
  ...principals("NotPrincipal", statement.notPrincipals),
  ...conditions(statement.conditions),
});

/** A list of one is written as its item, a longer one in order. */
const oneOrMany = (items: readonly string[]): string | readonly string[] =>
  items.length === 1 ? items[0]! : [...items].sort().reverse();

const listed = (name: string, value: Value | undefined): Json => {
  const items = texts(value);
  return items.length === 0 ? {} : { [name]: oneOrMany(items) };
};

const principals = (name: string, value: Value | undefined): Json => {
  const list = isList(value) ? value.filter(isPropertyMap) : [];
  if (list.length === 0) return {};
  const byType = new Map<string, string[]>();
  for (const principal of list) {
    const type = text(principal, "type") ?? "AWS";
    byType.set(type, [...(byType.get(type) ?? []), ...texts(principal.identifiers)]);
  }
  if (byType.size === 1 && byType.get("*")?.join() === "*") return { [name]: "*" };
  return { [name]: Object.fromEntries([...byType].map(([type, identifiers]) => [type, oneOrMany(identifiers)])) };
};

const conditions = (value: Value | undefined): Json => {
  const list = isList(value) ? value.filter(isPropertyMap) : [];
  if (list.length === 0) return {};
  const byTest = new Map<string, Map<string, string[]>>();
  for (const condition of list) {
    const tests = byTest.get(text(condition, "test") ?? "StringEquals") ?? new Map<string, string[]>();
    const variable = text(condition, "variable") ?? "";
    tests.set(variable, [...(tests.get(variable) ?? []), ...texts(condition.values)]);
    byTest.set(text(condition, "test") ?? "StringEquals", tests);
  }
  const written = [...byTest].map(([test, variables]) => [
    test,
    Object.fromEntries([...variables].map(([name, values]) => [name, oneOrMany(values)])),
  ]);
  return { Condition: Object.fromEntries(written) };
};
