import { HOURS, requestsBy, type ServiceMapping } from "./rule.ts";

const MILLION = 1_000_000;

/**
 * Gateways by kind, and caches by size. Usage types: AWS price list, offer AmazonApiGateway, as Infracost's
 * api_gateway_rest_api.go and apigatewayv2_api.go match them; those of caches from public bills.
 */
export const amazonApiGateway: ServiceMapping = {
  service: "AmazonApiGateway",
  rules: [
    { usage: /^ApiGatewayRequest$/, units: requestsBy(MILLION), unit: "1M requests", item: "requests/rest" },
    { usage: /^ApiGatewayHttpRequest$/, units: requestsBy(MILLION), unit: "1M requests", item: "requests/http" },
    {
      usage: /^ApiGatewayMessage$/,
      units: requestsBy(MILLION, "messages", "message"),
      unit: "1M messages",
      item: "messages/websocket",
    },
    {
      usage: /^ApiGatewayMinute$/,
      units: { minutes: MILLION, minute: MILLION },
      unit: "1M minutes",
      item: "connections/websocket",
    },
    {
      usage: /^ApiGatewayCacheUsage:([\d.]+)GB$/,
      units: HOURS,
      unit: "hours",
      item: (_, [size = ""]) => `cache/${Number(size)}`,
    },
  ],
};
