import ts from "typescript";
import { describe, expect, test } from "vitest";
import { renderNewKind } from "../../src/build/new-kind.ts";
import { readTemplateLibrary } from "../../src/build/generate.ts";
import { checkScript } from "../../src/resources/catalog/check-script.ts";
import { extractKinds } from "../../src/resources/catalog/extract.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import { checkScripts, formatFindings } from "../powershell/gate.ts";

const files = renderNewKind("laid_out_kind");
const scripts = [...files].filter(([path]) => path.endsWith(".ps1"));

describe("a kind that is laid out", () => {
  test("takes at most seven files, each in the kind's rooms", () => {
    expect(files.size).toBeLessThanOrEqual(7);
    expect([...files.keys()].filter((path) => !path.includes("/laid-out-kind/"))).toEqual([]);
  });

  test("has an interface without a finding, and every function that it asks for", () => {
    const path = "src/resources/laid-out-kind/laid-out-kind.ts";
    const source = createSourceFile(path, files.get(path) ?? "", "");
    const { value, diagnostics } = extractKinds(ts, source, { origin: "built-in", taken: new Map() });
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(value.map(({ name, blockers, touches }) => [name, blockers?.length, touches?.length])).toEqual([["laid_out_kind", 1, 1]]);
    const kinds = value.map((kind) => ({ kind, span: { file: source, start: 0, end: 0 } }));
    expect(checkScript(kinds, "templates", scripts.map(([, text]) => text).join("\n"))).toEqual([]);
  });

  test("has functions that pass the gate, one in each file", async () => {
    const library = readTemplateLibrary().functions.map(({ name, text }) => ({ name, text }));
    const findings = await checkScripts(
      scripts.map(([name, text]) => ({ name, text })),
      { library },
    );
    expect(formatFindings(findings)).toBe("");
    for (const [path, text] of scripts) expect(text.match(/^function (\S+)/gm)).toEqual([`function ${path.replace(/^.*\/|\.ps1$/g, "")}`]);
  });
});

test.each([
  ["service", "a kind has it already"],
  ["Printer", "names are lower-case words joined by '_'"],
  ["in", "the language keeps this word for itself"],
  ["changed", "it is a fact of the compiler's own"],
  ["", "names are lower-case words joined by '_'"],
])("'%s' is refused: %s", (name, why) => {
  expect(() => renderNewKind(name)).toThrow(why);
});
