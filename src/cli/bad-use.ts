import { InputError } from "../core/diagnostic.ts";

/** Options that do not make sense, alone or together. */
export const badUse = (message: string, hint?: string): InputError =>
  new InputError({ severity: "error", code: "bad-use", message, ...(hint !== undefined && { hint }) });
