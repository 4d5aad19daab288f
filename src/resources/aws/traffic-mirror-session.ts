import { defineSimple } from "../simple.ts";

/** A copy of the traffic of a network interface. */
export const trafficMirrorSession = defineSimple({
  type: "aws:ec2/trafficMirrorSession:TrafficMirrorSession",
  title: "Traffic mirror",
  source: "https://aws.amazon.com/vpc/pricing/",
  service: "AmazonVPC",
  category: "network",
  fixed: [
    {
      meter: "hours",
      description: "Traffic mirror",
      unit: "hours",
      item: "traffic-mirror/hours",
      quantity: "every-hour",
    },
  ],
});
