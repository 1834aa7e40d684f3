import { describe, expect, it } from "vitest";
import { parseExpression } from "../../grammar/parser.ts";
import { parseSource } from "../../grammar/parse-source.ts";
import { syntaxDiagnostics } from "../../src/diagnostics/catalog/syntax.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import { applySuggestions, diagnose, listMistakes } from "./parse.ts";

const inStep = (text: string): string => `remedy r {\n  step s "S" {\n${text}\n  }\n}\n`;
const inRemedy = (text: string): string => `remedy r {\n${text}\n}\n`;

/** A text with one mistake, what is reported (line:column code text), and what the text is once the suggestion is applied. */
const mistakes: readonly (readonly [name: string, text: string, reported: string, repaired?: string])[] = [
  ["else is missing", inStep('require a "No."'), '3:11 RMD1001 "No."'],
  ["a colon is missing", inStep("ensure a { state running }"), "3:18 RMD1001 running"],
  ["a text behind the else of an ensure", inStep('ensure a absent else "No."'), '3:22 RMD1001 "No."'],
  ["an else among actions", inStep("on failure {\n  ensure a absent else {\n    use p()\n  }\n  diagnose x\n}"), "4:19 RMD1018 else"],
  ["an else among actions, on its own line", inStep('check "c" { a } fix {\n  ensure a absent\n  else { use p() }\n}'), "5:3 RMD1018 else"],
  ["a mistyped statement behind else", inStep("ensure a absent else {\n  ensur b absent\n}"), "4:3 RMD1006 ensur"],
  ["else without an ensure", inStep("use p()\nelse { use q() }"), "4:1 RMD1007 else"],
  ["a check with neither a condition nor every", inStep('check "c" fix { restart service("s") }'), "3:11 RMD1001 fix"],
  ["in is missing", inStep("each x package('p') { use p() }"), "3:8 RMD1001 package"],
  ["when is missing after reboot", inStep("reboot changed"), "3:8 RMD1001 changed"],
  ["a brace is missing before properties", inStep("ensure a state: running }"), "3:10 RMD1001 state"],
  ["neither absent nor present", inStep("ensure a absnt"), "3:10 RMD1001 absnt"],
  [
    "steps in an uninstall block",
    inRemedy('uninstall {\n  step a "A" {\n    use p()\n  }\n  step b "B" {\n    use q()\n  }\n}'),
    "3:3 RMD1001 step",
  ],
  ["a title of an uninstall block", inRemedy('uninstall "A" { use p() }'), '2:11 RMD1001 "A"'],
  ["a type of a requirement is missing", inRemedy('requires a as\nstep s "S" { use p() }'), "2:14 RMD1002"],
  ["an uninstall block is not closed", inRemedy('uninstall {\n  use p()\nstep s "S" {\n  use p()\n}'), "2:11 RMD1003 {"],
  ["a title is no text", "remedy r {\n  step s S {\n  }\n}", "2:10 RMD1001 S"],
  ["a superfluous word", inStep('check "c" { a b } fix { restart x }'), "3:15 RMD1001 b"],
  ["a value is missing", inRemedy("  title:\n  version: 1.0.0"), "2:9 RMD1002"],
  ["a value of a name is missing", "let x =\nlet y = 1", "1:8 RMD1002"],
  ["a resource is missing", inStep("ensure\nensure a absent"), "3:7 RMD1002"],
  ["the object of an action is missing", inStep("on failure {\n  diagnose\n}"), "4:11 RMD1002"],
  ["a condition is missing", inStep("when { use p() }"), "3:5 RMD1002"],
  ["an operand is missing", inStep("when a == { use p() }"), "3:10 RMD1002"],
  ["a step is not closed", 'remedy r {\n  step s "S" {\n    use p()\n  step t "T" {\n  }\n}\n', "2:14 RMD1003 {"],
  ["properties are not closed", inStep("ensure a {\n  state: running\nensure b absent"), "3:10 RMD1003 {"],
  ["a list is not closed", "let x = [1,\n  2\nlet y = 1", "1:9 RMD1003 ["],
  ["a call is not closed", "let x = f(1, 2\nlet y = 1", "1:10 RMD1003 ("],
  ["the file ends in a block", 'remedy r {\n  step s "S" {', "2:14 RMD1003 {"],
  ["a brace too many", "let x = 1\n}\nlet y = 2", "2:1 RMD1004 }"],
  ["a brace too many after a step's statement", inStep("use p()\n}\nuse q()"), "4:1 RMD1005 }"],
  ["a brace too many before a step", 'remedy r {\n}\n  step s "S" {\n  }\n}\n', "2:1 RMD1005 }"],
  ["a mistyped statement", inStep("ensur a absent"), "3:1 RMD1006 ensur", inStep("ensure a absent")],
  ["a mistyped declaration", "remdy r {\n}", "1:1 RMD1006 remdy", "remedy r {\n}"],
  ["a mistyped step", 'remedy r {\n  stpe s "S" {\n  }\n}', "2:3 RMD1006 stpe"],
  ["a mistyped member", 'remedy r {\n  setp s "S" {\n  }\n  parm x: int\n}', "2:3 RMD1006 setp"],
  ["a mistyped word of a statement", inStep("with a stoped { use p() }"), "3:8 RMD1006 stoped", inStep("with a stopped { use p() }")],
  ["a mistyped keyword among actions", inStep('on failure {\n  requre a else "No."\n  diagnose x\n}'), "4:3 RMD1006 requre"],
  ["if instead of when", inStep("if a { use p() }"), "3:1 RMD1006 if", inStep("when a { use p() }")],
  [
    "a scenario without its remedy",
    'remedy r {\n}\nscenario "x" {\n  expect detect compliant\n}',
    "3:14 RMD1001 {",
    'remedy r {\n}\nscenario "x" for r {\n  expect detect compliant\n}',
  ],
  [
    "a state in a promise",
    'promise "x" for r {\n  given { a.b { c: 1, d: 2 }, e }\n  always { f }\n}',
    "2:15 RMD1059 {",
    'promise "x" for r {\n  given { a.b.c == 1 and a.b.d == 2, e }\n  always { f }\n}',
  ],
  ["a state with a list in a promise", 'promise "x" for r {\n  given { a { b: [1] } }\n}', "2:13 RMD1059 {"],
  ["a promise that is not closed", 'promise "x" for r {\n  always { a }\nscenario "y" for r {\n}', "1:19 RMD1003 {"],
  ["a block of a promise that is not closed", 'promise "x" for r {\n  given { a\n  always { b }\n}', "2:9 RMD1003 {"],
  ["not before ==", inStep("when x.y not == 1 { use p() }"), "3:10 RMD1019 not", inStep("when not (x.y == 1) { use p() }")],
  ["a quantifier without its condition", inStep("when any x in [1] { use p() }"), "3:19 RMD1001 {"],
  [
    "a quantifier's = for :",
    inStep("when any x in [1] = x == 1 { use p() }"),
    "3:19 RMD1009 =",
    inStep("when any x in [1] : x == 1 { use p() }"),
  ],
  ["a sum that ends early", inStep("when a - > 1 { use p() }"), "3:9 RMD1002"],
  ["a name with a dash", inStep("when my-name { use p() }"), "3:8 RMD1020 -"],
  ["a path with escapes", 'let x = "C:\\temp\\new.txt"', "1:12 RMD1033 \\t", "let x = 'C:\\temp\\new.txt'"],
  ["a hive with escapes", 'let x = "HKLM\\test"', "1:14 RMD1033 \\t", "let x = 'HKLM\\test'"],
  ["PowerShell's constant", "let x = $True", "1:9 RMD1010 $True", "let x = true"],
  ["a key without parentheses", inStep('ensure s "A" absent'), "3:8 RMD3012 s", inStep('ensure s("A") absent')],
  ["a word of a state without braces", inStep("ensure a is running\nuse p()"), "3:10 RMD1001 is"],
  ["another spelling of absent", inStep("ensure a Absent"), "3:10 RMD1001 Absent", inStep("ensure a absent")],
  ["an unknown statement", inStep("install a {\n  x: 1\n}\nuse p()"), "3:1 RMD1007 install"],
  ["an unknown declaration", "policy x {\n  a: 1\n}\nlet y = 1", "1:1 RMD1007 policy"],
  [
    "no comma between properties",
    inStep("ensure a { state: running startup: automatic }"),
    "3:27 RMD1008 startup",
    inStep("ensure a { state: running, startup: automatic }"),
  ],
  ["no comma between values", "let x = [1 2]", "1:12 RMD1008 2", "let x = [1, 2]"],
  ["no comma between arguments", "let x = f(1 2)", "1:13 RMD1008 2", "let x = f(1, 2)"],
  ["= instead of :", inRemedy("title = 'T'"), "2:7 RMD1009 =", inRemedy("title : 'T'")],
  [": instead of =", "let x: 1", "1:6 RMD1009 :", "let x= 1"],
  ["= instead of ==", inStep("when a = b { use p() }"), "3:8 RMD1009 =", inStep("when a == b { use p() }")],
  ["&&", "let x = a && b", "1:11 RMD1010 &&", "let x = a and b"],
  ["||", "let x = a || b", "1:11 RMD1010 ||", "let x = a or b"],
  ["!", "let x = !a", "1:9 RMD1010 !", "let x = not a"],
  ["<>", "let x = a <> b", "1:11 RMD1010 <>", "let x = a != b"],
  ["-eq", "let x = a -eq b", "1:11 RMD1010 -eq", "let x = a == b"],
  ["-and", "let x = a -and b", "1:11 RMD1010 -and", "let x = a and b"],
  ["-or", "let x = a -or b", "1:11 RMD1010 -or", "let x = a or b"],
  ["-not", "let x = -not b", "1:9 RMD1010 -not", "let x = not b"],
  [
    "else if",
    inStep("when a { use p() } else if b { use q() }"),
    "3:20 RMD1011 else if",
    inStep("when a { use p() } else { when b { use q() } }"),
  ],
  [
    "else when",
    inStep("when a { use p() } else when b { use q() }"),
    "3:20 RMD1011 else when",
    inStep("when a { use p() } else { when b { use q() } }"),
  ],
  ["a reserved word as a name", "let in = 1", "1:5 RMD1012 in"],
  ["a chain of comparisons", "let x = a < b < c", "1:15 RMD1014 <"],
  ["a late import", "let x = 1\nimport './a.remedy'", "2:1 RMD1015 import"],
  ["on failure not at the end", inStep("on failure { diagnose x }\nuse p()"), "3:1 RMD1016 on failure"],
  ["a parameter without a type", inRemedy("param x = 3"), "2:7 RMD1017 x"],
  ["a strange character", "let x = a @ b", "1:11 RMD1020 @"],
  ["a semicolon", "let x = a;\nlet y = b", "1:10 RMD1020 ;", "let x = a\nlet y = b"],
  ["a zero-width space", "let x = a\u200b\nlet y = b", "1:10 RMD1021 \u200b", "let x = a\nlet y = b"],
  ["a reversed comment", "// \u202e gnp\nlet x = 1", "1:4 RMD1021 \u202e"],
  ["a control character in a text", "let x = 'a\u0007'", "1:11 RMD1021 \u0007"],
  ["NUL", "let x = 'a\0b'", "1:11 RMD1021 \0"],
  ["half a surrogate pair", "let x = 'a\ud83d'", "1:11 RMD1021 \ud83d"],
  ["a no-break space", "let x =\u00a01", "1:8 RMD1022", "let x = 1"],
  ["curly double quotes", "let x = “a”", "1:9 RMD1023 “a”", 'let x = "a"'],
  ["curly single quotes", "let x = ‘a’", "1:9 RMD1023 ‘a’", "let x = 'a'"],
  ["a text without an end", 'let x = "a\nlet y = 1', '1:9 RMD1024 "a'],
  ["a text with a curly end", 'let x = "a”\nlet y = 1', '1:9 RMD1024 "a”', 'let x = "a"\nlet y = 1'],
  ["an insertion without an end", 'let x = "a${b\nlet y = 1', '1:9 RMD1024 "a${b'],
  ["a text that swallows a brace", inStep('ensure a { x: "b }\nensure c absent'), '3:15 RMD1024 "b }'],
  ["a raw text without an end", "let x = 'a\nlet y = 1", "1:9 RMD1025 'a"],
  ["a raw block without an end", inStep("ensure a {\n  x: '''\n  b"), "4:6 RMD1026 '''"],
  ["a path in double quotes", 'let x = "C:\\Windows\\System32"', "1:12 RMD1027 \\W", "let x = 'C:\\Windows\\System32'"],
  ["a code point beyond the last", 'let x = "\\u{110000}"', "1:10 RMD1028 \\u{110000}"],
  ["half a surrogate pair as an escape", 'let x = "\\u{D800}"', "1:10 RMD1028 \\u{D800}"],
  ["a unit that does not exist", "let x = 5min", "1:9 RMD1029 5min", "let x = 5m"],
  ["a unit in lower case", "let x = 4gb", "1:9 RMD1029 4gb", "let x = 4GB"],
  ["a fraction below zero", "let x = -1.5", "1:9 RMD1029 -1.5"],
  ["an integer too large", "let x = 9007199254740992", "1:9 RMD1030 9007199254740992"],
  ["a size too large", "let x = 9999999TB", "1:9 RMD1030 9999999TB"],
  ["a part of a version too large", "let x = 1.2147483648", "1:9 RMD1030 1.2147483648"],
  ["a version of five parts", "let x = 1.2.3.4.5", "1:9 RMD1031 1.2.3.4.5"],
  ["# for a comment", "let x = 1 # one", "1:11 RMD1032 #", "let x = 1 // one"],
  ["/* for a comment", "/* one\n two */\nlet x = 1", "1:1 RMD1032 /*"],
  ["a name with other letters", "let größe = 1", "1:5 RMD1034 größe"],
  ["a doubled quote", "let x = 'it''s'", "1:9 RMD1058 'it''s'", 'let x = "it\'s"'],
  [
    "a path without quotes",
    "let x = C:\\Windows\nlet y = HKLM\\SOFTWARE",
    "1:9 RMD1035 C:\\Windows",
    "let x = 'C:\\Windows'\nlet y = 'HKLM\\SOFTWARE'",
  ],
];
/** Texts above that hold a second mistake of the same sort on purpose. */
const doubled = new Set(["a mistyped member", "a path without quotes"]);

