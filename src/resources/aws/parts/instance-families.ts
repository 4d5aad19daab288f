/**
 * Families from before EBS optimisation was included in the price of an instance, and the sizes of them that can have it.
 * Source: EC2 User Guide, "EBS-optimized instance types" (previous generations); the same types have a rate in AWS's price list.
 */
const CHARGED_FOR_EBS_OPTIMISATION: Readonly<Record<string, readonly string[]>> = {
  c1: ["xlarge"],
  c3: ["xlarge", "2xlarge", "4xlarge"],
  g2: ["2xlarge"],
  i2: ["xlarge", "2xlarge", "4xlarge"],
  m1: ["large", "xlarge"],
  m2: ["2xlarge", "4xlarge"],
  m3: ["xlarge", "2xlarge"],
  r3: ["xlarge", "2xlarge", "4xlarge"],
};

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

/** The price item of a type's EBS optimisation; `null` for one that cannot have it, or has it without a line (burstable types). */
export const ebsOptimisationItem = (instanceType: string): string | null => {
  if (burstableVcpus(instanceType) !== null) return null;
  const [family = "", size = ""] = instanceType.split(".");
  const sizes = CHARGED_FOR_EBS_OPTIMISATION[family];
  if (sizes === undefined) return "ebs-optimized/included";
  return sizes.includes(size) ? `ebs-optimized/${instanceType}` : null;
};

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
