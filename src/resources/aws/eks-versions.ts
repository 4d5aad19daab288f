/** When a Kubernetes version leaves standard and extended support on EKS. */
export interface EksVersion {
  readonly version: string;
  /** First day of extended support, YYYY-MM-DD. */
  readonly standardEnds: string;
  readonly extendedEnds: string;
}

/**
 * EKS release calendar. Source: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html as kept by
 * aws-samples (sample-apex-skills, EKS Version Support Calendar), verified there on 2026-04-24. Older versions are past
 * even extended support; newer ones are in standard support.
 */
export const EKS_VERSIONS: readonly EksVersion[] = [
  { version: "1.29", standardEnds: "2025-03-23", extendedEnds: "2026-03-23" },
  { version: "1.30", standardEnds: "2025-07-23", extendedEnds: "2026-07-23" },
  { version: "1.31", standardEnds: "2025-11-26", extendedEnds: "2026-11-26" },
  { version: "1.32", standardEnds: "2026-03-23", extendedEnds: "2027-03-23" },
  { version: "1.33", standardEnds: "2026-07-29", extendedEnds: "2027-07-29" },
  { version: "1.34", standardEnds: "2026-12-02", extendedEnds: "2027-12-02" },
  { version: "1.35", standardEnds: "2027-03-27", extendedEnds: "2028-03-27" },
];
