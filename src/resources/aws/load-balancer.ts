import { Decimal } from "../../core/decimal.ts";
import { derive, type Figure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { counted, hoursOf } from "../quantities.ts";

interface Kind {
  readonly title: string;
  /** What one capacity unit carries, by usage key. Source: https://aws.amazon.com/elasticloadbalancing/pricing/ */
  readonly unitOf: Readonly<Record<string, number>>;
}

const KINDS: Readonly<Record<string, Kind>> = {
  application: {
    title: "Application load balancer",
    unitOf: { new_connections: 25, active_connections: 3000, processed_bytes_gb: 1, rule_evaluations: 1000 },
  },
  network: {
    title: "Network load balancer",
    unitOf: { new_connections: 800, active_connections: 100_000, processed_bytes_gb: 1 },
  },
  gateway: {
    title: "Gateway load balancer",
    unitOf: { new_connections: 600, active_connections: 60_000, processed_bytes_gb: 1 },
  },
};

/**
 * Usage counted over a month; active connections are an average. The comments of Infracost's example file call new
 * connections and evaluations rates per second, but what it computes takes a month's count, and so do we.
 */
const PER_SECOND: ReadonlySet<string> = new Set(["new_connections", "rule_evaluations"]);
const SECONDS_PER_HOUR = 3600;

/** An application, network or gateway load balancer: its hours, its capacity units, its public addresses. */
export const loadBalancer = defineResource({
  type: "aws:lb/loadBalancer:LoadBalancer",
  title: "Load balancer",
  source: "https://aws.amazon.com/elasticloadbalancing/pricing/",
  usage: {
    new_connections: { unit: "connections", description: "New connections in a month, not per second." },
    active_connections: { unit: "connections", description: "Connections that are open on average." },
    processed_bytes_gb: { unit: "GB", description: "Data that passes it in a month." },
    rule_evaluations: { unit: "evaluations", description: "Rules evaluated in a month, beyond ten a request." },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const name = subject.orAssume(inputs.text("loadBalancerType"), "application", "load balancer type");
    const kind = KINDS[name];
    if (kind === undefined)
      throw inputs.error(
        "loadBalancerType",
        `must be one of ${Object.keys(KINDS).join(", ")}, not ${JSON.stringify(name)}`,
      );
    const lines: LineDraft[] = [
      {
        meter: "hours",
        description: kind.title,
        category: "network",
        quantity: subject.hoursPerMonth,
        unit: "hours",
        price: { service: "AWSELB", item: `${name}/hours` },
      },
      {
        meter: "capacity-units",
        description: "Load balancer capacity units",
        category: "network",
        quantity: capacityUnits(subject, kind),
        unit: "LCU",
        usageBased: true,
        price: { service: "AWSELB", item: `${name}/capacity-units` },
      },
    ];
    if (inputs.value("minimumLoadBalancerCapacity").state !== "absent")
      subject.gap(
        "minimumLoadBalancerCapacity",
        "the capacity that it reserves is charged besides, and is not counted",
      );
    return { lines: [...lines, ...addressLines(subject)] };
  },
});

/** The name that older programs use. */
export const albLoadBalancer = defineResource({ ...loadBalancer, type: "aws:alb/loadBalancer:LoadBalancer" });
export const applicationLoadBalancer = defineResource({
  ...loadBalancer,
  type: "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
});

/** Capacity units of an average hour: the dimension that needs most of them. */
const capacityUnits = (subject: Subject, { unitOf }: Kind): Figure => {
  const stated = Object.keys(unitOf).filter((key) => subject.usage.has(key));
  if (stated.length === 0) return subject.usage.quantity("processed_bytes_gb", "LCU");
  const quantities = stated.map((key) => subject.usage.quantity(key, "1"));
  return derive(
    "capacity units",
    "LCU",
    "the most of each dimension ÷ what one unit carries",
    [subject.hoursPerMonth, ...quantities],
    (hours, ...values) =>
      Decimal.max(
        ...values.map((value, index) => {
          const key = stated[index] ?? "";
          const inAnHour = key === "active_connections" ? value : value.div(hours);
          return (PER_SECOND.has(key) ? inAnHour.div(SECONDS_PER_HOUR) : inAnHour).div(unitOf[key] ?? 1);
        }),
      ),
  );
};

/** An internet-facing balancer has one public address in each of its subnets; those of other plans cannot be seen. */
const addressLines = (subject: Subject): LineDraft[] => {
  if (known(subject.inputs.flag("internal"), false)) return [];
  const subnets = subject.neighbours.referred(subject.resource, "subnets", "aws:ec2/subnet:Subnet");
  if (subnets.length === 0) {
    subject.assume("Its public IPv4 addresses, one in each zone, are not counted: its subnets are not in this plan.");
    return [];
  }
  return [
    {
      meter: "public-ipv4",
      description: "Public IPv4 addresses (in use)",
      category: "network",
      quantity: hoursOf(subject, counted(subject, "addresses", subnets.length)),
      unit: "hours",
      price: { service: "AmazonVPC", item: "public-ipv4/in-use" },
    },
  ];
};
