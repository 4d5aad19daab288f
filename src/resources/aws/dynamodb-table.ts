import type { Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";
import { scaledCapacity } from "./parts/scaled-capacity.ts";

const SERVICE = "AmazonDynamoDB";

const BACKUP: readonly UsageLine[] = [
  {
    meter: "on-demand-backup",
    description: "On-demand backup storage",
    usage: "on_demand_backup_storage_gb",
    unit: "GB",
    item: "backup/on-demand",
  },
  {
    meter: "restored",
    description: "Table data restored",
    usage: "monthly_data_restored_gb",
    unit: "GB",
    item: "backup/restore",
  },
  {
    meter: "streams",
    description: "Streams read request unit (sRRU)",
    usage: "monthly_streams_read_request_units",
    unit: "sRRUs",
    item: "streams/read-requests",
  },
];
const STORAGE: UsageLine = {
  meter: "storage",
  description: "Data storage",
  usage: "storage_gb",
  unit: "GB",
  item: "storage/standard",
};
const RECOVERY: UsageLine = {
  meter: "point-in-time-recovery",
  description: "Point-In-Time Recovery (PITR) backup storage",
  usage: "pitr_backup_storage_gb",
  unit: "GB",
  item: "backup/point-in-time-recovery",
};
const REQUESTS: readonly UsageLine[] = [
  {
    meter: "write-requests",
    description: "Write request unit (WRU)",
    usage: "monthly_write_request_units",
    unit: "WRUs",
    item: "on-demand/write-requests",
  },
  {
    meter: "read-requests",
    description: "Read request unit (RRU)",
    usage: "monthly_read_request_units",
    unit: "RRUs",
    item: "on-demand/read-requests",
  },
];

/** A DynamoDB table: provisioned capacity or requests, what it stores and keeps, and its replicas in other regions. */
export const dynamodbTable = defineResource({
  type: "aws:dynamodb/table:Table",
  title: "DynamoDB table",
  source: "https://aws.amazon.com/dynamodb/pricing/",
  usage: usageKeys([...REQUESTS, STORAGE, RECOVERY, ...BACKUP]),
  cost: (subject) => {
    const { inputs } = subject;
    const onDemand = subject.orAssume(inputs.text("billingMode"), "PROVISIONED", "billing mode") === "PAY_PER_REQUEST";
    const item = itemsOf(subject);
    const kept = subject.orAssume(inputs.flag("pointInTimeRecovery.enabled"), false, "enabled")
      ? [STORAGE, RECOVERY, ...BACKUP]
      : [STORAGE, ...BACKUP];
    return {
      lines: [
        ...(onDemand
          ? usageLines(subject, SERVICE, "database", REQUESTS)
          : [capacityLine(subject, "write"), capacityLine(subject, "read"), ...indexLines(subject)]
        ).map(item),
        ...usageLines(subject, SERVICE, "database", kept).map((line) =>
          line.meter === STORAGE.meter ? item(line) : line,
        ),
        ...replicaLines(subject, onDemand),
      ],
    };
  },
});

const CAPACITY_UNITS = { read: "RCU", write: "WCU" } as const;

const capacity = (subject: Subject, way: "read" | "write"): { readonly units: Figure; readonly scaled: boolean } => {
  const scaled = scaledCapacity(subject, `dynamodb:table:${way === "read" ? "Read" : "Write"}CapacityUnits`);
  if (scaled !== null) return { units: scaled, scaled: true };
  const reading = subject.inputs.count(`${way}Capacity`);
  return {
    units: declared(subject, reading, { name: `${way} capacity`, unit: CAPACITY_UNITS[way] }),
    scaled: false,
  };
};

const capacityLine = (subject: Subject, way: "read" | "write"): LineDraft => {
  const { units, scaled } = capacity(subject, way);
  const unit = CAPACITY_UNITS[way];
  return {
    meter: `${way}-capacity`,
    description: `${way === "read" ? "Read" : "Write"} capacity unit (${unit}${scaled ? ", autoscaling" : ""})`,
    category: "database",
    quantity: { ...units, unit },
    unit,
    price: { service: SERVICE, item: `provisioned/${way}-capacity` },
  };
};

/** Prices of the table's class: the one for infrequent access stores for less and reads and writes for more. */
const itemsOf = ({ inputs, orAssume }: Subject): ((line: LineDraft) => LineDraft) => {
  if (orAssume(inputs.text("tableClass"), "STANDARD", "table class") !== "STANDARD_INFREQUENT_ACCESS")
    return (line) => line;
  return (line) => ({ ...line, price: { ...line.price, item: `infrequent-access/${line.price.item}` } });
};

/** Each global secondary index has a capacity of its own: DynamoDB Developer Guide, "Using Global Secondary Indexes". */
const indexLines = (subject: Subject): LineDraft[] => {
  const indexes = subject.inputs.list("globalSecondaryIndexes");
  if (indexes.state === "unknown")
    subject.gap(indexes, "the indexes are not known before deployment, so their capacity is not counted");
  return known(indexes, []).flatMap((index, position) => {
    const part = `Index ${known(index.text("name"), String(position))}`;
    return (["write", "read"] as const).flatMap((way): LineDraft[] => {
      const reading = index.count(`${way}Capacity`);
      if (reading.state === "absent") return [];
      const unit = CAPACITY_UNITS[way];
      return [
        {
          meter: `index-${position}-${way}-capacity`,
          description: `${way === "read" ? "Read" : "Write"} capacity unit (${unit})`,
          part,
          category: "database",
          quantity: declared(subject, reading, { name: `${way} capacity`, unit }),
          unit,
          price: { service: SERVICE, item: `provisioned/${way}-capacity` },
        },
      ];
    });
  });
};

/** Every write is written again in each replica's region, at that region's rate. */
const replicaLines = (subject: Subject, onDemand: boolean): LineDraft[] => {
  const replicas = subject.inputs.list("replicas");
  if (replicas.state === "unknown")
    subject.gap(replicas, "the replicas are not known before deployment, so they are not counted");
  return known(replicas, []).map((replica, index) => {
    const region = replica.text("regionName");
    const place = known(region, "an unknown region");
    const unit = onDemand ? "rWRU" : "rWCU";
    return {
      meter: `replica-${index}-writes`,
      description: onDemand ? "Replicated write request unit (rWRU)" : "Replicated write capacity unit (rWCU)",
      part: `Global table (${place})`,
      category: "database",
      quantity: {
        ...(onDemand ? subject.usage.quantity("monthly_write_request_units", unit) : capacity(subject, "write").units),
        unit,
      },
      unit,
      usageBased: onDemand,
      price: {
        service: SERVICE,
        region: region.state === "known" ? region.value : null,
        item: `replicated/${onDemand ? "write-requests" : "write-capacity"}`,
      },
    };
  });
};
