import { defineSimple } from "../simple.ts";

/** A dashboard, by the month. */
export const cloudwatchDashboard = defineSimple({
  type: "aws:cloudwatch/dashboard:Dashboard",
  title: "CloudWatch dashboard",
  source: "https://aws.amazon.com/cloudwatch/pricing/",
  service: "AmazonCloudWatch",
  category: "operations",
  fixed: [{ meter: "dashboard", description: "Dashboard", unit: "months", item: "dashboard", quantity: 1 }],
});
