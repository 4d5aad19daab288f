/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours each cost one. */
const distance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column - 1]! + (same ? 0 : 1), last[column]! + 1, current[column - 1]! + 1);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
};

/** Up to `count` candidates that `name` may have been meant to be, the nearest first: at most a third of its letters differ. */
export const nearest = (name: string, candidates: Iterable<string>, count = 3): readonly string[] => {
  const wanted = name.toLowerCase();
  const limit = Math.max(1, Math.ceil(wanted.length / 3));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of candidates) {
    const far = distance(wanted, candidate.toLowerCase(), limit);
    if (far <= limit) found.push({ candidate, distance: far });
  }
  found.sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, count).map((one) => one.candidate);
};
