import { charged, chargedCompute, free, type TypeRule } from "./type-rule.ts";

/** Databases and caches. https://aws.amazon.com/rds/pricing/, /dynamodb/pricing/, /elasticache/pricing/, /redshift/pricing/ */
export const AWS_DATABASES: readonly TypeRule[] = [
  chargedCompute("capacity by the hour", "rds: shardGroup", "docdb: elasticCluster"),
  charged("vCPUs of the database by the hour", "rds: proxy"),
  charged("hours of an interface endpoint", "rds: proxyEndpoint"),
  charged("the whole term", "rds: reservedInstance", "elasticache: reservedCacheNode"),
  charged(
    "storage by the GB",
    "rds: clusterSnapshot* snapshot* customDbEngineVersion instanceAutomatedBackupsReplication",
  ),
  charged("data exported by the GB", "rds: exportTask"),
  charged("the stream it writes to", "rds: clusterActivityStream"),
  charged("replicated writes", "rds docdb neptune: globalCluster"),
  charged("the changes it carries", "rds redshift: integration"),
  free(
    "a setting of its database",
    "rds: certificate clusterEndpoint instanceDesiredState proxyDefaultTargetGroup proxyTarget roleAssociation clusterRoleAssociation",
    "neptune: clusterEndpoint",
  ),
  chargedCompute("memory by the hour", "neptunegraph: graph"),
  charged("hours of an interface endpoint", "neptunegraph: privateGraphEndpoint"),

  charged("its own capacity and storage", "dynamodb: globalSecondaryIndex"),
  charged("replicated writes and storage", "dynamodb: globalTable tableReplica"),
  charged("events", "dynamodb: contributorInsights"),
  charged("changes sent", "dynamodb: kinesisStreamingDestination"),
  charged("data exported by the GB", "dynamodb: tableExport"),
  free("what it stores is usage of its table", "dynamodb: tableItem tag"),
  chargedCompute("nodes by the hour", "dax memorydb: cluster"),
  charged("data replicated by the GB", "memorydb: multiRegionCluster", "elasticache: globalReplicationGroup"),
  charged("storage by the GB", "memorydb: snapshot"),
  charged("data stored and work done", "elasticache: serverlessCache", "dsql: cluster"),
  free(
    "a setting of its cluster",
    "memorydb: acl user",
    "elasticache: user userGroup userGroupAssociation",
    "dsql: clusterPeering",
  ),
  charged("reads, writes and storage", "keyspaces: table", "timestreamwrite: table", "qldb: ledger stream"),
  chargedCompute("instances by the hour", "timestreaminfluxdb: *"),
  charged("data scanned", "timestreamquery: scheduledQuery"),
  free("its tables are charged", "keyspaces: keyspace", "timestreamwrite: database"),
  chargedCompute(
    "infrastructure by the hour",
    "odb: cloudAutonomousVmCluster cloudExadataInfrastructure cloudVmCluster",
  ),
  charged("traffic", "odb: networkPeeringConnection"),
  free("its infrastructure is charged", "odb: network iamRoleAssociation"),

  charged("storage by the GB", "redshift: clusterSnapshot snapshotCopy", "redshiftserverless: snapshot namespace"),
  charged("hours of an interface endpoint", "redshift redshiftserverless: endpointAccess"),
  chargedCompute("capacity by the hour", "redshiftserverless: workgroup"),
  free(
    "a setting of its cluster",
    "redshift: authenticationProfile clusterIamRoles dataShare* endpointAuthorization hsmClientCertificate hsmConfiguration idcApplication",
    "redshift: logging namespaceRegistration partner scheduledAction snapshotCopyGrant snapshotSchedule* usageLimit",
    "redshiftdata: statement",
    "redshiftserverless: customDomainAssociation usageLimit",
  ),
];
