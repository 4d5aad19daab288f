import { defineSimple } from "../simple.ts";

/** A REST API in API Gateway: its requests. */
export const apiGatewayRestApi = defineSimple({
  type: "aws:apigateway/restApi:RestApi",
  title: "REST API",
  source: "https://aws.amazon.com/api-gateway/pricing/",
  service: "AmazonApiGateway",
  category: "network",
  usage: [
    {
      meter: "requests",
      description: "Requests",
      usage: "monthly_requests",
      unit: "1M requests",
      per: 1_000_000,
      item: "requests/rest",
    },
  ],
});
