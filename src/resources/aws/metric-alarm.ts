import { Decimal } from "../../core/decimal.ts";
import { defineResource } from "../define.ts";
import { counted } from "../quantities.ts";

/** An alarm with a shorter period is of high resolution, seconds. Source: https://aws.amazon.com/cloudwatch/pricing/ */
const STANDARD_PERIOD = new Decimal(60);
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
    const queries = subject
      .orAssume(inputs.list("metricQueries"), [], "metric queries")
      .filter((query) => query.value("metric").state !== "absent");
    const periods = [inputs, ...queries.map((query) => query.below("metric"))].map((one) => one.quantity("period"));
    const high = periods.some((period) => subject.orAssume(period, STANDARD_PERIOD, "period").lt(STANDARD_PERIOD));
    const anomaly = ANOMALY.test(subject.orAssume(inputs.text("comparisonOperator"), "", "comparison operator"));
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
