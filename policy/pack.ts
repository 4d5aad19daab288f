import { RackratePolicies } from "./index.ts";

// The engine loads this file and asks the pack it finds for its policies; constructing it is all there is to do.
new RackratePolicies();
