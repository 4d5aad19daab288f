import { GB_MONTHS, HOURS, type ServiceMapping } from "./rule.ts";

/** Deployments of each engine, by how the list names them. */
const DEPLOYMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ActiveMQ: { "Single-AZ": "single-instance", "Multi-AZ": "active-standby-multi-az" },
  RabbitMQ: { "Single-AZ": "single-instance", "Multi-AZ": "cluster-multi-az" },
};

/**
 * Brokers, whose instance types are listed without `mq.`, and their storage. Attributes and usage types: AWS price list, offer
 * AmazonMQ, as Infracost's mq_broker.go matches them.
 */
export const amazonMq: ServiceMapping = {
  service: "AmazonMQ",
  rules: [
    {
      usage: /./,
      where: { family: ["Broker Instances"] },
      units: HOURS,
      unit: "hours",
      item: (row) => {
        const deployment = DEPLOYMENTS[row.brokerEngine]?.[row.deployment];
        if (deployment === undefined || row.instanceType === "" || row.termType === "Reserved") return null;
        const type = row.instanceType.replace(/^mq\./, "");
        return `broker/mq.${type}/${row.brokerEngine.toLowerCase()}/${deployment}`;
      },
    },
    { usage: /^TimedStorage-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage/activemq/efs" },
    { usage: /^TimedStorage-EBS-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage/activemq/ebs" },
    { usage: /^TimedStorage-RabbitMQ-ByteHrs$/, units: GB_MONTHS, unit: "GB", item: "storage/rabbitmq/ebs" },
  ],
};