describe("one mistake is one diagnostic", () => {
  it.each(mistakes.map(([name, text, reported, repaired]) => ({ name, text, reported, repaired })))(
    "$name",
    ({ name, text, reported, repaired }) => {
      const found = listMistakes(text);
      expect(found[0]).toBe(reported.trimEnd());
      expect(found.length, found.join("; ")).toBe(doubled.has(name) ? 2 : 1);
      if (repaired !== undefined) {
        expect(applySuggestions(text)).toBe(repaired);
        expect(listMistakes(repaired)).toEqual([]);
      }
    },
  );

  it("every code of this part of the catalog is raised by a test", () => {
    const raised = new Set(mistakes.map(([, , reported]) => reported.split(" ")[1]));
    // Raised below (nesting), by the tests of sources, and by the loader, which reports files that cannot be had.
    const elsewhere = ["RMD1013", "RMD1050", "RMD1051", "RMD1052", "RMD1053", "RMD1054", "RMD1055", "RMD1056", "RMD1057"];
    expect(Object.keys(syntaxDiagnostics).filter((code) => !raised.has(code) && !elsewhere.includes(code))).toEqual([]);
  });
});

describe("independent mistakes", () => {
  it("are reported each, without others that follow from them", () => {
    const text = `remedy five {
  title: "Five mistakes
  version:
  targets = [standalone]
  param limit: duration = 5min
  let a = service("x") && service("y")
  step one "One" {
    ensur a { state: running }
    ensure a { state: running startup: automatic }
    require a.exists "Missing else"
    install bar
    when a.exists {
      ensure a absent
    } else if a.state == running {
      ensure a present
    }
    ensure
    ensure a { state running }
    check "t" { a. } fix { restart a }
    each x package("x") { ensure x absent }
    with a stoped { ensure x absent }
    on failure { diagnose x }
  }
  param x = 3
}
`;
    expect(listMistakes(text).map((found) => found.replace(/ [^R]*$/, ""))).toEqual(
      [
        "2:10 RMD1024",
        "3:11 RMD1002",
        "4:11 RMD1009",
        "5:27 RMD1029",
        "6:24 RMD1010",
        "8:5 RMD1006",
        "9:31 RMD1008",
        "10:22 RMD1001",
        "11:5 RMD1007",
        "14:7 RMD1011",
        "17:11 RMD1002",
        "18:22 RMD1001",
        "19:20 RMD1001",
        "20:12 RMD1001",
        "21:12 RMD1006",
        "24:9 RMD1017",
      ].map((place) => expect.stringContaining(place) as string),
    );
  });

  it("in two declarations do not disturb each other", () => {
    expect(listMistakes('remedy a {\n  title:\n}\nscenario "s" for a {\n  expct fix ok\n}\npart p( { }\n')).toEqual([
      "2:9 RMD1002",
      "5:3 RMD1006 expct",
      "7:7 RMD1003 (",
    ]);
  });
});

