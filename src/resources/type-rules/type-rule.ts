/** What holds for every type that a rule names: it costs nothing and why, or it is charged and by what. */
export interface TypeRule {
  readonly verdict: "free" | "charged";
  /** Why it is free; what it is charged by. */
  readonly reason: string;
  /** Whether it runs on processors or accelerators. */
  readonly compute: boolean;
  /** Full type tokens that it holds for. */
  readonly pattern: RegExp;
}

/**
 * Types as a rule writes them: `ec2: vpc subnet *Acl` are types of AWS modules, by the name before the class, where `*`
 * stands for any letters; anything else is a pattern of full tokens.
 */
type Types = string | RegExp;

const sourceOf = (types: Types): string => {
  if (types instanceof RegExp) return types.source;
  const [modules = "", names = ""] = types.split(": ");
  const either = (words: string): string => words.trim().split(/\s+/).join("|").replaceAll("*", String.raw`\w*`);
  return `^aws:(?:${either(modules)})/(?:${either(names)}):`;
};

const rule = (about: Omit<TypeRule, "pattern">, types: readonly Types[]): TypeRule =>
  Object.freeze({ ...about, pattern: new RegExp(types.map(sourceOf).join("|")) });

/** Types without a charge of their own; `reason` says why, in the words of a report. */
export const free = (reason: string, ...types: readonly Types[]): TypeRule =>
  rule({ verdict: "free", reason, compute: false }, types);

/** Types that are charged and have no definition yet; `reason` says by what: `each rule by the month`. */
export const charged = (reason: string, ...types: readonly Types[]): TypeRule =>
  rule({ verdict: "charged", reason, compute: false }, types);

/** As `charged`, for what runs on processors or accelerators: a gate must not pass in silence. */
export const chargedCompute = (reason: string, ...types: readonly Types[]): TypeRule =>
  rule({ verdict: "charged", reason, compute: true }, types);
