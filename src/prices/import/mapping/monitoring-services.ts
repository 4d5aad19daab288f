import { GB_MONTHS, HOURS, requestsBy, type ServiceMapping, type Units } from "./rule.ts";

const USERS: Units = { users: 1, user: 1, "user-months": 1 };

const TEN_MILLION = requestsBy(10_000_000, "samples", "metric samples", "metrics");

/** Managed Prometheus. Usage types: AWS price list, offer AmazonPrometheus. */
export const amazonPrometheus: ServiceMapping = {
  service: "AmazonPrometheus",
  rules: [
    { usage: /^AMP:MetricSampleCount$/, units: TEN_MILLION, unit: "10M samples", item: "samples/ingested" },
    {
      usage: /^AMP:QuerySamplesProcessed$/,
      units: requestsBy(1_000_000_000, "samples", "query samples"),
      unit: "1B samples",
      item: "samples/queried",
    },
    { usage: /^AMP:MetricStorageByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage" },
    { usage: /^AMP:CollectorSampleCount$/, units: TEN_MILLION, unit: "10M samples", item: "collector/samples" },
    { usage: /^AMP:CollectorHour$/, units: HOURS, unit: "hours", item: "collector/hours" },
  ],
};

/** Managed Grafana. Usage types: AWS price list, offer AmazonGrafana, as Infracost's grafana_workspace.go matches them. */
export const amazonGrafana: ServiceMapping = {
  service: "AmazonGrafana",
  rules: [
    { usage: /^Grafana:EditorUser$/, units: USERS, unit: "users", item: "user/editor" },
    { usage: /^Grafana:ViewerUser$/, units: USERS, unit: "users", item: "user/viewer" },
  ],
};

/** What is recorded of an account. Usage types: AWS price list, offers AWSCloudTrail and AWSConfig. */
export const awsCloudTrail: ServiceMapping = {
  service: "AWSCloudTrail",
  rules: [
    {
      usage: /^PaidEventsRecorded$/,
      units: requestsBy(100_000, "events"),
      unit: "100k events",
      item: "events/management",
    },
    { usage: /^DataEventsRecorded$/, units: requestsBy(100_000, "events"), unit: "100k events", item: "events/data" },
    { usage: /^InsightsEvents$/, units: requestsBy(100_000, "events"), unit: "100k events", item: "events/insight" },
  ],
};

export const awsConfig: ServiceMapping = {
  service: "AWSConfig",
  rules: [
    {
      usage: /^ConfigurationItemRecorded$/,
      units: requestsBy(1, "configurationitemrecorded", "configuration items"),
      unit: "records",
      item: "recorder/items",
    },
    {
      usage: /^CustomConfigItemRecorded$/,
      units: requestsBy(1, "customconfigitemrecorded", "configuration items"),
      unit: "records",
      item: "recorder/custom-items",
    },
    {
      usage: /^ConfigRuleEvaluations$/,
      units: requestsBy(1, "configruleevaluations", "evaluations"),
      unit: "evaluations",
      item: "rule/evaluations",
    },
  ],
};
