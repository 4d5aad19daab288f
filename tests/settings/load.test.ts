import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type Diagnostic, describeDiagnostic, InputError } from "../../src/core/diagnostic.ts";
import { loadSettings } from "../../src/settings/load.ts";

/** A form of gates of this test's own: the stage must not know the real one. */
const gates = z.strictObject({
  budget: z.strictObject({ max: z.number().optional(), mode: z.enum(["hard", "soft"]).default("hard") }).prefault({}),
});

const load = (text: string) => loadSettings({ name: "rackrate.yaml", text }, gates).value;

const faultsOf = (text: string): readonly Diagnostic[] => {
  try {
    load(text);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  throw new Error("The settings were accepted.");
};

const shown = (text: string): readonly string[] => faultsOf(text).map(describeDiagnostic);

const DEFAULTS = loadSettings(null, gates).value;

describe("settings without faults", () => {
  it("are all defaults without a file, and the gates' own defaults with them", () => {
    expect(DEFAULTS).toMatchObject({
      horizonMonths: 36,
      discountRate: 0.08,
      hoursPerMonth: 730,
      onUnknown: { decisive: "fail", usage: "ignore" },
      gates: { budget: { mode: "hard" } },
    });
  });

  it.each([
    ["an empty file", ""],
    ["comments alone", "# later\n\n# more\n"],
    ["an empty document", "---\n"],
  ])("are all defaults in %s", (_, text) => {
    expect(load(text)).toEqual(DEFAULTS);
  });

  it("take what is stated and leave the rest", () => {
    const settings = load("horizonMonths: 60\ngates:\n  budget: {max: 10}\n");
    expect(settings).toEqual({ ...DEFAULTS, horizonMonths: 60, gates: { budget: { max: 10, mode: "hard" } } });
  });

  it.each([
    ["that the ECB publishes a rate of", "currency: CHF", "CHF"],
    [
      "whose rate stands beside it",
      "currency: XOF\nprices: {exchangeRates: {XOF: {usd: 0.0017, asOf: 2026-11-20, source: BCEAO}}}",
      "XOF",
    ],
  ])("may report in a currency %s", (_, text, currency) => {
    expect(load(text).currency).toBe(currency);
  });

  it("may share parts by anchors and merge keys", () => {
    const { usage } = load("usage:\n  a: &a {storage_gb: 5, requests: 1}\n  b: {<<: *a, requests: 2}\n  c: *a\n");
    expect(usage.map(({ address, key, value }) => `${address} ${key} ${value}`).sort()).toEqual([
      "a requests 1",
      "a storage_gb 5",
      "b requests 2",
      "b storage_gb 5",
      "c requests 1",
      "c storage_gb 5",
    ]);
  });

  it("keep dates and months as text", () => {
    const text = "startMonth: 2027-01\noverrides: [{rule: budget, reason: a good reason, expires: 2027-03-31}]";
    expect(load(text)).toMatchObject({ startMonth: "2027-01", overrides: [{ expires: "2027-03-31" }] });
  });
});

describe("a fault of the settings", () => {
  it.each([
    [
      "a wrong type",
      "horizonMonths: three",
      'rackrate.yaml:1:16: horizonMonths must be a number, but it is the text "three".',
    ],
    [
      "a number in quotes",
      "\nhorizonMonths: '36'",
      'rackrate.yaml:2:16: horizonMonths must be a number, but it is the text "36".\n  Write 36 without quotes.',
    ],
    [
      "a number out of range",
      "hoursPerMonth: 800",
      "rackrate.yaml:1:16: hoursPerMonth must be at most 744, but it is 800.",
    ],
    ["a share above 1", "facility: {load: 1.5}", "rackrate.yaml:1:18: facility.load must be at most 1, but it is 1.5."],
    [
      "a PUE below 1",
      "facility:\n  pue: {value: 0.9}",
      "rackrate.yaml:2:16: facility.pue.value must be at least 1, but it is 0.9.",
    ],
    [
      "an end of a range below nothing",
      "facility:\n  electricityPerKwh: {value: 0.1, low: -5}",
      "rackrate.yaml:2:40: facility.electricityPerKwh.low must be at least 0, but it is -5.",
    ],
    [
      "an end of a range above all",
      "facility: {load: {value: 0.7, low: 0.5, high: 9}}",
      "rackrate.yaml:1:47: facility.load.high must be at most 1, but it is 9.",
    ],
    [
      "an end of a PUE's range below 1",
      "facility: {pue: {value: 1.2, low: 0.1}}",
      "rackrate.yaml:1:35: facility.pue.low must be at least 1, but it is 0.1.",
    ],
    [
      "a range around nothing, which no proportion can scale",
      "workloads: {chat: {requestsPerMonth: {value: 0, high: 5}}}",
      "rackrate.yaml:1:46: workloads.chat.requestsPerMonth.value must be above 0 where a range is stated, but it is 0.\n  A range acts in proportion to its value.",
    ],
    [
      "a range of what loses no value",
      "facility: {residualPerYear: {value: 1, low: 0.9}}",
      "rackrate.yaml:1:37: facility.residualPerYear.value must be below 1 where a range is stated, but it is 1.\n  What loses no value has no depreciation that a range could scale.",
    ],
    [
      "a network that leaves nothing for servers",
      "facility: {networkShare: 1}",
      "rackrate.yaml:1:26: facility.networkShare must be less than 1, but it is 1.",
    ],
    [
      "a network whose dear end does",
      "facility: {networkShare: {value: 0.5, high: 1}}",
      "rackrate.yaml:1:45: facility.networkShare.high must be less than 1, but it is 1.",
    ],
    [
      "a server that draws more when it is idle",
      "facility: {servers: {DGX H100: {maxKw: 5, idleKw: 9}}}",
      'rackrate.yaml:1:51: facility.servers["DGX H100"].idleKw must be at most maxKw, but it is 9.\n  A server draws no more when it is idle than at full load.',
    ],
    [
      "a percentage where a fraction belongs",
      "discountRate: 8",
      "rackrate.yaml:1:15: discountRate must be at most 1, which is 100 % a year, but it is 8.\n  It is a fraction: 8 % is written 0.08.",
    ],
    [
      "a reason that says nothing",
      "overrides:\n  - {rule: budget, reason: '          ', expires: 2027-02-28}",
      'rackrate.yaml:2:28: overrides[0].reason must have at least 10 characters, but it is the text "          ".',
    ],
    ["a setting without value", "usage:", "rackrate.yaml:1:7: usage must be a mapping, but it is empty."],
    [
      "a mapping where a list belongs",
      "benefits: {a: 1}",
      "rackrate.yaml:1:11: benefits must be a list, but it is a mapping.",
    ],
    ["a list at the top", "- horizonMonths: 36", "rackrate.yaml:1:1: The file must be a mapping, but it is a list."],
    [
      "a text at the top",
      "horizonMonths",
      'rackrate.yaml:1:1: The file must be a mapping, but it is the text "horizonMonths".',
    ],
    [
      "a slip in a choice",
      "discounting: efective",
      'rackrate.yaml:1:14: discounting must be one of effective, nominal, but it is the text "efective".\n  Did you mean effective?',
    ],
    [
      "a currency that is no code",
      "currency: euro",
      'rackrate.yaml:1:11: currency must be an ISO 4217 code as EUR, but it is the text "euro".',
    ],
    [
      "a currency without a rate of exchange",
      "horizonMonths: 12\ncurrency: XOF",
      'rackrate.yaml:2:11: currency must be a currency with a rate of exchange, but it is the text "XOF".\n  Known are AUD, BRL, CAD, CHF, CNY, CZK, DKK, EUR, GBP, HKD, HUF, IDR, ILS, INR, ISK, JPY, KRW, MXN, MYR, NOK, NZD, PHP, PLN, RON, SEK, SGD, THB, TRY, USD, ZAR. For another, state prices.exchangeRates.XOF with usd (what one XOF is worth), asOf and source.',
    ],
    [
      "a rate of exchange of nothing",
      'prices: {exchangeRates: {EUR: {usd: "0.0", asOf: 2026-11-20, source: us}}}',
      'rackrate.yaml:1:37: prices.exchangeRates.EUR.usd must be above 0, but it is the text "0.0".',
    ],
    [
      "a rate of exchange the wrong way round",
      "currency: EUR\nprices: {exchangeRates: {USD: {usd: 0.9, asOf: 2026-11-20, source: us}}}",
      "rackrate.yaml:2:31: prices.exchangeRates.USD must not be stated, for each rate says what its currency is worth in USD.\n  To report in EUR, state prices.exchangeRates.EUR with the USD for one euro.",
    ],
    [
      "a month that is none",
      "startMonth: 2027-13",
      'rackrate.yaml:1:13: startMonth must be a month as YYYY-MM, but it is the text "2027-13".',
    ],
    [
      "a day that is none",
      "overrides:\n  - {rule: budget, reason: a good reason, expires: 2027-02-30}",
      'rackrate.yaml:2:52: overrides[0].expires must be a date as YYYY-MM-DD, but it is the text "2027-02-30".',
    ],
    [
      "a range beside its value",
      "facility:\n  pue: {value: 1.2, low: 1.3}",
      "rackrate.yaml:2:26: facility.pue.low must be at most the value 1.2, but it is 1.3.",
    ],
    [
      "a stated number that is neither form",
      "facility: {pue: [1]}",
      "rackrate.yaml:1:17: facility.pue must be a number, or a mapping of value, low, high, source, asOf, but it is a list.",
    ],
    [
      "a fault inside a stated number",
      "facility: {pue: {value: high}}",
      'rackrate.yaml:1:25: facility.pue.value must be a number, but it is the text "high".',
    ],
    [
      "an unknown kind of benefit",
      "benefits:\n  - kind: tokenz",
      'rackrate.yaml:2:11: benefits[0].kind must be one of tokens, avoided-downtime, automated-operations, recommendation, but it is the text "tokenz".\n  Did you mean tokens?',
    ],
    [
      "a benefit without kind",
      "benefits:\n  - id: a",
      "rackrate.yaml:2:5: benefits[0].kind is missing: it must be one of tokens, avoided-downtime, automated-operations, recommendation.",
    ],
    [
      "a fault in the gates' own form",
      "gates: {budget: {max: much}}",
      'rackrate.yaml:1:23: gates.budget.max must be a number, but it is the text "much".',
    ],
    [
      "a fault behind an alias",
      "usage: {a: &a {gb: -1}}",
      "rackrate.yaml:1:20: usage.a.gb must be at least 0, but it is -1.",
    ],
  ])("of %s names place, wrong value and what is right", (_, text, expected) => {
    expect(shown(text)).toEqual([expected]);
  });

  it.each([
    ["horizon: 36", "horizonMonths"],
    ["horizonmonth: 36", "horizonMonths"],
    ["discount_rate: 0.1", "discountRate"],
    ["facility: {electricityPrice: 0.1}", "electricityPerKwh"],
    ["gates: {bugdet: {}}", "budget"],
    ["gates: {budget: {mxa: 1}}", "max"],
    [
      "benefits: [{kind: tokens, id: a, mode: sold, pricePerMillionInputTokens: 1, pricePerMillionOutputToken: 1}]",
      "pricePerMillionOutputTokens",
    ],
  ])("in the key of %s names the right key", (text, key) => {
    const unknown = faultsOf(text).filter(({ code }) => code === "setting-unknown");
    expect(unknown).toHaveLength(1);
    expect(unknown[0]?.hint).toContain(key);
  });

  it("names only the keys of the kind of benefit that is stated", () => {
    const [unknown] = faultsOf(
      "benefits:\n  - {kind: recommendation, id: a, visitsPerMonth: 1, baselineConversion: 0.1, relativeUplift: 0.1, valuePerConversion: 1, zzz: 1}",
    );
    expect(unknown?.hint).toContain("relativeUplift");
    expect(unknown?.hint).not.toContain("pricePerMillionInputTokens");
  });

  it("is reported with all others, in the order of the file", () => {
    const faults = faultsOf("hoursPerMonth: 0\nfoo: 1\nfacility:\n  load: 2\n  pue: .nan\nhorizonMonths: x\n");
    expect(faults.map(({ place }) => [place?.line, place?.property])).toEqual([
      [1, "hoursPerMonth"],
      [2, "foo"],
      [4, "facility.load"],
      [5, "facility.pue"],
      [6, "horizonMonths"],
    ]);
  });

  it("is not repeated without end", () => {
    const faults = faultsOf(Array.from({ length: 500 }, (_, index) => `x${index}: 1`).join("\n"));
    expect(faults.length).toBeLessThan(30);
    expect(faults.at(-1)?.message).toContain("480 more");
  });

  it("points at the text itself where a merge key brought it in", () => {
    const [fault] = faultsOf("usage:\n  a: &a\n    gb: -1\n  b:\n    <<: *a\n").slice(-1);
    expect(fault?.place).toMatchObject({ line: 3 });
  });

  it("of two benefits with one id names the first", () => {
    const benefit =
      "{kind: recommendation, id: a, visitsPerMonth: 1, baselineConversion: 0.1, relativeUplift: 0.1, valuePerConversion: 1}";
    expect(shown(`benefits:\n  - ${benefit}\n  - ${benefit}`)).toEqual([
      expect.stringContaining("benefits[1].id must differ from the id of benefits[0]"),
    ]);
  });

  it.each([".nan", ".inf", "-.inf", "1e40", "-1e300", "99999999999999999999"])("refuses the number %s", (number) => {
    expect(faultsOf(`facility: {electricityPerKwh: ${number}}`)).toMatchObject([
      { place: { property: "facility.electricityPerKwh" } },
    ]);
    expect(faultsOf(`usage: {a: {gb: ${number}}}`)).toMatchObject([{ place: { property: "usage.a.gb" } }]);
  });
});

describe("a text that is not YAML", () => {
  it.each([
    ["an open bracket", "a: [1\nb: 2", 2],
    ["a key that stands twice", "horizonMonths: 1\nhorizonMonths: 2", 2],
    ["a tab for indentation", "facility:\n\tpue: 1.2", 2],
    ["a second document", "horizonMonths: 1\n---\nhorizonMonths: 2", 2],
    ["an alias of nothing", "usage: *nothing", 1],
    ["an open quote", 'currency: "USD', 1],
    ["a text nested too deeply", `usage: ${"[".repeat(5000)}${"]".repeat(5000)}`, 1],
  ])("is refused with its place: %s", (_, text, line) => {
    const faults = faultsOf(text);
    expect(faults[0]).toMatchObject({ severity: "error", place: { file: "rackrate.yaml", line } });
    expect(faults[0]?.place?.column).toBeGreaterThan(0);
    expect(faults.map(describeDiagnostic).join("\n")).not.toMatch(/ at .*\.(js|ts):\d+/);
  });

  it("cannot explode by anchors inside anchors", () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(of).join(", ")}]`;
    const bomb = [level("a", "1"), level("b", "*a"), level("c", "*b"), level("d", "*c"), level("e", "*d")].join("\n");
    expect(faultsOf(bomb)[0]?.message).toContain("anchors and aliases");
  });

  it("cannot contain itself", () => {
    expect(shown("usage: &u {a: *u}").join("\n")).toContain("contains itself");
  });

  it("cannot be larger than any settings are", () => {
    expect(faultsOf(`# ${"x".repeat(2 ** 20)}`)[0]?.message).toContain("1 MiB");
  });
});

