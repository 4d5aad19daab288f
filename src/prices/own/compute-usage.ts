import type { PriceQuery } from "../../model/price.ts";
import { HOURS_IN_MONTH } from "../month.ts";

/** The services that a Compute Savings Plan covers, as settings name them. */
export type ComputeService = "ec2" | "fargate" | "lambda";

/** Usage that a Compute Savings Plan covers. */
export interface ComputeUsage {
  readonly service: ComputeService;
  /** What the rates of a plan name it by: its instance type, or its item. */
  readonly key: string;
  /** How many of the units that AWS states its rates for make one of ours: Fargate is priced here by the month. */
  readonly awsUnits: number;
}

/**
 * What a Compute Savings Plan covers of Fargate and Lambda: the vCPUs and the memory of ECS tasks and EKS pods, and the duration and
 * provisioned concurrency of functions. Not their disks and requests, nor what runs on spot capacity.
 * https://docs.aws.amazon.com/savingsplans/latest/userguide/sp-applying.html, https://aws.amazon.com/lambda/pricing/,
 * https://aws.amazon.com/blogs/containers/saving-money-pod-at-time-with-eks-fargate-and-aws-compute-savings-plans/
 */
const COVERED: readonly {
  readonly service: ComputeService;
  readonly code: string;
  readonly item: RegExp;
  readonly awsUnits: number;
}[] = [
  { service: "fargate", code: "AmazonECS", item: /^fargate\/(?:arm\/)?(?:vcpu|memory)$/, awsUnits: HOURS_IN_MONTH },
  {
    service: "lambda",
    code: "AWSLambda",
    item: /^(?:duration|provisioned|provisioned-duration)\/(?:x86-64|arm64)$/,
    awsUnits: 1,
  },
];

/** A machine of EC2 at on-demand: its type, operating system and tenancy. */
export const ON_DEMAND_MACHINE = /^instance\/([^/]+)\/([^/]+)\/([^/]+)\/on-demand$/;

/** What a Compute Savings Plan sees in a question to the price list; `null` for what it does not cover. */
export const computeUsageOf = ({ vendor, service, item }: PriceQuery): ComputeUsage | null => {
  if (vendor !== "aws") return null;
  const type = service === "AmazonEC2" ? ON_DEMAND_MACHINE.exec(item)?.[1] : undefined;
  if (type !== undefined) return { service: "ec2", key: type, awsUnits: 1 };
  const covered = COVERED.find((one) => one.code === service && one.item.test(item));
  return covered === undefined ? null : { service: covered.service, key: item, awsUnits: covered.awsUnits };
};
