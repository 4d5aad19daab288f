import { type Diagnostic, InputError } from "../core/diagnostic.ts";
import type { PlanResource } from "../model/plan.ts";
import { asRecord, field, type JsonRecord, malformed, text } from "./document.ts";
import { readResource } from "./resource.ts";

/** What `pulumi stack export` says is deployed. */
export interface StateDocument {
  readonly name: string;
  readonly resources: readonly PlanResource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Version 4 is version 3 with a list of `features`; neither changes how resources are written (Pulumi,
 * `sdk/go/common/apitype`).
 */
const VERSIONS: ReadonlySet<unknown> = new Set([3, 4]);

/**
 * Reads a state export. Replaced resources that wait to be deleted, and those deleted but not yet replaced, are not
 * counted: their successor is, or nothing stands there.
 * Throws InputError for a version other than 3 or 4, or a resource that cannot be read.
 */
export const readState = (name: string, body: JsonRecord): StateDocument => {
  const version = field(body, "version");
  if (!VERSIONS.has(version)) {
    throw new InputError({
      severity: "error",
      code: "state-unknown-version",
      message: `state of version ${JSON.stringify(version) ?? "unknown"} cannot be read; versions 3 and 4 can`,
      place: { file: name, property: "version" },
      hint: "Export it again with a Pulumi CLI of version 3: `pulumi stack export`.",
    });
  }
  const deployment = asRecord(field(body, "deployment")) ?? {};
  const records = field(deployment, "resources") ?? [];
  if (!Array.isArray(records)) {
    throw malformed({ file: name, property: "deployment.resources" }, "`resources` is not a list");
  }
  const resources: PlanResource[] = [];
  const leftOvers: string[] = [];
  for (const [index, json] of records.entries()) {
    const place = { file: name, property: `deployment.resources[${index}]` };
    const record = asRecord(json);
    if (record === undefined) throw malformed(place, "a resource is not an object");
    const resource = readResource(record, place);
    if (field(record, "delete") === true) leftOvers.push(resource.urn);
    else if (field(record, "pendingReplacement") !== true) resources.push(resource);
  }
  const pending = readPending(field(deployment, "pending_operations"));
  return {
    name,
    resources,
    diagnostics: [...leftOverDiagnostics(name, leftOvers), ...pendingDiagnostics(name, pending)],
  };
};

/** Warns of replaced resources that still exist: they may still cost, but no price is made of them. */
export const leftOverDiagnostics = (file: string, urns: readonly string[]): readonly Diagnostic[] =>
  urns.toSorted().map((urn) => ({
    severity: "warning",
    code: "resource-awaits-deletion",
    message: "an earlier update replaced this resource and left the old one to be deleted; the old one is not counted",
    place: { file, urn },
    hint: "Run `pulumi up` to delete it.",
  }));

const pendingDiagnostics = (file: string, pending: readonly string[]): readonly Diagnostic[] =>
  pending.map((operation) => ({
    severity: "warning",
    code: "state-pending-operation",
    message: `an update was interrupted while ${operation}: the state may not say what really stands`,
    place: { file },
    hint: "Run `pulumi refresh`, and export the state again.",
  }));

const readPending = (json: unknown): readonly string[] =>
  (Array.isArray(json) ? json : []).map((item) => {
    const record = asRecord(item) ?? {};
    const urn = text(asRecord(field(record, "resource")) ?? {}, "urn") ?? "a resource";
    return `${text(record, "type") ?? "working on"} ${urn}`;
  });
