/** One step of a pattern: which letter it takes, whether it takes any number of them, how many steps may be left out from here. */
interface Step {
  readonly takes: (letter: string) => boolean;
  readonly repeats: boolean;
  readonly skips: number;
}

const one = (letters: string): Step => ({ takes: (letter) => letters.includes(letter), repeats: false, skips: 0 });
const optional = (letters: string): Step => ({ ...one(letters), skips: 1 });
const anything: Step = { takes: () => true, repeats: true, skips: 1 };

/** What a loop adds to a name, or nothing: `web-0`, `web-blue`, `web[0]`, `web0`. */
const LOOP: readonly Step[] = [{ ...one("-[0123456789"), skips: 2 }, anything];

const stepsOf = (text: string): readonly Step[] =>
  [...text.matchAll(/\[\*\]|\["?([^\]"*]*)"?\]|\*|./gsu)].flatMap(([part, index]) => {
    if (part === "[*]") return LOOP;
    if (part === "*") return [anything];
    if (index !== undefined)
      return [optional("-["), optional('"'), ...[...index].map(one), optional('"'), optional("]")];
    return [one(part)];
  });

/** Stars alone: each part that stands between them must be found behind the one before, the first and the last at their ends. */
const stars = (text: string): ((name: string) => boolean) => {
  const [first = "", ...parts] = text.split("*");
  const last = parts.pop();
  if (last === undefined) return (name) => name === text;
  return (name) => {
    if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last)) return false;
    const end = name.length - last.length;
    let from = first.length;
    for (const part of parts) {
      const found = name.indexOf(part, from);
      if (found < 0 || found + part.length > end) return false;
      from = found + part.length;
    }
    return true;
  };
};

const loops = (text: string): ((name: string) => boolean) => {
  const steps = stepsOf(text);
  // Most names are told apart by how they begin.
  const [beginning = ""] = /^[^*[]*/.exec(text) ?? [];
  /** The steps that may be next, from those that are. */
  const reach = (places: Set<number>): Set<number> => {
    // A set visits what is added to it meanwhile.
    for (const place of places) {
      const skips = steps[place]?.skips ?? 0;
      if (skips > 0) places.add(place + skips);
    }
    return places;
  };
  return (name) => {
    if (!name.startsWith(beginning)) return false;
    let places = reach(new Set([0]));
    for (const letter of name) {
      const next = new Set<number>();
      for (const place of places) {
        const step = steps[place];
        if (step?.takes(letter)) next.add(step.repeats ? place : place + 1);
      }
      if (next.size === 0) return false;
      places = reach(next);
    }
    return places.has(steps.length);
  };
};

/**
 * A test of names. `*` is anything; `[*]` is what a loop adds to a name; `[0]` and `["blue"]` are one turn of a loop,
 * however the name spells it (`web[0]`, `web-0`, `web0`). Its time grows with the length of name times pattern, whatever
 * the pattern: a regular expression with many stars would not promise that, and patterns come from anyone's pull request.
 */
export const namePattern = (text: string): ((name: string) => boolean) =>
  text.includes("[") ? loops(text) : stars(text);
