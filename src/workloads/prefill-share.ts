import { defineFormula } from "./define-formula.ts";

/** Which part of its time an accelerator spends on reading requests; the rest goes into writing answers. */
export const prefillShare = defineFormula({
  id: "prefill-share",
  title: "share of reading",
  unit: "1",
  expression: "prefill ÷ (prefill + decode)",
  source: { title: "arithmetic" },
  inputs: { prefill: "accelerator-seconds/request", decode: "accelerator-seconds/request" },
  compute: ({ prefill, decode }) => prefill.div(prefill.plus(decode)),
});
