import { charged, free, type TypeRule } from "./type-rule.ts";

/** Identity, keys and protection. https://aws.amazon.com/iam/, /kms/pricing/, /waf/pricing/, /guardduty/pricing/, /cognito/pricing/ */
export const AWS_SECURITY: readonly TypeRule[] = [
  free(
    "identity, organisation and sharing are free",
    "iam ssoadmin identitystore organizations account ram resourcegroups resourceexplorer servicequotas rolesanywhere: *",
    "licensemanager: association licenseConfiguration licenseGrant*",
  ),
  charged("users, roles and resources watched", "accessanalyzer: analyzer"),
  free("charged with its analyser", "accessanalyzer: archiveRule"),
  charged("signatures", "signer: signingJob"),
  free("free by itself: signing is charged", "signer: signingProfile signingProfilePermission"),
  charged("monthly active users", "cognito: userPool riskConfiguration"),
  charged("each client of a machine by the month and its tokens", "cognito: userPoolClient managedUserPoolClient"),
  free(
    "charged with its pool",
    "cognito: identityPool* identityProvider logDeliveryConfiguration managedLoginBranding resourceServer user userGroup userInGroup",
    "cognito: userPoolDomain userPoolUICustomization",
  ),
  charged("authorization requests", "verifiedpermissions: policyStore"),
  free("charged with its store", "verifiedpermissions: identitySource policy policyTemplate schema"),
  charged(
    "the domain controllers of another region, or a share, by the hour",
    "directoryservice: serviceRegion sharedDirectory",
  ),
  free(
    "charged with its directory",
    "directoryservice: conditionalForwarder logSubscription radiusSettings sharedDirectoryAccepter trust",
  ),

  charged("the key by the month", "kms: replicaExternalKey", "paymentcryptography: key"),
  free("charged with its key", "kms: alias grant keyPolicy ciphertext customKeyStore", "paymentcryptography: keyAlias"),
  free("charged with its secret", "secretsmanager: secretPolicy secretRotation secretVersion tag"),
  free("its modules are charged", "cloudhsmv2: cluster"),
  free("free by itself", "acm: certificateValidation", "acmpca: certificateAuthorityCertificate permission policy"),
  free("issued certificates are usage of their authority", "acmpca: certificate"),

  charged("each rule by the month", "wafv2: webAclRule webAclRuleGroupAssociation"),
  charged("the list, its rules and requests", "wafregional: webAcl"),
  free(
    "charged with the web ACL that uses it",
    "wafv2: apiKey ipSet regexPatternSet ruleGroup webAclAssociation webAclLoggingConfiguration",
    "waf wafregional: *Set rule ruleGroup rateBasedRule webAclAssociation",
  ),
  charged("the policy by the month", "fms: policy"),
  free("its policies are charged", "fms: adminAccount resourceSet"),
  charged("the subscription by the month and data sent out", "shield: subscription protection"),
  free(
    "charged with its subscription",
    "shield: applicationLayerAutomaticResponse drtAccess* proactiveEngagement protectionGroup protectionHealthCheckAssociation",
  ),
  charged(
    "events and data examined",
    "guardduty: detector detectorFeature malwareProtectionPlan member memberDetectorFeature organizationConfiguration*",
    "detective: graph member organizationConfiguration",
    "macie2: account classificationJob member organizationConfiguration",
    "inspector: assessmentTemplate",
    "inspector2: enabler memberAssociation organizationConfiguration",
  ),
  free(
    "its detector is charged",
    "guardduty: filter iPSet inviteAccepter organizationAdminAccount publishingDestination threatIntelSet",
    "detective: invitationAccepter organizationAdminAccount",
    "macie: customDataIdentifier findingsFilter",
    "macie2: classificationExportConfiguration invitationAccepter organizationAdminAccount",
    "inspector: assessmentTarget resourceGroup",
    "inspector2: delegatedAdminAccount filter",
  ),
  free(
    "free by itself: checks and findings are charged",
    "securityhub: actionTarget aggregatorV2 findingAggregator insight inviteAccepter organizationAdminAccount standardsControl*",
  ),
  charged("checks, findings and evaluated rules", "securityhub: *"),
  charged("data collected by the GB", "securitylake: awsLogSource customLogSource dataLake"),
  free("its lake is charged", "securitylake: subscriber subscriberNotification"),
  charged("evidence collected", "auditmanager: assessment"),
  free(
    "its assessments are charged",
    "auditmanager: accountRegistration assessmentDelegation assessmentReport control framework* organizationAdminAccountRegistration",
  ),
];
