import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { plain } from "../../src/core/decimal.ts";
import type { AssessedResource } from "../../src/model/cost.ts";
import { settingsSchema } from "../../src/model/settings.ts";
import { assess } from "../../src/resources/assess.ts";
import { HARDWARE } from "./hardware.ts";
import { snapshotOf, urnOf, type WrittenResource } from "./snapshot.ts";

/** One case: a resource with its usage and neighbours, and what it is expected to use. The figures are worked out by hand. */
interface Case extends WrittenResource {
  readonly case: string;
  readonly usage?: Readonly<Record<string, number | string>>;
  readonly related?: readonly WrittenResource[];
  readonly facility?: Readonly<Record<string, unknown>>;
  readonly today?: string;
  /** Cost lines by meter: `730 hours of AmazonEC2 nat-gateway/hours`; `?` is an unknown quantity, `@ region` another region. */
  readonly lines?: Readonly<Record<string, string>>;
  readonly capacity?: string;
  /** What the accelerators' servers draw and what becomes of it: `7.65 kW, PUE 1.14, 400 g CO2e/kWh`. */
  readonly energy?: string;
  readonly free?: string;
  readonly error?: string;
  readonly assumes?: readonly string[];
  /** Gaps by property; a decisive one is marked `decides`. */
  readonly gaps?: Readonly<Record<string, "decides" | "noted">>;
}

const folder = new URL("./cases/", import.meta.url);

const described = ({ assessment }: AssessedResource): Partial<Case> => {
  if (assessment.kind !== "lines") return assessment.kind === "free" ? { free: assessment.reason } : {};
  const { lines, capacity, gaps } = assessment;
  const round = (value: { toSignificantDigits: (digits: number) => Parameters<typeof plain>[0] } | null): string =>
    value === null ? "?" : plain(value.toSignificantDigits(8));
  return {
    lines: Object.fromEntries(
      lines.map(({ meter, quantity, unit, query }) => {
        const place = query.region === "us-east-1" || query.vendor !== "aws" ? "" : ` @ ${query.region ?? "nowhere"}`;
        return [meter, `${round(quantity.value)} ${unit} of ${query.service} ${query.item}${place}`];
      }),
    ),
    ...(capacity && {
      capacity: `${round(capacity.count.value)} ${capacity.accelerator}, ${round(capacity.hours.value)} hours`,
    }),
    ...(gaps.length > 0 && {
      gaps: Object.fromEntries(gaps.map((gap) => [gap.property, gap.decisive ? "decides" : "noted"])),
    }),
  };
};

const energyOf = ({ assessment }: AssessedResource): string => {
  const { powerKw, pue, gridCarbon } = (assessment.kind === "lines" ? assessment.capacity : undefined) ?? {};
  const shown = (figure: typeof powerKw): string => (figure?.value ? plain(figure.value.toSignificantDigits(6)) : "?");
  return `${shown(powerKw)} kW, PUE ${shown(pue)}, ${shown(gridCarbon)} g CO2e/kWh`;
};

for (const file of readdirSync(folder).sort()) {
  const cases = parse(readFileSync(new URL(file, folder), "utf8")) as readonly Case[];
  describe(file.replace(".yaml", ""), () => {
    it.each(cases.map((one) => [one.case, one] as const))("%s", (_, one) => {
      const { usage, related = [], facility = {}, today = "2026-11-24", assumes = [] } = one;
      const settings = settingsSchema.parse({ facility, usage: usage === undefined ? {} : { [urnOf(one)]: usage } });
      const outcome = assess(snapshotOf([one, ...related]), { settings, hardware: HARDWARE, today });
      const subject = outcome.value.find(({ resource }) => resource.urn === urnOf(one));
      if (subject === undefined) throw new Error("the subject is not among the results");
      if (one.error !== undefined) {
        expect(outcome.diagnostics.map(({ message }) => message).join("; ")).toContain(one.error);
        return;
      }
      expect(outcome.diagnostics).toEqual([]);
      const { lines, capacity, free, gaps } = one;
      expect(described(subject)).toEqual({
        ...(lines && { lines }),
        ...(capacity && { capacity }),
        ...(free && { free }),
        ...(gaps && { gaps }),
      });
      if (one.energy !== undefined) expect(energyOf(subject)).toBe(one.energy);
      const said = subject.assessment.kind === "lines" ? subject.assessment.assumptions.join("\n") : "";
      for (const assumption of assumes) expect(said).toContain(assumption);
    });
  });
}
