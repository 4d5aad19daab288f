import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { EKS_VERSIONS } from "./eks-versions.ts";
import { AUTO_MODE_USAGE, autoModeNodes } from "./parts/auto-mode.ts";

/** Scaling tiers of a provisioned control plane, by the API's name; each is charged beside the cluster itself. */
const TIERS: Readonly<Record<string, string>> = {
  "tier-xl": "XL",
  "tier-2xl": "2XL",
  "tier-4xl": "4XL",
  "tier-8xl": "8XL",
};

/** An EKS control plane. Its nodes are resources of their own. */
export const eksCluster = defineResource({
  type: "aws:eks/cluster:Cluster",
  title: "EKS cluster",
  source: "https://aws.amazon.com/eks/pricing/",
  usage: AUTO_MODE_USAGE,
  cost: (subject) => {
    const { inputs, hoursPerMonth } = subject;
    const extended = inExtendedSupport(subject);
    const lines: LineDraft[] = [
      {
        meter: "control-plane",
        description: extended ? "EKS cluster (extended support)" : "EKS cluster",
        category: "compute",
        quantity: hoursPerMonth,
        unit: "hours",
        price: { service: "AmazonEKS", item: extended ? "cluster/extended-support" : "cluster/standard" },
      },
    ];
    const tier = subject.orAssume(
      inputs.text("controlPlaneScalingConfig.tier"),
      "standard",
      "controlPlaneScalingConfig tier",
    );
    if (tier !== "standard") {
      if (TIERS[tier] === undefined)
        throw inputs.error(
          "controlPlaneScalingConfig.tier",
          `must be standard or one of ${Object.keys(TIERS).join(", ")}`,
        );
      lines.push({
        meter: "provisioned-control-plane",
        description: `Provisioned control plane (${TIERS[tier]})`,
        category: "compute",
        quantity: hoursPerMonth,
        unit: "hours",
        price: { service: "AmazonEKS", item: `cluster/provisioned/${tier}` },
      });
    }
    if (!subject.orAssume(inputs.flag("computeConfig.enabled"), false, "Auto Mode")) return { lines };
    const nodes = autoModeNodes(subject);
    return { ...nodes, lines: [...lines, ...nodes.lines] };
  },
});

/** Whether the version is past its standard support on the estimate's day and stays there, which costs six times as much. */
const inExtendedSupport = (subject: Subject): boolean => {
  const { inputs, today } = subject;
  const version = inputs.text("version");
  if (version.state === "unknown")
    subject.gap(version, "the Kubernetes version is not known before deployment: standard support is assumed");
  if (
    version.state !== "known" ||
    subject.orAssume(inputs.text("upgradePolicy.supportType"), "EXTENDED", "support type") === "STANDARD"
  )
    return false;
  if (!/^1\.\d+$/.test(version.value))
    throw inputs.error("version", `must be a Kubernetes version as 1.35, not ${JSON.stringify(version.value)}`);
  const support = EKS_VERSIONS.find((one) => one.version === version.value);
  if (support === undefined) {
    const oldest = EKS_VERSIONS[0];
    const isOlder = oldest !== undefined && minor(version.value) < minor(oldest.version);
    if (isOlder)
      subject.assume(
        `EKS no longer supports Kubernetes ${version.value}: it is priced at extended support until it is upgraded.`,
      );
    return isOlder;
  }
  const extended = today >= support.standardEnds;
  if (!extended)
    subject.assume(
      `Standard support of Kubernetes ${support.version} ends on ${support.standardEnds}; extended support then costs more.`,
    );
  return extended;
};

const minor = (version: string): number => Number(version.split(".")[1]);
