import { charged, free, type TypeRule } from "./type-rule.ts";

/** Watching and governing. https://aws.amazon.com/cloudwatch/pricing/, /eventbridge/pricing/, /config/pricing/, /systems-manager/pricing/ */
export const AWS_MANAGEMENT: readonly TypeRule[] = [
  charged("the alarm by the month", "cloudwatch: compositeAlarm"),
  charged("its metric by the month", "cloudwatch: logMetricFilter"),
  charged("each rule by the month and events", "cloudwatch: contributor*InsightRule contributorInsightRule"),
  charged("updates of metrics", "cloudwatch: metricStream"),
  charged(
    "data examined or sent, by the GB",
    "cloudwatch: logDataProtectionPolicy logAccountPolicy logDelivery logS3TableIntegrationSource",
  ),
  charged("resources and city networks watched", "cloudwatch: internetMonitor"),
  charged("events sent or kept", "cloudwatch: eventApiDestination eventArchive eventEndpoint"),
  free(
    "free by itself: what passes it is usage of another resource",
    "cloudwatch: alarmMuteRule eventBusPolicy eventConnection eventPermission eventRule eventTarget logAnomalyDetector logDeliveryDestination*",
    "cloudwatch: logDeliverySource logDestination* logIndexPolicy logResourcePolicy logStorageTierPolicy logStream logSubscriptionFilter",
    "cloudwatch: logTransformer queryDefinition",
  ),
  charged(
    "copies, pipelines and what they carry",
    "observabilityadmin: centralizationRule* s3TableIntegration telemetryPipeline telemetryRule*",
  ),
  free("free by itself", "observabilityadmin: telemetryEvaluation*", "oam: link sink"),
  charged("samples ingested, stored and queried", "amp: anomalyDetector"),
  free(
    "charged with its workspace",
    "amp: alertManagerDefinition queryLoggingConfiguration ruleGroupNamespace scraperLoggingConfiguration workspaceConfiguration",
    "grafana: roleAssociation workspaceSamlConfiguration",
  ),
  charged("each user by the month", "grafana: licenseAssociation workspaceApiKey workspaceServiceAccount*"),
  charged("events", "rum: appMonitor metricsDestination", "evidently: project"),
  free("its project is charged", "evidently: feature launch segment"),
  charged("runs", "synthetics: canary"),
  free("its canaries are charged", "synthetics: group groupAssociation"),
  charged("spans", "xray: indexingRule traceSegmentDestination"),
  free("free by itself: traces are charged", "xray: encryptionConfig group samplingRule"),
  charged("alarms it sets up", "applicationinsights: application"),
  charged("resources watched by the hour", "devopsguru: resourceCollection"),
  free("its resources are charged", "devopsguru: eventSourcesConfig notificationChannel serviceIntegration"),
  charged(
    "profiled hours and lines of code",
    "codeguruprofiler: profilingGroup",
    "codegurureviewer: repositoryAssociation",
  ),

  charged(
    "evaluations",
    "cfg: conformancePack organizationConformancePack organizationCustomPolicyRule",
    "controltower: *",
  ),
  free(
    "free by itself",
    "cfg: aggregateAuthorization configurationAggregator deliveryChannel recorderStatus remediationConfiguration retentionConfiguration",
  ),
  charged("data ingested and kept", "cloudtrail: eventDataStore"),
  free("a setting of the account", "cloudtrail: organizationDelegatedAdminAccount"),
  charged("what it sets up", "ssm: quicksetupConfigurationManager"),
  free(
    "free by itself",
    "ssm: association contactsRotation defaultPatchBaseline document maintenanceWindow* patch* resourceDataSync serviceSetting",
  ),
  charged("the plan by the month and messages", "ssmincidents: responsePlan", "ssmcontacts: contactChannel"),
  free("its plans are charged", "ssmincidents: replicationSet", "ssmcontacts: contact plan"),
  charged("what its template declares", "cloudformation: stackInstances stackSetInstance", "cloudcontrol: resource"),
  charged("operations of the handler", "cloudformation: cloudFormationType"),
  charged("what the product declares", "servicecatalog: provisionedProduct"),
  free(
    "free by itself: calls above an allowance are charged to the account",
    "servicecatalog: appregistry* budgetResourceAssociation constraint organizationsAccess portfolio* principalPortfolioAssociation",
    "servicecatalog: product productPortfolioAssociation provisioningArtifact serviceAction tagOption*",
  ),

  charged("each action by the day", "budgets: budgetAction"),
  free("budgets are free", "budgets: budget"),
  charged("enhanced metrics by the hour", "computeoptimizer: recommendationPreferences"),
  free(
    "billing data is free",
    "bcmdata billing costexplorer costoptimizationhub cur invoicing: *",
    "computeoptimizer: enrollmentStatus",
  ),
  free("notifications are free", "notifications chatbot codestarnotifications uxc: *"),
  charged("minutes of actions", "fis: experimentTemplate"),
  free("its experiments are charged", "fis: safetyLeverState targetAccountConfiguration"),
  charged("each application by the month", "resiliencehub: v2Service v2System"),
  free(
    "its applications are charged",
    "resiliencehub: resiliencyPolicy v2Assertion v2InputSource v2Policy v2ServiceFunction v2UserJourney",
  ),
];
