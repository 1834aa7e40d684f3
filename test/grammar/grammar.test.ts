import { describe, expect, it } from "vitest";
import { createLexer, vocabulary } from "../../grammar/lexer.ts";
import { RemedyParser } from "../../grammar/parser.ts";

describe("the grammar", () => {
  it("passes Chevrotain's checks, which are left out at run time", () => {
    const parser = new RemedyParser({ analysis: "checked" });
    expect(Object.keys(parser.getGAstProductions()).length).toBeGreaterThan(40);
  });

  it("has tokens that pass Chevrotain's checks", () => {
    expect(createLexer(false).lexerDefinitionErrors).toEqual([]);
  });

  it("names every token for messages", () => {
    const mute = new Set(["WhiteSpace", "Blank", "Comment", "HashComment", "BlockComment"]);
    expect(vocabulary.length).toBeGreaterThan(60);
    expect(vocabulary.filter((type) => !mute.has(type.name) && !type.LABEL).map((type) => type.name)).toEqual([]);
  });
});
