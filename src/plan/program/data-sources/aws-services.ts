import { propertyMap, SECRET, type Value } from "../../../core/value.ts";
import {
  ACCOUNT,
  ASSUMED_TEXT,
  arn,
  type DataSource,
  digestOf,
  domainOf,
  fakeId,
  key,
  type Question,
  tagsOf,
  text,
  texts,
} from "./data-source.ts";

/** A named thing of a service that is taken to exist. */
const existing = (
  name: string,
  module: string | readonly string[],
  what: string,
  nameKeys: readonly string[],
  more: (question: Question, name: string) => Record<string, Value>,
): DataSource => ({
  name,
  modules: typeof module === "string" ? [module] : module,
  regional: true,
  assumption: ({ args }) => `The ${what} ${text(args, ...nameKeys) ?? "that matches the query"} is taken to exist.`,
  answer: (question) => {
    const named = text(question.args, ...nameKeys) ?? "example";
    return { id: named, tags: tagsOf(question.args), ...more(question, named) };
  },
});

const lastPart = (name: string): string => name.split(/[/:]/).at(-1)!;
const global = (question: Question, service: string, resource: string) =>
  arn(question.region, service, resource, "global");
const regional = (question: Question, service: string, resource: string) => arn(question.region, service, resource);
const keyId = (name: string): string => {
  const digits = digestOf(name);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ].join("-");
};

