import { z } from "zod";
import type { SettingPath } from "./show.ts";

/** The parts of a JSON Schema that name keys. */
interface Form {
  readonly properties?: Readonly<Record<string, Form>>;
  readonly additionalProperties?: Form | boolean;
  readonly items?: Form;
  readonly anyOf?: readonly Form[];
  readonly oneOf?: readonly Form[];
  readonly allOf?: readonly Form[];
  readonly const?: unknown;
}

const variantsOf = (form: Form): readonly Form[] => {
  const variants = [...(form.anyOf ?? []), ...(form.oneOf ?? []), ...(form.allOf ?? [])];
  return variants.length === 0 ? [form] : variants.flatMap(variantsOf);
};

/** Of several forms, those that a mapping's own constants (`kind: tokens`) do not rule out. */
const fitting = (forms: readonly Form[], value: unknown): readonly Form[] => {
  if (typeof value !== "object" || value === null) return forms;
  const mapping = value as Readonly<Record<string, unknown>>;
  const left = forms.filter((form) =>
    Object.entries(form.properties ?? {}).every(
      ([key, { const: constant }]) =>
        constant === undefined || !Object.hasOwn(mapping, key) || mapping[key] === constant,
    ),
  );
  return left.length > 0 ? left : forms;
};

const stepInto = (form: Form, step: PropertyKey): readonly Form[] => {
  if (typeof step === "number") return form.items ? [form.items] : [];
  const known = form.properties ?? {};
  if (Object.hasOwn(known, String(step))) return [known[String(step)]!];
  return typeof form.additionalProperties === "object" ? [form.additionalProperties] : [];
};

const childOf = (value: unknown, step: PropertyKey): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined;

/** For a schema: the keys that it knows at a path of a value, which is what somebody could have meant there. */
export const alternativesOf = (schema: z.ZodType): ((value: unknown, path: SettingPath) => readonly string[]) => {
  // Made at the first fault: settings without faults never need it.
  let whole: Form | undefined;
  return (value, path) => {
    whole ??= z.toJSONSchema(schema, { io: "input" }) as Form;
    let forms = fitting(variantsOf(whole), value);
    let current = value;
    for (const step of path) {
      current = childOf(current, step);
      forms = fitting(forms.flatMap((form) => stepInto(form, step)).flatMap(variantsOf), current);
    }
    return [...new Set(forms.flatMap((form) => Object.keys(form.properties ?? {})))];
  };
};
