import { defineFamily } from "../define.ts";

/** A Karpenter node pool starts machines by itself: what they cost is bounded by its limits and shown by no plan. */
export const karpenterNodePool = defineFamily({
  pattern: /^kubernetes:karpenter\.(sh|k8s\.aws)\/[^:]+:(NodePool|Provisioner)$/,
  title: "Karpenter node pool",
  source: "https://karpenter.sh/docs/concepts/nodepools/",
  compute: true,
  cost: (subject) => {
    subject.gap(
      "spec",
      "Karpenter starts machines that no plan shows; declare the nodes you expect as a node group to price them",
      true,
    );
    return { lines: [] };
  },
});
