import type { Urn } from "../../model/plan.ts";
import type { AliasProto } from "./protocol.ts";
import { makeUrn, parseUrn } from "./urn.ts";

/** What an alias leaves out, it takes from the resource itself. */
interface Aliased {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly parent: Urn | undefined;
  /** Earlier URNs of the parent: each gives the child an earlier URN too. */
  readonly parentAliases: readonly Urn[];
}

/** A long chain of aliased parents multiplies; the engine has no limit, but a plan needs one. */
const MOST_ALIASES = 256;

/** Every earlier URN of a resource: its own aliases, those it inherits from its parent, and the two combined. */
export const resolveAliases = (
  resource: Aliased,
  aliases: readonly AliasProto.Alias[],
  urns: readonly Urn[],
): Urn[] => {
  const found = new Set<Urn>(urns);
  const inherited = (type: string, name: string) => {
    for (const parentAlias of resource.parentAliases) {
      const { stack, project } = parseUrn(parentAlias);
      found.add(makeUrn(stack, project, parentAlias, type, renamed(name, resource.parent, parentAlias)));
    }
  };
  for (const alias of aliases) {
    const spec = alias.getSpec();
    if (spec === undefined) {
      if (alias.getUrn() !== "") found.add(alias.getUrn());
      continue;
    }
    const own = parseUrn(resource.urn);
    const name = spec.getName() || resource.name;
    const type = spec.getType() || resource.type;
    const parent = spec.getNoparent() ? undefined : spec.getParenturn() || resource.parent;
    found.add(makeUrn(spec.getStack() || own.stack, spec.getProject() || own.project, parent, type, name));
    if (parent !== undefined && parent === resource.parent) inherited(type, name);
  }
  inherited(resource.type, resource.name);
  found.delete(resource.urn);
  return [...found].slice(0, MOST_ALIASES);
};

/** A child named after its parent was named after the parent's earlier name. */
const renamed = (name: string, parent: Urn | undefined, parentAlias: Urn): string => {
  const parentName = parent === undefined ? "" : parseUrn(parent).name;
  return parentName !== "" && name.startsWith(parentName)
    ? parseUrn(parentAlias).name + name.slice(parentName.length)
    : name;
};
