import { propertyMap, SECRET, UNKNOWN, type Value } from "../core/value.ts";
import type { PlanResource } from "../model/plan.ts";
import type { Declared } from "./declared.ts";

/** The marks cannot leave their thread. No property value is a big integer, so two of them can stand for the marks. */
const UNKNOWN_MARK = 0n;
const SECRET_MARK = 1n;

type PackedValue = null | boolean | number | string | bigint | readonly PackedValue[] | { [key: string]: PackedValue };
type PackedResource = Omit<PlanResource, "inputs"> & { readonly inputs: PackedValue };

/** What a program declared, in a form that can be sent to another thread. */
export interface DeclaredMessage {
  readonly before: readonly PackedResource[] | null;
  readonly after: readonly PackedResource[];
  readonly missing: readonly string[];
}

export const packDeclared = ({ before, after, missing }: Declared): DeclaredMessage => {
  const pack = once((resource: PlanResource): PackedResource => ({ ...resource, inputs: packValue(resource.inputs) }));
  return { before: before?.map(pack) ?? null, after: after.map(pack), missing };
};

export const unpackDeclared = ({ before, after, missing }: DeclaredMessage): Declared => {
  const unpack = once(
    (packed: PackedResource): PlanResource => ({
      ...packed,
      inputs: unpackValue(packed.inputs) as PlanResource["inputs"],
    }),
  );
  return { before: before?.map(unpack) ?? null, after: after.map(unpack), missing };
};

/** A resource that stands on both sides is one object, here as there. */
const once = <From extends object, To>(convert: (from: From) => To): ((from: From) => To) => {
  const known = new Map<From, To>();
  return (from) => {
    const to = known.get(from) ?? convert(from);
    known.set(from, to);
    return to;
  };
};

const packValue = (value: Value): PackedValue => {
  if (value === UNKNOWN) return UNKNOWN_MARK;
  if (value === SECRET) return SECRET_MARK;
  if (typeof value !== "object" || value === null) return value as PackedValue;
  if (Array.isArray(value)) return value.map(packValue);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, packValue(item)]));
};

const unpackValue = (packed: PackedValue): Value => {
  if (typeof packed === "bigint") return packed === UNKNOWN_MARK ? UNKNOWN : SECRET;
  if (typeof packed !== "object" || packed === null) return packed;
  if (Array.isArray(packed)) return packed.map(unpackValue);
  return propertyMap(Object.entries(packed).map(([key, item]) => [key, unpackValue(item)] as const));
};
