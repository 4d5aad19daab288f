import { propertyMap, type Value } from "../../../core/value.ts";
import {
  ACCOUNT,
  arn,
  type DataSource,
  fakeId,
  filterValues,
  key,
  type Question,
  tagsOf,
  text,
  zonesOf,
} from "./data-source.ts";

const vpcId = ({ args, region }: Question): string =>
  text(args, "vpcId") ??
  filterValues(args, "vpc-id")[0] ??
  fakeId("vpc", region, key(propertyMap([["tags", args.tags ?? null]])));

/** One subnet in each zone of the region. */
const subnetIds = (question: Question): string[] =>
  zonesOf(question.region).map((zone) => fakeId("subnet", vpcId(question), zone, key(question.args)));

const subnets = (name: string): DataSource => ({
  name,
  modules: ["ec2"],
  regional: true,
  assumption: (question) =>
    `The network ${vpcId(question)} is taken to have one matching subnet in each of three zones.`,
  answer: (question) => ({ id: question.region, ids: subnetIds(question), tags: tagsOf(question.args) }),
});

/** A thing of EC2 that is known by its id: `ids` in the plural, `id` in the singular. */
const identified = (
  name: string,
  prefix: string,
  what: string,
  more: (question: Question, id: string) => Record<string, Value> = () => ({}),
): DataSource => ({
  name,
  modules: ["ec2"],
  regional: true,
  assumption: ({ args }) => `The ${what} ${text(args, "id", "name") ?? "that matches the query"} is taken to exist.`,
  answer: (question) => {
    const id =
      text(question.args, "id", `${what.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase())}Id`) ??
      fakeId(prefix, question.region, key(question.args));
    return { id, ids: [id], tags: tagsOf(question.args), ownerId: ACCOUNT, ...more(question, id) };
  },
});

