import { describe, expect, test } from "vitest";
import type { TemplateFunction } from "../../src/powershell/library.ts";
import { joinFunctions } from "../../src/powershell/script-text.ts";

const print = (text: string, layer: TemplateFunction["layer"] = "engine"): string =>
  joinFunctions([{ name: "Sample", layer, variant: "any", text, parameters: [], words: [], reads: [] }]).replaceAll("\r\n", "\n");

describe("the text of a function", () => {
  test("has parameters that sections parted on the line of its name", () => {
    const text = "function Sample(\n    [string] $A, [int] $B\n    , [switch] $C\n) {\n    $A\n    $B\n}";
    expect(print(text)).toBe("function Sample([string] $A, [int] $B, [switch] $C) {\n  $A\n  $B\n}");
  });

  test("keeps the lines of parameters that are too many for one", () => {
    const text = `function Sample(\n    [string] $${"A".repeat(80)}\n    , [string] $${"B".repeat(80)}\n) {\n    1\n    2\n}`;
    expect(print(text)).toContain("function Sample(\n  [string] $A");
  });

  test("has a body of one line on it, too, where there is room", () => {
    expect(print("# What it is.\nfunction Sample([string] $A) {\n    $A\n}")).toBe("# What it is.\nfunction Sample([string] $A) { $A }");
    expect(print(`function Sample {\n    '${"x".repeat(140)}'\n}`)).toContain("{\n  'x");
  });

  test.each(["# why", "param([string] $A)", "if ($A) {\n        1\n    }"])("keeps a body like '%s' below it", (body) => {
    expect(print(`function Sample {\n    ${body}\n}`)).toContain("function Sample {\n  ");
  });

  test("is the author's own where it is a kind's of theirs", () => {
    expect(print("function Sample {\n    1\n}", "user")).toBe("function Sample {\n    1\n}");
  });
});
