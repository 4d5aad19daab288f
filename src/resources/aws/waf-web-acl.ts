import { type Figure, total } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { usageLines } from "../usage-lines.ts";

/** A web ACL of the first WAF: itself, its rules and groups by the month, and requests. */
export const wafWebAcl = defineResource({
  type: "aws:waf/webAcl:WebAcl",
  title: "Web application firewall (classic)",
  source: "https://aws.amazon.com/waf/classic/pricing/",
  usage: {
    rule_group_rules: { unit: "rules", description: "Rules inside its rule groups." },
    monthly_requests: { unit: "requests", description: "Requests that it looks at in a month." },
  },
  cost: (subject) => {
    const { usage } = subject;
    const reading = subject.inputs.list("rules");
    if (reading.state === "unknown")
      subject.gap(reading, "the rules are not known before deployment, so they are not counted");
    const rules = known(reading, []);
    const groups = rules.filter((rule) => known(rule.text("type"), "REGULAR") === "GROUP").length;
    const own = counted(subject, "rules", rules.length - groups);
    const line = (meter: string, description: string, quantity: Figure, unit: string): LineDraft => ({
      meter,
      description,
      category: "security",
      quantity,
      unit,
      price: { service: "awswaf", item: `${meter}/classic` },
    });
    return {
      lines: [
        line("web-acl", "Web ACL usage", counted(subject, "web ACL", 1, "months"), "months"),
        ...(rules.length > groups || usage.has("rule_group_rules")
          ? [
              line(
                "rule",
                "Rules",
                usage.has("rule_group_rules")
                  ? total("rules", "rules", [own, usage.quantity("rule_group_rules", "rules")])
                  : own,
                "rules",
              ),
            ]
          : []),
        ...(groups > 0 ? [line("rule-group", "Rule groups", counted(subject, "groups", groups), "groups")] : []),
        ...usageLines(subject, "awswaf", "security", [
          {
            meter: "requests",
            description: "Requests",
            usage: "monthly_requests",
            unit: "1M requests",
            per: 1_000_000,
            item: "requests/classic",
          },
        ]),
      ],
    };
  },
});
