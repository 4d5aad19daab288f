import { type PropertyMap, propertyMap, UNKNOWN, type Value } from "../../core/value.ts";
import type { RunContext } from "./context.ts";
import { Refused } from "./context.ts";
import { answerDataSource } from "./data-sources/answer.ts";
import { declaredAnswer } from "./data-sources/declared-answer.ts";
import { expandKubernetes } from "./data-sources/kubernetes.ts";
import type { ResourceProto, StructProto } from "./protocol.ts";
import { readStruct, UNKNOWN_TEXT, writeStruct, writeValue } from "./wire.ts";

/** Stands for the region where nothing names one, so that zones and ARNs can be made up at all. */
const FALLBACK_REGION = "us-east-1";

/** Answers a data-source call: no cloud is asked, every answer is a named assumption. */
export const answerInvoke = async (
  run: RunContext,
  request: ResourceProto.ResourceInvokeRequest,
): Promise<ResourceProto.ResourceInvokeResponse> => {
  const token = request.getTok();
  const response = new run.protocol.InvokeResponse();
  if (token === "pulumi:pulumi:getResource") {
    response.setReturn(referenced(run, request.getArgs()));
    return response;
  }
  const goal = await run.transforms.applyToInvoke(request).catch((error: Error) => {
    run.session.fail({ severity: "error", code: "transform-failed", message: error.message });
    throw new Refused(error.message);
  });
  const args = readStruct(goal.args, run.secrets);
  const answer = answerOf(run, token, args, goal.provider);
  // Newer SDKs know an unknown answer. For older ones, one unknown property lets no `apply` run on it.
  if (answer === null) response.setUnknown?.(true);
  response.setReturn(writeStruct(run.protocol, answer ?? propertyMap([["unknown", UNKNOWN]])));
  return response;
};

const answerOf = (run: RunContext, token: string, args: PropertyMap, provider: string): PropertyMap | null => {
  const { session } = run;
  if (token.startsWith("kubernetes:")) return expandKubernetes(token, args, session);
  const region = run.regions.ofInvoke(token, args, provider);
  const question = { args, region: region ?? FALLBACK_REGION };
  const answer = answerDataSource(token, args, question.region);
  if (answer === null) {
    session.unanswered.add(token);
    const declared = declaredAnswer(token, question, run.programFolder);
    session.assume(
      "data-source-unknown",
      declared === null
        ? `The data source ${token} is not asked; its answer counts as unknown.`
        : `The data source ${token} is not asked; its answer has the shape that its package declares, with made-up names, one item a list, and all else unknown.`,
    );
    return declared;
  }
  session.assume(answer.code, answer.message);
  if (region === null && answer.regional) {
    session.assume("region-assumed", `No region is configured; data sources answer for ${FALLBACK_REGION}.`);
  }
  return answer.value;
};

/** The state of a resource that the program holds only by reference. */
const referenced = (run: RunContext, args: StructProto.Struct | undefined): StructProto.Struct => {
  const urn = args?.getFieldsMap().get("urn")?.getStringValue() ?? "";
  const resource = run.registry.get(urn);
  const struct = new run.protocol.struct.Struct();
  const state = new run.protocol.struct.Value();
  state.setStructValue(resource?.state ?? new run.protocol.struct.Struct());
  struct.getFieldsMap().set("urn", writeValue(run.protocol, urn));
  struct.getFieldsMap().set("id", writeValue(run.protocol, (resource?.id ?? "") as Value));
  struct.getFieldsMap().set("state", state);
  return struct;
};

/** A method of a provider's resource: always unknown, because no provider runs. */
export const answerCall = (run: RunContext, request: ResourceProto.ResourceCallRequest) => {
  const response = new run.protocol.CallResponse();
  run.session.assume("method-unknown", `The method ${request.getTok()} is not called; its result counts as unknown.`);
  const struct = new run.protocol.struct.Struct();
  const unknown = new run.protocol.struct.Value();
  unknown.setStringValue(UNKNOWN_TEXT);
  struct.getFieldsMap().set("result", unknown);
  response.setReturn(struct);
  return response;
};
