import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  booleanLiteral,
  commentText,
  dateLiteral,
  durationLiteral,
  integerLiteral,
  sizeLiteral,
  stringLiteral,
  versionLiteral,
} from "../../src/powershell/literals.ts";
import { lexPowerShell } from "../../src/syntax/powershell-lexer.ts";
import { runScriptText } from "../powershell/run-text.ts";

/** Texts that break naive quoting: quotes of every sort, subexpressions, backticks, line ends, NUL, surrogates, what ends comments and strings. */
const HOSTILE = [
  "",
  "'",
  "''",
  '"',
  "$(calc)",
  "`",
  "`n",
  "a\r\nb",
  "\u0000",
  "\u2018x\u2019",
  "\u201a\u201b",
  "\u201cx\u201d\u201e",
  "\ud800",
  "\udc00\ud800",
  "\u{1F600}",
  "@'\n'@",
  "#>",
  "<#",
  "$env:PATH",
  "${x}",
  "%TEMP%",
  "]LOG]!>",
  "\u00a0",
  "\u202e",
  "é",
  "\u0007",
  "'; Remove-Item C:\\ #",
  "]]>",
  "\t",
  "\u0085",
  "\u2028",
];

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...HOSTILE)).map((parts) => parts.join("")),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
);

describe("string literals", () => {
  test("are printable ASCII and one balanced expression, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const literal = stringLiteral(text);
        expect(literal).toMatch(/^[\x20-\x7e]+$/);
        const { tokens, errors } = lexPowerShell(literal);
        expect(errors).toEqual([]);
        expect(tokens.some((token) => token.kind === "variable" || token.kind === "comment" || token.kind === "newline")).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test("plain text stands in single quotes, quotes doubled", () => {
    expect(stringLiteral("it's")).toBe("'it''s'");
  });

  test("what is no printable ASCII becomes character codes behind a string, so that + joins text", () => {
    expect(stringLiteral("\u2019")).toBe("('' + [char]0x2019)");
    expect(stringLiteral("a\nb")).toBe("('a' + [char]0x000A + 'b')");
    expect(stringLiteral("\ud800")).toBe("('' + [char]0xD800)");
  });

  test("mean to the real engine exactly the text that was given", async () => {
    const samples = [...HOSTILE, ...fc.sample(anyText, { numRuns: 300, seed: 20 })];
    // Each value is printed as its UTF-16 code units: what the engine made of the literal, untouched by any output encoding.
    const script = samples.map((text) => `-join ([char[]](${stringLiteral(text)}) | ForEach-Object { '{0:x4}' -f [int]$_ })`).join("\n");
    const { stdout, exitCode } = await runScriptText(`${script}\nexit 0`);
    expect(exitCode).toBe(0);
    const lines = stdout.slice(0, samples.length);
    expect(lines).toEqual(
      samples.map((text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("")),
    );
  });
});

/** What means something by itself among the arguments of a command, were it not quoted; and what looks like it. */
const ARGUMENTS = [
  ...[
    "--%",
    "--% ",
    " --%",
    "--%x",
    "x--%",
    "--",
    "-",
    "-x",
    "-x:",
    "-Second",
    "-Second:",
    "-:",
    "/x",
    "@",
    "@x",
    "@(",
    "@{}",
    "@'",
    "%",
    "?",
    "&",
    "|",
    ";",
    ",",
    ">",
    "2>&1",
    "<",
  ],
  ...[
    "1kb",
    "1",
    "-1",
    "0x10",
    "1..3",
    ".5",
    "1e3",
    "$true",
    "$null",
    "[int]",
    "[char]0x41",
    "{1}",
    "(1)",
    "$(1)",
    "#",
    "<#",
    "#>",
    "`",
    "=",
    "!",
    "++",
    ".",
  ],
  ...[
    "\u2013%",
    "\u2013x",
    "\u2014x",
    "\u2015x",
    "\u2013\u2013%",
    "-\u2013%",
    "\u2018--%\u2019",
    "\u201b",
    "\u201a",
    "\u201c--%\u201d",
    "'--%'",
    '"--%"',
    "--%\n",
    "--%\u00a0",
  ],
];

test("literals among the arguments of a command mean to the real engine the text that was given, and end where they end", async () => {
  const samples = [...ARGUMENTS, ...HOSTILE, ...fc.sample(anyText, { numRuns: 300, seed: 21 })];
  const ways = (literal: string): string[] => [
    `Show ${literal} 'end'`,
    `Show -First ${literal} -Second 'end'`,
    `Show -Second 'end' -First ${literal}`,
    `Show -First ${literal} \`\n  -Second 'end'`,
    `& { Show ${literal} 'end' }`,
  ];
  const script = [
    "function Show([string] $First, [string] $Second) { (($First.ToCharArray() | ForEach-Object { '{0:x4}' -f [int]$_ }) -join '') + \" $Second\" }",
    ...samples.flatMap((text) => ways(stringLiteral(text))),
  ].join("\n");
  const { stdout, failure } = await runScriptText(`${script}\nexit 0`);
  expect(failure).toBe("");
  const codes = (text: string): string =>
    Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
  expect(stdout).toEqual(samples.flatMap((text) => ways("").map(() => `${codes(text)} end`)));
});

test("numbers, sizes, versions and durations among the arguments of a command keep their type", async () => {
  const rows: readonly (readonly [literal: string, expected: string])[] = [
    [integerLiteral(-5), "Int32 -5"],
    [integerLiteral(0), "Int32 0"],
    [integerLiteral(4294967295), "Int64 4294967295"],
    [integerLiteral(Number.MAX_SAFE_INTEGER), "Int64 9007199254740991"],
    [booleanLiteral(true), "Boolean True"],
    [versionLiteral([4, 7]), "Version 4.7.0.0"],
    [durationLiteral(1_800_000), "TimeSpan 00:30:00"],
    [dateLiteral(Date.UTC(2024, 1, 29, 8, 30)), "DateTime 02/29/2024 08:30:00"],
    [sizeLiteral(4 * 1024 ** 3), "Int64 4294967296"],
    [sizeLiteral(3 * 1024), "Int32 3072"],
    [sizeLiteral(1), "Int32 1"],
  ];
  const script = [
    'function Show($First, $Second) { "$($First.GetType().Name) $First$Second" }',
    ...rows.map(([literal]) => `Show ${literal} '!'\nShow -First ${literal} -Second '!'`),
  ];
  const { stdout } = await runScriptText(script.join("\n"));
  expect(stdout).toEqual(rows.flatMap(([, expected]) => [`${expected}!`, `${expected}!`]));
});

describe("typed literals", () => {
  test("mean to the real engine what they say", async () => {
    const rows: readonly (readonly [literal: string, expected: string])[] = [
      [integerLiteral(-5), "Int32 -5"],
      [integerLiteral(4294967295), "Int64 4294967295"],
      [booleanLiteral(false), "Boolean False"],
      [versionLiteral([4, 7]), "Version 4.7.0.0"],
      [versionLiteral([1, 2, 3, 4]), "Version 1.2.3.4"],
      [durationLiteral(0), "TimeSpan 00:00:00"],
      [durationLiteral(1_800_000), "TimeSpan 00:30:00"],
      [durationLiteral(90_061_500), "TimeSpan 1.01:01:01.5000000"],
      [sizeLiteral(4 * 1024 ** 3), "Int64 4294967296"],
      [sizeLiteral(1536), "Int32 1536"],
      [sizeLiteral(1), "Int32 1"],
    ];
    const script = rows.map(([literal]) => `$v = ${literal}; "$($v.GetType().Name) $v"`).join("\n");
    const { stdout } = await runScriptText(script);
    expect(stdout).toEqual(rows.map(([, expected]) => expected));
  });

  test("refuse what they cannot write", () => {
    expect(() => integerLiteral(2 ** 60)).toThrow(RangeError);
    expect(() => versionLiteral([1, 2 ** 31])).toThrow(RangeError);
    expect(() => durationLiteral(-1)).toThrow(RangeError);
    expect(() => sizeLiteral(0.5)).toThrow(RangeError);
  });
});

test("comment text is one line of ASCII that ends no comment", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const comment = commentText(text);
      expect(comment).toMatch(/^[\x20-\x7e]*$/);
      expect(comment).not.toContain("#>");
      expect(comment).not.toContain("<#");
    }),
  );
});
