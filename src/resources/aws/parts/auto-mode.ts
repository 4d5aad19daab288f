import type { Figure } from "../../../core/figure.ts";
import type { Capacity } from "../../../model/cost.ts";
import type { LineDraft, Subject } from "../../define.ts";
import { type Inputs, known } from "../../inputs.ts";
import { hoursOf } from "../../quantities.ts";
import { machineCost } from "./machine.ts";

/** What a team states of the nodes that EKS Auto Mode starts by itself. */
export const AUTO_MODE_USAGE = {
  auto_mode_instance_type: { unit: "text", description: "Type of the nodes that EKS Auto Mode starts." },
  auto_mode_instances: { unit: "instances", description: "Average number of those nodes." },
} as const;

/** Whether a cluster starts its nodes by itself. */
export const runsAutoMode = (cluster: Inputs): boolean => known(cluster.flag("computeConfig.enabled"), false);

/** EKS's fee for running a node in Auto Mode, by its type and hour; it is paid beside the node and no discount lowers it. */
export const managementFee = (type: string, hours: Figure): LineDraft => ({
  meter: "auto-mode-management",
  description: `EKS Auto Mode management (${type})`,
  category: "compute",
  quantity: hours,
  unit: "hours",
  price: { service: "AmazonEKS", item: `instance/${type}/linux/shared/auto-mode-management` },
});

/** The nodes that usage states for a cluster in Auto Mode; a gap that decides the cost where it states none. */
export const autoModeNodes = (
  subject: Subject,
): { readonly lines: readonly LineDraft[]; readonly capacity?: Capacity } => {
  const { usage } = subject;
  const type = usage.text("auto_mode_instance_type");
  const count = usage.quantity("auto_mode_instances", "instances");
  if (type === undefined || count.value === null) {
    subject.gap(
      "computeConfig.enabled",
      "EKS Auto Mode starts machines by itself: state them as usage auto_mode_instance_type and auto_mode_instances",
      true,
    );
    return { lines: [] };
  }
  subject.assume("The disks of its Auto Mode nodes are not counted.");
  const hours = hoursOf(subject, count);
  const { lines, capacity } = machineCost(subject, {
    instanceType: { state: "known", value: type },
    tenancy: { state: "absent" },
    purchase: "on-demand",
    count,
    hours,
    monitoring: false,
    ebsOptimized: false,
    meterPrefix: "auto-mode-",
  });
  return { lines: [...lines, managementFee(type, hours)], ...(capacity && { capacity }) };
};
