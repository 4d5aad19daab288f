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

/** The sum of what is known of each side. */
export const subtotalOf = (parts: readonly Subtotal[]): Subtotal => ({
  before: sumOfKnown(parts.map(({ before }) => before)),
  after: sumOfKnown(parts.map(({ after }) => after)),
  complete: parts.every(({ complete }) => complete),
  comparable: parts.every(({ comparable }) => comparable),
});

/** How large an amount is, to sort by: half of all are zero, and a decimal turns into a number by way of its digits. */
const magnitude = (value: Decimal | null): number =>
  value === null || value.isZero() ? 0 : Math.abs(value.toNumber());

const size = ({ subtotal: { before, after } }: CostNode): number => Math.max(magnitude(before), magnitude(after));

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
      .flatMap((resource) => {
        const node = toNode(resource);
        return isSilent(node) ? [] : { node, size: size(node) };
      })
      .sort((one, other) => other.size - one.size)
      .map(({ node }) => node);
  const toNode = (resource: JoinedResource): CostNode => {
    const children = nodes(resource.urn);
    const { status, complete, comparable, monthly } = resource;
    const own: Subtotal = { ...monthly, complete, comparable };
    if (children.length === 0) return { resource, children, subtotal: own };
    const below = children.map(({ subtotal }) => subtotal);
    // What is free by itself says nothing of what stands under it.
    const parts = status === "free" ? below : [own, ...below];
    const sum = subtotalOf(parts);
    const subtotal = { ...sum, complete: sum.complete && complete, comparable: sum.comparable && comparable };
    return { resource, children, subtotal };
  };
  return nodes(null);
};
