import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { MarkupContent, Position, Range, TextEdit } from "vscode-languageserver-types";
import { toOffset, toRange } from "../../src/language-server/positions.ts";
import { TOKEN_TYPES } from "../../src/language-server/semantic-tokens.ts";
import { Refusal } from "../../src/language-server/uses.ts";
import { proveDocument, viewDocument } from "../../src/language-server/views.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import { createService, MARK, openAt, toUri } from "./open-service.ts";

const A = toUri("a.remedy");

const TEXT = `import "./parts.remedy"

/// Keeps the spooler running.
remedy spooler {
  title: "The spooler runs"
  version: 1.0.0
  targets: [standalone]

  /// How long is too long.
  param limit: duration = 1h
  let agent = service("Spooler")

  step one "Spooler" {
    require agent.startup != disabled else "Enable it."
    ensure agent { state: running }
    ensure user_right("SeServiceLogonRight") { includes: ['NT SERVICE\\ALL SERVICES'] }
    use clean('%ProgramData%\\Contoso')
    warn "It has run for long." when os.uptime > limit
  }
}

scenario "it is stopped" for spooler {
  given {
    service("Spooler") { state: stopped }
  }
  expect detect noncompliant
  expect fix succeeded
}
`;

const PARTS = `/// Takes away what is old.
part clean(folder: path) {
  ensure directory(folder) absent
}
`;

function at(text: string, wanted: string, inside = 0): Position {
  const offset = text.indexOf(wanted);
  if (offset < 0) throw new Error(`'${wanted}' does not stand there`);
  return toRange({ file: createSourceFile("a.remedy", text, ""), start: offset + inside, end: offset + inside }).start;
}

function open(text = TEXT, files: Record<string, string> = { "parts.remedy": PARTS }) {
  const service = createService(files);
  service.workspace.open(A, 1, text);
  return service;
}

function textAt(text: string, { start, end }: Range): string {
  const file = createSourceFile("a.remedy", text, "");
  return text.slice(toOffset(file, start), toOffset(file, end));
}

test("the text that all of this is about has no mistakes", async () => {
  expect(await open().diagnose(A)).toEqual([]);
});

test("a mistake is told at its place, with its fix", async () => {
  const text = TEXT.replace("state: running", "state: runing");
  const service = open(text);
  const [found] = (await service.diagnose(A)).filter(({ severity }) => severity === 1);
  if (!found) throw new Error("nothing is told");
  expect(textAt(text, found.range)).toBe("runing");
  const [fix, ...others] = await service.findFixes(A, found.range);
  expect(others).toEqual([]);
  expect(fix?.edit?.changes?.[A]?.map(({ newText }) => newText)).toEqual(["running"]);
  expect(await service.findFixes(A, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } })).toEqual([]);
});

test("what plans, rules and proofs find is told, too", async () => {
  const codes = async (text: string): Promise<unknown[]> => (await open(text).diagnoseFully(A)).map(({ code }) => code);
  expect(await codes(TEXT.replace('"Enable it."', '"No."'))).toContain("RMD6036");
  expect(
    await codes(TEXT.replace("ensure agent { state: running }", "ensure agent { state: running }\n    ensure agent { state: stopped }")),
  ).toEqual(expect.arrayContaining([expect.stringMatching(/^RMD4/)]));
});

test("what a rule found has its quick fix", async () => {
  const text = TEXT.replace("require agent.startup != disabled", "require computer.is_domain_joined == true");
  const service = open(text);
  const found = (await service.diagnoseFully(A)).find(({ code }) => code === "RMD6045");
  if (!found) throw new Error("the rule found nothing");
  const [fix, off] = await service.findFixes(A, found.range);
  expect(fix?.title).toMatch(/^Replace|^Write|^Leave/);
  // The other switches the rule off, once a reason stands there.
  const edits = (off?.edit?.changes?.[A] ?? []).map((edit) => ({ ...edit, newText: edit.newText.replace(/ \n$/, " it reads well\n") }));
  service.workspace.find(A)?.change([{ text: TextDocument.applyEdits(TextDocument.create(A, "remedy", 1, text), edits) }], 2);
  const codes = (await service.diagnoseFully(A)).map(({ code }) => code);
  expect(codes).not.toContain("RMD6045");
  expect(codes.filter((code) => /^RMD609/.test(String(code)))).toEqual([]);
});

