import { charged, chargedCompute, free, type TypeRule } from "./type-rule.ts";

/** Machine learning. https://aws.amazon.com/sagemaker/pricing/, /bedrock/pricing/, /bedrock/agentcore/pricing/ */
export const AWS_MACHINE_LEARNING: readonly TypeRule[] = [
  chargedCompute(
    "instances by the hour",
    "sagemaker: app hyperParameterTuningJob mlflowTrackingServer monitoringSchedule",
  ),
  charged("storage by the GB", "sagemaker: domain space featureGroup"),
  charged("each object", "sagemaker: flowDefinition labelingJob"),
  charged("each device by the month", "sagemaker: device deviceFleet"),
  free(
    "free by itself: endpoints, notebooks and jobs are charged",
    "sagemaker: algorithm appImageConfig codeRepository dataQualityJobDefinition endpointConfiguration hub hubContentReference humanTaskUI image*",
    "sagemaker: model modelCard modelCardExportJob modelPackageGroup* notebookInstanceLifecycleConfiguration pipeline project",
    "sagemaker: servicecatalogPortfolioStatus studioLifecycleConfig userProfile workforce workteam",
  ),

  chargedCompute("model units by the hour", "bedrock: provisionedModelThroughput"),
  free(
    "free by itself: tokens are charged",
    "bedrock: agentAgentActionGroup agentAgentAlias agentAgentCollaborator agentAgentKnowledgeBaseAssociation agentPrompt guardrailVersion",
    "bedrock: inferenceProfile useCaseForModelAccess agentcoreAgentRuntimeEndpoint agentcoreGatewayRule agentcoreGatewayTarget",
    "bedrock: agentcoreMemoryStrategy agentcoreResourcePolicy agentcoreTokenVaultCmk",
    "bedrockmodel: invocationLoggingConfiguration",
  ),
  charged(
    "tokens and what its parts use",
    "bedrock: *",
    "bedrockfoundation: modelAgreement",
    "bedrockmodel: invocationJob",
  ),

  charged("hours of the index and its connectors", "kendra: index dataSource"),
  free("its index is charged", "kendra: experience faq querySuggestionsBlockList thesaurus"),
  charged("requests", "lex: bot v2modelsBot"),
  free(
    "its bot is charged",
    "lex: botAlias intent slotType v2modelsBotLocale v2modelsBotVersion v2modelsIntent v2modelsSlot*",
  ),
  charged(
    "training and analysis",
    "rekognition: project streamProcessor collection",
    "comprehend: *",
    "transcribe: languageModel",
  ),
  free("free by itself: transcription is charged", "transcribe: medicalVocabulary vocabulary*"),
];
