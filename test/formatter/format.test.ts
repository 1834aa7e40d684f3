import { readFileSync } from "node:fs";
import { check, format } from "prettier";
import { describe, expect, test } from "vitest";
import { formatText, usualLayout } from "../../src/formatter/format.ts";
import * as plugin from "../../src/formatter/plugin.ts";
import { createRandom } from "../fuzz/random.ts";
import { formatFaithfully, parse } from "./faithful.ts";
import { collectDeclarations, generateLayout, generateText, listRemedies } from "./generate.ts";

const files = listRemedies();

describe("what is formatted says the same, keeps each comment in its place, and formatted twice is once", () => {
  test.each(files)("%s", (file) => {
    const text = readFileSync(file, "utf8");
    if (parse(text)) formatFaithfully(text);
    else expect(formatText(file, text).value).toBeUndefined();
  });

  test("300 generated texts (npm run fuzz:formatting makes more)", () => {
    const declarations = collectDeclarations(files);
    expect(declarations.length).toBeGreaterThan(300);
    const random = createRandom(15);
    for (let i = 0; i < 300; i++) formatFaithfully(generateText(declarations, random), generateLayout(random));
  });
});

/** The layout of a text whose width is small, so that an example fits on a line here. */
const narrow = (text: string, printWidth = 40): string => formatFaithfully(text, { ...usualLayout, printWidth });

describe("layout", () => {
  test("spaces, indentation and empty lines: two of these are one, and none stands at an edge of a block", () => {
    expect(narrow('\n\nremedy  a{\n\n\ntitle :"A" ,version: 1.0.0\n\n\n\n  let b=1+ 2\n\n}\n\n\nlet c = [ 1,2 ,]\n\n')).toBe(
      'remedy a {\n  title: "A"\n  version: 1.0.0\n\n  let b = 1 + 2\n}\n\nlet c = [1, 2]\n',
    );
  });

  test("a block of properties and a list stand on one line where they were written so and fit", () => {
    const ensure = (block: string): string => narrow(`part a() {\nensure b(1) ${block}\n}`).split("\n").slice(1, -2).join("\n");
    expect(ensure("{state: running,startup: manual}")).toBe("  ensure b(1) {\n    state: running\n    startup: manual\n  }");
    expect(ensure("{state: on,mode: 1,}")).toBe("  ensure b(1) { state: on, mode: 1 }");
    expect(ensure("{\nstate: on }")).toBe("  ensure b(1) {\n    state: on\n  }");
    expect(ensure("{ a: [\n1, 2] }")).toBe("  ensure b(1) {\n    a: [\n      1,\n      2\n    ]\n  }");
    expect(ensure("{ }")).toBe("  ensure b(1) {}");
  });

  test("a block of statements stands on one line where it was written so and holds a single one without a block", () => {
    const step = (body: string): string => narrow(`part a() { when c ${body} }`).split("\n").slice(1, -2).join("\n");
    expect(step("{ ensure b absent }")).toBe("  when c { ensure b absent }");
    expect(step("{ ensure b absent ensure d absent }")).toBe("  when c {\n    ensure b absent\n    ensure d absent\n  }");
    expect(step("{ when d { use e() } }")).toBe("  when c {\n    when d { use e() }\n  }");
  });

  test("what does not fit is broken before 'else', 'when', 'and', 'or' and '??', and within '(…)'", () => {
    expect(narrow('part a() { require first_thing.exists else "It must be there." }', 50)).toContain(
      '  require first_thing.exists\n    else "It must be there."\n',
    );
    expect(narrow('part a() { warn "It is not there at all." when changed }', 30)).toContain(
      '  warn "It is not there at all."\n    when changed\n',
    );
    expect(narrow("let a = first_thing and second_thing or third_thing")).toBe("let a = first_thing and second_thing\n  or third_thing\n");
    expect(narrow('let a = some_kind("a long name", view: both, more: 1)')).toBe(
      'let a = some_kind(\n  "a long name",\n  view: both,\n  more: 1\n)\n',
    );
  });

  test("what is broken before a block cannot be taken for its statements", () => {
    expect(narrow('remedy a { step b "A title" when first_thing and second {\nuse c() } }', 36)).toContain(
      '  step b "A title"\n      when first_thing and second {\n    use c()\n  }',
    );
  });

  test("texts stay as they are, whatever stands in them", () => {
    const script = "'''\n\tGet-Item  |\n   Out-Null   \n\n\n  '''";
    expect(narrow(`part a() {\n ensure script( "x" ) {\ntest :${script}\nfix:'  a  '\n}}`)).toBe(
      `part a() {\n  ensure script("x") {\n    test: ${script}\n    fix: '  a  '\n  }\n}\n`,
    );
    expect(narrow('let a="${ b  } and  ${c}"')).toBe('let a = "${ b  } and  ${c}"\n');
  });
});

