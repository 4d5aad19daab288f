import { type Figure, unknownFigure } from "../../../core/figure.ts";
import type { Capacity } from "../../../model/cost.ts";
import type { LineDraft, Subject } from "../../define.ts";
import type { Reading } from "../../inputs.ts";
import { capacityOf } from "./capacity.ts";

/** What SageMaker charges an instance for: each has a rate of its own. */
export type MlPurpose = "hosting" | "training" | "notebook";

/** So many equal instances of SageMaker. */
export interface MlInstances {
  readonly purpose: MlPurpose;
  readonly instanceType: Reading<string>;
  readonly count: Figure;
  /** Hours per month of all of them. */
  readonly hours: Figure;
  readonly usageBased?: boolean;
  readonly part?: string;
  readonly schedule?: LineDraft["schedule"];
}

/** Instances by the hour, with the accelerators that they bring. Types are EC2's behind `ml.`, their rates are not. */
export const mlInstances = (
  subject: Subject,
  { purpose, instanceType, count, hours, part, schedule, usageBased = false }: MlInstances,
): { readonly lines: readonly LineDraft[]; readonly capacity?: Capacity } => {
  const name = instanceType.state === "known" ? instanceType.value : null;
  if (name === null)
    subject.gap(
      instanceType.state === "unknown" ? instanceType : "instanceType",
      "the instance type is not known, so it cannot be priced",
      true,
    );
  else if (!/^ml\.[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(name))
    throw subject.inputs.error("instanceType", `must be an instance type as ml.g5.xlarge, not ${JSON.stringify(name)}`);
  const capacity = name === null ? undefined : capacityOf(subject, name.slice("ml.".length), count, hours);
  return {
    lines: [
      {
        meter: slugged("instance-hours", part),
        description: `Instance usage (SageMaker ${purpose}, ${name ?? "an unknown type"})`,
        ...(part !== undefined && { part }),
        category: "compute",
        quantity: name === null ? unknownFigure("instance hours", "hours", "the instance type is not known") : hours,
        unit: "hours",
        usageBased,
        price: { service: "AmazonSageMaker", item: `${purpose}/${name ?? "unknown"}` },
        ...(schedule && { schedule }),
      },
    ],
    ...(capacity && { capacity }),
  };
};

/** The disks of those instances, GB for a month. */
export const mlStorage = (purpose: MlPurpose, quantity: Figure, part?: string): LineDraft => ({
  meter: slugged("storage", part),
  description: `Storage (SageMaker ${purpose})`,
  ...(part !== undefined && { part }),
  category: "storage",
  quantity,
  unit: "GB",
  price: { service: "AmazonSageMaker", item: `${purpose}/storage` },
});

/** A meter that says which part of its resource it is of. */
export const slugged = (meter: string, part?: string): string =>
  part === undefined ? meter : `${part.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}-${meter}`;
