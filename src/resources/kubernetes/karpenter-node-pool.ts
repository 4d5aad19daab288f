import { isPropertyMap } from "../../core/value.ts";
import { managementFee, runsAutoMode } from "../aws/parts/auto-mode.ts";
import { MACHINE_USAGE, machineCost } from "../aws/parts/machine.ts";
import { defineFamily, type LineDraft, type Subject } from "../define.ts";
import { Inputs, known } from "../inputs.ts";
import { hoursOf } from "../quantities.ts";
import { type Place, placeOf } from "./place.ts";

const REQUIREMENTS = ["spec.template.spec.requirements", "spec.requirements"] as const;

/**
 * A Karpenter node pool starts machines by itself, which no plan shows. Its limits are a ceiling and never a cost; what
 * usage says of its nodes is priced.
 */
export const karpenterNodePool = defineFamily({
  pattern: /^kubernetes:karpenter\.(sh|k8s\.aws)\/[^:]+:(NodePool|Provisioner)$/,
  title: "Karpenter node pool",
  source: "https://karpenter.sh/docs/concepts/nodepools/",
  compute: true,
  usage: {
    ...MACHINE_USAGE,
    instances: { unit: "instances", description: "Nodes that it runs, on average over the month." },
    instance_type: { unit: "text", description: "Their type, where its requirements leave it open." },
  },
  cost: (subject) => {
    sayLimits(subject);
    const { usage } = subject;
    const type = usage.text("instance_type") ?? valuesOf(subject, "node.kubernetes.io/instance-type")[0];
    const count = usage.quantity("instances", "instances");
    const place = placeOf(subject);
    if (type === undefined || count.value === null || place.kind !== "eks") {
      subject.gap(
        "spec",
        `Karpenter starts machines that no plan shows: ${place.kind === "eks" ? "state those you expect as usage instances and instance_type" : "price the plan that has its cluster, or declare the nodes you expect as a node group"}`,
        true,
      );
      return { lines: [] };
    }
    return nodesOf({ ...subject, region: place.cluster.region }, type, place);
  },
});

const nodesOf = (subject: Subject, type: string, { cluster }: Extract<Place, { readonly kind: "eks" }>) => {
  const spot = valuesOf(subject, "karpenter.sh/capacity-type")[0] === "spot";
  const count = subject.usage.quantity("instances", "instances");
  const hours = hoursOf(subject, count);
  subject.assume("The disks of its nodes are not counted.");
  const { lines, capacity } = machineCost(subject, {
    instanceType: { state: "known", value: type },
    tenancy: { state: "absent" },
    purchase: spot ? "spot" : "on-demand",
    count,
    hours,
    monitoring: false,
    ebsOptimized: false,
  });
  const managed = runsAutoMode(new Inputs(cluster.inputs, cluster.urn)) ? [managementFee(type, hours)] : [];
  const inRegion = (line: LineDraft): LineDraft => ({ ...line, price: { region: cluster.region, ...line.price } });
  return { lines: [...lines, ...managed].map(inRegion), ...(capacity && { capacity }) };
};

/** What a requirement allows, where it names values. */
const valuesOf = ({ inputs }: Subject, key: string): readonly string[] =>
  REQUIREMENTS.flatMap((path) => known(inputs.list(path), []))
    .filter((one) => known(one.text("key"), "") === key && known(one.text("operator"), "") === "In")
    .flatMap((one) => known(one.texts("values"), []));

const sayLimits = (subject: Subject): void => {
  const limits = known(subject.inputs.value("spec.limits"), null);
  if (limits === null || !isPropertyMap(limits)) return;
  const stated = Object.entries(limits).flatMap(([name, limit]) =>
    typeof limit === "string" || typeof limit === "number" ? [`${limit} ${name}`] : [],
  );
  if (stated.length > 0) subject.assume(`It may start machines up to ${stated.join(", ")}: a ceiling, not a cost.`);
};
