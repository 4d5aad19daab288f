import type { Host, Output } from "./host.ts";

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "";

/** Whether a stream gets colour: as the option says, else as NO_COLOR or FORCE_COLOR say, else where it is a terminal. */
export const usesColor = ({ environment }: Host, stream: Output, option: boolean | undefined): boolean => {
  if (option !== undefined) return option;
  if (isSet(environment.NO_COLOR)) return false;
  if (isSet(environment.FORCE_COLOR)) return environment.FORCE_COLOR !== "0";
  return stream.isTerminal && environment.TERM !== "dumb";
};

const WIDEST = 140;
const DEFAULT_WIDTH = 100;

/** Columns of a report: those of the terminal as far as a line can still be read, else 100. */
export const widthOfReport = ({ columns }: Output): number => (columns ? Math.min(columns, WIDEST) : DEFAULT_WIDTH);
