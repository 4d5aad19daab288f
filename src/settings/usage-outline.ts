/** What a key without a value is to hold, for the comment beside it. */
export interface KeyNote {
  readonly unit: string;
  readonly description: string;
}

/** Usage keys to be written, in their groups: `standard: { storage_gb }`. */
export type Outline = ReadonlyMap<string, KeyNote | Outline>;

export const isGroup = (part: KeyNote | Outline): part is Outline => part instanceof Map;

/** An outline from keys with dots. */
export const outlineOf = (keys: Readonly<Record<string, KeyNote>>): Outline => {
  const top = new Map<string, KeyNote | Outline>();
  for (const [key, note] of Object.entries(keys)) {
    const steps = key.split(".");
    const last = steps.pop() ?? key;
    let level = top;
    for (const step of steps) {
      const found = level.get(step);
      const next = found instanceof Map ? found : new Map<string, KeyNote | Outline>();
      level.set(step, next);
      level = next;
    }
    level.set(last, note);
  }
  return top;
};

/** The keys of an outline with their dots. */
export const dotted = (outline: Outline, before = ""): readonly (readonly [string, KeyNote])[] =>
  [...outline].flatMap(([key, part]) =>
    isGroup(part) ? dotted(part, `${before}${key}.`) : [[before + key, part] as const],
  );

/** An outline as lines of YAML, every key without a value and beside it what it is. */
export const linesOf = (outline: Outline, indent: number): readonly string[] =>
  [...outline].flatMap(([key, part]) =>
    isGroup(part)
      ? [`${" ".repeat(indent)}${key}:`, ...linesOf(part, indent + 2)]
      : [`${" ".repeat(indent)}${key}: # ${part.unit}: ${part.description}`],
  );
