import { defineFamily } from "../define.ts";
import { acceleratorRequests } from "./accelerator-requests.ts";
import { placeOf, planHasNodes } from "./place.ts";

/**
 * Whatever runs pods: it costs nothing beside its nodes. Where it asks for accelerators and the plan has no nodes, the
 * cost is somewhere that nobody sees, and a gate must not pass in silence. Other custom resources start nothing that is
 * charged, unless they ask for accelerators themselves.
 */
export const kubernetesWorkload = defineFamily({
  pattern: /^kubernetes:(?!helm\.sh|yaml)/,
  title: "Kubernetes object",
  titleOf: (type) => `Kubernetes ${type.split(":").at(-1)}`,
  source: "https://kubernetes.io/docs/concepts/workloads/",
  compute: (subject) => acceleratorRequests(subject.resource.inputs).length > 0 && !planHasNodes(subject),
  cost: (subject) => {
    if (planHasNodes(subject)) return { free: "runs on nodes that are priced in this plan" };
    const requests = acceleratorRequests(subject.resource.inputs);
    if (requests.length === 0)
      return {
        free: placeOf(subject).kind === "elsewhere" ? "runs on nodes of another plan" : "runs on its cluster's nodes",
      };
    subject.gap(
      "spec",
      `it asks for ${requests.join(" and ")} each, but no node of this plan has a price; add the nodes or price the plan that has them`,
      true,
    );
    return { lines: [] };
  },
});
