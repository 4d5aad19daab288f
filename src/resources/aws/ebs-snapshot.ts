import { assumed, type Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { Inputs } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { type UsageLine, usageKeys, usageLines } from "../usage-lines.ts";
import { EIGHT_GB } from "./parts/disks.ts";

const SNAPSHOT = "aws:ebs/snapshot:Snapshot";
const VOLUME = "aws:ebs/volume:Volume";

const LINES: readonly UsageLine[] = [
  {
    meter: "fast-restore",
    description: "Fast snapshot restore",
    usage: "fast_snapshot_restore_hours",
    unit: "DSU-hours",
    item: "snapshot/fast-restore",
  },
  {
    meter: "list-blocks",
    description: "ListChangedBlocks & ListSnapshotBlocks API requests",
    usage: "monthly_list_block_requests",
    unit: "1k requests",
    per: 1000,
    item: "snapshot/list-blocks",
  },
  {
    meter: "get-block",
    description: "GetSnapshotBlock API requests",
    usage: "monthly_get_block_requests",
    unit: "1k SnapshotAPIUnits",
    per: 1000,
    item: "snapshot/get-block",
  },
  {
    meter: "put-block",
    description: "PutSnapshotBlock API requests",
    usage: "monthly_put_block_requests",
    unit: "1k SnapshotAPIUnits",
    per: 1000,
    item: "snapshot/put-block",
  },
];

/** A snapshot of a volume: at most the volume's size, and the requests that read and write it. */
export const ebsSnapshot = defineResource({
  type: SNAPSHOT,
  title: "EBS snapshot",
  source: "https://aws.amazon.com/ebs/pricing/",
  usage: usageKeys(LINES),
  cost: (subject) => ({ lines: [storageLine(sizeOf(subject)), ...usageLines(subject, "AmazonEC2", "storage", LINES)] }),
});

/** A copy of a snapshot costs what it stores. */
export const ebsSnapshotCopy = defineResource({
  type: "aws:ebs/snapshotCopy:SnapshotCopy",
  title: "EBS snapshot copy",
  source: "https://aws.amazon.com/ebs/pricing/",
  cost: (subject) => {
    const original = subject.neighbours.referred(subject.resource, "sourceSnapshotId", SNAPSHOT)[0];
    return { lines: [storageLine(original ? sizeOf(subject.of(original)) : sizeElsewhere(subject, "snapshot"))] };
  },
});

const sizeOf = (subject: Subject): Figure => {
  const volume = subject.neighbours.referred(subject.resource, "volumeId", VOLUME)[0];
  if (volume === undefined) return sizeElsewhere(subject, "volume");
  subject.assume("A snapshot is taken to be as large as its volume; later ones hold changes only.");
  return declared(subject, new Inputs(volume.inputs, volume.urn).quantity("size"), {
    name: "volume size",
    unit: "GB",
    otherwise: EIGHT_GB,
  });
};

/** What is copied is in another plan: the size that every disk without one is taken to have, said with the resource. */
const sizeElsewhere = (subject: Subject, what: "volume" | "snapshot"): Figure => {
  subject.assume(`Its ${what} is not in this plan: taken as ${EIGHT_GB.value} GB; a larger one costs in proportion.`);
  return assumed("size", EIGHT_GB.value, "GB", `The ${what} is not in this plan: ${EIGHT_GB.value} GB.`);
};

const storageLine = (quantity: Figure): LineDraft => ({
  meter: "storage",
  description: "EBS snapshot storage",
  category: "storage",
  quantity,
  unit: "GB",
  usageBased: true,
  price: { service: "AmazonEC2", item: "snapshot/storage" },
});