test("findings follow what is imported: open, on disk, gone", async () => {
  const files: Record<string, string> = { "parts.remedy": PARTS };
  const service = open(TEXT, files);
  expect(await service.diagnose(A)).toEqual([]);
  const b = toUri("parts.remedy");
  const document = service.workspace.open(b, 1, PARTS);
  expect(service.listOutdated()).toContain(A);
  document.change([{ text: PARTS.replace("clean", "cleaned") }], 2);
  expect((await service.diagnose(A)).map(({ code }) => code)).toContain("RMD2001");
  service.close(b);
  expect(service.listOutdated()).toEqual([A]);
  expect(await service.diagnose(A)).toEqual([]);
  delete files["parts.remedy"];
  service.workspace.touch(b);
  expect((await service.diagnose(A)).map(({ code }) => code)).toContain("RMD2101");
  files["parts.remedy"] = PARTS;
  // As a client may spell it.
  service.workspace.touch(b.replace("parts", "%70arts"));
  expect(await service.diagnose(A)).toEqual([]);
});

const HOVERED: readonly (readonly [what: string, place: string, inside: number, said: readonly string[]])[] = [
  ["a kind", "service(", 2, ["A Windows service", "| `state` |", "Blocked when"]],
  ["a let, where it is used", "agent.startup", 2, ['let agent = service("Spooler")']],
  ["a state", "startup !=", 2, ["service.startup", "When Windows starts it", "a state"]],
  ["an entry", "state: running", 2, ["service.state", "Whether it runs"]],
  ["a word", "running }", 2, ["service.state: running", "It runs."]],
  ["a right", "SeServiceLogonRight", 3, ["Log on as a service."]],
  ["an account", "NT SERVICE", 3, ["NT SERVICE\\ALL SERVICES", "S-1-5-80-0"]],
  ["a service", '"Spooler")', 3, ["Print Spooler"]],
  ["a variable of a path", "%ProgramData%", 3, ["a folder of the machine"]],
  ["a part", "clean(", 2, ["part clean(folder: path)", "Takes away what is old."]],
  ["a parameter", "limit: duration", 2, ["param limit: duration = 1h", "How long is too long."]],
  ["a remedy", "spooler {", 2, ["Keeps the spooler running."]],
  ["a keyword", "require agent", 2, ["blocked with the message"]],
  ["a keyword of scenarios", "expect detect", 2, ["What detection or the fix comes to"]],
];

test.each(HOVERED)("a hover tells of %s", async (_what, place, inside, said) => {
  const hover = await open().hover(A, at(TEXT, place, inside));
  const { value } = (hover?.contents ?? { value: "" }) as MarkupContent;
  for (const part of said) expect(value).toContain(part);
});

test("a hover says nothing where there is nothing to say", async () => {
  expect(await open().hover(A, at(TEXT, "{"))).toBeUndefined();
  expect(await open().hover(A, at(TEXT, "Enable", 2))).toBeUndefined();
});

