/** Where something is wrong: as much as is known, so that a person finds it at once. */
export interface Place {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly urn?: string;
  /** Path of a property or a setting, as `scalingConfig.desiredSize`. */
  readonly property?: string;
}

export type Severity = "error" | "warning" | "info";

/** What a stage has to say about its input. `code` is stable and kebab-case; `message` is for people. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
  /** What to do about it. */
  readonly hint?: string;
}

/** What every stage returns: its value, and what it noticed. An error diagnostic means that the value must not be shown. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bad input found where no partial value makes sense; the command line turns it into exit code 2. Never thrown for our own bugs. */
export class InputError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: Diagnostic | readonly Diagnostic[]) {
    const list = Array.isArray(diagnostics) ? (diagnostics as readonly Diagnostic[]) : [diagnostics as Diagnostic];
    super(list.map(describeDiagnostic).join("\n"));
    this.name = "InputError";
    this.diagnostics = list;
  }
}

/** `rackrate.yaml:12:3 (benefits[0].perMonth)`; empty for no place. */
export const describePlace = (place: Place | undefined): string => {
  if (place === undefined) return "";
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
  const inside = [place.urn, place.property].filter((part) => part !== undefined).join(" ");
  return position && inside ? `${position} (${inside})` : position || inside;
};

/** One sentence with its place and hint, as the terminal shows it. A property that the message begins with is not said twice. */
export const describeDiagnostic = (diagnostic: Diagnostic): string => {
  const { property, ...elsewhere } = diagnostic.place ?? {};
  const isSaid = property !== undefined && diagnostic.message.startsWith(property);
  const place = describePlace(isSaid ? elsewhere : diagnostic.place);
  const hint = diagnostic.hint ? `\n  ${diagnostic.hint}` : "";
  return `${place ? `${place}: ` : ""}${diagnostic.message}${hint}`;
};
