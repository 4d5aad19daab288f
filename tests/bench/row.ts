/** One line of the results: what was measured against what, as a ratio where there is one. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  readonly wanted: string;
  readonly met: boolean;
  /** The figures behind it. */
  readonly detail: string;
}

export const seconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;

export const ratio = (value: number): string => `${value.toFixed(2)} ×`;
