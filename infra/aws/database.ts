import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { Instance } from "@pulumi/aws/rds/instance.js";
import { SubnetGroup } from "@pulumi/aws/rds/subnetGroup.js";
import { ComponentResource, type ComponentResourceOptions, type Input } from "@pulumi/pulumi";
import { z } from "zod";

export const databaseSchema = z.strictObject({
  instanceClass: z.string().startsWith("db.", "must be an RDS instance class: db.…").default("db.m6g.large"),
  storageGib: z.number().int().min(20).default(100),
  /** A standby in a second zone. */
  multiAz: z.boolean().default(true),
});
export type DatabaseArgs = z.output<typeof databaseSchema>;

export interface DatabasePlace {
  readonly vpcId: Input<string>;
  readonly subnetIds: Input<string>[];
  /** Who may connect. */
  readonly clientSecurityGroupId: Input<string>;
  readonly keyArn: Input<string>;
}

const POSTGRES_PORT = 5432;

/** PostgreSQL for requests, users and limits. RDS makes and rotates its password, so that no stack ever holds it. */
export class RequestDatabase extends ComponentResource {
  constructor(name: string, args: DatabaseArgs, place: DatabasePlace, options?: ComponentResourceOptions) {
    super("rackrate:infra:RequestDatabase", name, {}, options);
    const child = { parent: this };
    const group = new SecurityGroup(
      name,
      {
        description: `Database ${name}: from the nodes alone`,
        vpcId: place.vpcId,
        ingress: [
          {
            protocol: "tcp",
            fromPort: POSTGRES_PORT,
            toPort: POSTGRES_PORT,
            securityGroups: [place.clientSecurityGroupId],
          },
        ],
      },
      child,
    );
    const subnets = new SubnetGroup(name, { subnetIds: place.subnetIds }, child);
    new Instance(
      name,
      {
        engine: "postgres",
        engineVersion: "17",
        instanceClass: args.instanceClass,
        allocatedStorage: args.storageGib,
        storageType: "gp3",
        storageEncrypted: true,
        kmsKeyId: place.keyArn,
        multiAz: args.multiAz,
        username: "rackrate",
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: place.keyArn,
        dbSubnetGroupName: subnets.name,
        vpcSecurityGroupIds: [group.id],
        backupRetentionPeriod: 7,
        deletionProtection: true,
        finalSnapshotIdentifier: `${name}-final`,
      },
      child,
    );
    this.registerOutputs({});
  }
}
