import { Decimal, ONE, ZERO } from "../core/decimal.ts";
import { derive, type Figure, product } from "../core/figure.ts";
import { type BenefitContext, defineBenefit, type SettingOf } from "./define-benefit.ts";

type Setting = SettingOf<"avoided-downtime">;

/**
 * Share of incidents that are caught in time: as stated, else that of all signals together, 1 − Π(1 − recall). Signals are
 * taken to fail independently of each other, which is the best case; correlated signals catch less.
 */
const recallOf = ({ recall, signals }: Setting, read: BenefitContext["read"]): Figure | null => {
  if (recall !== undefined) return read("recall", recall, "recall", "1");
  if (signals === undefined || Object.keys(signals).length === 0) return null;
  const each = Object.entries(signals).map(([name, share]) => read(`signals.${name}`, share, `recall of ${name}`, "1"));
  const together = derive("recall of all signals", "1", "1 − Π(1 − recall)", each, (...shares) =>
    ONE.minus(shares.reduce((missed, share) => missed.times(ONE.minus(share)), ONE)),
  );
  return each.length === 1 ? together : { ...together, assumption: "signals fail independently of each other" };
};

/** Hours of outage that a failure prediction avoids, less what its false alarms cost. */
export const avoidedDowntime = defineBenefit({
  kind: "avoided-downtime",
  label: () => "Downtime avoided by failure prediction",
  perMonth: (setting, { read, currency, report }) => {
    const recall = recallOf(setting, read);
    if (recall === null) {
      report({
        severity: "error",
        code: "benefit-without-recall",
        message: `The benefit "${setting.id}" says neither its recall nor its signals.`,
        hint: "State `recall`, or `signals` with the recall of each: temperature, power, latency …",
      });
      return null;
    }
    const saved = product("cost of avoided outages", `${currency}/month`, [
      read("incidentsPerMonth", setting.incidentsPerMonth, "incidents", "incidents/month"),
      read("hoursPerIncident", setting.hoursPerIncident, "hours per incident", "hours/incident"),
      read("costPerHour", setting.costPerHour, "cost of an hour's outage", `${currency}/hour`),
      recall,
    ]);
    const { falseAlarmsPerMonth, costPerFalseAlarm } = setting;
    if (falseAlarmsPerMonth === undefined && costPerFalseAlarm === undefined) return saved;
    if (falseAlarmsPerMonth === undefined || costPerFalseAlarm === undefined) {
      const missing = falseAlarmsPerMonth === undefined ? "falseAlarmsPerMonth" : "costPerFalseAlarm";
      report(
        {
          severity: "error",
          code: "false-alarms-half-stated",
          message: `The benefit "${setting.id}" states false alarms without ${missing}.`,
          hint: "State both falseAlarmsPerMonth and costPerFalseAlarm, or neither.",
        },
        missing,
      );
      return null;
    }
    const alarms = product("cost of false alarms", `${currency}/month`, [
      read("falseAlarmsPerMonth", falseAlarmsPerMonth, "false alarms", "alarms/month"),
      read("costPerFalseAlarm", costPerFalseAlarm, "cost of a false alarm", `${currency}/alarm`),
    ]);
    if (saved.value !== null && alarms.value?.gt(saved.value)) {
      report({
        severity: "warning",
        code: "false-alarms-exceed-benefit",
        message: `False alarms of "${setting.id}" cost more than the outages that it avoids; it counts as nothing, as if it were switched off.`,
      });
    }
    return derive(
      "worth of avoided downtime",
      `${currency}/month`,
      "max(0, cost of avoided outages − cost of false alarms)",
      [saved, alarms],
      (gain, loss) => Decimal.max(ZERO, gain!.minus(loss!)),
    );
  },
});