describe("what is nested too deep is one diagnostic", () => {
  const depth = 5000;
  it.each([
    ["blocks", inStep("when a {\n".repeat(depth) + "}\n".repeat(depth))],
    ["blocks that are not closed", `remedy r {\n  step s "S" {\n${"when a {\n".repeat(depth)}`],
    ["parentheses", `let x = ${"(".repeat(depth)}1${")".repeat(depth)}\nlet y = 1`],
    ["lists", `let x = ${"[".repeat(depth)}${"]".repeat(depth)}\nlet y = 1`],
    ["calls", `let x = ${"f(".repeat(depth)}${")".repeat(depth)}\nlet y = 1`],
    ["types", `remedy r {\n  param x: ${"[".repeat(depth)}int${"]".repeat(depth)}\n}`],
    ["texts", `let x = ${'"${'.repeat(depth)}a${'}"'.repeat(depth)}\nlet y = 1`],
    ["negations", `let x = ${"not ".repeat(depth)}a\nlet y = 1`],
    ["operators", `let x = ${"a or ".repeat(depth)}a\nlet y = 1`],
    ["members", `let x = a${".b".repeat(depth)}\nlet y = 1`],
    ["else when", inStep(`when a { }${" else when a { }".repeat(depth)}`)],
  ])("%s", (_, text) => {
    expect(
      diagnose(text)
        .filter((found) => found.code !== "RMD1011")
        .map((found) => found.code),
    ).toEqual(["RMD1013"]);
  });
});

