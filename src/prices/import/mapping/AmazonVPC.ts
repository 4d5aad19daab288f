import { GB, HOURS, type ServiceMapping } from "./rule.ts";

/** Public addresses, endpoints and what connects networks. Usage types: AWS price list, offer AmazonVPC. */
export const amazonVpc: ServiceMapping = {
  service: "AmazonVPC",
  rules: [
    { usage: /^PublicIPv4:InUseAddress$/, units: HOURS, unit: "hours", item: "public-ipv4/in-use" },
    { usage: /^PublicIPv4:IdleAddress$/, units: HOURS, unit: "hours", item: "public-ipv4/idle" },
    { usage: /^VpcEndpoint-Hours$/, units: HOURS, unit: "hours", item: "endpoint/interface/hours" },
    { usage: /^VpcEndpoint-Bytes$/, units: GB, unit: "GB", item: "endpoint/interface/data-processed" },
    {
      usage: /^TransitGateway-Hours$/,
      where: { operation: ["TransitGatewayVPC", ""] },
      units: HOURS,
      unit: "hours",
      item: "transit-gateway/attachment",
    },
    // What comes by other attachments has the same usage type and may cost nothing.
    {
      usage: /^TransitGateway-Bytes$/,
      where: { operation: ["TransitGatewayVPC", ""] },
      units: GB,
      unit: "GB",
      item: "transit-gateway/data-processed",
    },
    { usage: /^VPN-Usage-Hours:ipsec\.1$/, units: HOURS, unit: "hours", item: "vpn/hours" },
    { usage: /^ClientVPN-ConnectionHours$/, units: HOURS, unit: "hours", item: "client-vpn/connection" },
    { usage: /^ClientVPN-EndpointHours$/, units: HOURS, unit: "hours", item: "client-vpn/association" },
    { usage: /^ENI-Mirror$/, units: HOURS, unit: "hours", item: "traffic-mirror/hours" },
    { usage: /^VpcEndpoint-GWLBE-Hours$/, units: HOURS, unit: "hours", item: "endpoint/gateway-load-balancer/hours" },
    {
      usage: /^VpcEndpoint-GWLBE-Bytes$/,
      units: GB,
      unit: "GB",
      item: "endpoint/gateway-load-balancer/data-processed",
    },
  ],
};
