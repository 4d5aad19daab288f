import { defineResource } from "../define.ts";
import { usageLines } from "../usage-lines.ts";

/** A registry of container images: what it stores. */
export const ecrRepository = defineResource({
  type: "aws:ecr/repository:Repository",
  title: "Container registry",
  source: "https://aws.amazon.com/ecr/pricing/",
  usage: { storage_gb: { unit: "GB", description: "Images that are stored." } },
  cost: (subject) => ({
    lines: usageLines(subject, "AmazonECR", "storage", [
      { meter: "storage", description: "Storage", usage: "storage_gb", unit: "GB", item: "storage" },
    ]),
  }),
});
