import { HOURS, type MappingRule, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

const MILLIONS = requestsBy(1_000_000, "queries", "query");
const MONTHS: Units = { month: 1, months: 1, "health check": 1, healthcheck: 1, "healthcheck-month": 1, count: 1 };

const check = (usage: RegExp, item: string): MappingRule => ({ usage, units: MONTHS, unit: "months", item });

/** Names and health checks. Usage types: AWS price list, offer AmazonRoute53, whose rows but those of resolvers belong to no region. */
export const amazonRoute53: ServiceMapping = {
  service: "AmazonRoute53",
  everywhere: true,
  rules: [
    {
      usage: /^HostedZone$/,
      units: { hostedzone: 1, hostedzones: 1, month: 1, months: 1 },
      unit: "months",
      item: "zone",
    },
    {
      usage: /^DNS-Queries$/,
      units: MILLIONS,
      unit: "1M queries",
      // Those of a region are queries to its resolvers (Infracost's route53_resolver_endpoint.go).
      item: ({ usage }) => (usage === "DNS-Queries" ? "queries/standard" : "resolver/queries"),
    },
    { usage: /^ResolverNetworkInterface$/, units: HOURS, unit: "hours", item: "resolver/hours" },
    { usage: /^LBR-Queries$/, units: MILLIONS, unit: "1M queries", item: "queries/latency" },
    { usage: /^Geo-Queries$/, units: MILLIONS, unit: "1M queries", item: "queries/geo" },
    check(/^Health-Check-AWS$/, "health-check/check/aws"),
    check(/^Health-Check-Non-AWS$/, "health-check/check/outside"),
    check(/^Health-Check-Option-AWS$/, "health-check/feature/aws"),
    check(/^Health-Check-Option-Non-AWS$/, "health-check/feature/outside"),
  ],
};
