import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type PropertyMap, propertyMap, UNKNOWN, type Value } from "../../../core/value.ts";
import { ACCOUNT, arn, digestOf, key, type Question } from "./data-source.ts";
import { readInterface, type Shape } from "./declaration.ts";

/** Where the npm packages of Pulumi's providers are published. */
const SCOPES = ["@pulumi", "@pulumiverse"];
/** A provider of many services declares all their shapes in some megabytes. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Deeper than any answer goes; a shape that contains itself ends here. */
const DEEPEST = 8;

/** `aws:ssoadmin/getInstances:getInstances` in its parts. Its module is `ssoadmin`; the root's is called `index`. */
const TOKEN = /^([\w-]+):((?:[\w-]+\/)*[\w-]+):(\w+)$/;

/**
 * An answer in the shape that the program's own SDK declares for a data source: lists of one, ids and names made up, all
 * else unknown, so that code which loops over it or looks inside works. `null` where the SDK declares none.
 */
export const declaredAnswer = (token: string, question: Question, programFolder: string): PropertyMap | null => {
  const [, pack = "", path = "", name = ""] = TOKEN.exec(token) ?? [];
  const folder = name === "" ? null : packageFolder(pack, programFolder);
  if (folder === null) return null;
  const [module] = path.split(`/${name}`);
  const place = module === "index" ? "" : (module ?? "");
  const text = readDeclaration(join(folder, place, `${name}.d.ts`));
  const shape = text && readInterface(text, `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
  if (!shape) return null;
  const maker = new AnswerMaker({ pack, module: place, name, folder, question });
  // A data source repeats its arguments.
  return propertyMap([...maker.entriesOf(shape, 0), ...Object.entries(question.args)]);
};

const packageFolder = (name: string, programFolder: string): string | null => {
  const require = createRequire(join(programFolder, "index.js"));
  for (const scope of SCOPES) {
    try {
      return dirname(require.resolve(`${scope}/${name}/package.json`));
    } catch {}
  }
  return null;
};

const readDeclaration = (file: string): string | null => {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, "utf8");
  return text.length > MOST_BYTES ? null : text;
};

interface Asked {
  readonly pack: string;
  readonly module: string;
  readonly name: string;
  readonly folder: string;
  readonly question: Question;
}

/** Makes values of a shape. The same question gets the same answer. */
class AnswerMaker {
  readonly #asked: Asked;
  readonly #digest: string;
  #outputs: string | undefined;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#digest = digestOf(`${asked.name} ${key(asked.question.args)}`);
  }

  entriesOf({ members }: Extract<Shape, { kind: "record" }>, depth: number): (readonly [string, Value])[] {
    return [...members].map(([name, shape]) => [name, this.#valueOf(shape, name, depth)] as const);
  }

  #valueOf(shape: Shape, name: string, depth: number): Value {
    if (depth > DEEPEST) return UNKNOWN;
    switch (shape.kind) {
      case "text":
        return this.#textOf(name);
      case "list":
        return [this.#valueOf(shape.of, name.replace(/s$/, ""), depth + 1)];
      case "record":
        return propertyMap(this.entriesOf(shape, depth + 1));
      case "named": {
        const declared = this.#declared(shape.name);
        return declared === null ? UNKNOWN : propertyMap(this.entriesOf(declared, depth + 1));
      }
      default:
        return UNKNOWN;
    }
  }

  /** What programs put names together from. Anything else may decide a cost, and so stays unknown. */
  #textOf(name: string): Value {
    const { pack, module, name: asked, question } = this.#asked;
    const thing = asked.replace(/^(?:get|list)/, "");
    const short = `${thing.charAt(0).toLowerCase()}${thing.slice(1)}-${this.#digest.slice(0, 8)}`;
    if (name === "region") return question.region;
    if (/^(?:accountId|ownerId)$/.test(name)) return pack === "aws" ? ACCOUNT : short;
    if (/(?:^a|A)rn$/.test(name)) return arn(question.region, module === "" ? pack : module, short);
    if (/(?:^i|I)d$/.test(name)) return this.#digest.slice(0, 16);
    if (/(?:^n|N)ame$/.test(name)) return short;
    return UNKNOWN;
  }

  /** `batch.GetJobQueueComputeEnvironmentOrder` in the file where an SDK keeps the shapes that are not of one function alone. */
  #declared(name: string): Extract<Shape, { kind: "record" }> | null {
    this.#outputs ??= readDeclaration(join(this.#asked.folder, "types", "output.d.ts")) ?? "";
    const path = name.split(".");
    const last = path.pop()!;
    let from = 0;
    for (const part of path) {
      const found = this.#outputs.indexOf(`namespace ${part} {`, from);
      if (found < 0) return null;
      from = found;
    }
    return readInterface(this.#outputs.slice(from), last);
  }
}
