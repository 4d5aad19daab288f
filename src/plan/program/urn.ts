import type { Urn } from "../../model/plan.ts";

export const STACK_TYPE = "pulumi:pulumi:Stack";

/** The four parts of a URN. A name may itself contain `::`. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** The types of the ancestors and the resource, joined by `$`. */
  readonly qualifiedType: string;
  readonly name: string;
}

export const parseUrn = (urn: Urn): UrnParts => {
  const [head = "", project = "", qualifiedType = "", ...name] = urn.split("::");
  return { stack: head.slice("urn:pulumi:".length), project, qualifiedType, name: name.join("::") };
};

/** Builds a URN as the engine does: the parent's type chain comes first, except the stack's own type. */
export const makeUrn = (stack: string, project: string, parent: Urn | undefined, type: string, name: string): Urn => {
  const chain = parent === undefined ? "" : parseUrn(parent).qualifiedType;
  const prefix = chain === "" || chain === STACK_TYPE ? "" : `${chain}$`;
  return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
};

/** The provider's URN in a reference `urn::id`. */
export const providerUrnOf = (reference: string): Urn => reference.slice(0, reference.lastIndexOf("::"));

/** `aws` of `aws:ec2/instance:Instance` and of `pulumi:providers:aws`. */
export const packageOf = (type: string): string => {
  const [first = "", second, third] = type.split(":");
  return first === "pulumi" && second === "providers" ? (third ?? first) : first;
};
