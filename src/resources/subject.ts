import type { Figure } from "../core/figure.ts";
import type { Gap } from "../model/cost.ts";
import type { HardwareCatalogue } from "../model/hardware.ts";
import type { PlanResource } from "../model/plan.ts";
import type { FacilitySettings } from "../model/settings.ts";
import type { Subject } from "./define.ts";
import { Inputs, type Reading } from "./inputs.ts";
import type { Neighbours } from "./neighbours.ts";
import type { UsageBook } from "./usage-book.ts";

/** What is the same for every resource of a snapshot. */
export interface Surroundings {
  readonly neighbours: Neighbours;
  readonly usageBook: UsageBook;
  readonly hardware: HardwareCatalogue;
  readonly facility: FacilitySettings;
  readonly hoursPerMonth: Figure;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What is noted while a resource is looked at. */
export interface Notes {
  readonly assumptions: string[];
  readonly gaps: Gap[];
}

const why = (reading: Reading<unknown>): string =>
  reading.state === "unknown" && reading.secret ? "secret" : "not known before deployment";

/** A resource with all that its definition may look at; its neighbours are read as parts of it and note into the same notes. */
export const subjectOf = (resource: PlanResource, surroundings: Surroundings, notes: Notes): Subject => {
  const { neighbours, usageBook, hardware, facility, hoursPerMonth, today } = surroundings;
  const assume = (message: string): void => {
    if (!notes.assumptions.includes(message)) notes.assumptions.push(message);
  };
  const gap: Subject["gap"] = (reading, message, decisive = false) => {
    const property = typeof reading === "string" ? reading : reading.state === "unknown" ? reading.path : "";
    if (!notes.gaps.some((noted) => noted.property === property && noted.message === message))
      notes.gaps.push({ property, decisive, message });
  };
  return {
    resource,
    inputs: new Inputs(resource.inputs, resource.urn),
    usage: usageBook.usageOf(resource),
    region: resource.region,
    neighbours,
    hardware,
    facility,
    hoursPerMonth,
    today,
    assume,
    gap,
    orAssume: (reading, otherwise, what) => {
      if (reading.state === "known") return reading.value;
      if (reading.state === "unknown") {
        gap(reading, `${reading.path} is ${why(reading)}`);
        assume(`${what}: ${String(otherwise)}, since ${reading.path} is ${why(reading)}.`);
      }
      return otherwise;
    },
    of: (neighbour) => subjectOf(neighbour, surroundings, notes),
  };
};
