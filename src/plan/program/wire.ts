import { type PropertyMap, propertyMap, SECRET, UNKNOWN, type Value } from "../../core/value.ts";
import { ASSUMED_TEXT } from "./data-sources/data-source.ts";
import type { Protocol, StructProto } from "./protocol.ts";
import type { Secrets } from "./secrets.ts";

/** Pulumi's wire marks (sdk/go/common/resource/properties.go): a map with the signature key is not a map. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** What an unknown string looks like on the wire; the SDK sends it whatever the real type. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const UNKNOWN_TEXTS = new Set([
  UNKNOWN_TEXT,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** `Value.KindCase` of google.protobuf.Value; the wire numbers are fixed by the protocol. */
const KIND = { number: 2, text: 3, flag: 4, struct: 5, list: 6 } as const;

/** A number that no plan can hold, with the path of the property. */
export class NotFiniteError extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is not a finite number`);
    this.path = path;
  }
}

/** Reads a gRPC struct; secrets lose their content here, so that nothing behind this line can show them. */
export const readStruct = (struct: StructProto.Struct | undefined, secrets: Secrets): PropertyMap =>
  struct === undefined ? propertyMap([]) : readFields(struct, secrets, "");

const readFields = (struct: StructProto.Struct, secrets: Secrets, path: string): PropertyMap => {
  const entries: [string, Value][] = [];
  for (const [key, value] of struct.getFieldsMap().entries()) {
    entries.push([key, readValue(value, secrets, path === "" ? key : `${path}.${key}`)]);
  }
  return propertyMap(entries);
};

const readValue = (value: StructProto.Value, secrets: Secrets, path: string): Value => {
  switch (value.getKindCase() as number) {
    case KIND.number: {
      const number = value.getNumberValue();
      if (!Number.isFinite(number)) throw new NotFiniteError(path);
      return secrets.holds(String(number)) ? SECRET : number;
    }
    case KIND.text: {
      const text = value.getStringValue();
      if (UNKNOWN_TEXTS.has(text) || text.includes(ASSUMED_TEXT)) return UNKNOWN;
      return secrets.holds(text) ? SECRET : text;
    }
    case KIND.flag:
      return value.getBoolValue();
    case KIND.list:
      return (value.getListValue()?.getValuesList() ?? []).map((item, index) =>
        readValue(item, secrets, `${path}[${index}]`),
      );
    case KIND.struct: {
      const struct = value.getStructValue()!;
      const signature = struct.getFieldsMap().get(SIGNATURE_KEY)?.getStringValue();
      return signature === undefined
        ? readFields(struct, secrets, path)
        : readSpecial(struct, signature, secrets, path);
    }
    default:
      return null;
  }
};

const readSpecial = (struct: StructProto.Struct, signature: string, secrets: Secrets, path: string): Value => {
  const fields = struct.getFieldsMap();
  const inner = fields.get("value");
  switch (signature) {
    case SECRET_SIGNATURE:
      learn(inner, secrets);
      return SECRET;
    case OUTPUT_SIGNATURE:
      if (fields.get("secret")?.getBoolValue()) return SECRET;
      return inner === undefined ? UNKNOWN : readValue(inner, secrets, path);
    case RESOURCE_SIGNATURE: {
      // A component has no id; a custom resource's id is unknown until it exists.
      const id = fields.get("id");
      if (id === undefined) return fields.get("urn")?.getStringValue() ?? UNKNOWN;
      return id.getStringValue() === "" ? UNKNOWN : readValue(id, secrets, path);
    }
    case ASSET_SIGNATURE:
      return describeAsset(struct);
    case ARCHIVE_SIGNATURE:
      return describeArchive(struct);
    default:
      return readFields(struct, secrets, path);
  }
};

/** Only to keep a secret's text out of messages; a nested one is not unfolded. */
const learn = (value: StructProto.Value | undefined, secrets: Secrets) => {
  const text = value?.getStringValue() ?? "";
  if (text !== "" && !UNKNOWN_TEXTS.has(text)) secrets.learn(text);
};

/** Where an asset comes from and how long a text is; never the text: it may be a whole program, or a secret. */
const describeAsset = (struct: StructProto.Struct): PropertyMap => {
  const fields = struct.getFieldsMap();
  const path = fields.get("path")?.getStringValue();
  const uri = fields.get("uri")?.getStringValue();
  if (path)
    return propertyMap([
      ["asset", "file"],
      ["path", path],
    ]);
  if (uri)
    return propertyMap([
      ["asset", "remote"],
      ["uri", uri],
    ]);
  return propertyMap([
    ["asset", "text"],
    ["characters", fields.get("text")?.getStringValue().length ?? 0],
  ]);
};

const describeArchive = (struct: StructProto.Struct): PropertyMap => {
  const fields = struct.getFieldsMap();
  const path = fields.get("path")?.getStringValue();
  const uri = fields.get("uri")?.getStringValue();
  if (path)
    return propertyMap([
      ["archive", "file"],
      ["path", path],
    ]);
  if (uri)
    return propertyMap([
      ["archive", "remote"],
      ["uri", uri],
    ]);
  const assets = fields.get("assets")?.getStructValue()?.getFieldsMap();
  return propertyMap([
    ["archive", "assets"],
    ["files", assets === undefined ? [] : [...assets.keys()]],
  ]);
};

/** The other way, for our answers. */
export const writeStruct = (protocol: Protocol, map: PropertyMap): StructProto.Struct => {
  const struct = new protocol.struct.Struct();
  const fields = struct.getFieldsMap();
  for (const key of Object.keys(map)) fields.set(key, writeValue(protocol, map[key]!));
  return struct;
};

export const writeValue = (protocol: Protocol, value: Value): StructProto.Value => {
  const message = new protocol.struct.Value();
  if (value === UNKNOWN) message.setStringValue(UNKNOWN_TEXT);
  else if (value === SECRET) message.setStructValue(secretUnknown(protocol));
  else if (value === null) message.setNullValue(protocol.struct.NullValue.NULL_VALUE);
  else if (typeof value === "string") message.setStringValue(value);
  else if (typeof value === "number") message.setNumberValue(value);
  else if (typeof value === "boolean") message.setBoolValue(value);
  else if (Array.isArray(value)) {
    const list = new protocol.struct.ListValue();
    list.setValuesList(value.map((item) => writeValue(protocol, item)));
    message.setListValue(list);
  } else message.setStructValue(writeStruct(protocol, value as PropertyMap));
  return message;
};

/** A secret whose value is decided later: what derives from it stays secret and unknown. */
const secretUnknown = (protocol: Protocol): StructProto.Struct =>
  writeStruct(
    protocol,
    propertyMap([
      [SIGNATURE_KEY, SECRET_SIGNATURE],
      ["value", UNKNOWN],
    ]),
  );

/** Wraps a wire value that is not yet secret. */
export const secretValue = (protocol: Protocol, value: StructProto.Value): StructProto.Value => {
  const inner = value.getStructValue()?.getFieldsMap().get(SIGNATURE_KEY)?.getStringValue();
  if (inner === SECRET_SIGNATURE) return value;
  const struct = secretUnknown(protocol);
  struct.getFieldsMap().set("value", value);
  const message = new protocol.struct.Value();
  message.setStructValue(struct);
  return message;
};
