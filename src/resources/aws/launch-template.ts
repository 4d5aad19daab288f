import { defineResource } from "../define.ts";
import { LAUNCH_CONFIGURATION, LAUNCH_TEMPLATE } from "./parts/launch.ts";

/** A launch template starts nothing by itself: instances, groups and node groups that use it carry its cost. */
export const launchTemplate = defineResource({
  type: LAUNCH_TEMPLATE,
  title: "Launch template",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html",
  compute: false,
  cost: () => ({ free: "priced where it is used" }),
});

/** The older form of a launch template. */
export const launchConfiguration = defineResource({
  ...launchTemplate,
  type: LAUNCH_CONFIGURATION,
  title: "Launch configuration",
});
