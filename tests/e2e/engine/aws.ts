import { type EchoOptions, type EchoProvider, serveEchoProvider } from "./echo-provider.ts";

const REGION = { id: "us-east-1", name: "us-east-1", region: "us-east-1", description: "US East (N. Virginia)" };

/** The data sources that the programs of these tests read, as AWS answers them in us-east-1. */
const INVOKES: EchoOptions["invokes"] = {
  "aws:index/getRegion:getRegion": () => REGION,
};

/** An AWS provider with a region, and whatever else a test wants of it. */
export const serveAws = (options: EchoOptions = {}): Promise<EchoProvider> =>
  serveEchoProvider({ ...options, invokes: { ...INVOKES, ...options.invokes } });
