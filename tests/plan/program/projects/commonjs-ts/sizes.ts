export enum Kind {
  Small,
  Large,
}
export const sizes: Record<string, string> = { large: Kind[Kind.Large] };