/** Identity, storage, keys, messages and the like. */
export const serviceDataSources: readonly DataSource[] = [
  existing("getRole", "iam", "role", ["name"], (q, name) => ({
    name,
    arn: global(q, "iam", `role/${name}`),
    assumeRolePolicy: "{}",
    path: "/",
    uniqueId: "AROAEXAMPLE",
    maxSessionDuration: 3600,
  })),
  existing("getUser", "iam", "user", ["userName"], (q, name) => ({
    userName: name,
    arn: global(q, "iam", `user/${name}`),
    path: "/",
    userId: "AIDAEXAMPLE",
  })),
  existing("getGroup", "iam", "group", ["groupName"], (q, name) => ({
    groupName: name,
    arn: global(q, "iam", `group/${name}`),
    path: "/",
    users: [],
  })),
  existing("getInstanceProfile", "iam", "instance profile", ["name"], (q, name) => ({
    name,
    arn: global(q, "iam", `instance-profile/${name}`),
    roleName: name,
    roleArn: global(q, "iam", `role/${name}`),
  })),
  existing("getPolicy", "iam", "policy", ["name", "arn"], (q, name) => ({
    name: lastPart(name),
    arn: text(q.args, "arn") ?? `arn:aws:iam::aws:policy/${name}`,
    policy: "{}",
    path: "/",
    description: "",
  })),
  existing("getOpenIdConnectProvider", "iam", "identity provider", ["url", "arn"], (q, name) => ({
    url: name,
    arn: text(q.args, "arn") ?? global(q, "iam", `oidc-provider/${name.replace("https://", "")}`),
    clientIdLists: [],
    thumbprintLists: [],
  })),
  existing("getCertificate", "acm", "certificate for", ["domain"], (q, name) => ({
    domain: name,
    arn: regional(q, "acm", `certificate/${keyId(name)}`),
    status: "ISSUED",
    certificate: "",
    certificateChain: "",
  })),
  existing("getRepository", "ecr", "image repository", ["name"], (q, name) => ({
    name,
    arn: regional(q, "ecr", `repository/${name}`),
    registryId: ACCOUNT,
    repositoryUrl: `${registry(q)}/${name}`,
  })),
  existing("getImage", "ecr", "image of repository", ["repositoryName"], (q, name) => ({
    imageDigest: `sha256:${digestOf(name)}`,
    imageTags: [text(q.args, "imageTag") ?? "latest"],
    imageUri: `${registry(q)}/${name}@sha256:${digestOf(name)}`,
    registryId: ACCOUNT,
  })),
  {
    name: "getAuthorizationToken",
    modules: ["ecr", "ecrpublic"],
    regional: true,
    assumption: () => "The token for the image registry is made up; nothing is pushed with it.",
    answer: (q) => ({
      id: q.region,
      userName: "AWS",
      password: "assumed",
      authorizationToken: Buffer.from("AWS:assumed").toString("base64"),
      expiresAt: "",
      proxyEndpoint: `https://${registry(q)}`,
    }),
  },
  {
    name: "getCredentials",
    modules: ["ecr"],
    regional: true,
    assumption: () => "The token for the image registry is made up; nothing is pushed with it.",
    answer: (q) => ({
      id: q.region,
      authorizationToken: Buffer.from("AWS:assumed").toString("base64"),
      expiresAt: "",
      proxyEndpoint: `https://${registry(q)}`,
    }),
  },
  {
    ...existing("getParameter", "ssm", "parameter", ["name"], (q, name) => {
      const value = parameterValue(name, q.region);
      return {
        name,
        arn: regional(q, "ssm", `parameter/${name.replace(/^\//, "")}`),
        type: "String",
        value,
        insecureValue: value,
        version: 1,
      };
    }),
    assumption: ({ args }) => {
      const name = text(args, "name") ?? "";
      return isPublic(name)
        ? `The parameter ${name} is taken to exist; the machine image in it is made up.`
        : `The parameter ${name} is taken to exist; what it holds counts as unknown.`;
    },
  },
  existing("getSecret", "secretsmanager", "secret", ["name", "arn"], (q, name) => ({
    name: lastPart(name),
    arn: text(q.args, "arn") ?? regional(q, "secretsmanager", `secret:${name}-AbCdEf`),
    kmsKeyId: "",
    policy: "",
  })),
  existing("getSecretVersion", "secretsmanager", "secret", ["secretId"], (q, name) => ({
    arn: name,
    versionId: keyId(key(q.args)),
    versionStages: ["AWSCURRENT"],
    secretString: SECRET,
    secretBinary: SECRET,
  })),
  existing("getBucket", "s3", "bucket", ["bucket"], (q, name) => ({
    bucket: name,
    arn: `arn:aws:s3:::${name}`,
    bucketDomainName: `${name}.s3.amazonaws.com`,
    bucketRegionalDomainName: `${name}.s3.${q.region}.amazonaws.com`,
    hostedZoneId: "Z0EXAMPLE",
    websiteDomain: `s3-website-${q.region}.amazonaws.com`,
    websiteEndpoint: `${name}.s3-website-${q.region}.amazonaws.com`,
  })),
  existing("getKey", "kms", "key", ["keyId"], (q, name) => ({
    keyId: name,
    arn: regional(q, "kms", `key/${keyId(name)}`),
    enabled: true,
    keyState: "Enabled",
    keyUsage: "ENCRYPT_DECRYPT",
    awsAccountId: ACCOUNT,
  })),
  existing("getAlias", "kms", "key alias", ["name"], (q, name) => ({
    name,
    arn: regional(q, "kms", name),
    targetKeyId: keyId(name),
    targetKeyArn: regional(q, "kms", `key/${keyId(name)}`),
  })),
  existing("getFunction", "lambda", "function", ["functionName"], (q, name) => ({
    functionName: name,
    arn: regional(q, "lambda", `function:${name}`),
    qualifiedArn: regional(q, "lambda", `function:${name}:1`),
    invokeArn: regional(q, "apigateway", `lambda:path/functions/${name}`),
    role: global(q, "iam", `role/${name}`),
    // Its memory is left out and not made up: it would decide the cost of a function that is given the same.
    runtime: "nodejs22.x",
    timeout: 3,
    version: "1",
    handler: "index.handler",
  })),
  existing("getEngineVersion", "rds", "database engine", ["engine"], (q, name) => {
    const version = text(q.args, "version") ?? texts(q.args.preferredVersions)[0] ?? ASSUMED_TEXT;
    return {
      engine: name,
      version,
      versionActual: version,
      parameterGroupFamily: text(q.args, "parameterGroupFamily") ?? `${name}${version.split(".")[0]}`,
      status: "available",
      validUpgradeTargets: [],
    };
  }),
  existing("getInstance", "rds", "database", ["dbInstanceIdentifier"], (q, name) => ({
    dbInstanceIdentifier: name,
    address: `${name}.${q.region}.rds.amazonaws.com`,
    endpoint: `${name}.${q.region}.rds.amazonaws.com:5432`,
    port: 5432,
    dbInstanceArn: regional(q, "rds", `db:${name}`),
  })),
  existing("getTable", "dynamodb", "table", ["name"], (q, name) => ({
    name,
    arn: regional(q, "dynamodb", `table/${name}`),
    billingMode: ASSUMED_TEXT,
  })),
  existing("getTopic", "sns", "topic", ["name"], (q, name) => ({ name, arn: regional(q, "sns", name) })),
  existing("getQueue", "sqs", "queue", ["name"], (q, name) => ({
    name,
    arn: regional(q, "sqs", name),
    url: `https://sqs.${q.region}.amazonaws.com/${ACCOUNT}/${name}`,
  })),
  existing("getLogGroup", "cloudwatch", "log group", ["name"], (q, name) => ({
    name,
    arn: regional(q, "logs", `log-group:${name}`),
    retentionInDays: 0,
  })),
  existing("getCluster", "ecs", "ECS cluster", ["clusterName"], (q, name) => ({
    clusterName: name,
    arn: regional(q, "ecs", `cluster/${name}`),
    status: "ACTIVE",
  })),
  existing("getTaskDefinition", "ecs", "task definition", ["taskDefinition"], (q, name) => {
    const [, family, revision = "1"] = /([^/:]+)(?::(\d+))?$/.exec(name) ?? [];
    const unversioned = regional(q, "ecs", `task-definition/${family ?? name}`);
    return {
      family: family ?? name,
      revision: Number(revision),
      status: "ACTIVE",
      arn: `${unversioned}:${revision}`,
      arnWithoutRevision: unversioned,
    };
  }),
  existing("getFileSystem", "efs", "file system", ["fileSystemId"], (q, name) => ({
    fileSystemId: name,
    arn: regional(q, "elasticfilesystem", `file-system/${name}`),
    dnsName: `${name}.efs.${q.region}.amazonaws.com`,
  })),
  existing("getCachePolicy", "cloudfront", "cache policy", ["name", "id"], (_, name) => ({ id: keyId(name), name })),
  existing("getOriginRequestPolicy", "cloudfront", "origin request policy", ["name", "id"], (_, name) => ({
    id: keyId(name),
    name,
  })),
  existing("getResponseHeadersPolicy", "cloudfront", "response headers policy", ["name", "id"], (_, name) => ({
    id: keyId(name),
    name,
  })),
  existing("getDomain", ["elasticsearch", "opensearch"], "search domain", ["domainName"], (q, name) => ({
    domainName: name,
    arn: regional(q, "es", `domain/${name}`),
    endpoint: `${name}.${q.region}.es.amazonaws.com`,
  })),
  existing("getOrganization", "organizations", "organization", [], (q) => ({
    id: "o-example",
    arn: global(q, "organizations", "organization/o-example"),
    masterAccountId: ACCOUNT,
    accounts: [],
    roots: [
      propertyMap([
        ["id", "r-example"],
        ["name", "Root"],
      ]),
    ],
  })),
];

const registry = ({ region }: Question): string => `${ACCOUNT}.dkr.ecr.${region}.${domainOf(region)}`;

const isPublic = (parameter: string): boolean => parameter.startsWith("/aws/service/");

/** Public parameters name machine images, ECS's `recommended` ones in JSON; others are somebody's settings, which nobody can guess. */
const parameterValue = (name: string, region: string): string => {
  if (!isPublic(name)) return ASSUMED_TEXT;
  const image = fakeId("ami", region, name);
  return name.endsWith("/recommended") ? JSON.stringify({ image_id: image, schema_version: 1 }) : image;
};
