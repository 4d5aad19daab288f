import { defineSimple } from "../simple.ts";

/** A Direct Connect gateway at a transit gateway: the attachment and its data. */
export const directConnectGatewayAssociation = defineSimple({
  type: "aws:directconnect/gatewayAssociation:GatewayAssociation",
  title: "Direct Connect gateway association",
  source: "https://aws.amazon.com/directconnect/pricing/",
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
