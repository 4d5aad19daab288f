/** A file to import: where it lies, and what people know it by (a name, a URL, or standard input). */
export interface PriceSource {
  readonly path: string;
  readonly name: string;
  /** YYYY-MM-DD: the date that the user states for a form that has none. */
  readonly date?: string;
  /** YYYY-MM-DD: the day of the import, which is that of a feed of the moment unless the user says more. */
  readonly today: string;
}
