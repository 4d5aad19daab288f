import type { Diagnostic } from "../core/diagnostic.ts";
import type { Figure } from "../core/figure.ts";
import type { WorkloadDemand } from "../model/demand.ts";
import type { BenefitSetting } from "../model/settings.ts";
import type { StatedNumber } from "../model/stated-number.ts";

export type BenefitKind = BenefitSetting["kind"];

/** What one kind of benefit is stated by. */
export type SettingOf<Kind extends BenefitKind> = Extract<BenefitSetting, { kind: Kind }>;

/** What a benefit may look at besides its own setting. */
export interface BenefitContext {
  /** A stated number as a figure. `field` is its path inside the benefit, as `activities[0].hoursEach`; with it goes the place in rackrate.yaml. */
  readonly read: (field: string, number: StatedNumber, name: string, unit: string) => Figure;
  /** ISO 4217: what the settings state money in. */
  readonly currency: string;
  /** The workload that the benefit names; absent where it names none, or a resource that is no workload. */
  readonly workload: WorkloadDemand | undefined;
  /** Says what is wrong or doubtful about a field. */
  readonly report: (diagnostic: Pick<Diagnostic, "severity" | "code" | "message" | "hint">, field?: string) => void;
}

/** One kind of benefit: what it earns in a month at its full height. */
export interface BenefitDefinition<Kind extends BenefitKind> {
  readonly kind: Kind;
  readonly label: (setting: SettingOf<Kind>) => string;
  /** Money per month, never negative; `null` where the setting cannot be counted, which was reported as an error. */
  readonly perMonth: (setting: SettingOf<Kind>, context: BenefitContext) => Figure | null;
}

/** Declares a kind of benefit; it counts once it stands in the list of benefits.ts. */
export const defineBenefit = <Kind extends BenefitKind>(definition: BenefitDefinition<Kind>): BenefitDefinition<Kind> =>
  Object.freeze(definition);
