import { HOURS, type ServiceMapping } from "./rule.ts";

/** Sizes by the memory that usage types name them by. Generations of a bundle share its usage type. */
const BUNDLES: Readonly<Record<string, string>> = {
  "0.5": "nano",
  "1": "micro",
  "2": "small",
  "4": "medium",
  "8": "large",
  "16": "xlarge",
  "32": "2xlarge",
};

/** Virtual servers by the hour. Usage types: AWS Billing guide to the free tier, and public price tables of 2026 with the sizes. */
export const amazonLightsail: ServiceMapping = {
  service: "AmazonLightsail",
  rules: [
    {
      usage: /^BundleUsage:([\d.]+)GB(_win)?$/,
      units: HOURS,
      unit: "hours",
      item: (_, [memory = "", windows]) => {
        const bundle = BUNDLES[memory];
        return bundle === undefined ? null : `bundle/${bundle}${windows === undefined ? "" : "-win"}`;
      },
    },
  ],
};
