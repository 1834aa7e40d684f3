import fc from "fast-check";
import { builders, printer } from "prettier/doc";
import type { Doc as PrettierDoc } from "prettier";
import { describe, expect, test } from "vitest";
import { group, hardLine, ifBroken, indent, line, literalLine, row, softLine } from "../../src/powershell/document.ts";
import type { Doc } from "../../src/powershell/document.ts";
import { layOut } from "../../src/powershell/layout.ts";

/** A document for both printers. */
interface Both {
  readonly ours: Doc;
  readonly theirs: PrettierDoc;
}

const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z(]{0,12}[ ]?$/).map((text): Both => ({ ours: text, theirs: text })) },
  // Text follows a space: Prettier does not count one at a line's end, and where the printer puts one there is always something behind it.
  { weight: 2, arbitrary: fc.constant<Both>({ ours: row([line, "x"]), theirs: [builders.line, "x"] }) },
  { weight: 2, arbitrary: fc.constant<Both>({ ours: softLine, theirs: builders.softline }) },
  { weight: 1, arbitrary: fc.constant<Both>({ ours: hardLine, theirs: builders.hardline }) },
  { weight: 1, arbitrary: fc.constant<Both>({ ours: literalLine, theirs: builders.literalline }) },
  { weight: 1, arbitrary: fc.constant<Both>({ ours: ifBroken("br", ";"), theirs: builders.ifBreak("br", ";") }) },
);
const { document } = fc.letrec<{ document: Both; parts: Both[] }>((tie) => ({
  document: fc.oneof(
    { depthSize: "medium" },
    leaf,
    tie("parts").map((parts): Both => ({ ours: row(parts.map(({ ours }) => ours)), theirs: parts.map(({ theirs }) => theirs) })),
    tie("parts").map((parts): Both => ({
      ours: group(parts.map(({ ours }) => ours)),
      theirs: builders.group(parts.map(({ theirs }) => theirs)),
    })),
    tie("parts").map((parts): Both => ({
      ours: indent(parts.map(({ ours }) => ours)),
      theirs: builders.indent(parts.map(({ theirs }) => theirs)),
    })),
  ),
  parts: fc.array(tie("document"), { maxLength: 6 }),
}));

describe("layout", () => {
  test("is that of Prettier's printer, whose kind of documents it lays out", () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 5, max: 60 }), fc.integer({ min: 0, max: 2 }), ({ ours, theirs }, width, level) => {
        const nested = Array.from({ length: level }).reduce<PrettierDoc>((doc) => builders.indent(doc), theirs);
        const expected = printer.printDocToString(nested, { printWidth: width, tabWidth: 2, useTabs: false }).formatted;
        expect(layOut(ours, width, level * 2)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });
});
