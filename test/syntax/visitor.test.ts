import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { printTokens } from "../../grammar/print-tokens.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import { printTree } from "../../src/syntax/print-tree.ts";
import { forEachChild, syntaxKinds, walk } from "../../src/syntax/visitor.ts";
import type { SyntaxNode } from "../../src/syntax/visitor.ts";

const folder = new URL("../grammar/fixtures/", import.meta.url);
const fixtures = readdirSync(folder).map((name) => createSourceFile(name, readFileSync(new URL(name, folder), "utf8"), ""));
const others = createSourceFile(
  "others.remedy",
  'let x = [-1, 0x1, (a) / true ?? 1h, 1KB, 1.2, """" ]\npart p(a: [int?]) { each x in [] { use q() } ensure y absent else { use z() } }',
  "",
);

/** All objects with a kind and a span that can be reached from a node, found without the table. */
function collect(value: unknown, found = new Set<SyntaxNode>()): Set<SyntaxNode> {
  if (Array.isArray(value)) for (const item of value) collect(item, found);
  else if (typeof value === "object" && value !== null && "kind" in value && "span" in value) {
    if ((value as { kind: string }).kind !== "comment") found.add(value as SyntaxNode);
    for (const [key, child] of Object.entries(value))
      if (key !== "span" && key !== "source" && key !== "operatorSpan" && key !== "presenceSpan") collect(child, found);
  }
  return found;
}

describe("the table of children", () => {
  it.each([...fixtures, others])("reaches every node of $path", (source) => {
    const { value } = parseFile(source);
    const reached = new Set<SyntaxNode>();
    walk(value, (node) => {
      reached.add(node);
      return true;
    });
    expect(reached.size).toBeGreaterThan(20);
    expect(reached).toEqual(collect(value));
  });

  it("gives children in the order of the source", () => {
    for (const source of fixtures) {
      walk(parseFile(source).value, (node) => {
        let last = -1;
        forEachChild(node, (child) => {
          expect(child.span.start).toBeGreaterThanOrEqual(last);
          last = child.span.start;
        });
        return true;
      });
    }
  });

  it("leaves out what is below a node when told to", () => {
    const kinds = new Set<string>();
    walk(parseFile(fixtures[0] as typeof others).value, (node) => {
      kinds.add(node.kind);
      return node.kind !== "step";
    });
    expect([kinds.has("step"), kinds.has("ensure"), kinds.has("scenario")]).toEqual([true, false, true]);
  });

  it("knows each kind once", () => expect(new Set(syntaxKinds).size).toBe(syntaxKinds.length));
});

describe("printing", () => {
  const source = createSourceFile("a.remedy", '/// D\nremedy r {\n  title: "a${b}" // c\n  let x = 5m\n}\n', "");
  it("a tree shows kinds, places and words", () => {
    expect(printTree(parseFile(source).value)).toBe(
      [
        "file 1:1-6:1",
        '  remedy 2:1-5:2 /// "D"',
        "    name 2:8-2:9 r",
        "    entry 3:3-3:17",
        "      name 3:3-3:8 title",
        "      string 3:10-3:17 text",
        '        text-part 3:11-3:12 "a"',
        "        interpolation 3:12-3:16",
        "          name-expression 3:14-3:15",
        "            name 3:14-3:15 b",
        "    let 4:3-4:13",
        "      name 4:7-4:8 x",
        "      duration 4:11-4:13 5m = 300000 ms",
        'comment 1:1-1:6 own line "/// D"',
        'comment 3:18-3:22 "// c"',
        "",
      ].join("\n"),
    );
  });

  it("tokens show places, whether they begin a line, and their text", () => {
    expect(printTokens(createSourceFile("a.remedy", "let x =\n  5m // c", ""))).toBe(
      '1:1 ^ LetKeyword "let"\n1:5   Word "x"\n1:7   Equals "="\n2:3 ^ Measure "5m"\n2:6   Comment "// c"\n',
    );
  });
});