describe("a hostile file", () => {
  it.each([
    ["<<: 1", 1, 1],
    ["facility:\n  <<: [1]", 2, 3],
    ["a: &a 1\nfacility: { <<: *a }", 2, 13],
  ])("cannot merge what is no mapping: %s", (text, line, column) => {
    const [fault] = faultsOf(text);
    expect(fault).toMatchObject({ code: "yaml-syntax", place: { file: "rackrate.yaml", line, column } });
    expect(fault?.message).toContain("takes a mapping");
  });

  it("reaches no prototype", () => {
    const text = "__proto__: {polluted: 1}\nusage:\n  __proto__: {polluted: 1}\n  constructor: {prototype: 1}\n";
    expect(shown(text).filter((line) => line.includes("__proto__"))).toHaveLength(2);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(load("usage: {constructor: {gb: 1}, toString: {gb: 2}}").usage).toMatchObject([
      { address: "constructor", key: "gb", value: 1 },
      { address: "toString", key: "gb", value: 2 },
    ]);
  });

  it("sends no control character to a terminal", () => {
    const text = shown('"\\e[2Jkey": 1\nhorizonMonths: "\\e[31mred\\x9b\\u202e"\nusage: {"\\e]0;x\\a": {a: -1}}').join(
      "",
    );
    expect(text).toContain("\\u001b[2Jkey");
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it("gives settings or faults, and never anything else", () => {
    const word = fc.constantFrom(
      "horizonMonths",
      "usage",
      "facility",
      "pue",
      "benefits",
      "kind",
      "tokens",
      "gates",
      "budget",
      "<<",
      "&a",
      "*a",
      "{",
      "}",
      "[",
      "]",
      ":",
      ": ",
      "- ",
      "\n",
      "\n  ",
      "1",
      "-1",
      ".nan",
      "null",
      "'",
      '"',
      "|",
      "!!binary",
      "%YAML 1.1",
      "---",
      "? ",
      "#",
      "\t",
      "__proto__",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        try {
          expect(load(words.join(""))).toHaveProperty("horizonMonths");
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          for (const { message, place } of error.diagnostics) {
            expect(message).not.toBe("");
            expect(place?.file).toBe("rackrate.yaml");
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
