import type { Decimal } from "../core/decimal.ts";
import type { Figure } from "../core/figure.ts";
import type { Capacity, Category, CostLine, DriverUse, LineSchedule, Span } from "../model/cost.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { PlanResource, Urn } from "../model/plan.ts";
import type { PriceQuery } from "../model/price.ts";
import type { FacilitySettings } from "../model/settings.ts";
import type { Inputs, Reading } from "./inputs.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Usage, UsageKey } from "./usage.ts";

/** Everything a resource file may look at: the resource, its usage, its neighbours, and facts. No prices. */
export interface Subject {
  readonly resource: PlanResource;
  readonly inputs: Inputs;
  readonly usage: Usage;
  /** AWS region code; `null` where nothing says it. */
  readonly region: string | null;
  readonly neighbours: Neighbours;
  readonly hardware: HardwareCatalogue;
  readonly facility: FacilitySettings;
  /** YYYY-MM-DD, for what changes with the date, as support windows do. */
  readonly today: string;
  /** Hours of a month, as the settings state them. */
  readonly hoursPerMonth: Figure;
  /** Says that something was taken for granted. Shown with the resource. */
  readonly assume: (message: string) => void;
  /** Says that an unknown input kept something from being priced; `decisive` where it decides the cost. */
  readonly gap: (reading: Reading<unknown> | string, message: string, decisive?: boolean) => void;
  /** The value of a reading; where it is unknown, a gap is noted and `otherwise` is taken with a named assumption. */
  readonly orAssume: <T>(reading: Reading<T>, otherwise: T, what: string) => T;
  /** A reader and a subject of a neighbour, to price it as a part of this one. */
  readonly of: (neighbour: PlanResource) => Subject;
}

/** A cost line as a resource file writes it. `item` and `service` ask the price list of the resource's own region. */
export interface LineDraft {
  readonly meter: string;
  readonly description: string;
  readonly part?: string;
  readonly category: Category;
  readonly quantity: Figure;
  readonly unit: string;
  readonly usageBased?: boolean;
  readonly spot?: true;
  readonly price: Omit<PriceQuery, "vendor" | "region"> & Partial<PriceQuery>;
  readonly schedule?: LineSchedule;
  readonly drivers?: readonly DriverUse[];
  /** What may be bought in its place, and how many of its units do for one. */
  readonly alternatives?: readonly { readonly price: LineDraft["price"]; readonly units: Decimal }[];
}

/** What a resource file says: cost lines (with the accelerators they bring and what they cover), or that it is free and why. */
export type ResourceCost =
  | {
      readonly lines: readonly LineDraft[];
      readonly capacity?: Capacity;
      readonly covers?: readonly Urn[];
      /** How far it may scale, with all that its declaration makes it cost. */
      readonly scale?: Span | undefined;
    }
  | { readonly free: string };

/** One Pulumi type: where its pricing is documented, which usage it understands, and what it costs. */
export interface ResourceDefinition {
  /** Full type token. */
  readonly type: string;
  /** The name people use: `NAT gateway`. */
  readonly title: string;
  /** The page that says how it is charged. */
  readonly source: string;
  /** Whether it runs on processors or accelerators, so that a missing price fails the gate. */
  readonly compute?: boolean | ((subject: Subject) => boolean);
  readonly usage?: Readonly<Record<string, UsageKey>>;
  readonly cost: (subject: Subject) => ResourceCost;
}

/** Freezes a definition; resources are listed explicitly in `list.ts`. */
export const defineResource = (definition: ResourceDefinition): ResourceDefinition => Object.freeze(definition);

/** A definition of every type that a pattern names, where kinds are countless as those of Kubernetes' custom resources. */
export type FamilyDefinition = Omit<ResourceDefinition, "type"> & {
  readonly pattern: RegExp;
  /** The name that people use for one type of the family, where they have one. */
  readonly titleOf?: (type: string) => string;
};

/** Freezes a family; the first that matches a type without a definition of its own is taken. */
export const defineFamily = (definition: FamilyDefinition): FamilyDefinition => Object.freeze(definition);

/** A cost line from its draft, in the subject's region. What usage states of a whole group does not scale with it. */
export const toLine = (draft: LineDraft, subject: Subject, scale?: Span): CostLine => {
  const { price, usageBased = false, alternatives, ...rest } = draft;
  const queryOf = (asked: LineDraft["price"]): PriceQuery => ({ vendor: "aws", region: subject.region, ...asked });
  return {
    ...rest,
    usageBased,
    query: queryOf(price),
    ...(alternatives && { alternatives: alternatives.map(({ price, units }) => ({ query: queryOf(price), units })) }),
    ...(scale && !usageBased && { scale }),
  };
};
