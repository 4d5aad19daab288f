import { product } from "../../core/figure.ts";
import { defineResource } from "../define.ts";
import { known } from "../inputs.ts";
import { declared, hoursOf } from "../quantities.ts";
import { scaledCapacity } from "./parts/scaled-capacity.ts";

/** A Kafka cluster: hours of its brokers and the disk of each. */
export const mskCluster = defineResource({
  type: "aws:msk/cluster:Cluster",
  title: "Kafka cluster",
  source: "https://aws.amazon.com/msk/pricing/",
  cost: (subject) => {
    const { inputs } = subject;
    const brokers = declared(subject, inputs.count("numberOfBrokerNodes"), { name: "brokers", unit: "brokers" }, true);
    const reading = inputs.text("brokerNodeGroupInfo.instanceType");
    if (reading.state !== "known")
      subject.gap(
        reading.state === "unknown" ? reading : "brokerNodeGroupInfo.instanceType",
        "the broker type is not known",
        true,
      );
    const type = known(reading, "unknown");
    const scaled = scaledCapacity(subject, "kafka:broker-storage:VolumeSize");
    const size =
      scaled ??
      declared(subject, inputs.quantity("brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"), {
        name: "disk of a broker",
        unit: "GB",
      });
    const storage = "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.provisionedThroughput";
    if (subject.orAssume(inputs.flag(`${storage}.enabled`), false, "provisioned throughput"))
      subject.gap(
        storage,
        "the throughput that its disks are given is charged besides, and no price of it is known here",
      );
    if (known(inputs.text("storageMode"), "LOCAL") === "TIERED")
      subject.gap("storageMode", "its tiered storage is charged by what lies there, which is not counted");
    return {
      lines: [
        {
          meter: "broker-hours",
          description: `Instance (${type})`,
          category: "network",
          quantity: hoursOf(subject, brokers),
          unit: "hours",
          price: { service: "AmazonMSK", item: `broker/${type}` },
        },
        {
          meter: "storage",
          description: scaled === null ? "Storage" : "Storage (autoscaling)",
          category: "network",
          quantity: product("storage", "GB", [brokers, size]),
          unit: "GB",
          price: { service: "AmazonMSK", item: "storage" },
        },
      ],
    };
  },
});
