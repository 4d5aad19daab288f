import type { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type Subject } from "../define.ts";
import type { Reading } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { CACHE_USAGE, cacheLines } from "./elasticache-nodes.ts";
import { firstStated } from "./parts/launch.ts";
import { scaledCapacity } from "./parts/scaled-capacity.ts";

/** A Redis or Valkey replication group: shards × (1 + replicas) nodes, or a number of cache clusters. */
export const elasticacheReplicationGroup = defineResource({
  type: "aws:elasticache/replicationGroup:ReplicationGroup",
  title: "ElastiCache replication group",
  source: "https://aws.amazon.com/elasticache/pricing/",
  usage: CACHE_USAGE,
  cost: (subject) => {
    const { inputs } = subject;
    const shards = scaledCapacity(subject, "elasticache:replication-group:NodeGroups");
    const replicas = scaledCapacity(subject, "elasticache:replication-group:Replicas");
    const nodes = nodesOf(subject, shards, replicas);
    const engine = subject.orAssume(inputs.text("engine"), "redis", "engine");
    return { lines: cacheLines(subject, inputs.text("nodeType"), engine, nodes, shards !== null || replicas !== null) };
  },
});

const nodesOf = (subject: Subject, shards: Figure | null, replicas: Figure | null): Figure => {
  const { inputs } = subject;
  const clusters: Reading<Decimal> = firstStated([
    inputs.count("numCacheClusters"),
    inputs.count("numberCacheClusters"),
  ]);
  const sharded =
    shards !== null ||
    replicas !== null ||
    inputs.value("numNodeGroups").state !== "absent" ||
    inputs.value("replicasPerNodeGroup").state !== "absent";
  if (!sharded)
    return declared(subject, clusters, {
      name: "nodes",
      unit: "nodes",
      otherwise: { value: 1, because: "No number of nodes is stated: one." },
    });
  const groups =
    shards ??
    declared(subject, inputs.count("numNodeGroups"), {
      name: "shards",
      unit: "1",
      otherwise: { value: 1, because: "No number of shards is stated: one." },
    });
  const copies =
    replicas ??
    declared(subject, inputs.count("replicasPerNodeGroup"), {
      name: "replicas of a shard",
      unit: "1",
      otherwise: { value: 0, because: "No replicas are stated." },
    });
  return derive("nodes", "nodes", "shards × (1 + replicas)", [groups, copies], (count, more) =>
    count.times(more.plus(1)),
  );
};
