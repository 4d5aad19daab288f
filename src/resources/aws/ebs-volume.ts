import { defineResource } from "../define.ts";
import { counted } from "../quantities.ts";
import { EIGHT_GB } from "./parts/disks.ts";
import { volumeLines } from "./parts/volume.ts";

/** An EBS volume: its size, and what its type charges for IOPS, throughput and requests. */
export const ebsVolume = defineResource({
  type: "aws:ebs/volume:Volume",
  title: "EBS volume",
  source: "https://aws.amazon.com/ebs/pricing/",
  usage: { monthly_standard_io_requests: { unit: "requests", description: "I/O requests to a magnetic volume." } },
  cost: (subject) => {
    const { inputs } = subject;
    if (inputs.value("size").state === "absent" && inputs.value("snapshotId").state !== "absent")
      subject.gap("size", "its size is that of its snapshot, which is not in this plan");
    return {
      lines: volumeLines(subject, {
        inputs,
        paths: { size: "size", type: "type" },
        count: counted(subject, "volumes", 1),
        defaultSize: EIGHT_GB,
      }),
    };
  },
});
