import { defineResource } from "../define.ts";
import { declared } from "../quantities.ts";
import { CACHE_USAGE, cacheLines } from "./elasticache-nodes.ts";

/** A cache cluster by itself; one that belongs to a replication group is charged with the group. */
export const elasticacheCluster = defineResource({
  type: "aws:elasticache/cluster:Cluster",
  title: "ElastiCache cluster",
  source: "https://aws.amazon.com/elasticache/pricing/",
  usage: CACHE_USAGE,
  cost: (subject) => {
    const { inputs } = subject;
    if (inputs.value("replicationGroupId").state !== "absent")
      return { free: "its nodes are priced with its replication group" };
    const nodes = declared(subject, inputs.count("numCacheNodes"), {
      name: "nodes",
      unit: "nodes",
      otherwise: { value: 1, because: "No number of nodes is stated: one." },
    });
    return {
      lines: cacheLines(
        subject,
        inputs.text("nodeType"),
        subject.orAssume(inputs.text("engine"), "redis", "engine"),
        nodes,
        false,
      ),
    };
  },
});
