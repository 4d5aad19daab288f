import { parentPort, workerData } from "node:worker_threads";
import { type DeclaredMessage, unpackDeclared } from "./declared-message.ts";
import { prepareCosts, type Told } from "./program-costs.ts";
import type { ProgramFacts } from "./program-facts.ts";

/** The worker's answer: what is told, or why it could not be computed. */
export type Answer = { readonly told: Told } | { readonly failure: string };

/** The thread that prices beside the program: it makes itself ready, waits for what was declared, and answers once. */
const costsOf = prepareCosts(workerData as ProgramFacts);
parentPort?.once("message", (message: DeclaredMessage) => {
  let answer: Answer;
  try {
    answer = { told: costsOf(unpackDeclared(message)) };
  } catch (error) {
    answer = { failure: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
