import { z } from "zod";
import { gateSettingsSchema } from "../src/gate/list.ts";
import { estimateDocumentSchema } from "../src/report/document.ts";
import { settingsSchemaWith } from "../src/settings/schema.ts";

/** A JSON Schema that is published beside the package, made from the zod schema that the program itself uses. */
export interface PublishedSchema {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly schema: z.ZodType;
  /** `input` describes what people write, `output` what the program writes. */
  readonly side: "input" | "output";
}

/** Every published schema. */
export const PUBLISHED: readonly PublishedSchema[] = [
  {
    file: "schema/rackrate.schema.json",
    id: "urn:rackrate:schema:settings",
    title: "rackrate.yaml",
    description: "Settings of rackrate: horizon, usage, the business side of workloads, benefits, facility and gates.",
    schema: settingsSchemaWith(gateSettingsSchema),
    side: "input",
  },
  {
    file: "schema/estimate.schema.json",
    id: "urn:rackrate:schema:estimate",
    title: "rackrate preview --format json",
    description:
      "What a plan costs and earns, version 1. Money and quantities are decimal numbers as text; null is unknown, and what is not there costs 0. With one stack, its fields stand at the top level too.",
    schema: estimateDocumentSchema,
    side: "output",
  },
];

/** The text of a published schema. Draft 7 is what YAML and JSON editors understand. */
export const renderSchema = ({ id, title, description, schema, side }: PublishedSchema): string => {
  const { $schema, ...body } = z.toJSONSchema(schema, { io: side, target: "draft-7" });
  return `${JSON.stringify({ $schema, $id: id, title, description, ...body }, null, 2)}\n`;
};
