import { type Figure, product, total } from "../../../core/figure.ts";
import type { Capacity } from "../../../model/cost.ts";
import type { Subject } from "../../define.ts";
import { counted } from "../../quantities.ts";
import { energyOf } from "./server-power.ts";

/** The accelerators that so many instances of a type hold; none for most types. */
export const capacityOf = (subject: Subject, type: string, count: Figure, hours: Figure): Capacity | undefined => {
  const { hardware } = subject;
  const instanceType = hardware.instanceType(type);
  if (!instanceType?.accelerator) return undefined;
  const { accelerator, source } = instanceType;
  const each: Figure = { ...counted(subject, `accelerators of ${type}`, accelerator.count, "accelerators"), source };
  const used = product("accelerator-hours", "accelerator-hours", [hours, each]);
  const { catalogueName } = accelerator;
  return {
    accelerator: catalogueName ?? accelerator.name,
    count: product("accelerators", "accelerators", [count, each]),
    hours: used,
    ...energyOf(subject, catalogueName === null ? null : hardware.accelerator(catalogueName), used),
  };
};

/** What machines bring together, where they hold the same accelerator; the first where they do not. */
export const joined = (capacities: readonly Capacity[]): Capacity | undefined => {
  const [first, ...rest] = capacities;
  if (first === undefined || rest.length === 0) return first;
  const same = [first, ...rest.filter(({ accelerator }) => accelerator === first.accelerator)];
  const powers = same.flatMap(({ powerKw }) => powerKw ?? []);
  return {
    ...first,
    count: total(
      "accelerators",
      "accelerators",
      same.map(({ count }) => count),
    ),
    hours: total(
      "accelerator-hours",
      "accelerator-hours",
      same.map(({ hours }) => hours),
    ),
    ...(powers.length > 0 && { powerKw: total("average power of the servers", "kW", powers) }),
  };
};
