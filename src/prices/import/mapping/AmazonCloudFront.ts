import type { OfferRow } from "../offer-row.ts";
import { GB, type MappingRule, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

/**
 * The places that we price apart, by the code that usage types begin with. Canada and the Middle East have codes of their own
 * and the rates of a place that is here.
 */
const PLACES: Readonly<Record<string, string>> = {
  US: "us",
  EU: "europe",
  ZA: "south-africa",
  SA: "south-america",
  JP: "japan",
  AU: "australia",
  AP: "asia-pacific",
  IN: "india",
};

const byPlace = (meter: string, units: Units, unit: string, item: string): MappingRule => ({
  // The code of Europe looks like that of a region and is taken off before a rule sees the usage type.
  usage: new RegExp(`^(?:[A-Z]{2}-)?${meter}$`),
  units,
  unit,
  item: (row: OfferRow) => {
    const place = PLACES[/^([A-Z]{2})-/.exec(row.usage)?.[1] ?? ""];
    return place === undefined ? null : `${item}/${place}`;
  },
});

/**
 * What leaves the edges and what is charged once. Usage types: CloudFront Developer Guide, "Interpret your AWS bill and usage
 * reports"; others as Infracost's cloudfront_distribution.go and cloudfront_function.go match them.
 */
export const amazonCloudFront: ServiceMapping = {
  service: "AmazonCloudFront",
  everywhere: true,
  rules: [
    byPlace("DataTransfer-Out-Bytes", GB, "GB", "data-transfer/internet"),
    byPlace("DataTransfer-Out-OBytes", GB, "GB", "data-transfer/origin"),
    byPlace("Requests-Tier1", requestsBy(10_000), "10k requests", "requests/http"),
    byPlace("Requests-Tier2-HTTPS", requestsBy(10_000), "10k requests", "requests/https"),
    { usage: /^Invalidations$/, units: requestsBy(1, "url", "urls"), unit: "paths", item: "invalidations/paths" },
    {
      usage: /^SSL-Cert-Custom$/,
      units: { certificate: 1, certificates: 1, month: 1, months: 1 },
      unit: "certificates",
      item: "custom-ssl/certificates",
    },
    {
      usage: /./,
      where: { operation: ["RealTimeLog"] },
      units: requestsBy(1_000_000, "log lines", "lines"),
      unit: "1M lines",
      item: "real-time-logs/lines",
    },
    {
      usage: /^Executions-CloudFrontFunctions$/,
      units: requestsBy(1_000_000, "executions", "invocations"),
      unit: "1M invocations",
      item: "function/invocations",
    },
  ],
};
