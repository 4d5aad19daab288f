import { defineSimple } from "../simple.ts";

/** A directory bucket of S3 Express One Zone: storage, requests, and each GB that goes in and out. Deleting is free. */
export const s3DirectoryBucket = defineSimple({
  type: "aws:s3/directoryBucket:DirectoryBucket",
  title: "S3 directory bucket",
  source: "https://aws.amazon.com/s3/pricing/",
  service: "AmazonS3",
  category: "storage",
  usage: [
    {
      meter: "storage",
      description: "Storage (S3 Express One Zone)",
      usage: "storage_gb",
      unit: "GB",
      item: "express-one-zone/storage",
    },
    {
      meter: "put-requests",
      description: "PUT, COPY, POST, LIST requests",
      usage: "monthly_tier_1_requests",
      unit: "1k requests",
      per: 1000,
      item: "express-one-zone/put-requests",
    },
    {
      meter: "get-requests",
      description: "GET and all other requests",
      usage: "monthly_tier_2_requests",
      unit: "1k requests",
      per: 1000,
      item: "express-one-zone/get-requests",
    },
    {
      meter: "uploads",
      description: "Data uploaded",
      usage: "monthly_uploaded_gb",
      unit: "GB",
      item: "express-one-zone/uploads",
    },
    {
      meter: "retrievals",
      description: "Data retrieved",
      usage: "monthly_retrieved_gb",
      unit: "GB",
      item: "express-one-zone/retrievals",
    },
  ],
});
