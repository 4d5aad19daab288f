import { charged, free, type TypeRule } from "./type-rule.ts";

/** Networks inside AWS and to it. https://aws.amazon.com/vpc/pricing/, /transit-gateway/pricing/, /directconnect/pricing/, /vpc/lattice/pricing/ */
export const AWS_NETWORK: readonly TypeRule[] = [
  free(
    "VPCs and subnets are free",
    "ec2: vpcIpv4CidrBlockAssociation vpcIpv6CidrBlockAssociation vpcDhcpOptions* defaultVpcDhcpOptions",
    "ec2: subnet defaultSubnet subnetCidrReservation vpcBlockPublicAccess*",
  ),
  free(
    "routes and gateways to them are free",
    "ec2: route routeTable* mainRouteTableAssociation defaultRouteTable managedPrefixList* internetGateway*",
    "ec2: egressOnlyInternetGateway carrierGateway customerGateway vpnGateway* vpnConnectionRoute",
  ),
  free(
    "security groups and access lists are free",
    "ec2: securityGroup* defaultSecurityGroup networkAcl* defaultNetworkAcl vpcSecurityGroupRulesExclusive",
    "vpc: securityGroup*",
  ),
  free(
    "free by itself",
    "ec2: networkInterface* eipAssociation eipDomainName natGatewayEipAssociation networkInsightsPath networkInsightsAccessScope",
    "ec2transitgateway: instanceConnectEndpoint",
    "vpc: endpoint* routeServer routeServerPeer routeServerPropagation routeServerVpcAssociation",
  ),
  free(
    "the endpoint that uses it is charged",
    "ec2: vpcEndpointService vpcEndpointConnection* vpcEndpoint*Association vpcEndpointServiceAllowedPrinciple",
  ),
  free(
    "peering is free: traffic between zones or regions is not",
    "ec2: vpcPeeringConnection* peeringConnectionOptions",
  ),
  free("its session is charged", "ec2: trafficMirrorFilter* trafficMirrorTarget"),
  charged("addresses in use, by the hour", "ec2: vpcIpam vpcIpamPoolCidr"),
  free(
    "its IPAM is charged",
    "ec2: vpcIpamOrganizationAdminAccount vpcIpamPool vpcIpamPoolCidrAllocation vpcIpamPreviewNextCidr vpcIpamResourceDiscovery* vpcIpamScope",
  ),
  charged("flow logs by the GB", "ec2: flowLog"),
  charged("each analysis", "ec2: networkInsightsAnalysis"),
  charged("each encrypted VPC by the hour", "ec2: vpcEncryptionControl encryptionControl"),
  charged("hours of the concentrator and its connections", "ec2: vpnConcentrator"),
  charged("metrics by the month", "ec2: vpcNetworkPerformanceMetricSubscription"),
  charged("each endpoint by the hour", "vpc: routeServerEndpoint"),

  charged("each attachment by the hour and its traffic", "ec2transitgateway: connect"),
  free(
    "free by itself: its attachments are charged",
    "ec2transitgateway: transitGateway *Accepter connectPeer defaultRouteTable* route routeTable* metering* multicast* policyTable* prefixListReference",
  ),
  free("charged with its endpoint", "ec2clientvpn: authorizationRule route"),
  charged("hours of the hosted port", "directconnect: hostedConnection connectionConfirmation"),
  free(
    "its connection is charged",
    "directconnect: bgpPeer connectionAssociation gateway gatewayAssociationProposal *VirtualInterface* linkAggregationGroup macsecKeyAssociation",
  ),
  charged(
    "hours of each network edge, attachment or peering, and traffic",
    "networkmanager: coreNetwork transitGatewayPeering",
  ),
  charged(
    "each attachment by the hour and its traffic",
    "networkmanager: connectAttachment dxGatewayAttachment siteToSiteVpnAttachment transitGatewayRouteTableAttachment vpcAttachment",
  ),
  free(
    "describes a network: its attachments are charged",
    "networkmanager: attachmentAccepter attachmentRoutingPolicyLabel connectPeer connection coreNetworkPolicyAttachment *Association device",
    "networkmanager: globalNetwork link site transitGatewayRegistration",
  ),
  charged(
    "hours of each service or shared resource, and its traffic",
    "vpclattice: service resourceConfiguration resourceGateway serviceNetworkResourceAssociation",
  ),
  free(
    "its services are charged",
    "vpclattice: accessLogSubscription domainVerification listener* serviceNetwork serviceNetworkServiceAssociation serviceNetworkVpcAssociation targetGroup*",
  ),
  charged("each application by the hour and its traffic", "verifiedaccess: endpoint"),
  free("its endpoints are charged", "verifiedaccess: group instance* trustProvider"),
  charged("each endpoint by the hour and its traffic", "networkfirewall: vpcEndpointAssociation"),
  charged("hours and traffic of endpoints that inspect TLS", "networkfirewall: tlsInspectionConfiguration"),
  free(
    "charged with its firewall",
    "networkfirewall: firewallTransitGatewayAttachmentAccepter loggingConfiguration ruleGroup *Policy",
  ),
  charged("each monitored resource by the hour", "networkmonitor networkflowmonitor: *"),

  charged("each trust store by the hour", "lb: trustStore"),
  free(
    "charged with its load balancer",
    "alb elb lb applicationloadbalancing elasticloadbalancing elasticloadbalancingv2: listener* targetGroup* trustStoreRevocation *Policy attachment",
    "ec2: proxyProtocolPolicy",
  ),
  charged(
    "hours of the accelerator and its traffic",
    "globalaccelerator: customRoutingAccelerator customRoutingEndpointGroup",
  ),
  free("charged with its accelerator", "globalaccelerator: listener customRoutingListener crossAccountAttachment"),
];
