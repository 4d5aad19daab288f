import type { Urn } from "../model/plan.ts";

/** The parts of `urn:pulumi:<stack>::<project>::<parent types$type>::<name>`. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** Type token without its parents' types. */
  readonly type: string;
  /** May itself hold `::`. */
  readonly name: string;
}

const PREFIX = "urn:pulumi:";

/** The parts of a URN, or `undefined` for text that is not one. No list is made: this runs several times a resource. */
export const parseUrn = (urn: Urn): UrnParts | undefined => {
  if (!urn.startsWith(PREFIX)) return undefined;
  const project = urn.indexOf("::", PREFIX.length);
  const type = project === -1 ? -1 : urn.indexOf("::", project + 2);
  const name = type === -1 ? -1 : urn.indexOf("::", type + 2);
  if (name === -1 || project === PREFIX.length || name === type + 2) return undefined;
  const qualifiedType = urn.slice(type + 2, name);
  return {
    stack: urn.slice(PREFIX.length, project),
    project: urn.slice(project + 2, type),
    type: qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1),
    name: urn.slice(name + 2),
  };
};

/** What all URNs of one stack begin with. */
export const urnPrefix = (stack: string, project: string): string => `${PREFIX}${stack}::${project}::`;

const STACK_TYPE = "pulumi:pulumi:Stack";

/** The URN of these parts: the parent's chain of types comes first, except the stack's own. */
export const makeUrn = (parts: UrnParts & { readonly parent: Urn | undefined }): Urn => {
  const { stack, project, type, name, parent } = parts;
  const chain = parent === undefined ? STACK_TYPE : qualifiedType(parent);
  return `${urnPrefix(stack, project)}${chain === STACK_TYPE ? "" : `${chain}$`}${type}::${name}`;
};

/** The types of a resource's ancestors and its own, as they stand in its URN. */
const qualifiedType = (urn: Urn): string => urn.split("::")[2] ?? STACK_TYPE;
