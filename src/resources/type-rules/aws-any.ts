import { free, type TypeRule } from "./type-rule.ts";

/** What names mean in every module, after the rules of the services: none of these is ever charged by itself. */
export const AWS_ANY: readonly TypeRule[] = [
  free(
    "a setting of another resource",
    "*: policy *Policy *PolicyAttachment permission *Permission *Accepter *Membership",
  ),
  free(
    "a setting of its database or cache",
    "*: *ubnetGroup *arameterGroup *ptionGroup *ecurityGroup *ventSubscription",
  ),
];
