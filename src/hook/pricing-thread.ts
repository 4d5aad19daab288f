import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Declared } from "./declared.ts";
import { packDeclared } from "./declared-message.ts";
import type { Told } from "./program-costs.ts";
import type { ProgramFacts } from "./program-facts.ts";
import type { Answer, Task } from "./worker.ts";

/**
 * Prices beside the program, in a thread of its own that gets ready while the program still has its own work to do:
 * loading what prices takes longer than pricing. It does not keep the program from ending.
 */
export class PricingThread {
  readonly #worker: Worker;
  readonly #broken: Promise<never>;

  /** `script` is the worker's own file. The program's environment, loaders and flags are none of its business. */
  constructor(script: URL, facts: ProgramFacts) {
    this.#worker = new Worker(script, { workerData: facts, execArgv: [], env: {} });
    this.#worker.unref();
    this.#broken = once(this.#worker, "exit").then(([code]) => {
      throw new Error(`the thread that prices ended with ${code}`);
    });
    this.#broken.catch(() => {});
  }

  /** Lets it price what is known so far, and forget it: what has been priced once goes faster. Nobody waits for it. */
  rehearse(declared: Declared): void {
    this.#hand({ kind: "rehearsal", declared: packDeclared(declared) });
  }

  /** @throws Error where it cannot be priced. */
  async costsOf(declared: Declared): Promise<Told> {
    this.#worker.ref();
    const answered = once(this.#worker, "message") as Promise<[Answer]>;
    this.#hand({ kind: "performance", declared: packDeclared(declared) });
    const [answer] = await Promise.race([answered, this.#broken]);
    this.#worker.unref();
    if ("failure" in answer) throw new Error(answer.failure);
    return answer.told;
  }

  #hand(task: Task): void {
    this.#worker.postMessage(task);
  }
}
