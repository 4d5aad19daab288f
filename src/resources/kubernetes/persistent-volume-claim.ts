import { Decimal } from "../../core/decimal.ts";
import { type Figure, unknownFigure } from "../../core/figure.ts";
import { defineResource, type LineDraft, type Subject } from "../define.ts";
import { type Inputs, known } from "../inputs.ts";
import { counted } from "../quantities.ts";
import { placeOf } from "./place.ts";

/** Bytes of Kubernetes' binary and decimal suffixes. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
const SUFFIXES: Readonly<Record<string, string>> = {
  "": "1",
  k: "1e3",
  M: "1e6",
  G: "1e9",
  T: "1e12",
  P: "1e15",
  Ki: "1024",
  Mi: "1048576",
  Gi: "1073741824",
  Ti: "1099511627776",
  Pi: "1125899906842624",
};
const BYTES_PER_GIB = "1073741824";

/** A claim on storage. On EKS its class makes an EBS volume; on premises the cluster's storage holds it already. */
export const persistentVolumeClaim = defineResource({
  type: "kubernetes:core/v1:PersistentVolumeClaim",
  title: "Persistent volume claim",
  source: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/",
  cost: (subject) => {
    const { inputs } = subject;
    const spec = inputs.value("spec");
    if (spec.state === "unknown") subject.gap(spec, "what it asks for is not known before deployment");
    if (isBound(inputs)) return { free: "the storage behind its volume is priced where it is declared" };
    const place = placeOf(subject);
    if (place.kind === "on-premises") return { free: "held by the cluster's shared storage" };
    if (place.kind === "elsewhere") return { free: "its cluster is in another plan, and so is its storage" };
    return { lines: [claimedDisk(subject, inputs, place.cluster.region)] };
  },
});

/** Whether a claim takes a volume that is there, so that no class makes one for it. */
export const isBound = (claim: Inputs): boolean =>
  claim.value("spec.volumeName").state !== "absent" || known(claim.text("spec.storageClassName"), "default") === "";

/** The disk that EKS makes for a claim. */
export const claimedDisk = (subject: Subject, claim: Inputs, region: string | null): LineDraft => {
  subject.assume("Its storage class makes an EBS gp3 volume of the size it asks for.");
  return {
    meter: "storage",
    description: "Storage (general purpose SSD, gp3)",
    category: "storage",
    quantity: sizeGib(subject, claim),
    unit: "GB",
    price: { service: "AmazonEC2", region, item: "volume/gp3/storage" },
  };
};

const sizeGib = (subject: Subject, claim: Inputs): Figure => {
  const reading = claim.text("spec.resources.requests.storage");
  if (reading.state !== "known") {
    subject.gap(
      reading.state === "unknown" ? reading : "spec.resources.requests.storage",
      "the size it asks for is not known",
    );
    return unknownFigure("requested size", "GB", "the size it asks for is not known");
  }
  const [, digits = "", suffix = ""] = /^(\d+(?:\.\d+)?)([a-zA-Z]*)$/.exec(reading.value) ?? [];
  const bytes = SUFFIXES[suffix];
  if (digits === "" || bytes === undefined) {
    throw claim.error(
      "spec.resources.requests.storage",
      `must be a quantity as 100Gi, not ${JSON.stringify(reading.value)}`,
    );
  }
  return counted(subject, "requested size", new Decimal(digits).times(bytes).div(BYTES_PER_GIB), "GB");
};
