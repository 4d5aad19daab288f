import { stated } from "../../core/figure.ts";
import { defineResource, type LineDraft } from "../define.ts";
import { known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { firstStated } from "./parts/launch.ts";
import { reservationOf } from "./parts/purchase.ts";

/** A dedicated host: its hours by family. What runs on it costs no hours of its own. */
export const dedicatedHost = defineResource({
  type: "aws:ec2/dedicatedHost:DedicatedHost",
  title: "Dedicated host",
  source: "https://aws.amazon.com/ec2/dedicated-hosts/pricing/",
  compute: true,
  usage: {
    reserved_instance_term: { unit: "text", description: "1_year or 3_year" },
    reserved_instance_payment_option: { unit: "text", description: "no_upfront, partial_upfront or all_upfront" },
  },
  cost: (subject) => {
    const { inputs } = subject;
    const reading = firstStated([inputs.text("instanceFamily"), inputs.text("instanceType")]);
    if (reading.state !== "known")
      subject.gap(reading.state === "unknown" ? reading : "instanceFamily", "the host's family is not known", true);
    const family = known(reading, "unknown").split(".")[0] ?? "unknown";
    const reservation = reservationOf(subject, false);
    const lines: LineDraft[] = [];
    if (reservation?.hourly ?? true) {
      lines.push({
        meter: "hours",
        description: `EC2 Dedicated Host (${reservation ? "reserved" : "on-demand"}, ${family})`,
        category: "compute",
        quantity: subject.hoursPerMonth,
        unit: "hours",
        price: { service: "AmazonEC2", item: `host/${family}/${reservation?.item ?? "on-demand"}` },
      });
    }
    if (reservation?.upfront) {
      lines.push({
        meter: "reservation-upfront",
        description: `Reservation fee (${family} host)`,
        category: "compute",
        quantity: counted(subject, "reservations", 1),
        unit: "reservations",
        price: { service: "AmazonEC2", item: `host/${family}/${reservation.item}-fee` },
        schedule: {
          kind: "prepaid",
          termMonths: stated("reservation term", reservation.months, "months", "usage reserved_instance_term"),
        },
      });
    }
    return { lines };
  },
});
