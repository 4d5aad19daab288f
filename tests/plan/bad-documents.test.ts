import { describe, expect, it } from "vitest";
import { InputError } from "../../src/core/diagnostic.ts";
import { findJsonFault } from "../../src/plan/json-fault.ts";
import { readPlan } from "../../src/plan/read.ts";
import { created, digest, root } from "./scenario.ts";

const refusal = (text: string): InputError => {
  try {
    readPlan([{ name: "plan.json", text }]);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("expected an InputError");
};

describe("a document that is no plan", () => {
  it("is called empty where it is", () => {
    for (const text of ["", " \n\t\n"]) expect(refusal(text).message).toContain("plan.json: the document is empty");
  });

  it("is called not JSON where it holds no object", () => {
    for (const text of ["error: no stack selected", "[]", "null", "x: {"]) {
      expect(refusal(text).message).toContain("the document holds no JSON object");
    }
  });

  it("is told its encoding where that is none of those that are read", () => {
    const { text } = digest([root("create")]);
    for (const bytes of [Buffer.from(text, "utf16le"), Buffer.from(text, "utf16le").swap16()]) {
      expect(refusal(bytes.toString("utf8")).message).toMatch(/neither UTF-8 nor UTF-16[\s\S]*Out-File -Encoding utf8/);
    }
  });

  it("of an unknown shape is told which kinds are read", () => {
    expect(refusal('{"values": {"root_module": {}}}').message).toMatch(
      /none of the documents[\s\S]*pulumi stack export/,
    );
  });

  it("cut short says at which line", () => {
    const { text } = digest([root("create"), created("node", { instanceType: "p5.48xlarge" })]);
    const lines = text.split("\n");
    const { diagnostics } = refusal(lines.slice(0, 12).join("\n"));
    expect(diagnostics[0]).toMatchObject({ code: "plan-truncated", place: { file: "plan.json", line: 12 } });
    expect(diagnostics[0]!.message).toContain("truncated at line 12");
  });

  it("with a fault names line and column, and never quotes the document", () => {
    const { diagnostics, message } = refusal('{\n  "steps": [\n    { "password": "hunter2" oops }\n  ]\n}');
    expect(diagnostics[0]!.place).toEqual({ file: "plan.json", line: 3, column: 29 });
    expect(message).not.toContain("hunter2");
  });
});

describe("the talk of an engine before its JSON", () => {
  it("is passed over, a byte order mark too", () => {
    const { text } = digest([root("create")]);
    for (const noise of [
      "\uFEFF",
      "Previewing update (prod):\n[resource plugin aws-7.48.0] installing {please wait}\n\n",
    ]) {
      expect(readPlan([{ name: "preview.json", text: noise + text }]).value.after.resources).toHaveLength(1);
    }
  });

  it("does not shift the line that an error names", () => {
    expect(refusal('installing\n\n{"steps": [,]}').diagnostics[0]!.place).toMatchObject({ line: 3, column: 12 });
  });
});

describe("finding the fault of a JSON text", () => {
  const cases: [text: string, line: number, column: number, message: RegExp, truncated?: true][] = [
    ['{"a":1,}', 1, 8, /property name/],
    ["{'a':1}", 1, 2, /property name/],
    ['{"a" 1}', 1, 6, /expected `:`/],
    ['{"a":1 "b":2}', 1, 8, /expected `,` or `}`/],
    ["[1 2]", 1, 4, /expected `,` or `]`/],
    ["[1,]", 1, 4, /expected a value/],
    ['{"a":nope}', 1, 6, /expected a value/],
    ['{"a":01}', 1, 7, /expected `,`/],
    ['{"a":"\n"}', 1, 7, /control character/],
    ['{"a":"\\x"}', 1, 8, /escape/],
    ['{"a":"\\u12g4"}', 1, 8, /escape/],
    ["{}\n x", 2, 2, /after the end/],
    ['{"a": "b', 1, 9, /ends here/, true],
    ['{"a": tr', 1, 7, /ends here/, true],
    ['{"a":\n[1, 2', 2, 6, /ends here/, true],
    ['{"a":"\\u12', 1, 11, /ends here/, true],
    ["{", 1, 2, /ends here/, true],
  ];
  for (const [text, line, column, message, truncated = false] of cases) {
    it(`sees it in ${JSON.stringify(text)}`, () => {
      expect(() => JSON.parse(text)).toThrow();
      expect(findJsonFault(text)).toEqual({ line, column, message: expect.stringMatching(message), truncated });
    });
  }
});
