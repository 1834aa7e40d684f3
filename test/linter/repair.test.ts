import { describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { createDiagnostic } from "../../src/diagnostics/catalog.ts";
import { followSuggestions } from "../../src/linter/fix.ts";
import { repairFile } from "../../src/linter/lint-file.ts";
import type { Rule } from "../../src/linter/rule.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { createSourceFile } from "../../src/source/source-file.ts";

const TEXT =
  'remedy a {\n  title: "A"\n  version: 1.0.0\n  targets: [standalone]\n  step s "S" { ensure service("A") { state: running } }\n}\n';

/** A rule that would write another text for every string that holds one. */
const replacing = (from: string, to: string): Rule => ({
  name: "replacing",
  code: "RMD6045",
  isFixSafe: true,
  createVisitor: ({ report }) => ({
    string: ({ span, parts }) => {
      if (parts[0]?.kind !== "text-part" || parts[0].value !== from) return;
      const suggestion = { title: "Do it.", edits: [{ span, text: to }] };
      report(createDiagnostic("RMD6045", span, { text: from, better: to }, { suggestion }));
    },
  }),
});
const repair = async (...rules: readonly Rule[]) => {
  const compiler = { ...(await createCompiler(".")), host: createMemoryHost({ "a.remedy": TEXT }) };
  return repairFile("a.remedy", compiler, { targets: undefined, parameters: [] }, { known: rules, active: rules });
};

describe("repairing a file", () => {
  test("one that would not compile then is told and not given", async () => {
    expect(await repair(replacing("S", "missing"))).toEqual({ kind: "broken", code: expect.stringMatching(/^RMD/) as unknown });
  });

  test("a repair that makes the next one possible is followed by it", async () => {
    const repaired = await repair(replacing("S", '"T"'), replacing("T", '"U"'));
    expect(repaired).toMatchObject({ kind: "repaired", count: 2 });
    expect(repaired.kind === "repaired" && new TextDecoder().decode(repaired.bytes)).toBe(TEXT.replace('"S"', '"U"'));
  });

  test("two that turn into each other come to an end", async () => {
    expect(await repair(replacing("S", '"T"'), replacing("T", '"S"'))).toMatchObject({ kind: "repaired", count: 10 });
  });

  test("nothing to do", async () => expect(await repair(replacing("X", '"Y"'))).toEqual({ kind: "same" }));
});

describe("following suggestions", () => {
  const file = createSourceFile("a.remedy", "one two three", "");
  const edit = (start: number, end: number, text: string, of = file) => ({ title: "", edits: [{ span: { file: of, start, end }, text }] });

  test("those that overlap or touch an earlier one wait", () => {
    expect(followSuggestions(file, [edit(0, 3, "1"), edit(2, 7, "x"), edit(3, 4, "x"), edit(8, 13, "3")])).toEqual({
      text: "1 two 3",
      followed: 2,
    });
  });

  test("one that reaches into another file is left alone", () => {
    expect(followSuggestions(file, [edit(0, 3, "1", createSourceFile("b.remedy", "one", ""))])).toEqual({ text: file.text, followed: 0 });
  });
});
