import { namePattern } from "../name-pattern.ts";

/**
 * Types as a rule writes them: `ec2: vpc subnet *Acl` are types of AWS modules, by the name before the class, where `*`
 * stands for any letters; anything else is a pattern of full tokens.
 */
type Types = string | RegExp;

/** What holds for every type that a rule names: it costs nothing and why, or it is charged and by what. */
export interface TypeRule {
  readonly verdict: "free" | "charged";
  /** Why it is free; what it is charged by. */
  readonly reason: string;
  /** Whether it runs on processors or accelerators. */
  readonly compute: boolean;
  readonly types: readonly Types[];
  /** Whether it holds for a type, by its full token. */
  readonly holds: (type: string) => boolean;
}

type Test = (type: string) => boolean;

const AWS_TYPE = /^aws:(\w+)\/(\w+):/;

/** Whether a word is one of those that a text lists. */
const oneOf = (text: string): Test => {
  const words = text.trim().split(/\s+/);
  const patterns = words.filter((word) => word.includes("*")).map(namePattern);
  return (word) => words.includes(word) || patterns.some((matches) => matches(word));
};

const testOf = (types: Types): Test => {
  if (types instanceof RegExp) return (type) => types.test(type);
  const [modules = "", names = ""] = types.split(": ");
  const [isModule, isName] = [oneOf(modules), oneOf(names)];
  return (type) => {
    const [, module, name] = AWS_TYPE.exec(type) ?? [];
    return module !== undefined && name !== undefined && isModule(module) && isName(name);
  };
};

const rule = (about: Omit<TypeRule, "types" | "holds">, types: readonly Types[]): TypeRule => {
  // One expression for all rules would be shorter, and takes the engine longer to compile than a plan of a few resources to price.
  let tests: readonly Test[] | undefined;
  const holds: Test = (type) => {
    tests ??= types.map(testOf);
    return tests.some((test) => test(type));
  };
  return Object.freeze({ ...about, types, holds });
};

/** Types without a charge of their own; `reason` says why, in the words of a report. */
export const free = (reason: string, ...types: readonly Types[]): TypeRule =>
  rule({ verdict: "free", reason, compute: false }, types);

/** Types that are charged and have no definition yet; `reason` says by what: `each rule by the month`. */
export const charged = (reason: string, ...types: readonly Types[]): TypeRule =>
  rule({ verdict: "charged", reason, compute: false }, types);

/** As `charged`, for what runs on processors or accelerators: a gate must not pass in silence. */
export const chargedCompute = (reason: string, ...types: readonly Types[]): TypeRule =>
  rule({ verdict: "charged", reason, compute: true }, types);
