/**
 * Elastic Fabric Adapters that an instance type holds, one for each of its network cards; types without an entry get
 * a plain network interface. Source: EC2 instance type specifications (network cards with EFA), as of 2026-07-20,
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html
 */
const EFA_INTERFACES: Readonly<Record<string, number>> = {
  "p4d.24xlarge": 4,
  "p4de.24xlarge": 4,
  "p5.48xlarge": 32,
  "p5e.48xlarge": 32,
  "p5en.48xlarge": 16,
  "p6-b200.48xlarge": 8,
  "p6-b300.48xlarge": 16,
};

export const efaInterfaces = (instanceType: string): number => EFA_INTERFACES[instanceType] ?? 0;
