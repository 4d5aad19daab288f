import { defineResource } from "../define.ts";
import { placeOf } from "./place.ts";

/** A service; one of type LoadBalancer makes its cloud start a load balancer that no plan shows. */
export const kubernetesService = defineResource({
  type: "kubernetes:core/v1:Service",
  title: "Kubernetes service",
  source: "https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer",
  cost: (subject) => {
    if (subject.orAssume(subject.inputs.text("spec.type"), "ClusterIP", "type") !== "LoadBalancer")
      return { free: "an address inside its cluster" };
    const place = placeOf(subject);
    if (place.kind === "on-premises") return { free: "the site's own load balancer" };
    if (place.kind === "elsewhere") return { free: "its cluster is in another plan, and so is its load balancer" };
    subject.assume("EKS starts a Network Load Balancer for it.");
    return {
      lines: [
        {
          meter: "load-balancer-hours",
          description: "Network load balancer",
          category: "network",
          quantity: subject.hoursPerMonth,
          unit: "hours",
          price: { service: "AWSELB", region: place.cluster.region, item: "network/hours" },
        },
      ],
    };
  },
});
