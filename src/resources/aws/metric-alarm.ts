import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";

/** An alarm with a shorter period is of high resolution, seconds. Source: https://aws.amazon.com/cloudwatch/pricing/ */
const STANDARD_PERIOD_SECONDS = 60;
/** An alarm on an anomaly band watches the metric and both ends of the band. */
const METRICS_OF_AN_ANOMALY_ALARM = 3;
const ANOMALY = /^(LessThanLowerOrGreaterThanUpper|LessThanLower|GreaterThanUpper)Threshold$/;

/** A CloudWatch alarm: charged by the metrics that it watches and by their resolution. */
export const metricAlarm = defineResource({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  title: "CloudWatch alarm",
  source: "https://aws.amazon.com/cloudwatch/pricing/",
  cost: (subject) => {
    const { inputs } = subject;
    const queries = known(inputs.list("metricQueries"), []).filter((query) => query.value("metric").state !== "absent");
    const periods = [inputs.quantity("period"), ...queries.map((query) => query.quantity("metric.period"))];
    const high = periods.some((period) => period.state === "known" && period.value.lt(STANDARD_PERIOD_SECONDS));
    const anomaly = ANOMALY.test(known(inputs.text("comparisonOperator"), ""));
    const resolution = high ? "High resolution" : "Standard resolution";
    return {
      lines: [
        {
          meter: "alarm-metrics",
          description: anomaly ? `${resolution} anomaly detection` : resolution,
          category: "operations",
          quantity: counted(subject, "metrics", anomaly ? METRICS_OF_AN_ANOMALY_ALARM : Math.max(1, queries.length)),
          unit: "alarm metrics",
          price: { service: "AmazonCloudWatch", item: high ? "alarm/high-resolution" : "alarm/standard-resolution" },
        },
      ],
    };
  },
});
