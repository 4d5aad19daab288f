/**
 * The preview hook: one line at the top of a Pulumi program shows in every `pulumi preview` what each resource will
 * cost, and what the whole stack will cost and earn.
 */
import { extname } from "node:path";
import { keepCompiledCode } from "./hook/compiled-code.ts";
import { readDeclared } from "./hook/declared.ts";
import { whenProgramEnds } from "./hook/end-of-program.ts";
import { glanceAt } from "./hook/glance.ts";
import { type IncreaseLimit, increaseLimit } from "./hook/increase-limit.ts";
import { LiveValues } from "./hook/live-value.ts";
import { PricingThread } from "./hook/pricing-thread.ts";
import { factsOf } from "./hook/program-facts.ts";
import { Recorder } from "./hook/recorder.ts";
import { programSdk, type Sdk } from "./hook/sdk.ts";

// What the program imports after this is what there is to keep.
keepCompiledCode(process.env);

/** The same file beside this one, as source and as built. */
const WORKER = new URL(`./hook/worker${extname(import.meta.url)}`, import.meta.url);

export interface PreviewCostsOptions {
  /** Most that the steady month may become dearer by one change: an amount in the currency of the settings, or `"10%"`. More stops the preview. */
  readonly maxMonthlyIncrease?: number | string;
  /** Settings file, relative to the folder of Pulumi.yaml; the project's rackrate.yaml where absent. */
  readonly configFile?: string;
}

const INLINE =
  "an inline program of the Automation API has no end that can be seen from within. Use the policy pack, or price its preview with `rackrate preview --from`.";

let following = false;

/**
 * Follows every resource that the program declares from here on, and tells in a preview what it costs: beside each
 * resource that is created, changed or replaced, and in one summary at the program's end. It is silent in an update,
 * and under `rackrate preview`, which tells more. A failure of its own is a warning, unless `maxMonthlyIncrease` is
 * set: then what cannot be priced does not pass.
 *
 * ```ts
 * import { previewCosts } from "rackrate/hook";
 * previewCosts();
 * ```
 *
 * @throws Error for a limit that is none.
 */
export const previewCosts = (options: PreviewCostsOptions = {}): void => {
  const limit = increaseLimit(options.maxMonthlyIncrease);
  let pulumi: Sdk | undefined;
  try {
    const sdk = programSdk();
    pulumi = sdk.pulumi;
    if (following || !pulumi.runtime.isDryRun() || process.env.RACKRATE_PREVIEW === "true") return;
    if (sdk.isInline) throw new Error(INLINE);
    following = true;
    const thread = new PricingThread(WORKER, factsOf(pulumi, options.configFile, limit));
    const recorder = new Recorder(() => setImmediate(() => rehearse(thread, recorder)));
    recorder.start(sdk);
    whenProgramEnds((patience) => tell(sdk.pulumi, recorder, thread, limit, patience));
  } catch (error) {
    fail(pulumi, error, limit);
  }
};

/** Most programs declare all they have in one go, and then wait for the engine: time for the thread to rehearse. */
const rehearse = (thread: PricingThread, recorder: Recorder): void => {
  try {
    thread.rehearse(glanceAt(recorder.resources));
  } catch {
    // What cannot be looked at is read with patience at the program's end.
  }
};

/** One line beside each resource that changes, and the summary beside the stack. */
const tell = async (
  pulumi: Sdk,
  recorder: Recorder,
  thread: PricingThread,
  limit: IncreaseLimit | null,
  patience: Promise<void>,
): Promise<void> => {
  // A program that failed did not declare all that it would: no sum of it means anything.
  if (pulumi.log.hasErrors()) return;
  let breach: string | null = null;
  try {
    const declared = await readDeclared(recorder, new LiveValues(pulumi, patience));
    const told = await thread.costsOf(declared);
    await withoutTraces(async () => {
      for (const [urn, text] of told.lines) {
        const resource = declared.changed.get(urn);
        if (resource !== undefined) await pulumi.log.info(text, resource);
      }
      await pulumi.log.info(told.summary);
    });
    breach = told.breach;
  } catch (error) {
    fail(pulumi, error, limit);
  }
  if (breach !== null) throw quietError(pulumi, `rackrate: ${breach}`);
};

/** The SDK notes a stack trace for each line of its log, which takes longer than the line; here they would be of our own code. */
const withoutTraces = async (run: () => Promise<void>): Promise<void> => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    await run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};

const fail = (pulumi: Sdk | undefined, error: unknown, limit: IncreaseLimit | null): void => {
  const because = error instanceof Error ? error.message : String(error);
  if (limit !== null) {
    const message = `rackrate: the cost could not be computed, so maxMonthlyIncrease cannot be checked: ${because}`;
    throw pulumi === undefined ? new Error(message) : quietError(pulumi, message);
  }
  const message = `rackrate: the cost of this preview could not be computed: ${because}`;
  if (pulumi === undefined) console.warn(message);
  else void pulumi.log.warn(message);
};

/** An error that the SDK tells without the trace of our own code, which would help nobody. */
const quietError = ({ RunError }: Sdk, message: string): Error =>
  Object.assign(new RunError(message), { stack: message });
