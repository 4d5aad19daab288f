import { charged, chargedCompute, free, type TypeRule } from "./type-rule.ts";

/** Machines and what runs on them. https://aws.amazon.com/ec2/pricing/, /eks/pricing/, /ecs/pricing/, /lambda/pricing/ */
export const AWS_COMPUTE: readonly TypeRule[] = [
  charged("the snapshots it makes, by the GB", "ec2: amiCopy amiFromInstance"),
  free(
    "free by itself",
    "ec2: ami amiLaunchPermission keyPair placementGroup tag volumeAttachment spotDatafeedSubscription",
    "ec2: serialConsoleAccess snapshotCreateVolumePermission",
    "ec2transitgateway: instanceState",
  ),
  free(
    "a setting of the account",
    "ec2: instanceMetadataDefaults defaultCreditSpecification allowedImagesSettings imageBlockPublicAccess availabilityZoneGroup",
  ),
  free(
    "scaling itself is free: what it scales is priced",
    "autoscaling: attachment lifecycleHook notification policy schedule tag trafficSourceAttachment",
    "appautoscaling: policy scheduledAction",
    "autoscalingplans: scalingPlan",
  ),
  free("free by itself: the machines of its environment are charged", "batch: jobDefinition jobQueue schedulingPolicy"),

  charged("each capability by the hour", "eks: capability"),
  free(
    "charged with its cluster",
    "eks: addon accessEntry accessPolicyAssociation podIdentityAssociation identityProviderConfig",
  ),
  chargedCompute("the machines its tasks run on, by the hour", "ecs: taskSet daemon expressGatewayService"),
  free(
    "free by itself: its tasks are priced",
    "ecs: cluster clusterCapacityProviders capacityProvider taskDefinition daemonTaskDefinition accountSettingDefault tag",
  ),
  charged("images scanned in the enhanced way", "ecr: registryScanningConfiguration"),
  charged("the storage of each copy, by the GB", "ecr: replicationConfiguration"),
  charged("storage and downloads by the GB", "ecrpublic: repository"),
  free(
    "charged with its repository",
    "ecr: accountSetting pullThroughCacheRule pullTimeUpdateExclusion repositoryCreationTemplate *Policy",
  ),

  chargedCompute(
    "the machines its functions run on, by the hour",
    "lambda: capacityProvider",
    "lambdamicrovms: microvm",
  ),
  charged("storage of the image, by the GB", "lambda: microvmsImage", "lambdamicrovms: image"),
  free("its network interfaces are free", "lambda: coreNetworkConnector"),
  free(
    "charged with its function",
    "lambda: permission alias eventSourceMapping function*Config functionUrl layerVersion* codeSigningConfig runtimeManagementConfig invocation",
  ),
  chargedCompute("vCPU and memory by the hour", "apprunner: service"),
  free(
    "charged with its service",
    "apprunner: *utoScalingConfigurationVersion connection deployment observabilityConfiguration vpcConnector vpcIngressConnection customDomainAssociation",
  ),
  chargedCompute("the machines it starts, by the hour", "cloud9: environmentEC2"),
  free(
    "free by itself: its environments are charged",
    "elasticbeanstalk: application applicationVersion configurationTemplate",
    "cloud9: environmentMembership",
  ),
  chargedCompute("nodes by the hour", "lightsail: containerService database"),
  charged("a plan by the month, addresses by the hour", "lightsail: bucket disk distribution lb staticIp"),
  free(
    "free by itself",
    "lightsail: bucketAccessKey bucketResourceAccess certificate containerServiceDeploymentVersion disk_attachment domain* instancePublicPorts",
    "lightsail: keyPair lbAttachment lbCertificate* lbHttpsRedirectionPolicy lbStickinessPolicy staticIpAttachment",
  ),
  charged("the machine that builds, and the image's snapshots", "imagebuilder: image imagePipeline"),
  free("free by itself: building an image is charged", "imagebuilder: component *Recipe *Configuration workflow"),
  chargedCompute("instances by the hour", "gamelift: fleet gameServerGroup", "m2: environment", "workspaces: pool"),
  free(
    "free by itself: its fleet is charged",
    "gamelift: alias build gameSessionQueue script",
    "m2: application deployment",
  ),
  chargedCompute("desktops by the month or the hour", "workspaces: workspace", "appstream: fleet imageBuilder"),
  charged("each user by the month", "appstream: user"),
  free(
    "free by itself: desktops are charged",
    "workspaces: connectionAlias directory ipGroup",
    "appstream: directoryConfig stack fleetStackAssociation userStackAssociation",
  ),
  charged("each monthly active user", "workspacesweb: portal"),
  free(
    "a setting of its portal",
    "workspacesweb: *Settings *SettingsAssociation identityProvider sessionLogger* trustStore*",
  ),
  free("the Outpost itself is charged", "outposts: capacityTask", "ec2: localGatewayRoute*"),
  free("free by itself: each protected server is charged", "drs: replicationConfigurationTemplate"),
  charged("what its template declares", "serverlessrepository: cloudFormationStack"),
];
