import type { Figure } from "../../core/figure.ts";
import { stated } from "../../core/figure.ts";
import type { LineDraft, Subject } from "../define.ts";
import { known, type Reading } from "../inputs.ts";
import { hoursOf } from "../quantities.ts";
import { reservationOf } from "./parts/purchase.ts";

export const CACHE_USAGE = {
  snapshot_storage_size_gb: { unit: "GB", description: "Snapshots beyond the one that is included." },
  reserved_instance_term: { unit: "text", description: "1_year or 3_year" },
  reserved_instance_payment_option: { unit: "text", description: "no_upfront, partial_upfront or all_upfront" },
} as const;

/** So many equal cache nodes of one engine, and the snapshots they keep. */
export const cacheLines = (
  subject: Subject,
  nodeType: Reading<string>,
  engine: string,
  nodes: Figure,
  scaled: boolean,
): LineDraft[] => {
  const { inputs } = subject;
  if (nodeType.state !== "known")
    subject.gap(nodeType.state === "unknown" ? nodeType : "nodeType", "the node type is not known", true);
  const type = known(nodeType, "unknown");
  if (nodeType.state === "known" && !/^cache\.[a-z0-9]+\.[a-z0-9]+$/.test(type)) {
    throw inputs.error("nodeType", `must be a node type as cache.r7g.large, not ${JSON.stringify(type)}`);
  }
  const reservation = reservationOf(subject, false);
  const item = `node/${type}/${engine}`;
  const lines: LineDraft[] = [];
  if (reservation?.hourly ?? true) {
    lines.push({
      meter: "node-hours",
      description: `ElastiCache (${reservation ? "reserved" : "on-demand"}, ${type}${scaled ? ", autoscaling" : ""})`,
      category: "database",
      quantity: hoursOf(subject, nodes),
      unit: "hours",
      price: { service: "AmazonElastiCache", item: `${item}/${reservation?.item ?? "on-demand"}` },
    });
  }
  if (reservation?.upfront) {
    lines.push({
      meter: "reservation-upfront",
      description: `Reservation fee (${type})`,
      category: "database",
      quantity: nodes,
      unit: "reservations",
      price: { service: "AmazonElastiCache", item: `${item}/${reservation.item}-fee` },
      schedule: {
        kind: "prepaid",
        termMonths: stated("reservation term", reservation.months, "months", "usage reserved_instance_term"),
      },
    });
  }
  const kept = inputs.quantity("snapshotRetentionLimit");
  if (
    engine !== "memcached" &&
    (subject.usage.has("snapshot_storage_size_gb") || (kept.state === "known" && kept.value.gt(1)))
  ) {
    lines.push({
      meter: "backup",
      description: "Backup storage",
      category: "database",
      quantity: subject.usage.quantity("snapshot_storage_size_gb", "GB"),
      unit: "GB",
      usageBased: true,
      price: { service: "AmazonElastiCache", item: "backup" },
    });
  }
  return lines;
};
