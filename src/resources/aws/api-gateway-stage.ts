import { defineResource } from "../define.ts";

/** A stage of a REST API: only its cache is charged. */
export const apiGatewayStage = defineResource({
  type: "aws:apigateway/stage:Stage",
  title: "API stage",
  source: "https://aws.amazon.com/api-gateway/pricing/",
  cost: (subject) => {
    const { inputs, hoursPerMonth } = subject;
    if (!subject.orAssume(inputs.flag("cacheClusterEnabled"), false, "cache cluster enabled"))
      return { free: "a stage without a cache is free" };
    const size = subject.orAssume(inputs.text("cacheClusterSize"), "0.5", "cache cluster size");
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
