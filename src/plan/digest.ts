import { asRecord, field, type JsonRecord, malformed } from "./document.ts";
import { errorMessage, isForced, previewFailed, type Recording, readConfiguration, readCounts } from "./recording.ts";
import { readStep, type Step } from "./steps.ts";

/**
 * Reads the digest that `pulumi preview --json` prints. Unchanged resources are in it only with `--show-sames`.
 * Throws InputError where the preview failed or a step cannot be read.
 */
export const readDigest = (name: string, body: JsonRecord): Recording => {
  const diagnostics = field(body, "diagnostics");
  const errors = Array.isArray(diagnostics)
    ? diagnostics.map(errorMessage).filter((message) => message !== undefined)
    : [];
  if (errors.length > 0) throw previewFailed(name, errors);

  const records = field(body, "steps") ?? [];
  if (!Array.isArray(records)) throw malformed({ file: name, property: "steps" }, "`steps` is not a list");
  const steps: Step[] = [];
  const forced: Step[] = [];
  for (const [index, json] of records.entries()) {
    const place = { file: name, property: `steps[${index}]` };
    const record = asRecord(json);
    if (record === undefined) throw malformed(place, "a step is not an object");
    const step = readStep(record, ["oldState", "newState"], place);
    steps.push(step);
    if (isForced(record, step)) forced.push(step);
  }
  return {
    name,
    origin: "preview",
    configuration: readConfiguration(field(body, "config")),
    steps,
    counts: readCounts(field(body, "changeSummary")),
    forced,
    diagnostics: [],
  };
};
