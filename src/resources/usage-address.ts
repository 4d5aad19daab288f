import type { PlanResource } from "../model/plan.ts";
import { tokensOfTerraformType } from "./aws/terraform-types.ts";
import { namePattern } from "./name-pattern.ts";

/** How exactly an address names what it names; the more exact wins. */
export const EXACTNESS = { type: 0, wildcard: 1, resource: 2 } as const;

/** An address of usage, read. A resource it names has one of its `names`, and passes its test where it has one, which is given all its names. */
export interface UsageAddress {
  readonly exactness: 0 | 1 | 2;
  /** Full or short type tokens, names, `type::name`s or URNs under which its resources are found; `null`: any resource may be meant. */
  readonly names: readonly string[] | null;
  readonly matches?: (resource: PlanResource, called: readonly string[]) => boolean;
  /** The types it names by itself, before any plan is known. */
  readonly types: readonly string[];
}

const shortTokens = new Map<string, string>();

/** Short tokens (`aws:ec2:Instance`) are what the engine displays; both forms name a type. Types are few, so each is made once. */
export const shortToken = (type: string): string => {
  const known = shortTokens.get(type);
  if (known !== undefined) return known;
  const short = type.replace(/\/[^:]*:/, ":");
  shortTokens.set(type, short);
  return short;
};

/** Everything a resource can be called by. */
export const namesOf = ({ type, name, urn }: PlanResource): readonly string[] => [
  type,
  shortToken(type),
  `${type}::${name}`,
  `${shortToken(type)}::${name}`,
  name,
  urn,
];

const BRACKETS = '(?:\\["[^"]*"\\]|\\[[^\\]]*\\])?';
const TERRAFORM = new RegExp(`^((?:module\\.[^.[\\]]+${BRACKETS}\\.)*)(aws_[a-z0-9_]+)\\.([^.[\\]]+${BRACKETS})$`);
const MODULE = new RegExp(`module\\.([^.[\\]]+${BRACKETS})\\.`, "g");

const parentName = ({ parent }: PlanResource): string => parent?.split("::").at(-1) ?? "";

/**
 * A Terraform address: in Pulumi its name, inside modules that became components. What `pulumi convert` makes of
 * `module.net.aws_eip.out[0]` is `net-out-0`, below the component `net`; a name without its module is found there too.
 */
const terraform = (modules: string, type: string, name: string): UsageAddress => {
  const types = tokensOfTerraformType(type);
  const exactness = (modules + name).includes("*") ? EXACTNESS.wildcard : EXACTNESS.resource;
  if (modules === "" && !name.includes("[") && !name.includes("*"))
    return { exactness, names: types.map((token) => `${token}::${name}`), types };
  const steps = [...modules.matchAll(MODULE)].map(([, step = ""]) => step);
  const within = steps.map((_, from) => steps.slice(from).join("-"));
  const isFull = namePattern([...steps, name].join("-"));
  const areCalled = [name, ...within.map((outer) => `${outer}-${name}`)].map(namePattern);
  const areInside = within.map(namePattern);
  return {
    exactness,
    names: types,
    matches: (resource) =>
      isFull(resource.name) ||
      (areCalled.some((isCalled) => isCalled(resource.name)) &&
        areInside.some((isInside) => isInside(parentName(resource)))),
    types,
  };
};

/** Reads an address. Every text is one: what is no type, wildcard or Terraform address is a name. */
export const readAddress = (address: string): UsageAddress => {
  const [, modules = "", type = "", name = ""] = TERRAFORM.exec(address) ?? [];
  if (type !== "") return terraform(modules, type, name);
  if (address.includes("*")) {
    const isMeant = namePattern(address);
    return {
      exactness: EXACTNESS.wildcard,
      names: null,
      matches: (_, called) => called.some(isMeant),
      types: [],
    };
  }
  if (/^[^:]+:[^:]*:[^:]+$/.test(address)) return { exactness: EXACTNESS.type, names: [address], types: [address] };
  if (/^aws_[a-z0-9_]+$/.test(address)) {
    const types = tokensOfTerraformType(address);
    return { exactness: EXACTNESS.type, names: types, types };
  }
  const [typed = ""] = /^[^:]+:[^:]*:[^:]+(?=::[^:]+$)/.exec(address) ?? [];
  return { exactness: EXACTNESS.resource, names: [address], types: typed === "" ? [] : [typed] };
};
