import { product } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { known } from "../inputs.ts";
import { declared } from "../quantities.ts";
import { claimedDisk, isBound } from "./persistent-volume-claim.ts";
import { placeOf } from "./place.ts";
import { kubernetesWorkload } from "./workload.ts";

/** A set of pods that keep their storage: each replica has a disk for each of the set's claims. */
export const statefulSet = defineResource({
  type: "kubernetes:apps/v1:StatefulSet",
  title: "Kubernetes StatefulSet",
  source: "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/",
  ...(kubernetesWorkload.compute !== undefined && { compute: kubernetesWorkload.compute }),
  cost: (subject) => {
    const pods = kubernetesWorkload.cost(subject);
    const lines = diskLines(subject);
    return lines.length === 0 ? pods : { ...("lines" in pods && pods), lines };
  },
});

const diskLines = (subject: Subject): LineDraft[] => {
  const place = placeOf(subject);
  if (place.kind !== "eks") return [];
  const { inputs } = subject;
  const claims = inputs.list("spec.volumeClaimTemplates");
  if (claims.state === "unknown") subject.gap(claims, "the storage of its pods is not known before deployment");
  const made = known(claims, []).filter((claim) => !isBound(claim));
  if (made.length === 0) return [];
  const replicas = declared(subject, inputs.count("spec.replicas"), {
    name: "replicas",
    unit: "replicas",
    otherwise: { value: 1, because: "No number of replicas is stated: one." },
  });
  return made.map((claim, index) => {
    const disk = claimedDisk(subject, claim, place.cluster.region);
    const part = known(claim.text("metadata.name"), `claim ${index}`);
    return {
      ...disk,
      meter: `claim-${index}-storage`,
      part,
      quantity: product("storage", "GB", [replicas, disk.quantity]),
    };
  });
};
