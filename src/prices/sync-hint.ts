/** How to get AWS's own prices of a service in a region, as a sentence. */
export const syncHint = (region: string | null, service: string): string =>
  `rackrate prices sync --regions ${region ?? "<region>"} --services ${service} fetches AWS's own.`;
