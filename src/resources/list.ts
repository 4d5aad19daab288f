import { apiGatewayRestApi } from "./aws/api-gateway-rest-api.ts";
import { apiGatewayStage } from "./aws/api-gateway-stage.ts";
import { apiGatewayV2Api } from "./aws/api-gateway-v2-api.ts";
import { auroraCluster } from "./aws/aurora-cluster.ts";
import { auroraInstance } from "./aws/aurora-instance.ts";
import { autoScalingGroup } from "./aws/auto-scaling-group.ts";
import { backupVault } from "./aws/backup-vault.ts";
import { batchComputeEnvironment } from "./aws/batch-compute-environment.ts";
import { capacityBlock } from "./aws/capacity-block.ts";
import { capacityReservation } from "./aws/capacity-reservation.ts";
import { certificate } from "./aws/certificate.ts";
import { classicLoadBalancer } from "./aws/classic-load-balancer.ts";
import { clientVpnEndpoint } from "./aws/client-vpn-endpoint.ts";
import { clientVpnNetworkAssociation } from "./aws/client-vpn-network-association.ts";
import { cloudformationStack } from "./aws/cloudformation-stack.ts";
import { cloudformationStackSet } from "./aws/cloudformation-stack-set.ts";
import { cloudfrontDistribution } from "./aws/cloudfront-distribution.ts";
import { cloudfrontFunction } from "./aws/cloudfront-function.ts";
import { cloudhsm } from "./aws/cloudhsm.ts";
import { cloudtrail } from "./aws/cloudtrail.ts";
import { cloudwatchDashboard } from "./aws/cloudwatch-dashboard.ts";
import { codebuildProject } from "./aws/codebuild-project.ts";
import { configOrganizationCustomRule } from "./aws/config-organization-custom-rule.ts";
import { configOrganizationManagedRule } from "./aws/config-organization-managed-rule.ts";
import { configRecorder } from "./aws/config-recorder.ts";
import { configRule } from "./aws/config-rule.ts";
import { dedicatedHost } from "./aws/dedicated-host.ts";
import { directConnectConnection } from "./aws/direct-connect-connection.ts";
import { directConnectGatewayAssociation } from "./aws/direct-connect-gateway-association.ts";
import { directory } from "./aws/directory.ts";
import { dmsReplicationInstance } from "./aws/dms-replication-instance.ts";
import { docdbCluster } from "./aws/docdb-cluster.ts";
import { docdbClusterSnapshot } from "./aws/docdb-cluster-snapshot.ts";
import { docdbInstance } from "./aws/docdb-instance.ts";
import { dynamodbTable } from "./aws/dynamodb-table.ts";
import { ebsSnapshot, ebsSnapshotCopy } from "./aws/ebs-snapshot.ts";
import { ebsVolume } from "./aws/ebs-volume.ts";
import { ecrRepository } from "./aws/ecr-repository.ts";
import { ecsService } from "./aws/ecs-service.ts";
import { efsFileSystem } from "./aws/efs-file-system.ts";
import { eip } from "./aws/eip.ts";
import { eksCluster } from "./aws/eks-cluster.ts";
import {
  eksClusterComponent,
  eksManagedNodeGroupComponent,
  eksNodeGroupComponent,
  eksNodeGroupV2Component,
} from "./aws/eks-components.ts";
import { elasticBeanstalkEnvironment } from "./aws/elastic-beanstalk-environment.ts";
import { elasticacheCluster } from "./aws/elasticache-cluster.ts";
import { elasticacheReplicationGroup } from "./aws/elasticache-replication-group.ts";
import { eventBus } from "./aws/event-bus.ts";
import { fargateProfile } from "./aws/fargate-profile.ts";
import { firehose } from "./aws/firehose.ts";
import { fleet } from "./aws/fleet.ts";
import { flinkApplication } from "./aws/flink-application.ts";
import { fsxLustre } from "./aws/fsx-lustre.ts";
import { fsxOpenZfs } from "./aws/fsx-openzfs.ts";
import { fsxWindows } from "./aws/fsx-windows.ts";
import { globalAccelerator } from "./aws/global-accelerator.ts";
import { globalAcceleratorEndpointGroup } from "./aws/global-accelerator-endpoint-group.ts";
import { glueCatalogDatabase } from "./aws/glue-catalog-database.ts";
import { glueCrawler } from "./aws/glue-crawler.ts";
import { glueJob } from "./aws/glue-job.ts";
import { grafanaWorkspace } from "./aws/grafana-workspace.ts";
import { instance, spotInstanceRequest } from "./aws/instance.ts";
import { kinesisAnalyticsApplication } from "./aws/kinesis-analytics-application.ts";
import { kinesisAnalyticsSnapshot } from "./aws/kinesis-analytics-snapshot.ts";
import { kinesisStream } from "./aws/kinesis-stream.ts";
import { kmsExternalKey, kmsKey, kmsReplicaKey } from "./aws/kms-key.ts";
import { lambdaFunction } from "./aws/lambda-function.ts";
import { lambdaProvisionedConcurrency } from "./aws/lambda-provisioned-concurrency.ts";
import { launchConfiguration, launchTemplate } from "./aws/launch-template.ts";
import { lightsailInstance } from "./aws/lightsail-instance.ts";
import { albLoadBalancer, applicationLoadBalancer, loadBalancer } from "./aws/load-balancer.ts";
import { logGroup } from "./aws/log-group.ts";
import { metricAlarm } from "./aws/metric-alarm.ts";
import { mqBroker } from "./aws/mq-broker.ts";
import { mskCluster } from "./aws/msk-cluster.ts";
import { mwaaEnvironment } from "./aws/mwaa-environment.ts";
import { natGateway } from "./aws/nat-gateway.ts";
import { neptuneCluster, neptuneInstance } from "./aws/neptune.ts";
import { neptuneClusterSnapshot } from "./aws/neptune-cluster-snapshot.ts";
import { networkFirewall } from "./aws/network-firewall.ts";
import { nodeGroup } from "./aws/node-group.ts";
import { privateCertificateAuthority } from "./aws/private-certificate-authority.ts";
import { prometheusScraper, prometheusWorkspace } from "./aws/prometheus-workspace.ts";
import { rdsInstance } from "./aws/rds-instance.ts";
import { redshiftCluster } from "./aws/redshift-cluster.ts";
import { route53HealthCheck } from "./aws/route53-health-check.ts";
import { route53Record } from "./aws/route53-record.ts";
import { route53ResolverEndpoint } from "./aws/route53-resolver-endpoint.ts";
import { route53Zone } from "./aws/route53-zone.ts";
import { s3Analytics } from "./aws/s3-analytics.ts";
import { s3Bucket, s3BucketV2 } from "./aws/s3-bucket.ts";
import { s3DirectoryBucket } from "./aws/s3-directory-bucket.ts";
import { s3Inventory } from "./aws/s3-inventory.ts";
import { sagemakerEndpoint } from "./aws/sagemaker-endpoint.ts";
import { sagemakerNotebook } from "./aws/sagemaker-notebook.ts";
import { sagemakerTrainingJob } from "./aws/sagemaker-training-job.ts";
import { savingsPlan } from "./aws/savings-plan.ts";
import { scalingTarget } from "./aws/scaling-target.ts";
import { elasticsearchDomain, openSearchDomain } from "./aws/search-domain.ts";
import { secret } from "./aws/secret.ts";
import { snsTopic } from "./aws/sns-topic.ts";
import { snsTopicSubscription } from "./aws/sns-topic-subscription.ts";
import { spotFleetRequest } from "./aws/spot-fleet-request.ts";
import { sqsQueue } from "./aws/sqs-queue.ts";
import { ssmActivation } from "./aws/ssm-activation.ts";
import { ssmParameter } from "./aws/ssm-parameter.ts";
import { stateMachine } from "./aws/step-functions.ts";
import { trafficMirrorSession } from "./aws/traffic-mirror-session.ts";
import { transferServer } from "./aws/transfer-server.ts";
import { transitGatewayPeeringAttachment } from "./aws/transit-gateway-peering-attachment.ts";
import { transitGatewayVpcAttachment } from "./aws/transit-gateway-vpc-attachment.ts";
import { defaultVpc, vpc } from "./aws/vpc.ts";
import { vpcEndpoint } from "./aws/vpc-endpoint.ts";
import { vpnConnection } from "./aws/vpn-connection.ts";
import { wafWebAcl } from "./aws/waf-web-acl.ts";
import { wafv2WebAcl } from "./aws/wafv2-web-acl.ts";
import type { FamilyDefinition, ResourceDefinition } from "./define.ts";
import { karpenterNodePool } from "./kubernetes/karpenter-node-pool.ts";
import { persistentVolumeClaim } from "./kubernetes/persistent-volume-claim.ts";
import { kubernetesService } from "./kubernetes/service.ts";
import { statefulSet } from "./kubernetes/stateful-set.ts";
import { kubernetesWorkload } from "./kubernetes/workload.ts";
import { gpuCluster } from "./rackrate/gpu-cluster.ts";
import { inferenceService, trainingJob } from "./rackrate/workloads.ts";

