import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import type { EventLine } from "./detect.ts";
import { asRecord, field, type JsonRecord, malformed, text } from "./document.ts";
import { errorMessage, isForced, previewFailed, type Recording, readConfiguration, readCounts } from "./recording.ts";
import { readStep, type Step } from "./steps.ts";
import { hasUnknown } from "./unknown.ts";

/**
 * Reads engine events, one a line: the streaming form of `pulumi preview --json`, or an event log. Of several runs in
 * one log (`pulumi up` previews first) it reads the first.
 * Throws InputError where the run failed or the stream ends before its summary.
 */
export const readEvents = (name: string, lines: Iterable<EventLine>): Recording => {
  const announced = new Map<string, Step>();
  const reported = new Map<string, Step>();
  const forced: Step[] = [];
  const errors: string[] = [];
  let configuration: JsonRecord | undefined;
  let summary: JsonRecord | undefined;
  let last = 0;

  for (const { line, body } of lines) {
    last = line;
    const metadataOf = (key: string): JsonRecord | undefined => {
      const event = asRecord(field(body, key));
      return event && asRecord(field(event, "metadata"));
    };
    const before = metadataOf("resourcePreEvent");
    if (before !== undefined) {
      const step = readEvent(before, name, line);
      if (announced.has(keyOf(step)) && !step.oldAwaitsDeletion) throw duplicate(name, line, step);
      announced.set(keyOf(step), step);
      if (isForced(before, step)) forced.push(step);
    }
    const outputs = metadataOf("resOutputsEvent");
    if (outputs !== undefined && !announced.has(`${text(outputs, "op")} ${text(outputs, "urn")}`)) {
      const step = readEvent(outputs, name, line);
      reported.set(keyOf(step), step);
    }
    const error = errorMessage(field(body, "diagnosticEvent")) ?? violation(field(body, "policyEvent"));
    if (error !== undefined) errors.push(error);
    configuration ??= asRecord(field(asRecord(field(body, "preludeEvent")) ?? {}, "config"));
    summary = asRecord(field(body, "summaryEvent"));
    if (summary !== undefined) break;
  }

  if (errors.length > 0 || (summary && field(summary, "result") === "failed")) throw previewFailed(name, errors);
  if (summary === undefined) {
    throw new InputError({
      severity: "error",
      code: "plan-truncated",
      message: `truncated at line ${last}: the stream ends without the engine's summary`,
      place: { file: name, line: last },
      hint: "The preview was interrupted, or the file was cut short: let it finish, and hand it over whole.",
    });
  }
  for (const key of announced.keys()) reported.delete(key);
  const steps = [...announced.values(), ...reported.values()];
  return {
    name,
    origin: "events",
    configuration: readConfiguration(configuration),
    steps,
    counts: readCounts(field(summary, "resourceChanges")),
    forced,
    diagnostics: steps.some((step) => step.new && hasUnknown(step.new.inputs)) ? [withoutLinks(name)] : [],
  };
};

const readEvent = (metadata: JsonRecord, file: string, line: number): Step =>
  readStep(metadata, ["old", "new"], { file, line });

const keyOf = (step: Step): string => `${step.operation} ${step.urn}`;

/** A mandatory policy of someone's pack that is violated: the engine refuses the plan. */
const violation = (json: unknown): string | undefined => {
  const event = asRecord(json);
  if (event === undefined || field(event, "enforcementLevel") !== "mandatory") return undefined;
  return `policy ${text(event, "policyName") ?? "without a name"} is violated`;
};

const duplicate = (file: string, line: number, { urn }: Step): InputError =>
  malformed({ file, line, urn }, "two steps of one preview claim the same resource");

const withoutLinks = (file: string): Diagnostic => ({
  severity: "info",
  code: "events-without-dependencies",
  message:
    "engine events do not say on which resource a property depends: what stands behind an unknown id cannot be found",
  place: { file },
  hint: "Prefer `pulumi preview --json` without PULUMI_ENABLE_STREAMING_JSON_PREVIEW, or add the state export.",
});
