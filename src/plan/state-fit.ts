import type { Diagnostic } from "../core/diagnostic.ts";
import type { Urn } from "../model/plan.ts";
import type { Change } from "./fold.ts";
import { isDefaultProvider } from "./provider.ts";
import { hiddenSames, type Recording } from "./recording.ts";
import type { StateDocument } from "./state.ts";

/** How well a state export fits the preview beside it. */
export interface Fit {
  /** Sentences: what neither document holds. */
  readonly lost: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks for signs that a state is not the one the preview was made from: resources known to one of them only, and a
 * count of unchanged resources that does not come out. `untouched` are the URNs of the state that the preview does not
 * mention.
 */
export const compareWithState = (
  recording: Recording,
  changes: ReadonlyMap<Urn, Change>,
  state: StateDocument,
  untouched: ReadonlySet<Urn>,
): Fit => {
  const standing = new Set(state.resources.map(({ urn }) => urn));
  const strangers = [...changes.values()]
    .filter(({ operation, urn, before }) =>
      operation === "create" ? standing.has(urn) : before !== undefined && !standing.has(before.urn),
    )
    .map(({ urn }) => urn)
    .sort();
  const rest = state.resources.filter(
    ({ urn, external }) => untouched.has(urn) && !external && !isDefaultProvider(urn),
  );
  const hidden = recording.counts === undefined ? rest.length : (hiddenSames(recording) ?? rest.length);

  const signs: string[] = [];
  if (strangers[0] !== undefined) {
    signs.push(`it disagrees with the preview on ${strangers[0]} (${strangers.length} in all)`);
  }
  if (hidden !== rest.length) {
    signs.push(
      `the preview counts ${hidden} unchanged resources besides those it shows, the state holds ${rest.length}`,
    );
  }
  const lost =
    hidden > rest.length
      ? [`Neither the preview nor the state export holds ${hidden - rest.length} of the unchanged resources.`]
      : [];
  return { lost, diagnostics: [...state.diagnostics, ...signs.map((sign) => misfit(state.name, sign))] };
};

/** A state export that was not made at the time of the preview or plan beside it. */
export const misfit = (file: string, sign: string): Diagnostic => ({
  severity: "warning",
  code: "state-does-not-fit",
  message: `this state export does not fit: ${sign}`,
  place: { file },
  hint: "Export the state and preview with no update between. Drift (`--refresh`) and `--target` show here too.",
});
