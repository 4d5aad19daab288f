import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type ResourceCost, type Subject } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { declared, hoursOf, soldBy } from "../quantities.ts";
import { joined } from "./parts/capacity.ts";
import { mlInstances, mlStorage, slugged } from "./parts/ml-instances.ts";

const CONFIGURATION = "aws:sagemaker/endpointConfiguration:EndpointConfiguration";
const MB_PER_GB = 1024;
const MS_PER_SECOND = 1000;

/** A SageMaker endpoint: the instances of the variants of its configuration. The configuration itself costs nothing. */
export const sagemakerEndpoint = defineResource({
  type: "aws:sagemaker/endpoint:Endpoint",
  title: "SageMaker endpoint",
  source: "https://aws.amazon.com/sagemaker/ai/pricing/",
  compute: true,
  usage: {
    instances: {
      unit: "instances",
      description: "Average number of instances of a variant, where it scales by itself.",
    },
    monthly_requests: { unit: "requests", description: "Requests to serverless variants in a month." },
    request_duration_ms: { unit: "ms", description: "How long such a request takes." },
  },
  cost: (subject) => {
    const configuration = subject.neighbours.referred(subject.resource, "endpointConfigName", CONFIGURATION)[0];
    if (configuration === undefined) {
      subject.gap("endpointConfigName", "its configuration is not in this plan, so its instances are not known", true);
      return { lines: [] };
    }
    const inputs = new Inputs(configuration.inputs, configuration.urn);
    const variants = ["productionVariants", "shadowProductionVariants"].flatMap((list) => known(inputs.list(list), []));
    if (variants.length === 0)
      subject.gap("productionVariants", "the variants of its configuration are not known before deployment", true);
    const costs = variants.map((variant, index) => variantCost(subject, variant, `variant ${index}`));
    const capacity = joined(costs.flatMap((cost) => cost.capacity ?? []));
    return { lines: costs.flatMap(({ lines }) => lines), ...(capacity && { capacity }) };
  },
});

type Lines = Extract<ResourceCost, { readonly lines: readonly LineDraft[] }>;

const variantCost = (subject: Subject, variant: Inputs, byDefault: string): Lines => {
  const part = known(variant.text("variantName"), byDefault);
  if (variant.value("serverlessConfig").state !== "absent") return { lines: [serverlessLine(subject, variant, part)] };
  const scales = variant.value("managedInstanceScaling").state !== "absent";
  if (scales && !subject.usage.has("instances"))
    subject.assume(
      `${part} scales by itself: priced at its first number of instances (usage instances states another).`,
    );
  const count =
    scales && subject.usage.has("instances")
      ? subject.usage.quantity("instances", "instances")
      : declared(
          subject,
          variant.count("initialInstanceCount"),
          { name: "instances", unit: "instances", otherwise: { value: 1, because: "No number is stated: one." } },
          true,
        );
  const instances = mlInstances(subject, {
    purpose: "hosting",
    instanceType: variant.text("instanceType"),
    count,
    hours: hoursOf(subject, count),
    part,
  });
  const size = variant.quantity("volumeSizeInGb");
  if (size.state === "absent") return instances;
  const each = declared(subject, size, { name: "volume size", unit: "GB" });
  return {
    ...instances,
    lines: [...instances.lines, mlStorage("hosting", product("storage", "GB", [count, each]), part)],
  };
};

/** Memory for as long as requests take. */
const serverlessLine = (subject: Subject, variant: Inputs, part: string): LineDraft => {
  const { usage } = subject;
  const memory = declared(subject, variant.quantity("serverlessConfig.memorySizeInMb"), { name: "memory", unit: "MB" });
  return {
    meter: slugged("serverless-duration", part),
    description: "Serverless inference duration",
    part,
    category: "compute",
    quantity: product("duration", "GB-seconds", [
      usage.quantity("monthly_requests", "requests"),
      soldBy(usage.quantity("request_duration_ms", "ms"), MS_PER_SECOND, "seconds"),
      soldBy(memory, MB_PER_GB, "GB"),
    ]),
    unit: "GB-seconds",
    usageBased: true,
    price: { service: "AmazonSageMaker", item: "serverless/duration" },
  };
};
