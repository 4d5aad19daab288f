import type { Policies } from "@pulumi/policy";
import { RULES } from "../src/gate/list.ts";
import { costInputs } from "./cost-inputs.ts";
import { costSummary } from "./cost-summary.ts";
import { rulePolicy } from "./rule-policy.ts";

/** Every policy, in the order that should be kept: inputs are noted first, and the summary tells what the rules found. */
export const policies: Policies = [costInputs, ...RULES.map(rulePolicy), costSummary];
