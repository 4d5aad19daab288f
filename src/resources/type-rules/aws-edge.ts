import { charged, free, type TypeRule } from "./type-rule.ts";

/** Names, delivery and interfaces. https://aws.amazon.com/cloudfront/pricing/, /route53/pricing/, /cloud-map/pricing/, /api-gateway/pricing/ */
export const AWS_EDGE: readonly TypeRule[] = [
  charged("requests and data sent out", "cloudfront: multitenantDistribution connectionFunction"),
  charged("each tenant by the month", "cloudfront: distributionTenant"),
  charged("static addresses by the month", "cloudfront: anycastIpList"),
  charged("reads and changes of its keys", "cloudfront: keyValueStore keyvaluestoreKey*"),
  charged("log lines", "cloudfront: realtimeLogConfig"),
  charged("its metrics by the month", "cloudfront: monitoringSubscription"),
  charged("requests that it encrypts", "cloudfront: fieldLevelEncryption*"),
  free(
    "charged with its distribution",
    "cloudfront: originAccess* publicKey keyGroup connectionGroup vpcOrigin *Policy",
  ),

  charged("a record set by the month", "route53: trafficPolicyInstance"),
  charged("queries", "route53: recordsExclusive"),
  charged("networks above an allowance, by the month", "route53: cidrLocation"),
  charged(
    "each profile by the hour, for the VPCs it is associated with",
    "route53: profilesProfile profilesAssociation",
  ),
  charged(
    "domain names by the month and queries",
    "route53: resolverFirewallDomainList resolverFirewallRuleGroupAssociation",
  ),
  free(
    "free by itself: zones, queries and endpoints are charged",
    "route53: delegationSet zoneAssociation vpcAssociationAuthorization queryLog keySigningKey hostedZoneDnsSec cidrCollection",
    "route53: profilesResourceAssociation resolverConfig resolverDnsSecConfig resolverRule* resolverQueryLogConfig* resolverFirewall* trafficPolicy",
  ),
  charged("the domain by the year", "route53domains: domain registeredDomain"),
  free("charged with its domain", "route53domains: delegationSignerRecord"),
  charged("the cluster by the hour", "route53recoverycontrol: cluster"),
  charged("each check by the hour", "route53recoveryreadiness: readinessCheck"),
  free(
    "its cluster or its checks are charged",
    "route53recoverycontrol: controlPanel routingControl safetyRule",
    "route53recoveryreadiness: cell recoveryGroup resourceSet",
  ),
  charged("each plan by the month", "arcregionswitch: plan"),
  free("zonal shifts are free", "arczonalshift: *"),
  charged("each registered resource by the month and look-ups", "servicediscovery: instance"),
  charged("its hosted zone by the month", "servicediscovery: privateDnsNamespace publicDnsNamespace"),
  free("free by itself: registered resources are charged", "servicediscovery: service httpNamespace"),
  free("the mesh is free: the proxies run on priced machines", "appmesh: *"),

  free(
    "charged with its API",
    "apigateway: account apiKey authorizer basePathMapping clientCertificate deployment documentation* domainName* integration* method*",
    "apigateway: model requestValidator resource response restApiPolicy restApiPut usagePlan* vpcLink",
    "apigatewayv2: apiMapping authorizer deployment domainName integration* model route* routingRule stage vpcLink",
  ),
  charged("operations and connection time", "appsync: api graphQLApi"),
  charged("the cache by the hour", "appsync: apiCache"),
  free(
    "its API is charged",
    "appsync: apiKey channelNamespace dataSource domainName* function resolver sourceApiAssociation type",
  ),
];
