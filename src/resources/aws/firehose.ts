import { defineResource, type LineDraft } from "../define.ts";
import { type Inputs, known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";

/** Destinations whose own configuration may hold a VPC. */
const DESTINATIONS = [
  "elasticsearchConfiguration",
  "opensearchConfiguration",
  "opensearchserverlessConfiguration",
] as const;

/** A delivery stream: what comes in, its conversion, and delivery into a VPC. */
export const firehose = defineResource({
  type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
  title: "Firehose delivery stream",
  source: "https://aws.amazon.com/firehose/pricing/",
  usage: {
    monthly_data_ingested_gb: { unit: "GB", description: "Data that comes in in a month, in records of whole 5 KB." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const ingested = subject.usage.quantity("monthly_data_ingested_gb", "GB");
    const line = (meter: string, description: string): LineDraft => ({
      meter,
      description,
      category: "network",
      quantity: ingested,
      unit: "GB",
      usageBased: true,
      price: { service: "AmazonKinesisFirehose", item: meter },
    });
    const lines = [line("ingested", "Data ingested")];
    const conversion = inputs.below("extendedS3Configuration.dataFormatConversionConfiguration");
    if (conversion.value("").state !== "absent" && known(conversion.flag("enabled"), true))
      lines.push(line("format-conversion", "Format conversion"));
    for (const path of DESTINATIONS) subject.orAssume(inputs.value(path), null, "delivery into a VPC");
    const zones =
      DESTINATIONS.map((path) => subnetsOf(inputs.below(`${path}.vpcConfig`))).find((count) => count > 0) ?? 0;
    if (zones === 0) return { lines };
    const hours: LineDraft = {
      ...line("vpc-delivery", "VPC AZ delivery"),
      quantity: hoursOf(subject, counted(subject, "zones", zones)),
      unit: "hours",
      usageBased: false,
    };
    return { lines: [...lines, line("vpc-data", "VPC data"), hours] };
  },
});

const subnetsOf = (vpc: Inputs): number => known(vpc.list("subnetIds"), []).length;
