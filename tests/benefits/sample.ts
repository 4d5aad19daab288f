import { type Figure, stated, unknownFigure } from "../../src/core/figure.ts";
import type { Demand } from "../../src/model/demand.ts";
import type { PlanResource, Snapshot } from "../../src/model/plan.ts";
import { type Settings, settingsSchema } from "../../src/model/settings.ts";
import { INFERENCE_SERVICE } from "../../src/model/specification.ts";

/** Tokens a month; `null` is unknown. */
export interface Served {
  readonly input: number | null;
  readonly output: number | null;
}

const URN = `urn:pulumi:dev::ml::${INFERENCE_SERVICE}::chat`;

const tokens = (name: string, value: number | null): Figure =>
  value === null
    ? unknownFigure(name, "tokens/month", "no traffic is stated")
    : stated(name, value, "tokens/month", "test");

/** An inference service "chat" that serves so many tokens. */
export const demand = ({ input, output }: Served): Demand => ({
  workloads: [
    {
      urn: URN,
      name: "chat",
      kind: "inference",
      cluster: null,
      acceleratorHours: stated("accelerator-hours", 730, "accelerator-hours/month", "test"),
      inputTokens: tokens("input tokens served", input),
      outputTokens: tokens("output tokens served", output),
      assumptions: [],
    },
  ],
});

const resource = (urn: string, type: string, name: string): PlanResource => ({
  urn,
  type,
  name,
  custom: false,
  external: false,
  region: null,
  inputs: {},
  propertyDependencies: {},
  aliases: [],
});

/** A side with the service "chat", a deployment of the same name, and a bucket "data". */
export const side: Snapshot = {
  completeness: "complete",
  missing: [],
  resources: [
    resource("urn:pulumi:dev::ml::kubernetes:apps/v1:Deployment::chat", "kubernetes:apps/v1:Deployment", "chat"),
    resource(URN, INFERENCE_SERVICE, "chat"),
    resource("urn:pulumi:dev::ml::aws:s3/bucket:Bucket::data", "aws:s3/bucket:Bucket", "data"),
  ],
};

/** Settings with the given benefits, read as rackrate.yaml is. */
export const settings = (...benefits: readonly unknown[]): Settings => settingsSchema.parse({ benefits });
