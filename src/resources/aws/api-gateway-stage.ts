import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";

/** A stage of a REST API: only its cache is charged. */
export const apiGatewayStage = defineResource({
  type: "aws:apigateway/stage:Stage",
  title: "API stage",
  source: "https://aws.amazon.com/api-gateway/pricing/",
  cost: ({ inputs, hoursPerMonth }) => {
    if (!known(inputs.flag("cacheClusterEnabled"), false)) return { free: "a stage without a cache is free" };
    const size = known(inputs.text("cacheClusterSize"), "0.5");
    return {
      lines: [
        {
          meter: "cache-hours",
          description: `Cache memory (${size} GB)`,
          category: "network",
          quantity: hoursPerMonth,
          unit: "hours",
          price: { service: "AmazonApiGateway", item: `cache/${size}` },
        },
      ],
    };
  },
});
