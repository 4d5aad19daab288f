import { amazonCloudWatch } from "./AmazonCloudWatch.ts";
import { amazonDynamoDb } from "./AmazonDynamoDB.ts";
import { amazonEc2 } from "./AmazonEC2.ts";
import { amazonEfs } from "./AmazonEFS.ts";
import { amazonEks } from "./AmazonEKS.ts";
import { amazonElastiCache } from "./AmazonElastiCache.ts";
import { amazonFsx } from "./AmazonFSx.ts";
import { amazonRds } from "./AmazonRDS.ts";
import { amazonRoute53 } from "./AmazonRoute53.ts";
import { amazonS3 } from "./AmazonS3.ts";
import { amazonVpc } from "./AmazonVPC.ts";
import { awsElb } from "./AWSELB.ts";
import { awsLambda } from "./AWSLambda.ts";
import { amazonEcs, amazonSageMaker } from "./compute-services.ts";
import { amazonDocDb, amazonEs, amazonMsk, amazonNeptune } from "./document-databases.ts";
import { amazonEcr, amazonSns, awsDataTransfer, awsQueueService } from "./messaging-services.ts";
import { amazonPrometheus, awsCloudTrail, awsConfig } from "./monitoring-services.ts";
import type { ServiceMapping } from "./rule.ts";
import { awsKms, awsSecretsManager, awsWaf } from "./security-services.ts";

/** Every service whose offers can be read. A new one: its file, and its line here. */
export const MAPPINGS: ReadonlyMap<string, ServiceMapping> = new Map(
  [
    amazonEc2,
    amazonVpc,
    awsElb,
    amazonEks,
    amazonS3,
    amazonEfs,
    amazonFsx,
    amazonRds,
    amazonElastiCache,
    amazonDynamoDb,
    awsLambda,
    amazonCloudWatch,
    amazonEcr,
    amazonSns,
    awsQueueService,
    awsDataTransfer,
    awsKms,
    awsSecretsManager,
    awsWaf,
    amazonEcs,
    amazonSageMaker,
    amazonDocDb,
    amazonNeptune,
    amazonEs,
    amazonMsk,
    amazonRoute53,
    amazonPrometheus,
    awsCloudTrail,
    awsConfig,
  ].map((mapping) => [mapping.service, mapping]),
);