/** Networks and what hangs on them. */
export const networkDataSources: readonly DataSource[] = [
  {
    name: "getVpc",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) =>
      `The network ${text(args, "id") ?? "that matches the query"} is taken to exist with the addresses 10.0.0.0/16.`,
    answer: (question) => {
      const { args, region } = question;
      const id = text(args, "id") ?? vpcId(question);
      const cidrBlock = text(args, "cidrBlock") ?? "10.0.0.0/16";
      return {
        id,
        arn: arn(region, "ec2", `vpc/${id}`),
        cidrBlock,
        cidrBlockAssociations: [
          propertyMap([
            ["associationId", fakeId("vpc-cidr-assoc", id)],
            ["cidrBlock", cidrBlock],
            ["state", "associated"],
          ]),
        ],
        default: args.default === true,
        dhcpOptionsId: fakeId("dopt", id),
        enableDnsHostnames: true,
        enableDnsSupport: true,
        instanceTenancy: "default",
        mainRouteTableId: fakeId("rtb", id),
        ownerId: ACCOUNT,
        state: "available",
        tags: tagsOf(args),
      };
    },
  },
  {
    name: "getVpcs",
    modules: ["ec2"],
    regional: true,
    assumption: () => "One network is taken to match the query.",
    answer: (question) => ({ id: question.region, ids: [vpcId(question)], tags: tagsOf(question.args) }),
  },
  subnets("getSubnets"),
  subnets("getSubnetIds"),
  {
    name: "getSubnet",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) => `The subnet ${text(args, "id") ?? "that matches the query"} is taken to exist.`,
    answer: (question) => {
      const { args, region } = question;
      const id = text(args, "id") ?? fakeId("subnet", region, key(args));
      const zone = text(args, "availabilityZone") ?? zonesOf(region)[0]!;
      return {
        id,
        arn: arn(region, "ec2", `subnet/${id}`),
        vpcId: vpcId(question),
        availabilityZone: zone,
        availabilityZoneId: `${zone}-az`,
        availableIpAddressCount: 250,
        cidrBlock: text(args, "cidrBlock") ?? "10.0.0.0/24",
        mapPublicIpOnLaunch: false,
        ownerId: ACCOUNT,
        state: "available",
        tags: tagsOf(args),
      };
    },
  },
  identified("getSecurityGroup", "sg", "security group", (question, id) => ({
    arn: arn(question.region, "ec2", `security-group/${id}`),
    name: text(question.args, "name") ?? "default",
    description: "",
    vpcId: vpcId(question),
  })),
  identified("getSecurityGroups", "sg", "security group", (question) => ({ vpcIds: [vpcId(question)], arns: [] })),
  identified("getRouteTable", "rtb", "route table", (question, id) => ({
    routeTableId: id,
    arn: arn(question.region, "ec2", `route-table/${id}`),
    vpcId: vpcId(question),
    routes: [],
    associations: [],
  })),
  identified("getRouteTables", "rtb", "route table"),
  identified("getInternetGateway", "igw", "internet gateway", (_, id) => ({ internetGatewayId: id, attachments: [] })),
  identified("getNatGateway", "nat", "nat gateway", (question) => ({
    vpcId: vpcId(question),
    publicIp: "192.0.2.1",
    privateIp: "10.0.0.1",
    state: "available",
  })),
  identified("getElasticIp", "eipalloc", "elastic IP", () => ({ publicIp: "192.0.2.1" })),
  identified("getNetworkInterface", "eni", "network interface", (question) => ({
    vpcId: vpcId(question),
    privateIp: "10.0.0.1",
    privateIps: ["10.0.0.1"],
  })),
  identified("getTransitGateway", "tgw", "transit gateway", (question, id) => ({
    arn: arn(question.region, "ec2", `transit-gateway/${id}`),
  })),
  identified("getPrefixList", "pl", "prefix list", () => ({ cidrBlocks: ["192.0.2.0/24"], name: "example" })),
  identified("getManagedPrefixList", "pl", "prefix list", (question, id) => ({
    arn: arn(question.region, "ec2", `prefix-list/${id}`),
    entries: [],
    maxEntries: 100,
    version: 1,
    addressFamily: "IPv4",
  })),
  {
    name: "getVpcEndpointService",
    modules: ["ec2"],
    regional: true,
    assumption: ({ args }) =>
      `The endpoint service ${text(args, "service", "serviceName") ?? ""} is taken to be offered in every zone.`,
    answer: ({ args, region }) => {
      const serviceName = text(args, "serviceName") ?? `com.amazonaws.${region}.${text(args, "service") ?? "service"}`;
      return {
        id: serviceName,
        serviceName,
        serviceType: text(args, "serviceType") ?? "Interface",
        availabilityZones: zonesOf(region),
        owner: "amazon",
        tags: tagsOf(args),
      };
    },
  },
  {
    name: "getZone",
    modules: ["route53"],
    regional: false,
    assumption: ({ args }) => `The DNS zone ${text(args, "name", "zoneId") ?? ""} is taken to exist.`,
    answer: ({ args, region }) => {
      const zoneId = text(args, "zoneId") ?? "Z0EXAMPLE";
      return {
        id: zoneId,
        zoneId,
        arn: `arn:aws:route53:::hostedzone/${zoneId}`,
        name: text(args, "name") ?? "example.com",
        nameServers: ["ns-1.example.com", "ns-2.example.com"],
        primaryNameServer: "ns-1.example.com",
        comment: "",
        callerReference: "",
        privateZone: args.privateZone === true,
        resourceRecordSetCount: 2,
        vpcId: text(args, "vpcId") ?? "",
        tags: tagsOf(args),
        region,
      };
    },
  },
  {
    name: "getLoadBalancer",
    modules: ["lb", "alb", "elb", "applicationloadbalancing", "elasticloadbalancingv2"],
    regional: true,
    assumption: ({ args }) => `The load balancer ${text(args, "name", "arn") ?? ""} is taken to exist.`,
    answer: (question) => {
      const { args, region } = question;
      const name = text(args, "name") ?? "example";
      return {
        id: name,
        arn: text(args, "arn") ?? arn(region, "elasticloadbalancing", `loadbalancer/app/${name}/0123456789abcdef`),
        arnSuffix: `app/${name}/0123456789abcdef`,
        dnsName: `${name}.${region}.elb.amazonaws.com`,
        name,
        vpcId: vpcId(question),
        zoneId: "Z0EXAMPLE",
        loadBalancerType: "application",
        securityGroups: [],
        subnets: subnetIds(question),
        internal: false,
        tags: tagsOf(args),
      };
    },
  },
  {
    name: "getHostedZoneId",
    modules: ["elb", "lb", "alb", "elasticbeanstalk"],
    regional: true,
    assumption: () => "The load balancers' DNS zone id is made up.",
    answer: () => ({ id: "Z0EXAMPLE" }),
  },
  {
    name: "getServiceAccount",
    modules: ["elb", "redshift", "cloudtrail"],
    regional: true,
    assumption: () => "The service's own AWS account is made up.",
    answer: ({ region }) => ({ id: ACCOUNT, arn: arn(region, "iam", "root", "global") }),
  },
];
