import { amazonApiGateway } from "./AmazonApiGateway.ts";
import { amazonCloudFront } from "./AmazonCloudFront.ts";
import { amazonCloudWatch } from "./AmazonCloudWatch.ts";
import { amazonDynamoDb } from "./AmazonDynamoDB.ts";
import { amazonEc2 } from "./AmazonEC2.ts";
import { amazonEfs } from "./AmazonEFS.ts";
import { amazonEks } from "./AmazonEKS.ts";
import { amazonElastiCache } from "./AmazonElastiCache.ts";
import { amazonFsx } from "./AmazonFSx.ts";
import { amazonKinesis, amazonKinesisAnalytics, amazonKinesisFirehose } from "./AmazonKinesis.ts";
import { amazonLightsail } from "./AmazonLightsail.ts";
import { amazonMq } from "./AmazonMQ.ts";
import { amazonMwaa } from "./AmazonMWAA.ts";
import { amazonRds } from "./AmazonRDS.ts";
import { amazonRedshift } from "./AmazonRedshift.ts";
import { amazonRoute53 } from "./AmazonRoute53.ts";
import { amazonS3 } from "./AmazonS3.ts";
import { amazonVpc } from "./AmazonVPC.ts";
import { awsBackup } from "./AWSBackup.ts";
import { awsDatabaseMigrationSvc } from "./AWSDatabaseMigrationSvc.ts";
import { awsDirectoryService } from "./AWSDirectoryService.ts";
import { awsElb } from "./AWSELB.ts";
import { awsGlue } from "./AWSGlue.ts";
import { awsLambda } from "./AWSLambda.ts";
import { awsTransfer } from "./AWSTransfer.ts";
import { amazonEcs, amazonSageMaker } from "./compute-services.ts";
import { amazonDocDb, amazonEs, amazonMsk, amazonNeptune } from "./document-databases.ts";
import { amazonStates, awsEvents } from "./event-services.ts";
import { awsCloudFormation, awsSystemsManager, codeBuild } from "./management-services.ts";
import { amazonEcr, amazonSns, awsQueueService } from "./messaging-services.ts";
import { amazonGrafana, amazonPrometheus, awsCloudTrail, awsConfig } from "./monitoring-services.ts";
import { awsDataTransfer, awsDirectConnect, awsGlobalAccelerator, awsNetworkFirewall } from "./network-services.ts";
import type { ServiceMapping } from "./rule.ts";
import { awsCertificateManager, awsKms, awsSecretsManager, awsWaf, cloudHsm } from "./security-services.ts";

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
    amazonGrafana,
    awsBackup,
    amazonKinesis,
    amazonKinesisFirehose,
    amazonKinesisAnalytics,
    amazonRedshift,
    amazonApiGateway,
    amazonCloudFront,
    amazonStates,
    awsEvents,
    amazonMq,
    amazonMwaa,
    amazonLightsail,
    awsGlue,
    awsTransfer,
    awsDirectConnect,
    awsGlobalAccelerator,
    awsNetworkFirewall,
    awsDirectoryService,
    awsDatabaseMigrationSvc,
    awsSystemsManager,
    awsCloudFormation,
    codeBuild,
    awsCertificateManager,
    cloudHsm,
  ].map((mapping) => [mapping.service, mapping]),
);
