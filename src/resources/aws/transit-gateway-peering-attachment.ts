import { defineSimple } from "../simple.ts";

/** Another transit gateway at this one: the attachment. */
export const transitGatewayPeeringAttachment = defineSimple({
  type: "aws:ec2transitgateway/peeringAttachment:PeeringAttachment",
  title: "Transit gateway peering",
  source: "https://aws.amazon.com/transit-gateway/pricing/",
  service: "AmazonVPC",
  category: "network",
  fixed: [
    {
      meter: "attachment",
      description: "Transit gateway attachment",
      unit: "hours",
      item: "transit-gateway/attachment",
      quantity: "every-hour",
    },
  ],
});
