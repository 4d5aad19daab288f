import { assumed, derive, type Figure, unknownFigure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { CAPACITY_BLOCK } from "./parts/capacity-reserved.ts";
import { consumersOf } from "./parts/consumers.ts";

/** EC2 Capacity Blocks are sold for at most 182 days (Amazon EC2 User Guide, "Capacity Blocks for ML"). */
const UNSTATED_TERM_DAYS = 30;
const DAYS_PER_MONTH = "30.4375";

/**
 * A capacity block for ML: accelerators for a stated time, paid in advance. The fee belongs to an offering and is on no
 * price list, so usage states it; else the machines in the block are priced at the list's rate for capacity blocks.
 */
export const capacityBlock = defineResource({
  type: CAPACITY_BLOCK,
  title: "Capacity block",
  source: "https://aws.amazon.com/ec2/capacityblocks/pricing/",
  compute: true,
  usage: {
    upfront_fee_usd: {
      unit: "USD",
      description: "The fee of the offering, as `aws ec2 describe-capacity-block-offerings` shows it.",
    },
    duration_days: { unit: "days", description: "How many days the block lasts; the fee is spread over them." },
  },
  cost: (subject) => {
    if (subject.usage.has("upfront_fee_usd"))
      return { lines: [feeLine(subject, subject.usage.quantity("upfront_fee_usd", "USD"))] };
    const consumers = consumersOf(subject);
    if (consumers.length > 0)
      return {
        free: `its fee is not stated; its machines are priced by the hour in ${consumers.map(({ name }) => name).join(", ")}`,
      };
    subject.gap(
      "capacityBlockOfferingId",
      "the offering's fee is on no price list: state it as usage upfront_fee_usd",
      true,
    );
    return { lines: [feeLine(subject, unknownFigure("upfront fee", "USD", "usage upfront_fee_usd is not stated"))] };
  },
});

const feeLine = (subject: Subject, fee: Figure): LineDraft => ({
  meter: "upfront-fee",
  description: "Capacity block fee, paid in advance",
  category: "compute",
  quantity: fee,
  unit: "USD",
  usageBased: true,
  price: { service: "AmazonEC2", region: "global", item: "capacity-block/stated-fee" },
  schedule: {
    kind: "prepaid",
    once: true,
    termMonths: derive("term", "months", `days ÷ ${DAYS_PER_MONTH}`, [daysOf(subject)], (days) =>
      days.div(DAYS_PER_MONTH),
    ),
  },
});

const daysOf = (subject: Subject): Figure => {
  if (subject.usage.has("duration_days")) return subject.usage.quantity("duration_days", "days");
  const because = `Its duration is not stated (usage duration_days): ${UNSTATED_TERM_DAYS} days.`;
  subject.assume(because);
  return assumed("duration", UNSTATED_TERM_DAYS, "days", because);
};
