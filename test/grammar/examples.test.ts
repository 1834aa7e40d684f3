import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { createSourceFile } from "../../src/source/source-file.ts";

const folder = new URL("./fixtures/", import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".remedy"));

describe("the examples of the language's design", () => {
  it("are there", () => expect(fixtures.length).toBeGreaterThanOrEqual(2));

  it.each(fixtures)("%s parses without a diagnostic", (name) => {
    const source = createSourceFile(name, readFileSync(new URL(name, folder), "utf8"), "");
    const { value, diagnostics } = parseFile(source);
    expect(diagnostics.map((found) => found.message)).toEqual([]);
    expect(value.declarations.length).toBeGreaterThan(0);
  });
});
