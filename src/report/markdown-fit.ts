/** Lines that may be cut off at the end when a report is too long, with the words that say so. */
export interface Block {
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly tail: readonly string[];
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length + 1, 0);

const CUT = (rows: number): string =>
  `… ${rows} more ${rows === 1 ? "row" : "rows"} left out for length: \`rackrate preview --format table\` shows all.`;

/** Room for a sentence that says what was cut. */
const CUT_LENGTH = 120;

/**
 * Blocks as text of at most `maxLength` characters, cut only between rows. What every block must say (heads and tails)
 * comes first; rows take what room is left, in order. Blocks that have no room for themselves are left out from the end.
 */
export const fitBlocks = (blocks: readonly Block[], maxLength: number): string => {
  const frames = blocks.map(
    ({ head, rows, tail }) => lengthOf(head) + lengthOf(tail) + (rows.length > 0 ? CUT_LENGTH : 0),
  );
  let room = maxLength - CUT_LENGTH;
  const kept = blocks.filter((_, at) => {
    room -= frames[at] ?? 0;
    return room >= 0;
  });
  let left = maxLength - CUT_LENGTH - frames.slice(0, kept.length).reduce((sum, length) => sum + length, 0);
  const lines = kept.flatMap(({ head, rows, tail }) => {
    const shown: string[] = [];
    for (const row of rows) {
      if (row.length + 1 > left) break;
      left -= row.length + 1;
      shown.push(row);
    }
    if (shown.length < rows.length) left = 0;
    return [...head, ...shown, ...(shown.length < rows.length ? ["", CUT(rows.length - shown.length)] : []), ...tail];
  });
  const dropped = blocks.length - kept.length;
  return `${[...lines, ...(dropped > 0 ? [`… ${dropped} more sections left out for length.`] : [])].join("\n").trimEnd()}\n`;
};
