import { parentPort, workerData } from "node:worker_threads";
import { type DeclaredMessage, unpackDeclared } from "./declared-message.ts";
import { costsOfProgram, type Told } from "./program-costs.ts";
import type { ProgramFacts } from "./program-facts.ts";

/** What the worker is handed: what was declared, to be priced for good or to get used to it. */
export interface Task {
  readonly kind: "rehearsal" | "performance";
  readonly declared: DeclaredMessage;
}

/** The worker's answer: what is told, or why it could not be computed. */
export type Answer = { readonly told: Told } | { readonly failure: string };

/** The thread that prices beside the program: it rehearses, and answers once. */
const costsOf = costsOfProgram(workerData as ProgramFacts);

const rehearse = (declared: DeclaredMessage): void => {
  try {
    costsOf(unpackDeclared(declared));
  } catch {
    // What is wrong will be so again, and is told then.
  }
};

const perform = (declared: DeclaredMessage): Answer => {
  try {
    return { told: costsOf(unpackDeclared(declared)) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on("message", ({ kind, declared }: Task) => {
  if (kind === "rehearsal") return rehearse(declared);
  parentPort?.postMessage(perform(declared));
  parentPort?.close();
});
