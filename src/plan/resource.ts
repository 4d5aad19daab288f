import type { Place } from "../core/diagnostic.ts";
import type { PlanResource, Urn } from "../model/plan.ts";
import { deserializeProperties } from "./deserialize.ts";
import { asRecord, field, type JsonRecord, malformed, strings, text } from "./document.ts";
import { providerUrn } from "./provider.ts";
import { parseUrn } from "./urn.ts";

/**
 * One resource as the engine writes it in previews, events and state. Its region is left `null`: that takes the whole
 * snapshot (region.ts). `fallbackUrn` serves sparse records.
 * Throws InputError where there is no readable URN.
 */
export const readResource = (record: JsonRecord, place: Place, fallbackUrn?: Urn): PlanResource => {
  // Mostly both are the same: one string of them, so that what is kept by URN finds it without comparing letters.
  const own = text(record, "urn");
  const urn = own === undefined || own === fallbackUrn ? fallbackUrn : own;
  const parts = urn === undefined ? undefined : parseUrn(urn);
  if (urn === undefined || parts === undefined) {
    throw malformed(place, urn === undefined ? "a resource has no URN" : `"${urn}" is not a URN`);
  }
  const parent = text(record, "parent");
  const provider = providerUrn(text(record, "provider") ?? "");
  const position = readPosition(record);
  return {
    urn,
    type: text(record, "type") ?? parts.type,
    name: parts.name,
    ...(parent !== undefined && { parent }),
    custom: field(record, "custom") === true,
    external: field(record, "external") === true,
    ...(provider !== undefined && { provider }),
    region: null,
    inputs: deserializeProperties(field(record, "inputs")),
    propertyDependencies: readPropertyDependencies(field(record, "propertyDependencies")),
    aliases: strings(field(record, "aliases")),
    ...(position !== undefined && { position }),
  };
};

/** Most resources depend on nothing: these share one map. */
const INDEPENDENT: Readonly<Record<string, readonly Urn[]>> = Object.freeze(Object.create(null));

/** Property → URNs, with those that depend on nothing left out. */
export const readPropertyDependencies = (json: unknown): Readonly<Record<string, readonly Urn[]>> => {
  let dependencies: Record<string, readonly Urn[]> | undefined;
  const record = asRecord(json) ?? {};
  for (const property of Object.keys(record)) {
    const list = strings(record[property]);
    if (list.length === 0) continue;
    dependencies ??= Object.create(null) as Record<string, readonly Urn[]>;
    dependencies[property] = list;
  }
  return dependencies ?? INDEPENDENT;
};

/**
 * `project:///index.ts#12,4` as `index.ts:12:4`. A class of an SDK is constructed inside that SDK, so the first frame
 * outside `node_modules` is what the user wrote.
 */
const readPosition = (record: JsonRecord): string | undefined => {
  const own = positionOf(record);
  if (own !== undefined) return own;
  const trace = field(record, "stackTrace");
  for (const frame of Array.isArray(trace) ? trace : []) {
    const position = positionOf(frame);
    if (position !== undefined) return position;
  }
  return undefined;
};

/** Where a frame stands in the program's own files; nothing inside a package. */
const positionOf = (frame: unknown): string | undefined => {
  const position = text(asRecord(frame) ?? {}, "sourcePosition");
  return position === undefined || position.includes("node_modules/") ? undefined : formatPosition(position);
};

const IN_PROJECT = "project:///";
const LINE_AND_COLUMN = /^\d+(,\d+)?$/;

const formatPosition = (position: string): string | undefined => {
  const hash = position.lastIndexOf("#");
  const [path, place] = [position.slice(IN_PROJECT.length, hash), position.slice(hash + 1)];
  if (!position.startsWith(IN_PROJECT) || path === "" || !LINE_AND_COLUMN.test(place)) return undefined;
  return `${pathInProject(path)}:${place.replace(",", ":")}`;
};

/**
 * Of a file that is an ES module the engine writes the program's folder and then the file's whole URL:
 * `infra/file:/home/ci/shop/infra/fleet.ts` (seen with CLI 3.259). Where a machine keeps its files says nothing to others,
 * so the path is cut where the program's folder, or one above it, comes up in it.
 */
const pathInProject = (path: string): string => {
  if (!path.includes("file:")) return path;
  const [, folder = "", file] = /^(?:(.*)\/)?file:\/*(\/.+)$/.exec(path) ?? [];
  if (file === undefined) return path;
  for (let known = folder; known !== ""; known = known.slice(0, Math.max(0, known.lastIndexOf("/")))) {
    const start = file.lastIndexOf(`/${known}/`);
    if (start !== -1) return file.slice(start + 1);
  }
  return file;
};
