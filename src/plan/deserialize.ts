import { emptyMap, type PropertyMap, propertyMap, SECRET, UNKNOWN, type Value } from "../core/value.ts";
import { asRecord, field, type JsonRecord, text } from "./document.ts";

/**
 * The strings by which the engine stands for a value not known yet, one a type (Pulumi SDK,
 * `sdk/go/common/resource/plugin/rpc.go`).
 */
const UNKNOWN_SENTINELS: ReadonlySet<string> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string, in practice for any type
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // bool
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

/** The key that marks an object as a value JSON has no form for, and the marks (`sdk/go/common/resource/sig`). */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SIGNATURES = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
} as const;

/** What previews print in place of a secret. */
const MASK = "[secret]";

/**
 * Deeper than any resource schema goes. What lies beyond is unknown, so that nobody who walks a value can run out of
 * stack.
 */
const MAX_DEPTH = 256;

/**
 * A JSON value of a plan as our own: unknowns and secrets become marks, and a secret's content is dropped here.
 */
export const deserialize = (json: unknown, depth = 0): Value => {
  if (typeof json === "string") return json === MASK ? SECRET : UNKNOWN_SENTINELS.has(json) ? UNKNOWN : json;
  if (typeof json === "number" || typeof json === "boolean") return json;
  if (depth > MAX_DEPTH) return UNKNOWN;
  if (Array.isArray(json)) return json.map((item) => deserialize(item, depth + 1));
  const record = asRecord(json);
  if (record === undefined) return null;
  return Object.hasOwn(record, SIGNATURE) ? deserializeSigned(record, depth) : deserializeRecord(record, depth);
};

/** The inputs of a resource. Masked as a whole or absent, they are an empty map. */
export const deserializeProperties = (json: unknown): PropertyMap => {
  const record = asRecord(json);
  return record === undefined || Object.hasOwn(record, SIGNATURE) ? propertyMap([]) : deserializeRecord(record, 0);
};

const deserializeRecord = (record: JsonRecord, depth: number): PropertyMap => {
  const map = emptyMap();
  for (const key of Object.keys(record)) map[key] = deserialize(record[key], depth + 1);
  return map;
};

const deserializeSigned = (record: JsonRecord, depth: number): Value => {
  switch (field(record, SIGNATURE)) {
    case SIGNATURES.secret:
      return SECRET;
    case SIGNATURES.output:
      if (field(record, "secret") === true) return SECRET;
      return Object.hasOwn(record, "value") ? deserialize(record.value, depth + 1) : UNKNOWN;
    case SIGNATURES.resource:
      return keep(record, ["urn", "id"]);
    case SIGNATURES.asset:
    case SIGNATURES.archive:
      // Content is never priced and may be large or private: the reference alone is kept.
      return keep(record, ["path", "uri", "hash"]);
    default:
      return UNKNOWN;
  }
};

const keep = (record: JsonRecord, keys: readonly string[]): PropertyMap =>
  propertyMap(
    keys.flatMap((key) => {
      const value = text(record, key);
      return value === undefined ? [] : [[key, deserialize(value)] as const];
    }),
  );
