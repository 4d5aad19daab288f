import { describe, expect, it } from "vitest";
import { openHardware } from "../../src/hardware/catalogue.ts";
import type { PriceBook, PriceQuery } from "../../src/model/price.ts";
import { AwsFiles } from "../../src/prices/aws-files.ts";
import { openAwsList } from "../../src/prices/aws-list.ts";
import { openPriceBook } from "../../src/prices/book.ts";

const NAT: PriceQuery = { vendor: "aws", service: "AmazonEC2", region: "us-east-1", item: "nat-gateway/hours" };
const ZONE: PriceQuery = { vendor: "aws", service: "AmazonRoute53", region: "us-east-1", item: "hosted-zone" };
const ARCHIVE: PriceQuery = { ...NAT, item: "snapshot/archive" };
const POWER: PriceQuery = { vendor: "site", service: "power", region: null, item: "electricity" };

const FILES = new AwsFiles(new URL("./fixtures/", import.meta.url));
const open = (files = FILES.shared()): PriceBook =>
  openPriceBook({ facility: {}, hardware: openHardware(), aws: openAwsList(files) });
const identityAfter = (...queries: readonly PriceQuery[]) => {
  const book = open();
  for (const query of queries) book.find(query);
  return book.identity();
};

describe("a price book", () => {
  it("answers for AWS and for the site, and knows no rates of your own yet", () => {
    const amountOf = (query: PriceQuery) => open().find(query).price?.tiers[0].amount.toFixed();
    expect([amountOf(NAT), amountOf(POWER)]).toEqual(["0.045", "0.0826"]);
    expect(open().find({ vendor: "own", service: "stated", region: null, item: "usd" })).toMatchObject({
      price: null,
      missing: expect.stringContaining("no rate of your own"),
    });
  });

  it("remembers its answers, region by region", () => {
    const book = open();
    expect(book.find({ ...NAT })).toBe(book.find(NAT));
    expect(book.find({ ...NAT, region: "eu-west-1" })).not.toBe(book.find(NAT));
  });
});

describe("the identity of a price book", () => {
  it("is the same for the same questions in any order", () => {
    expect(identityAfter(ZONE, NAT, POWER)).toEqual(identityAfter(POWER, NAT, ZONE, NAT));
  });

  it("changes with the files that were used, the site's defaults among them", () => {
    const digests = [identityAfter(), identityAfter(NAT), identityAfter(NAT, ZONE), identityAfter(NAT, POWER)].map(
      ({ digest }) => digest,
    );
    expect(new Set(digests).size).toBe(4);
    for (const digest of digests) expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it("names the oldest and newest price that was used, or none", () => {
    expect(identityAfter(NAT, ARCHIVE)).toMatchObject({ oldest: "2024-04-04", newest: "2026-05-01" });
    expect(identityAfter()).toMatchObject({ oldest: null, newest: null });
  });

  it("is of its own questions alone, whatever others that share its files ask", () => {
    const alone = [identityAfter(NAT), identityAfter(ZONE, ARCHIVE)];
    const [one, other] = [open(), open()];
    for (const [book, query] of [
      [one, NAT],
      [other, ZONE],
      [other, ARCHIVE],
    ] as const)
      book.find(query);
    expect([one.identity(), other.identity()]).toEqual(alone);
    expect(alone[0]?.digest).not.toBe(alone[1]?.digest);
  });
});
