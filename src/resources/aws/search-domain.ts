import type { Decimal } from "../../core/decimal.ts";
import { type Figure, product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known, type Reading } from "../inputs.ts";
import { above, declared, hoursOf } from "../quantities.ts";

/** gp3 of a search domain: what is included, and that each further 3 TB bring more (OpenSearch Service pricing, "gp3"). */
const INCLUDED_THROUGHPUT = 125;
const THROUGHPUT_PER_3_TB = 250;
const INCLUDED_IOPS = 3000;
const IOPS_PER_3_TB = 9000;
const STEP_GB = 3072;

/** Kinds of nodes: where their number and type stand, and when they are there. */
const NODES = [
  {
    meter: "instance-hours",
    title: "Instance",
    type: "instanceType",
    count: "instanceCount",
    enabled: null,
    defaultType: "m4.large",
  },
  {
    meter: "master-hours",
    title: "Dedicated master",
    type: "dedicatedMasterType",
    count: "dedicatedMasterCount",
    enabled: "dedicatedMasterEnabled",
    defaultType: null,
  },
  {
    meter: "warm-hours",
    title: "UltraWarm instance",
    type: "warmType",
    count: "warmCount",
    enabled: "warmEnabled",
    defaultType: null,
  },
] as const;

/** A search domain: its data, master and warm nodes, and the storage of its data nodes. */
export const openSearchDomain = defineResource({
  type: "aws:opensearch/domain:Domain",
  title: "OpenSearch domain",
  source: "https://aws.amazon.com/opensearch-service/pricing/",
  cost: (subject) => ({ lines: [...nodeLines(subject), ...storageLines(subject)] }),
});

/** The name from before OpenSearch. */
export const elasticsearchDomain = defineResource({
  ...openSearchDomain,
  type: "aws:elasticsearch/domain:Domain",
  title: "Elasticsearch domain",
});

const nodeLines = (subject: Subject): LineDraft[] =>
  NODES.flatMap(({ meter, title, type, count, enabled, defaultType }) => {
    const { inputs } = subject;
    if (enabled !== null && !known(inputs.flag(`clusterConfig.${enabled}`), false)) return [];
    const reading = inputs.text(`clusterConfig.${type}`);
    if (reading.state === "unknown" || (reading.state === "absent" && defaultType === null)) {
      subject.gap(
        reading.state === "unknown" ? reading : `clusterConfig.${type}`,
        `the type of the ${title.toLowerCase()} is not known`,
        true,
      );
    }
    const name = known(reading, `${defaultType ?? "unknown"}.search`);
    const nodes = declared(subject, inputs.count(`clusterConfig.${count}`), {
      name: "nodes",
      unit: "nodes",
      otherwise: { value: 1, because: "No number of nodes is stated: one." },
    });
    return [
      {
        meter,
        description: `${title} (on-demand, ${name})`,
        category: "database",
        quantity: hoursOf(subject, nodes),
        unit: "hours",
        price: { service: "AmazonES", item: `node/${name.replace(/\.(search|elasticsearch)$/, "")}/on-demand` },
      },
    ];
  });

const storageLines = (subject: Subject): LineDraft[] => {
  const { inputs } = subject;
  // Without a word on disks the nodes have their own or none.
  if (inputs.value("ebsOptions").state === "absent") return [];
  if (!subject.orAssume(inputs.flag("ebsOptions.ebsEnabled"), true, "ebs enabled")) return [];
  const type = subject.orAssume(inputs.text("ebsOptions.volumeType"), "gp2", "volume type");
  const size = declared(subject, inputs.quantity("ebsOptions.volumeSize"), {
    name: "volume size",
    unit: "GB",
    otherwise: { value: 8, because: "Nothing states the disk's size: 8 GB." },
  });
  const nodes = declared(subject, inputs.count("clusterConfig.instanceCount"), {
    name: "nodes",
    unit: "nodes",
    otherwise: { value: 1, because: "No number of nodes is stated: one." },
  });
  // What a domain says of its disk holds for the disk of each data node: OpenSearch Service API reference, `EBSOptions`.
  const line = (meter: string, description: string, each: Figure, unit: string, item: string): LineDraft => ({
    meter,
    description,
    category: "database",
    quantity: product(each.name, unit, [nodes, each]),
    unit,
    price: { service: "AmazonES", item: `storage/${type}/${item}` },
  });
  const lines = [line("storage", `Storage (${type})`, size, "GB", "storage")];
  const steps = Math.floor((size.value?.toNumber() ?? 0) / STEP_GB);
  const iops = inputs.quantity("ebsOptions.iops");
  if (type === "io1" && iops.state !== "absent")
    lines.push(
      line("iops", "Storage IOPS (io1)", declared(subject, iops, { name: "IOPS", unit: "IOPS" }), "IOPS", "iops"),
    );
  if (type !== "gp3") return lines;

  const more = (reading: Reading<Decimal>, included: number): boolean =>
    reading.state === "unknown" || (reading.state === "known" && reading.value.gt(included));
  const includedIops = INCLUDED_IOPS + steps * IOPS_PER_3_TB;
  if (more(iops, includedIops)) {
    const excess = above(declared(subject, iops, { name: "IOPS", unit: "IOPS" }), includedIops);
    lines.push(line("iops", "IOPS (gp3)", excess, "IOPS", "iops"));
  }
  const throughput = inputs.quantity("ebsOptions.throughput");
  const includedThroughput = steps > 0 ? steps * THROUGHPUT_PER_3_TB + THROUGHPUT_PER_3_TB : INCLUDED_THROUGHPUT;
  if (more(throughput, includedThroughput)) {
    const excess = above(declared(subject, throughput, { name: "throughput", unit: "MB/s" }), includedThroughput);
    lines.push(line("throughput", "Throughput (gp3)", excess, "MB/s", "throughput"));
  }
  return lines;
};
