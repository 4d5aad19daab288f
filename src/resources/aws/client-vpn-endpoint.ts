import { defineSimple } from "../simple.ts";

/** A client VPN endpoint, with one connection all month. */
export const clientVpnEndpoint = defineSimple({
  type: "aws:ec2clientvpn/endpoint:Endpoint",
  title: "Client VPN endpoint",
  source: "https://aws.amazon.com/vpn/pricing/",
  service: "AmazonVPC",
  category: "network",
  fixed: [
    {
      meter: "connection",
      description: "Connection",
      unit: "hours",
      item: "client-vpn/connection",
      quantity: "every-hour",
    },
  ],
});