test("signatures: of a kind, a part, a query, with the argument that is being written", async () => {
  const help = async (text: string): Promise<readonly [string | undefined, unknown]> => {
    const { service, uri, position } = openAt(text, { "parts.remedy": PARTS });
    const found = await service.helpWithSignature(uri, position);
    return [found?.signatures[0]?.label, found?.activeParameter];
  };
  const inStep = (line: string): string => TEXT.replace("use clean('%ProgramData%\\Contoso')", line);
  expect(await help(inStep(`ensure registry_value('HKLM\\A', ${MARK})`))).toEqual([
    expect.stringMatching(/^registry_value\(key: registry_path, name: /),
    1,
  ]);
  expect(await help(inStep(`use clean(${MARK})`))).toEqual(["clean(folder: path)", 0]);
  expect((await help(inStep(`require network.can_connect("a", ${MARK}`)))[1]).toBe(1);
  expect(await help(inStep(`ensure directory('C:\\a', files: ${MARK}`))).toEqual([expect.stringContaining("files?"), 1]);
  expect(await help(inStep(`ensure agent ${MARK}`))).toEqual([undefined, undefined]);
});

test("a name leads to its declaration and its uses, over files", async () => {
  const service = open();
  const definition = await service.findDefinition(A, at(TEXT, "agent.startup"));
  expect(definition && textAt(TEXT, definition.range)).toBe("agent");
  expect(definition?.range.start).toEqual(at(TEXT, "agent = "));
  expect(await service.findReferences(A, at(TEXT, "agent = "), true)).toHaveLength(3);
  expect(await service.findReferences(A, at(TEXT, "agent = "), false)).toHaveLength(2);
  expect(await service.findHighlights(A, at(TEXT, "agent = "))).toHaveLength(3);
  const part = await service.findDefinition(A, at(TEXT, "clean("));
  expect(part?.uri).toBe(toUri("parts.remedy"));
  expect((await service.findReferences(A, at(TEXT, "clean("), true)).map(({ uri }) => uri)).toEqual([A, toUri("parts.remedy")]);
  expect((await service.findDefinition(A, at(TEXT, "./parts")))?.uri).toBe(toUri("parts.remedy"));
  expect(await service.findDefinition(A, at(TEXT, "service("))).toBeUndefined();
  const remedy = await service.findDefinition(A, at(TEXT, "spooler {\n  given"));
  expect(remedy?.range.start).toEqual(at(TEXT, "spooler {\n  title"));
});

async function renameTo(name: string, place: string, files = { "parts.remedy": PARTS }): Promise<Record<string, TextEdit[]>> {
  const service = open(TEXT, files);
  return (await service.rename(A, at(TEXT, place), name))?.changes ?? {};
}

test("a rename changes every use in every file of the project, and nothing else", async () => {
  const other = 'import "./parts.remedy"\nremedy b {\n  title: "b"\n  version: 1.0.0\n  step s "clean" { use clean(\'C:\\A\') }\n}\n';
  const files = { "parts.remedy": PARTS, "b.remedy": other };
  const changes = await renameTo("tidy", "clean(", files);
  expect(Object.keys(changes).sort()).toEqual([A, toUri("b.remedy"), toUri("parts.remedy")]);
  const after = TextDocument.applyEdits(TextDocument.create("", "", 1, other), changes[toUri("b.remedy")] ?? []);
  expect(after).toBe(other.replace("use clean(", "use tidy("));
});

test("a rename is refused where it would break something, with the reason", async () => {
  const why = async (name: string, place: string): Promise<string> =>
    renameTo(name, place).then(
      () => "renamed",
      (error: unknown) => (error instanceof Refusal ? error.message : String(error)),
    );
  expect(await why("1a", "agent.")).toMatch(/^'1a' is no name/);
  expect(await why("not", "agent.")).toMatch(/keeps for itself/);
  expect(await why("limit", "agent.")).toMatch(/^Not renamed: .*'limit'/);
  expect(await why("x", "service(")).toBe("'service' is a word of the language.");
  expect(await why("x", "Enable it")).toMatch(/no name here/);
  expect(await why("helper", "agent.")).toBe("renamed");
});

test("outline, foldings and selections, also of a broken file", async () => {
  const service = open(`${TEXT}\nremedy {`);
  const outline = await service.listSymbols(A);
  expect(outline.map(({ name, detail }) => [name, detail])).toEqual([
    ["spooler", "remedy"],
    ["it is stopped", "scenario"],
  ]);
  expect(outline[0]?.children?.map(({ name }) => name)).toEqual(["limit", "agent", "Spooler"]);
  const foldings = await service.listFoldings(A);
  expect(foldings).toContainEqual(expect.objectContaining({ startLine: 12, endLine: 18 }));
  const [selection] = await service.findSelections(A, [at(TEXT, "running }", 2)]);
  const texts: string[] = [];
  for (let one = selection; one; one = one.parent) texts.push(textAt(TEXT, one.range));
  expect(texts.slice(0, 4)).toEqual(["running", "state: running", "agent { state: running }", "ensure agent { state: running }"]);
});

test("symbols of the workspace, of files that are not open, too", async () => {
  const found = await open().findWorkspaceSymbols("CLE");
  expect(found.map(({ name, location }) => [name, location.uri])).toEqual([["clean", toUri("parts.remedy")]]);
});

test("semantic tokens tell names by what they stand for", async () => {
  const data = await open().encodeSemanticTokens(A);
  let line = 0;
  let character = 0;
  const found: string[] = [];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, columns = 0, length = 0, type = 0] = data.slice(i, i + 4);
    line += lines;
    character = lines === 0 ? character + columns : columns;
    const start = { line, character };
    found.push(`${textAt(TEXT, { start, end: { line, character: character + length } })} ${TOKEN_TYPES[type] ?? "?"}`);
  }
  expect(found).toEqual(
    expect.arrayContaining([
      "agent variable",
      "limit parameter",
      "service class",
      "state property",
      "running enumMember",
      "clean function",
      "spooler namespace",
    ]),
  );
});

