import type { PlanResource } from "../../../model/plan.ts";
import type { Subject } from "../../define.ts";
import { TARGET_PROPERTY } from "./capacity-reserved.ts";
import { LAUNCH_TEMPLATE } from "./launch.ts";

/** How machines refer to what starts them. */
const STARTED_BY: readonly { readonly type: string; readonly property: string }[] = [
  { type: "aws:eks/nodeGroup:NodeGroup", property: "launchTemplate" },
  { type: "aws:autoscaling/group:Group", property: "launchTemplate" },
  { type: "aws:autoscaling/group:Group", property: "mixedInstancesPolicy" },
  { type: "aws:ec2/instance:Instance", property: "launchTemplate" },
  { type: "aws:ec2/fleet:Fleet", property: "launchTemplateConfigs" },
  { type: "aws:batch/computeEnvironment:ComputeEnvironment", property: "computeResources" },
];

/** The machines and groups of the plan that target a reservation or a capacity block, themselves or by their template. */
export const consumersOf = ({ resource, neighbours }: Subject): readonly PlanResource[] => {
  const templates = neighbours.referring(resource, LAUNCH_TEMPLATE, TARGET_PROPERTY);
  const found = new Set([
    ...neighbours.referring(resource, "aws:ec2/instance:Instance", TARGET_PROPERTY),
    ...templates.flatMap((template) =>
      STARTED_BY.flatMap(({ type, property }) => neighbours.referring(template, type, property)),
    ),
  ]);
  return [...found].sort((a, b) => (a.urn < b.urn ? -1 : 1));
};
