import * as aws from "@pulumi/aws";
import { sizes } from "./sizes";

const bucket = new aws.s3.Bucket("data", { tags: { size: sizes.large } });
export const name = bucket.id;
