import { natGateway } from "./aws/nat-gateway.ts";
import type { ResourceDefinition } from "./define.ts";

/** Every type that can be priced, in the order of the documentation. A new type is one file and one line here. */
export const RESOURCES: readonly ResourceDefinition[] = [natGateway];
