import { describe, expect, test } from "vitest";
import { foldExpression } from "../../src/checker/fold.ts";
import type { FoldEnvironment } from "../../src/checker/fold.ts";
import { coerceValue } from "../../src/checker/coerce-value.ts";
import { printValue } from "../../src/checker/print-value.ts";
import type { Value } from "../../src/checker/value.ts";
import { checkText } from "./support.ts";

const params = "param p: int = 1\nparam f: path = 'C:\\A'\nparam o: string?\nparam m: service.startup = manual\nparam b: bool = true\n";
const lets = "let two = 2\nlet folder = f / 'logs'\nlet text = \"${two} of ${p}\"\n";

/** The value of a let whose text is given, in a remedy with the names above. */
async function fold(text: string, environment: FoldEnvironment = () => undefined): Promise<Value | undefined> {
  const { program } = await checkText(
    `${params}${lets}let it = ${text}\nstep one "One" { require os.build > two and f == folder and text == "x" and o == none and m == manual and b else "x" }\n`,
  );
  const found = program.remedies[0]?.members.find((member) => member.kind === "let" && member.name.text === "it");
  if (found?.kind !== "let") throw new Error("the let was not found");
  return foldExpression(found.value, program, environment);
}

const bool = (value: boolean): Value => ({ kind: "bool", value });

describe("folding", () => {
  test.each<readonly [string, Value | undefined]>([
    ["5", { kind: "int", value: 5 }],
    ["4.7.0", { kind: "version", parts: [4, 7, 0] }],
    ["none", { kind: "none" }],
    ["(1.5 == 1.5.0)", bool(true)],
    ["1 < 2 and 2h > 1m and 1GB >= 1MB", bool(true)],
    ["not (1 == 2)", bool(true)],
    ["1 in [2, 3] or 3 in [2, 3]", bool(true)],
    ['"A" == "a"', bool(false)],
    ["f / 'a' == f / 'A'", undefined],
    ["'C:\\A' / 'b\\' / 'c'", { kind: "path", value: "C:\\A\\b\\c" }],
    ["none ?? 5", { kind: "int", value: 5 }],
    ['"${two}-${1.2}-${30s}-${true}"', { kind: "string", value: "2-1.2-30s-true" }],
    [
      "[1, two]",
      {
        kind: "list",
        elements: [
          { kind: "int", value: 1 },
          { kind: "int", value: 2 },
        ],
      },
    ],
    ["1 + two - 5", { kind: "int", value: -2 }],
    ["2h - 30m + 1s", { kind: "duration", milliseconds: 5_401_000 }],
    ["1GB - 24MB", { kind: "size", bytes: 1000 * 1024 * 1024 }],
    ["any n in [1, two]: n == 2", bool(true)],
    ["all n in [1, two]: n == 2", bool(false)],
    ["any n in []: n == 2", bool(false)],
    ["all n in []: n == 2", bool(true)],
    ["any n in [1, two]: os.build == n or n == 2", bool(true)],
    ["any n in [1, two]: os.build == n", undefined],
    ["2 not in [1, 3]", bool(true)],
    ["os.build == 5", undefined],
    ["os.build == 5 and false", bool(false)],
    ["os.build == 5 or true", bool(true)],
    ["b and false", bool(false)],
    ["b", undefined],
    ['secret.env("A")', { kind: "secret", store: "env", name: "A" }],
    ['"a" matches "a"', undefined],
  ])("%s", async (text, value) => {
    expect(await fold(text)).toEqual(value);
  });

  test("the environment gives parameters, also through lets", async () => {
    const environment: FoldEnvironment = (symbol) =>
      symbol.name === "p" ? { kind: "int", value: 7 } : symbol.name === "f" ? { kind: "path", value: "D:\\" } : undefined;
    expect(await fold("text", environment)).toEqual({ kind: "string", value: "2 of 7" });
    expect(await fold("folder", environment)).toEqual({ kind: "path", value: "D:\\logs" });
    expect(await fold("p > 5", environment)).toEqual(bool(true));
  });
});

describe("values", () => {
  test("a text becomes what its place expects", () => {
    expect(coerceValue({ kind: "string", value: "C:\\a" }, { kind: "path" })).toEqual({ kind: "path", value: "C:\\a" });
    expect(coerceValue({ kind: "string", value: "Everyone" }, { kind: "account" })).toEqual({
      kind: "account",
      name: "Everyone",
      sid: "S-1-1-0",
    });
    expect(coerceValue({ kind: "string", value: "CONTOSO\\svc" }, { kind: "account" })).toEqual({
      kind: "account",
      name: "CONTOSO\\svc",
      sid: undefined,
    });
    expect(coerceValue({ kind: "list", elements: [{ kind: "string", value: "a" }] }, { kind: "list", element: { kind: "path" } })).toEqual({
      kind: "list",
      elements: [{ kind: "path", value: "a" }],
    });
    expect(coerceValue({ kind: "none" }, { kind: "optional", of: { kind: "int" } })).toEqual({ kind: "none" });
  });

  test("what cannot be is undefined", () => {
    expect(coerceValue({ kind: "string", value: "5" }, { kind: "int" })).toBeUndefined();
    expect(coerceValue({ kind: "int", value: 5 }, { kind: "string" })).toBeUndefined();
    expect(coerceValue({ kind: "none" }, { kind: "int" })).toBeUndefined();
    expect(
      coerceValue({ kind: "list", elements: [{ kind: "int", value: 1 }] }, { kind: "list", element: { kind: "string" } }),
    ).toBeUndefined();
  });

  test.each<readonly [Value, string]>([
    [{ kind: "string", value: 'say "hi" for $5' }, '"say \\"hi\\" for \\$5"'],
    [{ kind: "path", value: "C:\\a" }, "'C:\\a'"],
    [{ kind: "string", value: "a\\b\n'\u0001" }, '"a\\\\b\\n\'\\u{1}"'],
    [
      {
        kind: "list",
        elements: [
          { kind: "duration", milliseconds: 60_000 },
          { kind: "duration", milliseconds: 90_000 },
        ],
      },
      "[1m, 90s]",
    ],
    [{ kind: "secret", store: "env", name: "A" }, 'secret.env("A")'],
  ])("%j is printed as an author writes it", async (value, text) => {
    expect(printValue(value)).toBe(text);
    expect(coerceToString(await fold(text))).toEqual(coerceToString(value));
  });
});

/** A path that is printed reads back as the text it is until its place says otherwise. */
function coerceToString(value: Value | undefined): Value | undefined {
  return value?.kind === "path" ? { kind: "string", value: value.value } : value;
}