describe("comments", () => {
  test.each([
    [
      "at the end of a line, and before '}'",
      "part a() { // one\nuse b() // two\n// three\n}// four",
      "part a() { // one\n  use b() // two\n  // three\n} // four\n",
    ],
    [
      "between the items of a list",
      "let a = [1, // one\n// two\n2 // three\n, 3]",
      "let a = [\n  1, // one\n  // two\n  2, // three\n  3\n]\n",
    ],
    ["around 'else'", 'part a() { require b // one\n// two\nelse "m" }', 'part a() {\n  require b // one\n    // two\n    else "m"\n}\n'],
    ["inside an expression", "let a = b // one\nand c", "let a = b // one\n  and c\n"],
    ["in an empty block", "part a() {\n\n// one\n\n\n// two\n}", "part a() {\n  // one\n\n  // two\n}\n"],
    ["alone in a file", "\n// one\n\n\n// two", "// one\n\n// two\n"],
    ["above a declaration", "// one\n\n/// two\nlet a=1", "// one\n\n/// two\nlet a = 1\n"],
  ])("%s", (_, text, formatted) => {
    expect(formatFaithfully(text)).toBe(formatted);
  });

  test.each(["// fmt: ignore", "// prettier-ignore"])("'%s' keeps the next item as it is written", (comment) => {
    expect(formatFaithfully(`part a() {\n ${comment}\n ensure  b(1)  { c:1\n  d:  2 }\n use  e( )\n}`)).toBe(
      `part a() {\n  ${comment}\n  ensure  b(1)  { c:1\n  d:  2 }\n  use e()\n}\n`,
    );
  });
});

test("lines end as most of the text's do, those of a script too, unless the layout says how", () => {
  expect(formatText("a", "let a=1\r\nlet b=2\r\nlet c=3\n").value).toBe("let a = 1\r\nlet b = 2\r\nlet c = 3\r\n");
  expect(formatText("a", "let a='''\n1\r\n'''\n").value).toBe("let a = '''\n1\n'''\n");
  expect(formatText("a", "let a=1\n", { ...usualLayout, endOfLine: "crlf" }).value).toBe("let a = 1\r\n");
  expect(formatText("a", "let a=1\rlet b=2\r").value).toBe("let a = 1\rlet b = 2\r");
});

test("a text without anything is one, and syntax errors have their places", () => {
  expect(formatText("a", " \n\n").value).toBe("");
  const { value, diagnostics } = formatText("a", "remedy a {\n  title \n}");
  expect([value, diagnostics[0]?.code]).toEqual([undefined, "RMD1001"]);
});

describe("Prettier", () => {
  const options = { parser: "remedy", plugins: [plugin] };

  test("formats as remedyc does, and takes its own options", async () => {
    const text = readFileSync("examples/print-spooler.remedy", "utf8");
    expect(await format(text, options)).toBe(formatText("a", text).value);
    expect(await format("part a() { use b() use c() }", { ...options, useTabs: true, endOfLine: "crlf" })).toBe(
      "part a() {\r\n\tuse b()\r\n\tuse c()\r\n}\r\n",
    );
    expect(await check("\ufefflet a = 1\n", options)).toBe(true);
  });

  test("shows where a syntax error is", async () => {
    await expect(format("let a = 1\nlet b 2\n", options)).rejects.toThrow(/^RMD1001: .* \(2:7\)/);
  });
});