describe("a single expression", () => {
  it("is read to its end", () => {
    const source = createSourceFile("--set", "x=[1, 2] y", "");
    expect(parseExpression(source, 2, 8)).toMatchObject({ value: { kind: "list", span: { start: 2, end: 8 } }, diagnostics: [] });
    expect(parseExpression(source, 2).diagnostics).toMatchObject([{ code: "RMD1001", span: { start: 9, end: 10 } }]);
    expect(parseExpression(source, 2, 2)).toMatchObject({ value: { kind: "missing" }, diagnostics: [{ code: "RMD1001" }] });
    const condition = createSourceFile("--set", "a == not b", "");
    expect(parseExpression(condition).diagnostics).toMatchObject([{ code: "RMD1001", span: { start: 5, end: 8 } }]);
  });
});

describe("a file's bytes", () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const codes = (content: Uint8Array): string[] => parseSource("a.remedy", content).diagnostics.map((found) => found.code);

  it("that declare nothing", () => {
    for (const text of ["", " \n", "// only a comment", "import './a.remedy'"]) expect(codes(bytes(text))).toEqual(["RMD1056"]);
  });
  it("that are no text", () => expect(codes(new Uint8Array([0x4d, 0x5a, 0x90, 0]))).toEqual(["RMD1053"]));
  it("that are no UTF-8, with the place", () => {
    const { value, diagnostics } = parseSource("a.remedy", new Uint8Array([...bytes("let x = 'ä"), 0xe4, 0x27]));
    expect([value, diagnostics[0]?.code, diagnostics[0]?.span?.start]).toEqual([undefined, "RMD1054", 10]);
    expect(diagnostics[0]?.message).toContain("byte 11 is 0xE4");
  });
  it("that are too many", () => expect(codes(new Uint8Array(10_000_000).fill(32))).toEqual(["RMD1055"]));
  it("that are right", () =>
    expect(parseSource("a.remedy", bytes("\ufefflet x = 1"))).toMatchObject({
      diagnostics: [],
      value: { declarations: [{ kind: "let" }] },
    }));
});
