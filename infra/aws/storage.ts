import { Repository } from "@pulumi/aws/ecr/repository.js";
import { LustreFileSystem } from "@pulumi/aws/fsx/lustreFileSystem.js";
import { Bucket } from "@pulumi/aws/s3/bucket.js";
import { BucketLifecycleConfiguration } from "@pulumi/aws/s3/bucketLifecycleConfiguration.js";
import { BucketPublicAccessBlock } from "@pulumi/aws/s3/bucketPublicAccessBlock.js";
import { BucketServerSideEncryptionConfiguration } from "@pulumi/aws/s3/bucketServerSideEncryptionConfiguration.js";
import { BucketVersioning } from "@pulumi/aws/s3/bucketVersioning.js";
import { ComponentResource, type ComponentResourceOptions, type Input, type Output } from "@pulumi/pulumi";
import { z } from "zod";

/** A Lustre file system. Capacities come in steps: 1,200 GiB, then multiples of 2,400. Source: FSx for Lustre user guide. */
export const lustreSchema = z.strictObject({
  capacityGib: z
    .number()
    .int()
    .refine((gib) => gib === 1200 || (gib > 0 && gib % 2400 === 0), "must be 1200 or a multiple of 2400"),
  /** Scratch is for data that can be fetched again; persistent is replicated. */
  deployment: z.enum(["scratch", "persistent"]).default("persistent"),
  /** MB/s per TiB of a persistent SSD file system. */
  throughputPerTib: z.union([z.literal(125), z.literal(250), z.literal(500), z.literal(1000)]).default(250),
});
export type LustreArgs = z.output<typeof lustreSchema>;

export interface StorageArgs {
  readonly keyArn: Input<string>;
  readonly subnetId: Input<string>;
  readonly securityGroupId: Input<string>;
  readonly lustre: LustreArgs | undefined;
  /** After how many days a replaced or deleted checkpoint is gone for good. */
  readonly oldCheckpointDays: number;
}

/** Where data lives: private, versioned, encrypted buckets, a Lustre file system near the nodes, and a registry of images. */
export class Storage extends ComponentResource {
  /** Of data, checkpoints and models. */
  readonly bucketArns: readonly Output<string>[];
  /** Name of the bucket that serving loads its weights from. */
  readonly modelBucketName: Output<string>;
  readonly imageRepositoryUrl: Output<string>;
  /** Absent where no Lustre file system was asked for. */
  readonly fileSystem: LustreFileSystem | undefined;

  constructor(name: string, args: StorageArgs, options?: ComponentResourceOptions) {
    super("rackrate:infra:Storage", name, {}, options);
    const child = { parent: this };
    const data = this.bucket(`${name}-data`, args);
    const checkpoints = this.bucket(`${name}-checkpoints`, args);
    const models = this.bucket(`${name}-models`, args);
    this.bucketArns = [data.arn, checkpoints.arn, models.arn];
    this.modelBucketName = models.bucket;
    new BucketLifecycleConfiguration(
      `${name}-checkpoints`,
      {
        bucket: checkpoints.id,
        rules: [
          {
            id: "old-checkpoints",
            status: "Enabled",
            filter: { prefix: "" },
            noncurrentVersionExpiration: { noncurrentDays: args.oldCheckpointDays },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      child,
    );
    this.fileSystem = args.lustre && this.lustre(name, args.lustre, args);
    const images = new Repository(
      name,
      {
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: args.keyArn }],
      },
      child,
    );
    this.imageRepositoryUrl = images.repositoryUrl;
    this.registerOutputs({ modelBucketName: this.modelBucketName, imageRepositoryUrl: this.imageRepositoryUrl });
  }

  private bucket(name: string, args: StorageArgs): Bucket {
    const bucket = new Bucket(name, {}, { parent: this });
    const child = { parent: bucket };
    new BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } }, child);
    new BucketServerSideEncryptionConfiguration(
      name,
      {
        bucket: bucket.id,
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: args.keyArn },
            // One data key a bucket instead of one an object: far fewer key requests.
            bucketKeyEnabled: true,
          },
        ],
      },
      child,
    );
    new BucketPublicAccessBlock(
      name,
      {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      child,
    );
    return bucket;
  }

  private lustre(name: string, lustre: LustreArgs, args: StorageArgs): LustreFileSystem {
    const persistent = lustre.deployment === "persistent";
    return new LustreFileSystem(
      name,
      {
        storageCapacity: lustre.capacityGib,
        storageType: "SSD",
        deploymentType: persistent ? "PERSISTENT_2" : "SCRATCH_2",
        ...(persistent && { perUnitStorageThroughput: lustre.throughputPerTib, kmsKeyId: args.keyArn }),
        dataCompressionType: "LZ4",
        subnetIds: args.subnetId,
        securityGroupIds: [args.securityGroupId],
      },
      { parent: this },
    );
  }
}
