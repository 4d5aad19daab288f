import { product, total } from "../core/figure.ts";
import { defineBenefit } from "./define-benefit.ts";

/** Hours of people's work that automation saves: deployments, fault handling, scaling. */
export const automatedOperations = defineBenefit({
  kind: "automated-operations",
  label: ({ activities }) => `Work saved: ${activities.map((activity) => activity.name).join(", ")}`,
  perMonth: ({ activities, costPerHour }, { read, currency }) => {
    const hours = activities.map((activity, index) =>
      product(`hours saved on ${activity.name}`, "hours/month", [
        read(`activities[${index}].timesPerMonth`, activity.timesPerMonth, "times a month", "times/month"),
        read(`activities[${index}].hoursEach`, activity.hoursEach, "hours each time", "hours"),
        read(`activities[${index}].savedShare`, activity.savedShare, "share that is saved", "1"),
      ]),
    );
    return product("worth of work saved", `${currency}/month`, [
      total("hours saved", "hours/month", hours),
      read("costPerHour", costPerHour, "cost of an hour's work", `${currency}/hour`),
    ]);
  },
});
