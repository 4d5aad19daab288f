import { type Figure, total } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { type Inputs, known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

const holds = (rule: Inputs, statement: string): boolean => rule.value(`statement.${statement}`).state !== "absent";

/** A web ACL: itself, its rules and rule groups by the month, and the requests it looks at. */
export const wafv2WebAcl = defineResource({
  type: "aws:wafv2/webAcl:WebAcl",
  title: "Web application firewall",
  source: "https://aws.amazon.com/waf/pricing/",
  usage: {
    rule_group_rules: { unit: "rules", description: "Rules inside its own rule groups." },
    managed_rule_group_rules: {
      unit: "rules",
      description: "Rules inside managed rule groups that are charged one by one.",
    },
    monthly_requests: { unit: "requests", description: "Requests that it looks at in a month." },
  },
  cost: (subject) => {
    const { inputs, usage } = subject;
    const reading = inputs.list("rules");
    if (reading.state === "unknown")
      subject.gap(reading, "the rules are not known before deployment, so they are not counted");
    const rules = known(reading, []);
    const groups = rules.filter((rule) => holds(rule, "ruleGroupReferenceStatement"));
    const managed = rules.filter((rule) => holds(rule, "managedRuleGroupStatement"));
    const inGroups = ["rule_group_rules", "managed_rule_group_rules"]
      .filter((key) => usage.has(key))
      .map((key) => usage.quantity(key, "rules"));
    const monthly = (meter: string, description: string, quantity: Figure, unit: string, item: string): LineDraft => ({
      meter,
      description,
      category: "security",
      quantity,
      unit,
      price: { service: "awswaf", item },
    });
    const own = counted(subject, "rules", rules.length - groups.length - managed.length);
    const count = inGroups.length === 0 ? own : total("rules", "rules", [own, ...inGroups]);
    return {
      lines: [
        monthly("web-acl", "Web ACL usage", counted(subject, "web ACL", 1, "months"), "months", "web-acl/v2"),
        ...(count.value?.isZero() ? [] : [monthly("rules", "Rules", count, "rules", "rule/v2")]),
        ...(groups.length === 0
          ? []
          : [
              monthly(
                "rule-groups",
                "Rule groups",
                counted(subject, "groups", groups.length),
                "groups",
                "rule-group/v2",
              ),
            ]),
        ...(managed.length === 0
          ? []
          : [
              monthly(
                "managed-rule-groups",
                "Managed rule groups",
                counted(subject, "groups", managed.length),
                "groups",
                "managed-rule-group/v2",
              ),
            ]),
        ...usageLines(subject, "awswaf", "security", [
          {
            meter: "requests",
            description: "Requests",
            usage: "monthly_requests",
            unit: "1M requests",
            per: 1_000_000,
            item: "requests/v2",
          },
        ]),
      ],
    };
  },
});
