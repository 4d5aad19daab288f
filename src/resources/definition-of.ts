import type { PlanResource } from "../model/plan.ts";
import type { FamilyDefinition, ResourceDefinition } from "./define.ts";
import { freeReason } from "./free.ts";
import { FAMILIES, RESOURCES } from "./list.ts";

const DEFINITIONS: ReadonlyMap<string, ResourceDefinition> = new Map(
  RESOURCES.map((definition) => [definition.type, definition]),
);

/** A type's own definition, by its full token. */
export const definitionOfType = (type: string): ResourceDefinition | undefined => DEFINITIONS.get(type);

/** What can be said of a resource: its type's own definition, nothing where a rule makes it free, or its family's definition. */
export const definitionOf = (resource: PlanResource): ResourceDefinition | FamilyDefinition | undefined =>
  definitionOfType(resource.type) ??
  (freeReason(resource) === null ? FAMILIES.find(({ pattern }) => pattern.test(resource.type)) : undefined);
