import { GB, GB_MONTHS, type ServiceMapping, type Units } from "./rule.ts";

const ALARMS: Units = { alarms: 1, alarm: 1, "alarm-months": 1 };

/** Logs, alarms and metrics. Usage types: AWS price list, offer AmazonCloudWatch. */
export const amazonCloudWatch: ServiceMapping = {
  service: "AmazonCloudWatch",
  rules: [
    { usage: /^DataProcessing-Bytes$/, units: GB, unit: "GB", item: "logs/ingested" },
    { usage: /^TimedStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "logs/stored" },
    { usage: /^DataScanned-Bytes$/, units: GB, unit: "GB", item: "logs/scanned" },
    { usage: /^CW:AlarmMonitorUsage$/, units: ALARMS, unit: "alarm metrics", item: "alarm/standard-resolution" },
    { usage: /^CW:HighResAlarmMonitorUsage$/, units: ALARMS, unit: "alarm metrics", item: "alarm/high-resolution" },
    {
      usage: /^CW:MetricMonitorUsage$/,
      units: { metrics: 1, metric: 1, "metric-months": 1 },
      unit: "metrics",
      item: "metric/custom",
    },
    {
      usage: /^DashboardsUsageHour$/,
      units: { dashboards: 1, "dashboard-months": 1 },
      unit: "months",
      item: "dashboard",
    },
  ],
};
