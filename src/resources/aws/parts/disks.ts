import type { Figure } from "../../../core/figure.ts";
import type { LineDraft, Subject } from "../../define.ts";
import { Inputs } from "../../inputs.ts";
import type { Launch } from "./launch.ts";
import { DISK_PATHS, volumeLines } from "./volume.ts";

/** Size of a disk that states none, as Infracost takes it; an image or snapshot may ask for more. */
export const EIGHT_GB = { value: 8, because: "Nothing states the disk's size: 8 GB." } as const;

/** Device names of Amazon Linux and Ubuntu root disks: a mapping of one of them replaces the default root disk. */
const ROOT_DEVICES: ReadonlySet<string> = new Set(["/dev/xvda", "/dev/sda1", "xvda", "sda1"]);

interface Disk {
  readonly part: string;
  readonly device: string | null;
  readonly inputs: Inputs;
}

const listed = (subject: Subject, inputs: Inputs, path: string): readonly Inputs[] => {
  const reading = inputs.list(path);
  if (reading.state === "unknown")
    subject.gap(reading, `${path} is not known before deployment, so its disks are not counted`);
  return reading.state === "known" ? reading.value : [];
};

const deviceOf = (inputs: Inputs): string | null => {
  const reading = inputs.text("deviceName");
  return reading.state === "known" ? reading.value : null;
};

const disksOf = (subject: Subject, { kind, inputs }: Launch): readonly Disk[] => {
  if (kind === "template") {
    return listed(subject, inputs, "blockDeviceMappings").flatMap((mapping, index) => {
      const ephemeral = mapping.value("ebs").state === "absent";
      return ephemeral
        ? []
        : [{ part: `block device ${index}`, device: deviceOf(mapping), inputs: mapping.below("ebs") }];
    });
  }
  return listed(subject, inputs, "ebsBlockDevices").map((disk, index) => ({
    part: `EBS block device ${index}`,
    device: deviceOf(disk),
    inputs: disk,
  }));
};

/** What the disks of so many machines cost. A disk of the instance's own hides its template's of the same device. */
export const diskLines = (subject: Subject, launches: readonly Launch[], count: Figure): LineDraft[] => {
  const declaresRoot = launches.find(({ kind }) => kind !== "template");
  const seen = new Set<string>();
  const disks = launches
    .flatMap((launch) => disksOf(subject, launch))
    .filter(({ device }) => {
      if (device === null) return true;
      if (seen.has(device)) return false;
      seen.add(device);
      return true;
    });
  const hasRoot = disks.some(({ device }) => device !== null && ROOT_DEVICES.has(device));
  const root = declaresRoot?.inputs.below("rootBlockDevice") ?? new Inputs(null, subject.resource.urn);
  if (declaresRoot && !hasRoot) disks.unshift({ part: "root block device", device: null, inputs: root });
  return disks.flatMap((disk) =>
    volumeLines(subject, { inputs: disk.inputs, paths: DISK_PATHS, count, part: disk.part, defaultSize: EIGHT_GB }),
  );
};
