import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import { deserializeProperties } from "./deserialize.ts";
import { asRecord, field, type JsonRecord, text } from "./document.ts";
import { equalValues } from "./equal.ts";
import { isDefaultProvider } from "./provider.ts";
import type { StackConfiguration } from "./region.ts";
import type { EngineOperation, Step } from "./steps.ts";

/** What a preview says, whichever of its two forms it was written in. */
export interface Recording {
  readonly name: string;
  readonly origin: "preview" | "events";
  readonly configuration: StackConfiguration;
  readonly steps: readonly Step[];
  /** How often the engine took each operation, steps it did not show included; `undefined` where not recorded. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  /** Targets of a `--target-replace`: a replacement that nothing in the program asks for. */
  readonly forced: readonly Step[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plain string values of a preview's or plan's configuration; secrets are left out, masked or encrypted. */
export const readConfiguration = (json: unknown): StackConfiguration =>
  new Map(
    Object.entries(deserializeProperties(json)).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );

/** A change summary, `{ same: 10, update: 7 }`. */
export const readCounts = (json: unknown): ReadonlyMap<string, number> | undefined => {
  const record = asRecord(json);
  return (
    record && new Map(Object.entries(record).filter((entry): entry is [string, number] => typeof entry[1] === "number"))
  );
};

/** Where a step's replacement is forced from outside: its only reason is the id, and no input changes. */
export const isForced = (record: JsonRecord, step: Step): boolean => {
  const reasons = field(record, "replaceReasons") ?? field(record, "keys");
  const onlyId = Array.isArray(reasons) && reasons.length === 1 && reasons[0] === "id";
  return onlyId && step.operation === "replace" && equalValues(step.old?.inputs ?? null, step.new?.inputs ?? null);
};

/** How many unchanged resources the engine counted but did not show. `undefined` where the preview cannot tell. */
export const hiddenSames = ({ counts, steps }: Recording): number | undefined => {
  const shown = steps.filter((step) => step.operation === "same" && !isDefaultProvider(step.urn));
  if (counts !== undefined) return Math.max(0, (counts.get("same") ?? 0) - shown.length - refreshedOnly(steps));
  const builds: ReadonlySet<EngineOperation> = new Set(["create", "import", "read"]);
  const isFirst = steps.every((step) => builds.has(step.operation));
  return isFirst || shown.some((step) => step.new?.custom) ? 0 : undefined;
};

/** How many resources a `--refresh` shows that are then left as they are: the digest has no second step of those. */
const refreshedOnly = (steps: readonly Step[]): number => {
  const changed = new Set(steps.filter(({ operation }) => operation !== "refresh").map(({ urn }) => urn));
  const refreshed = steps.filter((step) => step.operation === "refresh" && step.new && !isDefaultProvider(step.urn));
  return refreshed.filter(({ urn }) => !changed.has(urn)).length;
};

/** The engine's own error: there is no plan then, and no figure may be made from what it had seen so far. */
export const previewFailed = (file: string, messages: readonly string[]): InputError =>
  new InputError({
    severity: "error",
    code: "preview-failed",
    message: `the preview itself failed: ${messages.join("; ") || "the engine gives no reason"}`,
    place: { file },
    hint: "Fix the program or its configuration until `pulumi preview` succeeds, then price it again.",
  });

/** The text of a diagnostic of severity error; `undefined` for any other. */
export const errorMessage = (json: unknown): string | undefined => {
  const record = asRecord(json);
  if (record === undefined || field(record, "severity") !== "error") return undefined;
  return (text(record, "message") ?? "").trim().replace(/^error:\s*/, "") || "unnamed error";
};
