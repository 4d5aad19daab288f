/**
 * Where the AWS provider's Pulumi names leave its Terraform names: a prefix of the Terraform type and the modules that
 * its rest lies in. Any other first word is the name of its own module. Source: the module table of pulumi-aws
 * (provider/resources.go, 7.x, 2026).
 */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  alb: ["alb", "lb"],
  api_gateway: ["apigateway"],
  bcmdataexports: ["bcmdata"],
  bedrock_foundation: ["bedrockfoundation"],
  bedrock_model: ["bedrockmodel"],
  ce: ["costexplorer"],
  cloudcontrolapi: ["cloudcontrol"],
  cloudhsm_v2: ["cloudhsmv2"],
  config: ["cfg"],
  db: ["rds"],
  directory_service: ["directoryservice"],
  dx: ["directconnect"],
  ec2_client_vpn: ["ec2clientvpn"],
  ec2_transit_gateway: ["ec2transitgateway"],
  elastic_beanstalk: ["elasticbeanstalk"],
  lb: ["lb", "alb"],
  media_convert: ["mediaconvert"],
  media_package: ["mediapackage"],
  media_packagev2: ["mediapackagev2"],
  media_store: ["mediastore"],
  prometheus: ["amp"],
  resourceexplorer2: ["resourceexplorer"],
  serverlessapplicationrepository: ["serverlessrepository"],
  service_discovery: ["servicediscovery"],
};

const LOAD_BALANCERS = [
  "aws:lb/loadBalancer:LoadBalancer",
  "aws:alb/loadBalancer:LoadBalancer",
  "aws:applicationloadbalancing/loadBalancer:LoadBalancer",
  "aws:elasticloadbalancingv2/loadBalancer:LoadBalancer",
];

/** Types that no rule tells. Each is a type of @pulumi/aws 7.48 or one of its aliases, older names last. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  aws_alb: LOAD_BALANCERS,
  aws_lb: LOAD_BALANCERS,
  aws_elb: ["aws:elb/loadBalancer:LoadBalancer", "aws:elasticloadbalancing/loadBalancer:LoadBalancer"],
  aws_cloudtrail: ["aws:cloudtrail/trail:Trail"],
  aws_config_config_rule: ["aws:cfg/rule:Rule"],
  aws_config_configuration_recorder: ["aws:cfg/recorder:Recorder"],
  aws_config_configuration_recorder_status: ["aws:cfg/recorderStatus:RecorderStatus"],
  aws_ec2_host: ["aws:ec2/dedicatedHost:DedicatedHost"],
  aws_ec2_transit_gateway: ["aws:ec2transitgateway/transitGateway:TransitGateway"],
  aws_fsx_openzfs_file_system: ["aws:fsx/openZfsFileSystem:OpenZfsFileSystem"],
  aws_fsx_openzfs_snapshot: ["aws:fsx/openZfsSnapshot:OpenZfsSnapshot"],
  aws_fsx_openzfs_volume: ["aws:fsx/openZfsVolume:OpenZfsVolume"],
  aws_s3_bucket: ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"],
  aws_s3_bucket_analytics_configuration: ["aws:s3/analyticsConfiguration:AnalyticsConfiguration"],
  aws_s3_bucket_lifecycle_configuration: [
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
  ],
  aws_s3_bucket_inventory: ["aws:s3/inventory:Inventory"],
  aws_s3_object: ["aws:s3/bucketObjectv2:BucketObjectv2"],
};

const camel = (words: readonly string[]): string =>
  words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join("");

const tokenIn = (module: string, words: readonly string[]): string => {
  const name = camel(words);
  return `aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

/**
 * The Pulumi types that bridge a Terraform type of AWS; empty for other types. Where a rule leaves two readings (its
 * first word is a module, or all of it a name in `ec2`), both are given: only one of them exists.
 */
export const tokensOfTerraformType = (type: string): readonly string[] => {
  if (Object.hasOwn(IRREGULAR, type)) return IRREGULAR[type] ?? [];
  const words = type.split("_");
  if (words.shift() !== "aws" || words.some((word) => !/^[a-z0-9]+$/.test(word)) || words.length === 0) return [];
  const whole = tokenIn("ec2", words);
  for (let length = words.length - 1; length > 0; length--) {
    const prefix = words.slice(0, length).join("_");
    const modules = Object.hasOwn(MODULES, prefix) ? MODULES[prefix] : length === 1 ? [prefix] : undefined;
    if (modules) return [...modules.map((module) => tokenIn(module, words.slice(length))), whole];
  }
  return [whole];
};
