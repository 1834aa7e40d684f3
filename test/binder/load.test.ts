import { describe, expect, test } from "vitest";
import { parseSource } from "../../grammar/parse-source.ts";
import { loadProgram } from "../../src/binder/load.ts";
import { resolveImport } from "../../src/binder/import-path.ts";
import { checkProgram } from "../../src/checker/check.ts";
import { getSpanText } from "../../src/source/source-file.ts";
import { createTableHost, summarize } from "../checker/support.ts";
import { createKind, tinyCatalog } from "./tiny.ts";

const remedy = (body: string): string => `remedy sample {\n  title: "Sample"\n  version: 1.0.0\n  step one "One" { ${body} }\n}\n`;

async function load(files: Parameters<typeof createTableHost>[0], entry = "main.remedy") {
  const loaded = await loadProgram(entry, createTableHost(files), {
    catalog: tinyCatalog,
    parse: parseSource,
    loadUserKinds: (path) =>
      Promise.resolve({
        value: { kinds: [createKind("printer", path)], scripts: new Map([[path.replace(/ts$/, "ps1"), "function Test-Printer {}"]]) },
        diagnostics: [],
      }),
  });
  const checked = checkProgram(loaded.value);
  return { ...loaded, program: checked.value, all: [...loaded.diagnostics, ...checked.diagnostics] };
}

describe("resolving imports", () => {
  test.each([
    ["./a.remedy", "main.remedy", "a.remedy"],
    ["a.remedy", "x/main.remedy", "x/a.remedy"],
    ["../a.remedy", "x/main.remedy", "a.remedy"],
    [".//y/./a.remedy", "x/main.remedy", "x/y/a.remedy"],
  ])("%s from %s is %s", (text, importer, path) => {
    expect(resolveImport(text, importer)).toEqual({ kind: "path", path });
  });

  test.each(["../a.remedy", "/etc/a.remedy", "C:/a.remedy", "https://x/a.remedy", "x/../../a.remedy"])("%s leaves the project", (text) => {
    expect(resolveImport(text, "main.remedy")).toEqual({ kind: "escape" });
  });

  test("a path of nothing names nothing", () => {
    expect(resolveImport(" ", "main.remedy")).toEqual({ kind: "empty" });
    expect(resolveImport("./", "main.remedy")).toEqual({ kind: "empty" });
  });
});

describe("loading", () => {
  test("imported files stand before their importers, each once, the entry last", async () => {
    const { program, all } = await load({
      "main.remedy": `import "./a.remedy"\nimport "./b.remedy"\n${remedy("use a()\nuse b()")}`,
      "a.remedy": 'import "./c.remedy"\npart a() { use c() }\n',
      "b.remedy": 'import "./c.remedy"\npart b() { use c() }\n',
      "c.remedy": 'part c() { ensure lamp("x") { state: on } }\n',
    });
    expect(all).toEqual([]);
    expect(program.files.map((file) => file.source.path)).toEqual(["c.remedy", "a.remedy", "b.remedy", "main.remedy"]);
    expect(program.entry.source.path).toBe("main.remedy");
  });

  test("a circle is told once, with every import on its way", async () => {
    const { all } = await load({
      "main.remedy": 'import "./a.remedy"\n',
      "a.remedy": 'import "./b.remedy"\npart a() { ensure lamp("x") { state: on } }\n',
      "b.remedy": 'import "./a.remedy"\npart b() { ensure lamp("x") { state: on } }\n',
    });
    const circle = all.filter((diagnostic) => diagnostic.code === "RMD2103");
    expect(circle.map((diagnostic) => diagnostic.message)).toEqual([
      "Files import each other in a circle: 'a.remedy' -> 'b.remedy' -> 'a.remedy'. Move what they share into a file of its own.",
    ]);
    expect(circle[0]?.span?.file.path).toBe("b.remedy");
    expect(circle[0]?.related.map((place) => getSpanText(place.span))).toEqual(['import "./b.remedy"']);
  });

  test("a file that imports itself is a circle", async () => {
    const { all } = await load({ "main.remedy": `import "./main.remedy"\n${remedy('ensure lamp("x") { state: on }')}` });
    expect(summarize(all)).toContain('RMD2103 import "./main.remedy"');
  });

  test("an import brings what its file declares, not what that one imports", async () => {
    const { all } = await load({
      "main.remedy": `import "./a.remedy"\n${remedy("use a()\nuse c()")}`,
      "a.remedy": 'import "./c.remedy"\npart a() { use c() }\n',
      "c.remedy": 'part c() { ensure lamp("x") { state: on } }\n',
    });
    expect(summarize(all)).toEqual(["RMD2001 c"]);
  });

  test("names of an import that failed are not called unknown", async () => {
    const { all } = await load({ "main.remedy": `import "./gone.remedy"\n${remedy('use tls12()\nrequire limit else "x"')}` });
    expect(summarize(all)).toEqual(['RMD2101 "./gone.remedy"']);
  });

  test("kinds of a user's file are kinds of the files that import it, and of no others", async () => {
    const good = await load({ "main.remedy": `import "./printer.ts"\n${remedy('ensure printer("x") { state: on }')}`, "printer.ts": "" });
    expect(good.all).toEqual([]);
    expect(good.program.userScripts.get("printer.ps1")).toBe("function Test-Printer {}");
    expect(good.program.catalog.kinds["printer"]?.origin).toBe("printer.ts");
    const other = await load({
      "main.remedy": `import "./a.remedy"\n${remedy('use a()\nensure printer("x") { state: on }')}`,
      "a.remedy": 'import "./printer.ts"\npart a() { ensure printer("x") { state: on } }\n',
      "printer.ts": "",
    });
    expect(summarize(other.all)).toEqual(["RMD2001 printer"]);
  });

  test("a kind that only the type of a parameter names is used", async () => {
    const { all } = await load({
      "main.remedy":
        `import "./printer.ts"\npart a(mode: printer.state) { ensure lamp("x") { state: on } warn "\${mode}" when lamp("x").state == on }\n${remedy("use a(on)")}`.replace(
          "} warn",
          "}\n warn",
        ),
      "printer.ts": "",
    });
    expect(all).toEqual([]);
  });

  test.each([
    ["main.txt", "RMD2106"],
    ["gone.remedy", "RMD1050"],
    ["out.remedy", "RMD1051"],
    ["locked.remedy", "RMD1052"],
  ])("an entry file %s is refused with %s, and there is a program all the same", async (entry, code) => {
    const { all, program } = await load(
      { "out.remedy": { kind: "escape" }, "locked.remedy": { kind: "unreadable", reason: "access denied" } },
      entry,
    );
    expect(all.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(program.remedies).toEqual([]);
  });

  test("an import that leads out by a link is refused", async () => {
    const { all } = await load({
      "main.remedy": `import "./link.remedy"\n${remedy('ensure lamp("x") { state: on }')}`,
      "link.remedy": { kind: "escape" },
    });
    expect(summarize(all)).toEqual(['RMD2102 "./link.remedy"']);
  });
});
