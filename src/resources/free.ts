import type { PlanResource } from "../model/plan.ts";

interface FreeRule {
  readonly pattern: RegExp;
  readonly reason: string;
}

/** Attachments and associations that are charged by themselves: the rules below must not touch them. */
const CHARGED =
  /^aws:(ec2transitgateway\/(\w*Attachment|connect)|ec2clientvpn\/(endpoint|networkAssociation)|directconnect\/(?!\w*Proposal)|networkmanager\/|vpclattice\/|globalaccelerator\/|lex|networkfirewall\/(firewall|vpcEndpointAssociation):)/;

const pricedWith = (what: string): string => `priced with ${what}`;

/** Types without a charge of their own, by the rule that makes them so. The first match gives the reason. */
const RULES: readonly FreeRule[] = [
  { pattern: /^pulumi:pulumi:Stack$/, reason: "the stack itself" },
  { pattern: /^pulumi:providers:/, reason: "a provider is configuration" },
  { pattern: /^pulumi:pulumi:StackReference$/, reason: "only reads another stack" },
  {
    pattern:
      /^(random|tls|null|time|std|archive|local|command|terraform|purrl|cloudinit|external|str|kubernetes-cert-manager)[:/]/,
    reason: "made on the machine that deploys",
  },
  { pattern: /^(pulumi-nodejs|pulumi-python|pulumi):dynamic/, reason: "code of the program itself" },
  {
    pattern:
      /^(docker|docker-build|synced-folder|auto-deploy|pulumiservice|github|gitlab|postgresql|mysql|grafana|vault|consul|rancher2):/,
    reason: "configures something that is not charged through this plan",
  },

  {
    pattern:
      /^aws:(iam|sts|ssoadmin|identitystore|organizations|account|ram|resourcegroups|resourceexplorer|servicequotas|servicecatalog|licensemanager|signer|rolesanywhere)\//,
    reason: "identity, organisation and sharing are free",
  },
  {
    pattern:
      /^aws:ec2\/(vpc|defaultVpc|vpcIpv4CidrBlockAssociation|vpcDhcpOptions\w*|subnet|defaultSubnet|subnetCidrReservation)[:]/,
    reason: "VPCs and subnets are free",
  },
  {
    pattern:
      /^aws:ec2\/(route|routeTable|routeTableAssociation|mainRouteTableAssociation|defaultRouteTable|internetGateway\w*|egressOnlyInternetGateway|vpnGateway\w*|customerGateway|carrierGateway|managedPrefixList\w*)[:]/,
    reason: "routes and gateways to them are free",
  },
  {
    pattern:
      /^aws:(ec2\/(securityGroup\w*|defaultSecurityGroup|networkAcl\w*|defaultNetworkAcl)|vpc\/securityGroup\w*)[:]/,
    reason: "security groups and access lists are free",
  },
  {
    pattern:
      /^aws:ec2\/(networkInterface\w*|placementGroup|keyPair|ami\w*|tag|eipAssociation|eipDomainName|volumeAttachment|serialConsoleAccess|snapshotCreateVolumePermission|spotDatafeedSubscription|instanceState|instanceMetadataDefaults|vpcEndpoint(Policy|SubnetAssociation|RouteTableAssociation|SecurityGroupAssociation|ServiceAllowedPrinciple|ConnectionNotification|ConnectionAccepter)|vpcPeeringConnection\w*|vpnGatewayRoutePropagation|vpnConnectionRoute|transitGateway\w*Route\w*)[:]/,
    reason: "free by itself",
  },
  {
    pattern: /^aws:ec2transitgateway\/(routeTable\w*|route|policyTable\w*|prefixListReference|transitGateway)[:]/,
    reason: "free by itself: its attachments are charged",
  },
  {
    pattern: /^aws:ebs\/(encryptionByDefault|defaultKmsKey|snapshotBlockPublicAccess)[:]/,
    reason: "a setting of the account",
  },
  {
    pattern:
      /^aws:(lb|alb|elb|applicationloadbalancing|elasticloadbalancing|elasticloadbalancingv2)\/(?!loadBalancer:)/,
    reason: pricedWith("its load balancer"),
  },
  {
    pattern:
      /^aws:s3\/(bucket(?!:|V2:|Object)\w+|accountPublicAccessBlock|accessPoint|objectCopy|directoryBucketAccessPointScope)[:]/,
    reason: "a setting of its bucket",
  },
  { pattern: /^aws:s3\/(bucketObject\w*|bucketObjectv2)[:]/, reason: "what it stores is usage of its bucket" },
  {
    pattern: /^aws:(autoscaling|appautoscaling|autoscalingplans)\/(?!group:|target:)/,
    reason: "scaling itself is free: what it scales is priced",
  },
  {
    pattern: /^aws:eks\/(addon|accessEntry|accessPolicyAssociation|podIdentityAssociation|identityProviderConfig)[:]/,
    reason: pricedWith("its cluster"),
  },
  {
    pattern: /^aws:ecs\/(cluster\w*|taskDefinition|capacityProvider|accountSettingDefault|tag)[:]/,
    reason: "free by itself: its tasks are priced",
  },
  { pattern: /^aws:ecr\/(?!repository:)/, reason: pricedWith("its repository") },
  { pattern: /^aws:efs\/(?!fileSystem:)/, reason: pricedWith("its file system") },
  {
    pattern: /^aws:fsx\/(dataRepositoryAssociation|ontapStorageVirtualMachine)[:]/,
    reason: pricedWith("its file system"),
  },
  { pattern: /^aws:kms\/(alias|grant|keyPolicy|ciphertext)[:]/, reason: pricedWith("its key") },
  { pattern: /^aws:secretsmanager\/(?!secret:)/, reason: pricedWith("its secret") },
  {
    pattern:
      /^aws:ssm\/(document|association|patch\w*|maintenanceWindow\w*|resourceDataSync|serviceSetting|defaultPatchBaseline)[:]/,
    reason: "free by itself",
  },
  {
    pattern: /^aws:wafv2\/(webAclAssociation|webAclLoggingConfiguration|ipSet|regexPatternSet|ruleGroup|apiKey)[:]/,
    reason: pricedWith("the web ACL that uses it"),
  },
  {
    pattern:
      /^aws:cloudwatch\/(logStream|logMetricFilter|logSubscriptionFilter|logResourcePolicy|logDestination\w*|logDataProtectionPolicy|logAccountPolicy|queryDefinition|eventRule|eventTarget|eventPermission|eventBusPolicy|eventConnection|eventApiDestination|compositeAlarm|metricStream|logDelivery\w*|logIndexPolicy|logAnomalyDetector)[:]/,
    reason: "free by itself: what passes it is usage of another resource",
  },
  {
    pattern:
      /^aws:lambda\/(permission|alias|eventSourceMapping|functionEventInvokeConfig|functionUrl|layerVersion\w*|codeSigningConfig|runtimeManagementConfig|functionRecursionConfig|invocation)[:]/,
    reason: pricedWith("its function"),
  },
  {
    pattern:
      /^aws:(sns\/(topicPolicy|platformApplication|smsPreferences|topicDataProtectionPolicy)|sqs\/(queuePolicy|redrivePolicy|redriveAllowPolicy))[:]/,
    reason: "a setting of its topic or queue",
  },
  { pattern: /^aws:(apigateway|apigatewayv2)\/(?!restApi:|stage:|api:|vpcLink:)/, reason: pricedWith("its API") },
  {
    pattern:
      /^aws:(acm\/certificateValidation|route53\/(zoneAssociation|vpcAssociationAuthorization|delegationSet|queryLog|keySigningKey|hostedZoneDnsSec|resolverRule\w*|resolverFirewall\w+Association))[:]/,
    reason: "free by itself",
  },
  {
    pattern:
      /^aws:(cloudfront\/(originAccess\w+|cachePolicy|originRequestPolicy|responseHeadersPolicy|publicKey|keyGroup|monitoringSubscription))[:]/,
    reason: pricedWith("its distribution"),
  },
  { pattern: /^aws:servicediscovery\/(service|instance|httpNamespace)[:]/, reason: "free by itself" },
  {
    pattern:
      /^aws:(sagemaker\/(userProfile|model|endpointConfiguration|modelPackage\w*|domain|image\w*|studioLifecycleConfig|notebookInstanceLifecycleConfiguration|codeRepository|workteam|workforce|servicecatalogPortfolioStatus))[:]/,
    reason: "free by itself: endpoints, notebooks and jobs are charged",
  },
  {
    pattern: /^aws:(batch\/(jobDefinition|jobQueue|schedulingPolicy))[:]/,
    reason: "free by itself: the machines of its environment are charged",
  },
  {
    pattern:
      /^aws:(backup\/(plan|selection|vaultPolicy|vaultNotifications|vaultLockConfiguration|globalSettings|regionSettings|framework|reportPlan)|dlm\/lifecyclePolicy)[:]/,
    reason: "free by itself: what is kept is charged",
  },
  { pattern: /^aws:budgets\//, reason: "the first two budgets are free" },
  {
    pattern:
      /^aws:(cfg\/(deliveryChannel|recorderStatus|configurationAggregator|aggregateAuthorization|remediationConfiguration)|guardduty\/(member|filter|ipset|threatIntelSet|inviteAccepter)|securityhub\/(member|standards\w*|productSubscription|actionTarget|insight))[:]/,
    reason: "free by itself",
  },
  {
    pattern:
      /^aws:\w+\/\w*(SubnetGroup|ParameterGroup|OptionGroup|SecurityGroup|EventSubscription)[:]|^aws:\w+\/(subnetGroup|parameterGroup|optionGroup|securityGroup|eventSubscription|clusterParameterGroup|user|userGroup|userGroupAssociation|roleAssociation|clusterRoleAssociation|instanceAutomatedBackupsReplication)[:]/,
    reason: "a setting of its database or cache",
  },
  {
    pattern:
      /^aws:\w+\/\w*(Policy|PolicyAttachment|Attachment|Association|Permission|Membership|Alias|Acceptance|Accepter|Tag)[:]/,
    reason: "a setting of another resource",
  },

  {
    pattern:
      /^kubernetes:[^:]*:(Namespace|ResourceQuota|LimitRange|ConfigMap|Secret|ServiceAccount|Role|RoleBinding|ClusterRole|ClusterRoleBinding|NetworkPolicy|PodDisruptionBudget|PriorityClass|RuntimeClass|Lease|Endpoints|EndpointSlice|Event|Binding)(List|Patch)?$/,
    reason: "an entry in Kubernetes' own store",
  },
  {
    pattern:
      /^kubernetes:[^:]*:(HorizontalPodAutoscaler|VerticalPodAutoscaler|ScaledObject|StorageClass|CSIDriver|CSINode|VolumeAttachment|VolumeSnapshotClass|IngressClass|GatewayClass|CustomResourceDefinition|APIService|\w*WebhookConfiguration|\w*AdmissionPolicy|\w*AdmissionPolicyBinding|FlowSchema|PriorityLevelConfiguration|CertificateSigningRequest|TargetGroupBinding|EC2NodeClass)(List|Patch)?$/,
    reason: "configuration of its cluster",
  },
  {
    pattern: /^kubernetes:core\/v1:PersistentVolume(List|Patch)?$/,
    reason: "the storage behind it is priced where it is declared",
  },
];

/** Why a resource costs nothing by itself, or `null` where no rule says so. A local component is only the sum of its children. */
export const freeReason = (resource: PlanResource): string | null => {
  const rule = CHARGED.test(resource.type) ? undefined : RULES.find(({ pattern }) => pattern.test(resource.type));
  if (rule) return rule.reason;
  return resource.custom ? null : "a component: its children are priced";
};
