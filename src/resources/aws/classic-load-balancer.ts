import { defineSimple } from "../simple.ts";

/** A load balancer of the first generation: its hours and data. */
export const classicLoadBalancer = defineSimple({
  type: "aws:elb/loadBalancer:LoadBalancer",
  title: "Classic load balancer",
  source: "https://aws.amazon.com/elasticloadbalancing/pricing/",
  service: "AWSELB",
  category: "network",
  fixed: [
    {
      meter: "hours",
      description: "Classic load balancer",
      unit: "hours",
      item: "classic/hours",
      quantity: "every-hour",
    },
  ],
  usage: [
    {
      meter: "data-processed",
      description: "Data processed",
      usage: "monthly_data_processed_gb",
      unit: "GB",
      item: "classic/data-processed",
    },
  ],
});
