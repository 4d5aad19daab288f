import { type Config, RunError } from "@pulumi/pulumi";
import { z } from "zod";

const model = z.strictObject({ name: z.string(), parametersB: z.number(), activeParametersB: z.number().optional() });

const workloads = {
  /** The model that is tuned and served. */
  model: model.default({ name: "Llama-3.3-70B", parametersB: 70.6 }),
  accelerator: z.string().default("H100-SXM5-80GB"),
  training: z
    .strictObject({
      tokensB: z.number().default(20),
      runsPerMonth: z.number().default(1),
      accelerators: z.number().default(16),
    })
    .prefault({}),
  inference: z
    .strictObject({
      acceleratorsPerReplica: z.number().default(4),
      minReplicas: z.number().default(2),
      maxReplicas: z.number().default(4),
    })
    .prefault({}),
};

const schema = z.discriminatedUnion("platform", [
  z
    .strictObject({
      platform: z.literal("aws"),
      instanceType: z.string().default("p5.48xlarge"),
      nodes: z.number().default(4),
      purchase: z.enum(["on-demand", "capacity-reservation", "capacity-block", "spot"]).default("on-demand"),
      /** Id of a capacity block's offering; needed for that purchase alone. */
      capacityBlockOfferingId: z.string().optional(),
      availabilityZones: z.array(z.string()).min(1).default(["us-east-1a", "us-east-1b"]),
      lustreGib: z.number().default(19200),
      ...workloads,
    })
    .refine((given) => given.purchase !== "capacity-block" || given.capacityBlockOfferingId !== undefined, {
      path: ["capacityBlockOfferingId"],
      message: "must be the id of the offering, since the purchase is a capacity block",
    }),
  z.strictObject({
    platform: z.literal("on-premises"),
    server: z.string().default("DGX H100"),
    servers: z.number().default(4),
    storageTib: z.number().default(100),
    storageProvisioner: z.string().default("csi.weka.io"),
    /** Context of the local kubeconfig; its current one where absent. */
    kubernetesContext: z.string().optional(),
    ...workloads,
  }),
]);

export type ReferenceConfiguration = z.output<typeof schema>;

const KEYS = [...new Set(schema.options.flatMap((option) => Object.keys(option.shape)))];

/** The stack's configuration with every default filled in. Throws a `RunError` that names each wrong value by its key. */
export const readConfiguration = (config: Config): ReferenceConfiguration => {
  const given = Object.fromEntries(
    KEYS.flatMap((key) => {
      const text = config.get(key);
      return text === undefined ? [] : [[key, parseValue(text)]];
    }),
  );
  const result = schema.safeParse({ platform: "aws", ...given });
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${config.name}:${issue.path.join(".")}: ${issue.message}`);
  throw new RunError(`The stack's configuration is wrong:\n${problems.join("\n")}`);
};

/** Pulumi hands every value over as text: numbers and objects as JSON, words as they are. */
const parseValue = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
