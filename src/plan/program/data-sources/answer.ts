import { type PropertyMap, propertyMap } from "../../../core/value.ts";
import { accountDataSources } from "./aws-account.ts";
import { computeDataSources } from "./aws-compute.ts";
import { networkDataSources } from "./aws-network.ts";
import { offerDataSources } from "./aws-offers.ts";
import { policyDocument } from "./aws-policy-document.ts";
import { serviceDataSources } from "./aws-services.ts";
import { type DataSource, text } from "./data-source.ts";
import { otherDataSources } from "./other-packages.ts";

/** A made-up answer and the assumption that it is. */
export interface DataSourceAnswer {
  readonly value: PropertyMap;
  readonly code: string;
  readonly message: string;
  readonly regional: boolean;
}

const awsDataSources: readonly DataSource[] = [
  ...accountDataSources,
  ...networkDataSources,
  ...computeDataSources,
  ...serviceDataSources,
  ...offerDataSources,
  policyDocument,
];

/**
 * Answers a data source, or says `null` where nothing plausible can be made up. Old and new tokens of the AWS provider
 * (`aws:index/getAmi:getAmi`, `aws:ec2/getAmi:getAmi`) mean the same.
 */
export const answerDataSource = (token: string, args: PropertyMap, region: string): DataSourceAnswer | null => {
  const where = text(args, "region") ?? region;
  const question = { args, region: where };
  const other = Object.hasOwn(otherDataSources, token) ? otherDataSources[token] : undefined;
  if (other !== undefined) {
    const value = propertyMap(Object.entries(other.answer(question)));
    return { value, code: codeOf(token), message: other.assumption(question), regional: true };
  }
  const source = awsSource(token);
  if (source === undefined) return null;
  // A data source repeats its arguments; what it found wins.
  const entries = [...Object.entries(args), ["region", where] as const, ...Object.entries(source.answer(question))];
  const message = source.assumption(question);
  return { value: propertyMap(entries), code: codeOf(source.name), message, regional: source.regional };
};

const awsSource = (token: string): DataSource | undefined => {
  const match = /^aws:([^/:]+)(?:\/[^:]+)?:(\w+)$/.exec(token);
  if (match === null) return undefined;
  const [, module = "", name] = match;
  const named = awsDataSources.filter((source) => source.name === name);
  return (
    named.find((source) => source.modules.includes(module)) ??
    (module === "index" ? named[0] : named.find((source) => source.modules.length === 0))
  );
};

/** `data-source-get-ami` of `getAmi`. */
const codeOf = (token: string): string => {
  const name = token.split(/[:/]/).at(-1)!;
  return `data-source-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, "")}`;
};
