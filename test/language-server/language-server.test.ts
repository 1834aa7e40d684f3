import { build } from "esbuild";
import { expect, test } from "vitest";
import { parseSource } from "../../grammar/parse-source.ts";
import { loadCatalog } from "../../src/cli/compiler-session.ts";
import { analyse } from "../../src/language-server/analyse.ts";
import { findFixes, toEditorDiagnostics } from "../../src/language-server/diagnostics.ts";
import { formatDocument } from "../../src/language-server/formatting.ts";
import { findDefinition, findReferences } from "../../src/language-server/names.ts";
import { listFoldings, listSymbols } from "../../src/language-server/outline.ts";
import { toOffset, toRange } from "../../src/language-server/positions.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { createSourceFile } from "../../src/source/source-file.ts";

const toUri = (path: string): string => `file:///${path}`;

async function open(text: string) {
  const compiler = {
    host: createMemoryHost({ "a.remedy": "what the disk holds" }),
    catalog: await loadCatalog(),
    library: { functions: [] } as never,
    parse: parseSource,
    loadUserKinds: () => Promise.reject(new Error("no kinds here")),
    version: "0",
  };
  return analyse("a.remedy", compiler, (path) => (path === "a.remedy" ? text : undefined));
}

const TEXT = `let wanted = "Spooler"

remedy spooler {
  title: "The spooler runs"
  version: 1.0.0
  targets: [intune.remediation]
  step one "Spooler" {
    ensure service(wanted) { state: runing }
  }
}
`;

test("a mistake is told at its place in the open text, with its fix", async () => {
  const { diagnostics } = await open(TEXT);
  const [found] = toEditorDiagnostics(diagnostics, "a.remedy", toUri).filter(({ severity }) => severity === 1);
  expect(found?.range).toEqual({ start: { line: 7, character: 36 }, end: { line: 7, character: 42 } });
  const at = TEXT.indexOf("runing");
  const [fix] = findFixes(diagnostics, "a.remedy", { start: at, end: at }, toUri);
  expect(fix?.edit?.changes?.["file:///a.remedy"]?.map(({ newText }) => newText)).toEqual(["running"]);
  expect(findFixes(diagnostics, "a.remedy", { start: 0, end: 1 }, toUri)).toEqual([]);
});

test("a name leads to its declaration and its uses", async () => {
  const { program } = await open(TEXT);
  const use = TEXT.indexOf("wanted)");
  expect(findDefinition(program, "a.remedy", use)?.start).toBe(4);
  expect(findReferences(program, "a.remedy", 4).map(({ start }) => start)).toEqual([4, use]);
  expect(findDefinition(program, "a.remedy", TEXT.indexOf("service("))).toBeUndefined();
});

test("outline and foldings are those of the declarations, also of a broken file", () => {
  const { value } = parseSource("a.remedy", new TextEncoder().encode(`${TEXT}\nremedy {`));
  if (!value) throw new Error("no tree");
  expect(listSymbols(value).map(({ name, detail }) => [name, detail])).toEqual([
    ["wanted", "let"],
    ["spooler", "remedy"],
  ]);
  expect(listFoldings(value)).toMatchObject([{ startLine: 2, endLine: 9 }]);
});

test("positions count UTF-16 units, over every kind of line end", () => {
  const file = createSourceFile("a.remedy", "a😀b\r\nc\rd\ne", "");
  for (const offset of [0, 3, 4, 6, 7, 8, 9, 10, 11]) {
    expect(toOffset(file, toRange({ file, start: offset, end: offset }).start)).toBe(offset);
  }
  expect(toOffset(file, { line: 0, character: 99 })).toBe(4);
  expect(toOffset(file, { line: 99, character: 0 })).toBe(11);
});

test("a document is formatted whole, with its line ends; a broken or formatted one is left alone", () => {
  const [edit] = formatDocument("a.remedy", 'let  a="x"\r\nlet b   = "y"\r\n');
  expect(edit?.newText).toBe('let a = "x"\r\nlet b = "y"\r\n');
  expect(edit?.range).toEqual({ start: { line: 0, character: 0 }, end: { line: 2, character: 0 } });
  expect(formatDocument("a.remedy", edit?.newText ?? "")).toEqual([]);
  expect(formatDocument("a.remedy", "remedy {")).toEqual([]);
});

test("it runs without Node", async () => {
  const { errors } = await build({
    stdin: {
      contents: ["analyse", "diagnostics", "formatting", "names", "outline", "positions"]
        .map((name) => `export * from "./${name}.ts";`)
        .join("\n"),
      resolveDir: "src/language-server",
    },
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  expect(errors).toEqual([]);
});
