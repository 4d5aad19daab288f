import * as aws from "@pulumi/aws";
import { size } from "./size.ts";

export const bucket = new aws.s3.Bucket("data", { tags: { size } }).id;
