import { charged, free, type TypeRule } from "./type-rule.ts";

/** Storage and moving data. https://aws.amazon.com/s3/pricing/, /efs/pricing/, /fsx/pricing/, /backup/pricing/, /storagegateway/pricing/ */
export const AWS_STORAGE: readonly TypeRule[] = [
  charged("request metrics by the month", "s3: bucketMetric"),
  charged("accelerated transfer by the GB", "s3: bucketAccelerateConfiguration*"),
  charged("metadata changes and the table that holds them", "s3: bucketMetadataConfiguration"),
  charged(
    "storage by the GB and requests",
    "s3: filesFileSystem vectorsIndex vectorsVectorBucket",
    "s3tables: tableBucket",
  ),
  charged("copies by the GB and requests", "s3tables: tableBucketReplication tableReplication"),
  charged("what the Outpost holds", "s3control: bucket"),
  charged("requests for credentials", "s3control: accessGrantsInstance"),
  charged("data routed by the GB", "s3control: multiRegionAccessPoint"),
  charged("data returned by the GB", "s3control: objectLambdaAccessPoint"),
  charged("objects watched, where its metrics are advanced", "s3control: storageLensConfiguration"),
  free(
    "what it stores is usage of its bucket",
    "s3: bucketObject bucketObjectv2 objectCopy",
    "s3tables: namespace table",
  ),
  free(
    "a setting of its bucket",
    "s3: accessPoint accountPublicAccessBlock bucketAbac bucketAcl* bucketCors* bucketIntelligentTiering* bucketLifecycle* bucketLogging*",
    "s3: bucketNotification bucketObjectLock* bucketOwnershipControls bucketPublicAccessBlock bucketReplicationConfig bucketRequestPayment*",
    "s3: bucketServerSideEncryption* bucketVersioning* bucketWebsite* filesAccessPoint filesMountTarget filesSynchronizationConfiguration",
    "s3control: accessGrant accessGrantsLocation bucketLifecycleConfiguration directoryBucketAccessPointScope multiRegionAccessPointRoutes",
    "s3outposts: endpoint",
  ),

  charged("hours of fast restore in each zone", "ebs: fastSnapshotRestore"),
  charged("storage by the GB", "ebs: snapshotImport volumeCopy"),
  free("a setting of the account", "ebs: encryptionByDefault defaultKmsKey snapshotBlockPublicAccess"),
  charged("the replica's storage by the GB", "efs: replicationConfiguration"),
  charged("backups by the GB", "efs: backupPolicy", "fsx: backup"),
  free("charged with its file system", "efs: accessPoint mountTarget"),
  charged("storage and throughput", "fsx: ontapFileSystem fileCache"),
  charged("requests", "fsx: s3AccessPointAttachment"),
  free(
    "charged with its file system",
    "fsx: dataRepositoryAssociation ontapStorageVirtualMachine ontapVolume openZfsSnapshot openZfsVolume",
  ),

  charged("storage by the GB", "backup: logicallyAirGappedVault"),
  charged("restores by the GB and each evaluation", "backup: restoreTestingPlan restoreTestingSelection"),
  charged("evaluations of its controls", "backup: framework"),
  free(
    "free by itself: what is kept is charged",
    "backup: globalSettings plan regionSettings reportPlan selection vaultLockConfiguration vaultNotifications vaultPolicy",
    "dlm: lifecyclePolicy",
    "rbin: rule",
  ),
  charged("storage by the GB and requests", "glacier: vault", "mediastore: container"),
  free("a setting of its vault", "glacier: vaultLock"),
  charged(
    "data written and stored, by the GB",
    "storagegateway: gateway nfsFileShare smbFileShare cachesIscsiVolume storedIscsiVolume fileSystemAssociation",
  ),
  free("a setting of its gateway", "storagegateway: cache tapePool uploadBuffer workingStorage"),
  charged("data copied by the GB", "datasync: task"),
  free("free by itself: copying is charged", "datasync: agent *Location location* fsxOpenZfsFileSystem"),
  charged("hours of the web application", "transfer: webApp"),
  charged("calls and data transferred", "transfer: connector"),
  charged("data decrypted by the GB", "transfer: workflow"),
  free(
    "a setting of its server",
    "transfer: access agreement certificate hostKey profile sshKey tag user webAppCustomization",
  ),
];
