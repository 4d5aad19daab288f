import type { Decimal } from "../core/decimal.ts";
import { sumOfKnown } from "../core/figure.ts";
import type { JoinedResource } from "./joined-resource.ts";

/** A sum of what is known; `null` where something should be in it and nothing is known. */
export interface Subtotal {
  readonly before: Decimal | null;
  readonly after: Decimal | null;
  /** True where nothing is left out, on either side. */
  readonly complete: boolean;
  /** False where a difference would mislead: see {@link JoinedResource}. */
  readonly comparable: boolean;
}

/** A resource with those declared under it, and what all of them cost in a steady month. */
export interface CostNode {
  readonly resource: JoinedResource;
  readonly children: readonly CostNode[];
  readonly subtotal: Subtotal;
}

const STACK = "pulumi:pulumi:Stack";

/** After minus before, of what is known on both sides. */
export const change = ({ before, after, comparable }: Subtotal): Decimal | null =>
  before === null || after === null || !comparable ? null : after.minus(before);

const size = ({ subtotal: { before, after } }: CostNode): number =>
  Math.max(before?.abs().toNumber() ?? 0, after?.abs().toNumber() ?? 0);

/** True where a row would say nothing: it costs nothing by itself, nor does anything under it. */
const isSilent = (node: CostNode): boolean => node.resource.status === "free" && node.children.length === 0;

/**
 * The resources that cost something, or may, as the program nests them: the dearest first, components with the subtotal
 * of their children. The stack itself is the frame and has no row; a parent that is not there leaves its child at the top.
 */
export const componentTree = (resources: readonly JoinedResource[]): readonly CostNode[] => {
  const known = new Set(resources.filter(({ type }) => type !== STACK).map(({ urn }) => urn));
  const childrenOf = new Map<string | null, JoinedResource[]>();
  for (const resource of resources) {
    if (resource.type === STACK) continue;
    const parent =
      resource.parent !== null && known.has(resource.parent) && resource.parent !== resource.urn
        ? resource.parent
        : null;
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(resource);
    else childrenOf.set(parent, [resource]);
  }
  const nodes = (parent: string | null): readonly CostNode[] =>
    (childrenOf.get(parent) ?? [])
      .map(toNode)
      .filter((node) => !isSilent(node))
      .map((node) => ({ node, size: size(node) }))
      .sort((one, other) => other.size - one.size)
      .map(({ node }) => node);
  const toNode = (resource: JoinedResource): CostNode => {
    const children = nodes(resource.urn);
    const { status, complete, comparable, monthly } = resource;
    const own: Subtotal = { before: monthly.before.value, after: monthly.after.value, complete, comparable };
    if (children.length === 0) return { resource, children, subtotal: own };
    const below = children.map(({ subtotal }) => subtotal);
    // What is free by itself says nothing of what stands under it.
    const parts = status === "free" ? below : [own, ...below];
    const subtotal: Subtotal = {
      before: sumOfKnown(parts.map(({ before: value }) => ({ value }))),
      after: sumOfKnown(parts.map(({ after: value }) => ({ value }))),
      complete: complete && below.every((part) => part.complete),
      comparable: comparable && below.every((part) => part.comparable),
    };
    return { resource, children, subtotal };
  };
  return nodes(null);
};