test("hints: the SIDs of accounts and the defaults that are not said, between two lines", async () => {
  const service = open();
  const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const labels = (await service.listInlayHints(A, whole)).map(({ label }) => label);
  expect(labels).toEqual(["timeout: 30s", "S-1-5-80-0"]);
  expect(await service.listInlayHints(A, { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } })).toEqual([]);
});

test("lenses: prove and show a remedy, run a scenario", async () => {
  const lenses = await open().listCodeLenses(A);
  expect(lenses.map(({ command }) => [command?.title, command?.arguments])).toEqual([
    ["Prove", [A, "spooler", 3]],
    ["Show script", [A, "spooler", 3]],
    ["Show script", [A, "spooler", 12]],
    ["Run scenario", [A, "it is stopped", 21]],
  ]);
});

test("a document is formatted whole, with its line ends; a broken or formatted one is left alone", async () => {
  const format = async (text: string): Promise<string | undefined> => {
    const edits = await open(text).format(A);
    return edits.length === 0 ? undefined : TextDocument.applyEdits(TextDocument.create(A, "remedy", 1, text), edits);
  };
  expect(await format('let  a="x"\r\nlet b   = "y"\r\n')).toBe('let a = "x"\r\nlet b = "y"\r\n');
  expect(await format('let a = "x"\n')).toBeUndefined();
  expect(await format("remedy {")).toBeUndefined();
});

test("a view has the scripts of every target, with the lines that their lines come from, and the plan", async () => {
  const { workspace } = open();
  const document = workspace.find(A);
  if (!document) throw new Error("it is open");
  const { scripts, story } = await viewDocument(workspace, document);
  expect(scripts.map(({ file }) => file)).toEqual(["standalone/spooler.ps1"]);
  const lines = scripts[0]?.text.split("\r\n") ?? [];
  for (const { scriptLine, path, line } of scripts[0]?.lines ?? []) {
    const source = (path === undefined ? TEXT : PARTS).split("\n")[line - 1]?.trim() ?? "?";
    expect(lines[scriptLine - 1]).toContain(source.slice(0, 20));
  }
  expect(new Set(scripts[0]?.lines.map(({ path }) => path))).toEqual(new Set([undefined, "parts.remedy"]));
  expect(story).toContain("The spooler runs");
  expect(await proveDocument(workspace, document, 10_000)).toMatch(/^(proved|refuted): spooler/);
});

test("the view and the proof of a document with errors are empty", async () => {
  const { workspace } = open("remedy {");
  const document = workspace.find(A);
  if (!document) throw new Error("it is open");
  expect((await viewDocument(workspace, document)).scripts).toEqual([]);
  expect(await proveDocument(workspace, document, 10)).toBe("");
});

