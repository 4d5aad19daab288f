import { createHash } from "node:crypto";
import { UNKNOWN } from "../../core/value.ts";
import type { Urn } from "../../model/plan.ts";
import type { Protocol, StructProto } from "./protocol.ts";
import { packageOf } from "./urn.ts";
import { secretValue, UNKNOWN_TEXT, writeValue } from "./wire.ts";

/**
 * What a provider would answer to a create in a first preview: the inputs again. The SDK takes every other output for
 * unknown by itself. Outputs that the program wants secret are secret, even those that are still unknown.
 */
export const answerTo = (
  protocol: Protocol,
  resource: { readonly urn: Urn; readonly type: string; readonly name: string },
  properties: StructProto.Struct,
  secretOutputs: readonly string[],
): StructProto.Struct => {
  const named = packageOf(resource.type) === "kubernetes" && wantsKubernetesName(properties);
  if (secretOutputs.length === 0 && !named) return properties;
  const state = properties.clone() as StructProto.Struct;
  const fields = state.getFieldsMap();
  if (named) nameKubernetesObject(protocol, resource, state);
  for (const key of secretOutputs) {
    fields.set(key, secretValue(protocol, fields.get(key) ?? writeValue(protocol, UNKNOWN)));
  }
  return state;
};

/** A manifest without a name: the Kubernetes provider makes one up before the preview is shown, and programs use it. */
const wantsKubernetesName = (properties: StructProto.Struct): boolean => {
  const fields = properties.getFieldsMap();
  if (!fields.has("apiVersion") || !fields.has("kind")) return false;
  const metadata = fields.get("metadata");
  if (metadata === undefined) return true;
  const inner = metadata.getStructValue()?.getFieldsMap();
  return (
    inner !== undefined &&
    !inner.has("name") &&
    !inner.has("generateName") &&
    metadata.getStringValue() !== UNKNOWN_TEXT
  );
};

/** Adds `<name>-<8 digits>`, derived from the URN where the provider draws lots, so that equal programs give equal plans. */
const nameKubernetesObject = (
  protocol: Protocol,
  resource: { readonly urn: Urn; readonly name: string },
  state: StructProto.Struct,
): void => {
  const fields = state.getFieldsMap();
  let metadata = fields.get("metadata")?.getStructValue();
  if (metadata === undefined) {
    metadata = new protocol.struct.Struct();
    const value = new protocol.struct.Value();
    value.setStructValue(metadata);
    fields.set("metadata", value);
  }
  const suffix = createHash("sha256").update(resource.urn).digest("hex").slice(0, 8);
  metadata.getFieldsMap().set("name", writeValue(protocol, `${resource.name}-${suffix}`));
};
