import { defineSimple } from "../simple.ts";

/** A subnet at a client VPN endpoint. */
export const clientVpnNetworkAssociation = defineSimple({
  type: "aws:ec2clientvpn/networkAssociation:NetworkAssociation",
  title: "Client VPN association",
  source: "https://aws.amazon.com/vpn/pricing/",
  service: "AmazonVPC",
  category: "network",
  fixed: [
    {
      meter: "association",
      description: "Endpoint association",
      unit: "hours",
      item: "client-vpn/association",
      quantity: "every-hour",
    },
  ],
});
