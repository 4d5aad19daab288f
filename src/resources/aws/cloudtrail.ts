import { defineResource, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";

const events = (kind: string, description: string, usage: string): UsageLine => ({
  meter: `${kind}-events`,
  description,
  usage,
  unit: "100k events",
  per: 100_000,
  item: `events/${kind}`,
});

const MANAGEMENT = events(
  "management",
  "Management events (additional copies)",
  "monthly_additional_management_events",
);
const DATA = events("data", "Data events", "monthly_data_events");
const INSIGHT = events("insight", "Insight events", "monthly_insight_events");

/** A trail: events beyond the first copy of management events, which is free, and insights where it asks for them. */
export const cloudtrail = defineResource({
  type: "aws:cloudtrail/trail:Trail",
  title: "CloudTrail",
  source: "https://aws.amazon.com/cloudtrail/pricing/",
  usage: usageKeys([MANAGEMENT, DATA, INSIGHT]),
  cost: (subject) => {
    const has = ({ usage }: UsageLine): boolean => subject.usage.has(usage);
    const insights = subject.inputs.value("insightSelectors").state !== "absent" || has(INSIGHT);
    return {
      lines: usageLines(subject, "AWSCloudTrail", "security", [
        ...(logsManagement(subject) || has(MANAGEMENT) ? [MANAGEMENT] : []),
        DATA,
        ...(insights ? [INSIGHT] : []),
      ]),
    };
  },
});

/**
 * A trail logs management events unless each of its selectors leaves them out; events of global services alone do not
 * decide. Source: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
 */
const logsManagement = ({ inputs }: Subject): boolean => {
  const selectors = known(inputs.list("eventSelectors"), []);
  return selectors.length === 0 || selectors.some((selector) => known(selector.flag("includeManagementEvents"), true));
};
