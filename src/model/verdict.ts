import type { Urn } from "./plan.ts";

/** What a rule found: one sentence, what was measured, what the limit is, and what to do next. */
export interface Finding {
  readonly message: string;
  readonly measured: string | null;
  readonly limit: string | null;
  readonly urn?: Urn;
  readonly hint?: string;
}

/** A rule's judgement of an estimate. `overridden` passes although it has findings; the reason stays in every report. */
export interface Verdict {
  readonly rule: string;
  readonly title: string;
  readonly outcome: "pass" | "warn" | "fail" | "overridden" | "not-applicable";
  readonly findings: readonly Finding[];
  readonly override?: { readonly reason: string; readonly expires: string };
}
