import type { CallbackProto, CallbacksClient, Protocol } from "./protocol.ts";
import { channelOptions } from "./protocol.ts";

/** The program's own address only: the program is untrusted and must not make us call others. */
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]):\d+$/;

/** Calls functions that live in the program: transforms and hooks. */
export class Callbacks {
  readonly #protocol: Protocol;
  readonly #clients = new Map<string, CallbacksClient>();

  constructor(protocol: Protocol) {
    this.#protocol = protocol;
  }

  /**
   * Sends a request to one callback and returns the answer's bytes.
   * @throws Error with the program's message when the function throws.
   */
  invoke(callback: CallbackProto.Callback, request: Uint8Array): Promise<Uint8Array> {
    const message = new this.#protocol.callback.CallbackInvokeRequest();
    message.setToken(callback.getToken());
    message.setRequest(request);
    return new Promise((resolve, reject) => {
      this.#client(callback.getTarget()).invoke(message, (error, response) => {
        if (error !== null) reject(new Error(error.details || error.message));
        else resolve(response?.getResponse_asU8() ?? new Uint8Array());
      });
    });
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #client(target: string): CallbacksClient {
    if (!LOOPBACK.test(target)) throw new Error("a callback must live in the program itself");
    let client = this.#clients.get(target);
    if (client === undefined) {
      const credentials = this.#protocol.grpc.credentials.createInsecure();
      client = new this.#protocol.services.CallbacksClient(target, credentials, channelOptions);
      this.#clients.set(target, client);
    }
    return client;
  }
}
