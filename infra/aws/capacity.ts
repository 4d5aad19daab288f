import { CapacityBlockReservation } from "@pulumi/aws/ec2/capacityBlockReservation.js";
import { CapacityReservation } from "@pulumi/aws/ec2/capacityReservation.js";
import type { Input, Resource } from "@pulumi/pulumi";
import { z } from "zod";

/** How accelerator nodes are bought, with what only that way needs. */
export const purchaseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("on-demand") }),
  /** Capacity held, and paid, whether it is used or not. */
  z.strictObject({ kind: z.literal("capacity-reservation"), availabilityZone: z.string().min(1) }),
  /** A block of accelerators for a fixed term, paid in advance; its offering is found with `aws ec2 describe-capacity-block-offerings`. */
  z.strictObject({
    kind: z.literal("capacity-block"),
    offeringId: z.string().regex(/^cb-[0-9a-f]+$/, "must be the id of an offering: cb-…"),
  }),
  z.strictObject({ kind: z.literal("spot") }),
]);
export type PurchaseArgs = z.output<typeof purchaseSchema>;

/** What a purchase means for the node group and its launch template. */
export interface Capacity {
  readonly capacityType: "ON_DEMAND" | "SPOT" | "CAPACITY_BLOCK";
  readonly reservationId?: Input<string>;
}

/** Buys the capacity that a purchase needs beforehand. */
export const acquire = (
  name: string,
  purchase: PurchaseArgs,
  instances: { readonly type: string; readonly count: number },
  parent: Resource,
): Capacity => {
  switch (purchase.kind) {
    case "on-demand":
      return { capacityType: "ON_DEMAND" };
    case "spot":
      return { capacityType: "SPOT" };
    case "capacity-reservation": {
      const reservation = new CapacityReservation(
        name,
        {
          instanceType: instances.type,
          instancePlatform: "Linux/UNIX",
          instanceCount: instances.count,
          availabilityZone: purchase.availabilityZone,
          instanceMatchCriteria: "targeted",
          endDateType: "unlimited",
        },
        { parent },
      );
      return { capacityType: "ON_DEMAND", reservationId: reservation.id };
    }
    case "capacity-block": {
      const block = new CapacityBlockReservation(
        name,
        { capacityBlockOfferingId: purchase.offeringId, instancePlatform: "Linux/UNIX" },
        { parent },
      );
      return { capacityType: "CAPACITY_BLOCK", reservationId: block.id };
    }
  }
};
