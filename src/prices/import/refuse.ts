import { InputError, type Place } from "../../core/diagnostic.ts";

/** A price file that is not taken, with the reason. The list in use stays as it is. */
export const refusal = (file: string, code: string, reason: string, hint?: string, place?: Place): InputError =>
  new InputError({
    severity: "error",
    code,
    message: `${reason}. Nothing was imported from it; the prices in use are unchanged`,
    place: { file, ...place },
    ...(hint !== undefined && { hint }),
  });
