/**
 * Metadata IOPS that come with a persistent Lustre file system of a size, GiB. Source: FSx for Lustre User Guide,
 * "Metadata performance", automatic mode.
 */
const INCLUDED: readonly (readonly [upToGib: number, iops: number])[] = [
  [1_200, 1_500],
  [2_400, 3_000],
  [9_600, 6_000],
  [45_600, 12_000],
];

/** Beyond the table every 24,000 GiB bring 12,000 IOPS. */
export const includedMetadataIops = (gib: number): number =>
  INCLUDED.find(([upTo]) => gib <= upTo)?.[1] ?? Math.ceil(gib / 24_000) * 12_000;
