import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createGeneratedFiles } from "../../grammar/generated-files.ts";
import { collectReferences, lexicalRules, readGrammar } from "../../grammar/grammar-model.ts";

const files = [...createGeneratedFiles()];

describe("what is generated from the grammar", () => {
  it.each(files)("%s is fresh (npx tsx grammar/generate.ts)", (name, text) => {
    expect(readFileSync(new URL(`../../grammar/generated/${name}`, import.meta.url), "utf8")).toBe(text);
  });

  it("defines every rule that it refers to", () => {
    const rules = readGrammar();
    const defined = new Set([...rules.map((rule) => rule.name), ...lexicalRules.map((rule) => rule.name)]);
    const used = rules.flatMap((rule) => collectReferences(rule.definition));
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });

  it("draws a page that loads nothing", () => {
    const page = files.find(([name]) => name === "diagrams.html")?.[1] ?? "";
    expect(page).toContain('<section id="Statement">');
    expect(page).not.toMatch(/https?:|<script|<link|@import|url\(/);
  });

  it("says the grammar as the design does", () => {
    const ebnf = files.find(([name]) => name === "remedy.ebnf")?.[1] ?? "";
    const rule = (name: string): string | undefined => new RegExp(`^${name} += ([^;]*) ;$`, "m").exec(ebnf)?.[1]?.replace(/\s*\n\s*/g, " ");
    expect(rule("Step")).toBe('"step" Name String [ "when" Expr ] Body');
    expect(rule("Check")).toBe('"check" String [ "{" Expr "}" ] [ "every" Expr ] "fix" Actions');
    expect(rule("With")).toBe('"with" Reference { "," Reference } "stopped" Body');
    expect(rule("Expect")).toBe('"expect" ( "detect" Name [ String ] | "fix" Name [ String ] | "uninstall" Name [ String ] | State )');
    expect(rule("Member")).toBe('Param | Let | Step | Requires | Uninstall | Accept | Entry [ "," ]');
    expect(rule("Accept")).toBe('"accept" Name "because" String');
    expect(rule("Promise")).toBe('"promise" String "for" Name "{" { PromiseBlock } "}"');
    expect(rule("PromiseBlock")).toBe('( "given" | "always" | "finally" ) Conditions');
    expect(rule("Conditions")).toBe('"{" { Expr [ "," ] } "}"');
    expect(rule("Requires")).toBe('"requires" Expr [ "as" Name ]');
    expect(rule("Uninstall")).toBe('"uninstall" Body');
    expect(rule("Comparison")).toBe("Quantified | Compared");
    expect(rule("Compared")).toBe('Default [ [ "not" ] Compare Default ]');
    expect(rule("Quantified")).toBe('( "any" | "all" ) Name "in" Default ":" Expr');
    expect(rule("Sum")).toBe('Join { ( "+" | "-" ) Join }');
    expect(rule("File")).toBe("{ Import } { Remedy | Part | Let | Scenario | Promise }");
  });
});
