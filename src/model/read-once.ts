import type { z } from "zod";

/**
 * For what is read once a run, as settings are: zod compiles a reader for each schema when it is first used, which takes
 * longer than reading a few values without one.
 */
export const READ_ONCE: z.core.ParseContext<z.core.$ZodIssue> = Object.freeze({ jitless: true });
