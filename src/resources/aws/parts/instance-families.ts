/**
 * Families from before EBS optimisation was included in the price of an instance.
 * Source: https://aws.amazon.com/ec2/pricing/on-demand/ ("EBS-Optimized Instances", previous generations).
 */
const CHARGED_FOR_EBS_OPTIMISATION: ReadonlySet<string> = new Set(["c1", "c3", "g2", "i2", "m1", "m2", "m3", "r3"]);

/** vCPUs of burstable instances by size. Source: https://aws.amazon.com/ec2/instance-types/t3/ and …/t2/ */
const BURSTABLE_VCPUS: Readonly<Record<string, number>> = {
  nano: 2,
  micro: 2,
  small: 2,
  medium: 2,
  large: 2,
  xlarge: 4,
  "2xlarge": 8,
};
const SINGLE_VCPU: ReadonlySet<string> = new Set(["t2.nano", "t2.micro", "t2.small"]);

export const chargesEbsOptimisation = (instanceType: string): boolean =>
  CHARGED_FOR_EBS_OPTIMISATION.has(instanceType.split(".")[0] ?? "");

/** vCPUs of a burstable instance type, or `null` for a type that earns no CPU credits. */
export const burstableVcpus = (instanceType: string): number | null => {
  const [family = "", size = ""] = instanceType.split(".");
  if (!/^t[234](a|g)?$/.test(family)) return null;
  return SINGLE_VCPU.has(instanceType) ? 1 : (BURSTABLE_VCPUS[size] ?? 2);
};

/**
 * vCPUs that a size stands for: two up to `large`, four an `xlarge`; `null` for a size that says nothing (`metal`).
 * Source: https://aws.amazon.com/ec2/instance-types/, RDS User Guide, "DB instance classes".
 */
export const vcpusOfSize = (size: string): number | null => {
  if (/^(nano|micro|small|medium|large)$/.test(size)) return 2;
  const factor = /^(\d*)xlarge$/.exec(size)?.[1];
  return factor === undefined ? null : 4 * Number(factor || "1");
};
