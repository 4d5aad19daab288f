import { ruleOf } from "./type-rules/rule-of.ts";

/** Databases on instances whose definitions leave it open. */
const DATABASES = /^aws:(rds|docdb|neptune)\/(instance|clusterInstance):/;

/**
 * Whether a type runs on processors or accelerators, where its definition does not say so itself. Where such a type has
 * no price, a gate must not pass in silence.
 */
export const isComputeType = (type: string): boolean => DATABASES.test(type) || ruleOf(type)?.compute === true;