test("positions count UTF-16 units, over every kind of line end", () => {
  const file = createSourceFile("a.remedy", "a😀b\r\nc\rd\ne", "");
  for (const offset of [0, 3, 4, 6, 7, 8, 9, 10, 11]) {
    expect(toOffset(file, toRange({ file, start: offset, end: offset }).start)).toBe(offset);
  }
  expect(toOffset(file, { line: 0, character: 99 })).toBe(4);
  expect(toOffset(file, { line: 99, character: 0 })).toBe(11);
});

test("changes apply as an editor sends them: after astral characters, over CRLF and lone CR, behind a byte order mark", async () => {
  const text = `\ufeff// 😀😀\r\nlet a = "x"\rlet b = "y"\r\n`;
  const service = open(text);
  const document = service.workspace.find(A);
  document?.change([{ range: { start: { line: 0, character: 6 }, end: { line: 0, character: 8 } }, text: "é" }], 2);
  expect(document?.text).toBe(` // 😀é\r\nlet a = "x"\rlet b = "y"\r\n`);
  document?.change([{ range: { start: { line: 2, character: 9 }, end: { line: 2, character: 10 } }, text: "😀" }], 3);
  expect(document?.text).toContain('let b = "😀"\r\n');
  document?.change([{ text: "let b = c" }], 4);
  const [found] = await service.diagnose(A);
  expect(found?.range.start).toEqual({ line: 0, character: 8 });
});

test("after any edits, several at once or one by one, findings are those of the text when it is opened", async () => {
  const recipe = readFileSync("examples/entra-provisioning-agent.remedy", "utf8");
  const service = createService({});
  const document = service.workspace.open(A, 0, recipe);
  const insert = (position: Position, text: string) => ({ range: { start: position, end: position }, text });
  const findings = async (text: string): Promise<unknown> => {
    const fresh = createService({});
    fresh.workspace.open(A, 1, text);
    return fresh.diagnose(A);
  };
  let version = 1;
  for (let line = 20; line < recipe.split("\n").length; line += 7) {
    document.change([insert({ line, character: 0 }, "  ensure "), insert({ line, character: 9 }, "x ")], version++);
    if (line % 2 === 0) expect(await service.diagnose(A)).toEqual(await findings(document.text));
    document.change([{ range: { start: { line, character: 0 }, end: { line, character: 11 } }, text: "" }], version++);
    expect(await service.diagnose(A)).toEqual(await findings(document.text));
  }
  expect(document.text).toBe(recipe);
});

test("a text that is no remedy is told so, however large", async () => {
  const large = `let a = "${"x".repeat(10 * 1024 * 1024)}"`;
  const service = open(large);
  expect((await service.diagnose(A)).map(({ code }) => code)).toEqual(["RMD1055"]);
  expect(await service.hover(A, { line: 0, character: 4 })).toBeUndefined();
  expect(await service.complete(A, { line: 0, character: 4 })).toBeDefined();
  expect(await service.format(A)).toEqual([]);
});

test("every cut of a recipe, asked for everything at its end, is answered", async () => {
  const recipe = readFileSync("examples/entra-provisioning-agent.remedy", "utf8");
  const service = createService({});
  const document = service.workspace.open(A, 0, "");
  const step = Math.ceil(recipe.length / 150);
  for (let length = 0, version = 1; length <= recipe.length; length += step, version++) {
    document.change([{ text: recipe.slice(0, length) }], version);
    const lines = recipe.slice(0, length).split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const range = { start: position, end: position };
    await service.diagnose(A);
    await Promise.all([service.complete(A, position), service.hover(A, position), service.helpWithSignature(A, position)]);
    await Promise.all([service.findDefinition(A, position), service.findReferences(A, position, true), service.findFixes(A, range)]);
    await Promise.all([
      service.listSymbols(A),
      service.listFoldings(A),
      service.findSelections(A, [position]),
      service.encodeSemanticTokens(A),
    ]);
    await Promise.all([service.listInlayHints(A, range), service.listCodeLenses(A), service.format(A)]);
  }
});

test("it runs without Node", async () => {
  const { errors } = await build({
    stdin: { contents: 'export * from "./server.ts";', resolveDir: "src/language-server" },
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  expect(errors).toEqual([]);
});
