import { isList, isPropertyMap, type PropertyMap, type Value } from "../../core/value.ts";

/** Extended resources that stand for accelerators, by the vendors of their device plugins. */
const ACCELERATOR = /^((nvidia|amd|habana)\.(com|ai)|aws\.amazon\.com\/neuron|google\.com\/tpu|gpu\.intel\.com)/;

/** What each pod of a workload asks for: `8 nvidia.com/gpu`. */
export const acceleratorRequests = (inputs: PropertyMap): readonly string[] => [...new Set(requestsIn(inputs))];

function* requestsIn(value: Value | undefined): Generator<string> {
  if (isList(value)) for (const member of value) yield* requestsIn(member);
  if (!isPropertyMap(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const isRequest = key === "limits" || key === "requests";
    if (isRequest && isPropertyMap(member)) {
      for (const [name, count] of Object.entries(member))
        if (ACCELERATOR.test(name))
          yield `${typeof count === "symbol" ? "an unknown number of" : String(count)} ${name}`;
    } else yield* requestsIn(member);
  }
}
