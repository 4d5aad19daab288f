import { defineSimple } from "../simple.ts";

/** A VPC at a transit gateway: the attachment and its data. */
export const transitGatewayVpcAttachment = defineSimple({
  type: "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
  title: "Transit gateway attachment",
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
  usage: [
    {
      meter: "data-processed",
      description: "Data processed",
      usage: "monthly_data_processed_gb",
      unit: "GB",
      item: "transit-gateway/data-processed",
    },
  ],
});
