/** Port on which serving containers listen, and the load balancer's target: vLLM's own default. */
export const SERVING_PORT = 8000;
