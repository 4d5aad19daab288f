export const size: string = "large";