/** Every type that can be priced, in the order of the documentation. A new type is one file and one line here. */
export const RESOURCES: readonly ResourceDefinition[] = [
  gpuCluster,
  trainingJob,
  inferenceService,

  instance,
  spotInstanceRequest,
  autoScalingGroup,
  fleet,
  spotFleetRequest,
  nodeGroup,
  launchTemplate,
  launchConfiguration,
  scalingTarget,
  capacityReservation,
  capacityBlock,
  savingsPlan,
  eksCluster,
  eksClusterComponent,
  eksNodeGroupComponent,
  eksNodeGroupV2Component,
  eksManagedNodeGroupComponent,
  sagemakerEndpoint,
  sagemakerNotebook,
  sagemakerTrainingJob,
  batchComputeEnvironment,
  lambdaFunction,

  ebsVolume,
  efsFileSystem,
  fsxLustre,
  s3Bucket,
  s3BucketV2,
  s3DirectoryBucket,
  ecrRepository,

  rdsInstance,
  dynamodbTable,
  elasticacheCluster,
  elasticacheReplicationGroup,

  vpc,
  defaultVpc,
  eip,
  loadBalancer,
  albLoadBalancer,
  applicationLoadBalancer,
  natGateway,
  vpcEndpoint,
  sqsQueue,
  snsTopic,

  kmsKey,
  kmsExternalKey,
  kmsReplicaKey,
  secret,
  wafv2WebAcl,

  logGroup,
  metricAlarm,
  prometheusWorkspace,
  prometheusScraper,

  persistentVolumeClaim,
  kubernetesService,
  statefulSet,

  apiGatewayRestApi,
  apiGatewayStage,
  apiGatewayV2Api,
  auroraCluster,
  auroraInstance,
  backupVault,
  certificate,
  classicLoadBalancer,
  clientVpnEndpoint,
  clientVpnNetworkAssociation,
  cloudformationStackSet,
  cloudformationStack,
  cloudfrontDistribution,
  cloudfrontFunction,
  cloudhsm,
  cloudtrail,
  cloudwatchDashboard,
  codebuildProject,
  configOrganizationCustomRule,
  configOrganizationManagedRule,
  configRecorder,
  configRule,
  dedicatedHost,
  directConnectConnection,
  directConnectGatewayAssociation,
  directory,
  dmsReplicationInstance,
  docdbClusterSnapshot,
  docdbCluster,
  docdbInstance,
  ebsSnapshot,
  ebsSnapshotCopy,
  ecsService,
  elasticBeanstalkEnvironment,
  eventBus,
  fargateProfile,
  firehose,
  flinkApplication,
  fsxOpenZfs,
  fsxWindows,
  globalAccelerator,
  globalAcceleratorEndpointGroup,
  glueCatalogDatabase,
  glueCrawler,
  glueJob,
  grafanaWorkspace,
  kinesisAnalyticsApplication,
  kinesisAnalyticsSnapshot,
  kinesisStream,
  lambdaProvisionedConcurrency,
  lightsailInstance,
  mqBroker,
  mskCluster,
  mwaaEnvironment,
  neptuneClusterSnapshot,
  neptuneCluster,
  neptuneInstance,
  networkFirewall,
  privateCertificateAuthority,
  redshiftCluster,
  route53HealthCheck,
  route53Record,
  route53ResolverEndpoint,
  route53Zone,
  s3Analytics,
  s3Inventory,
  openSearchDomain,
  elasticsearchDomain,
  snsTopicSubscription,
  ssmActivation,
  ssmParameter,
  stateMachine,
  trafficMirrorSession,
  transferServer,
  transitGatewayPeeringAttachment,
  transitGatewayVpcAttachment,
  vpnConnection,
  wafWebAcl,
];

/** Types that are told by a pattern, tried in this order after the rules for what is free. */
export const FAMILIES: readonly FamilyDefinition[] = [karpenterNodePool, kubernetesWorkload];
