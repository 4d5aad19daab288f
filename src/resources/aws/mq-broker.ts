import { product } from "../../core/figure.ts";
import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";

/** Copies of its storage that a RabbitMQ cluster keeps. */
const CLUSTER_COPIES = 3;

/** A message broker: its hours by engine, size and zones, and its storage. */
export const mqBroker = defineResource({
  type: "aws:mq/broker:Broker",
  title: "Message broker",
  source: "https://aws.amazon.com/amazon-mq/pricing/",
  usage: { storage_size_gb: { unit: "GB", description: "Messages that are stored." } },
  cost: (subject) => {
    const { inputs } = subject;
    const engine = subject.orAssume(inputs.text("engineType"), "ActiveMQ", "engine type");
    const mode = subject.orAssume(inputs.text("deploymentMode"), "SINGLE_INSTANCE", "deployment mode").toLowerCase();
    const reading = inputs.text("hostInstanceType");
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "hostInstanceType", "the instance type is not known", true);
    const type = known(reading, "unknown");
    const rabbit = engine.toLowerCase() === "rabbitmq";
    const disk = rabbit ? "ebs" : subject.orAssume(inputs.text("storageType"), "efs", "storage type").toLowerCase();
    const copies = counted(subject, "copies", rabbit && mode === "cluster_multi_az" ? CLUSTER_COPIES : 1, "1");
    return {
      lines: [
        {
          meter: "instance-hours",
          description: `Instance usage (${engine}, ${type}, ${mode})`,
          category: "network",
          quantity: hoursOf(subject, counted(subject, "brokers", 1)),
          unit: "hours",
          price: { service: "AmazonMQ", item: `broker/${type}/${engine.toLowerCase()}/${mode.replaceAll("_", "-")}` },
        },
        {
          meter: "storage",
          description: `Storage (${engine}, ${disk.toUpperCase()})`,
          category: "network",
          quantity: product("storage", "GB", [copies, subject.usage.quantity("storage_size_gb", "GB")]),
          unit: "GB",
          usageBased: true,
          price: { service: "AmazonMQ", item: `storage/${engine.toLowerCase()}/${disk}` },
        },
      ],
    };
  },
});
