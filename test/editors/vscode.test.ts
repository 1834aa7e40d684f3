import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { PublishDiagnosticsParams } from "vscode-languageserver/node";
import yauzl from "yauzl";
import { packExtension } from "../../src/build/vscode.ts";
import { toScriptLine, toSourceLine } from "../../src/editors/vscode/lines.ts";
import { findProgram } from "../../src/editors/vscode/program.ts";
import type { Scenarios } from "../../src/editors/vscode/scenarios.ts";
import type { Views } from "../../src/editors/vscode/views.ts";
import { proveDocument, viewDocument } from "../../src/language-server/views.ts";
import { createService, toUri } from "../language-server/open-service.ts";
import { createEditor, Position, stub, Uri } from "./vscode-stub.ts";

const PATH = toUri("a.remedy");

const TEXT = `remedy spooler {
  title: "The spooler runs"
  version: 1.0.0
  targets: [standalone]
  step one "Spooler" {
    ensure service("Spooler") { startup: automatic }
    ensure service("Spooler") { state: running }
  }
}
`;

async function listZip(path: string): Promise<string[]> {
  const zip = await promisify<string, yauzl.ZipFile>(yauzl.open)(path);
  const names: string[] = [];
  zip.on("entry", ({ fileName }: { readonly fileName: string }) => void names.push(fileName));
  await new Promise((resolve) => zip.on("end", resolve));
  return names;
}

/** A client whose server is the language service itself. */
function createClient(text: string) {
  const { workspace } = createService();
  const document = workspace.open(PATH, 1, text);
  return {
    sendRequest: (method: string) =>
      method === "remedyc/view" ? viewDocument(workspace, document) : proveDocument(workspace, document, 10_000),
  };
}

beforeEach(() => {
  for (const list of [stub.shown, stub.asked, stub.warnings, stub.results, stub.symbols, stub.editors]) list.length = 0;
});

describe("views beside the source", () => {
  async function createViews(text: string): Promise<Views> {
    const module = await import("../../src/editors/vscode/views.ts");
    const client = createClient(text);
    return new module.Views(() => client as never);
  }

  test("a script is shown, and the cursor leads from a statement to its lines and back", async () => {
    const views = await createViews(TEXT);
    const source = createEditor(Uri.parse(PATH), TEXT.split("\n").length);
    stub.editors.push(source);
    await views.showScript(Uri.parse(PATH) as never);
    const [shown] = stub.shown;
    if (!shown) throw new Error("nothing is shown");
    const script = await views.provideTextDocumentContent(shown as never);
    const lines = script.split("\r\n");
    const beside = stub.editors[1];
    stub.selected.fire({ textEditor: source, selections: [{ active: new Position(6, 3) }], kind: 1 });
    expect(lines[beside?.revealed?.start.line ?? 0]).toContain('# line 7: ensure service("Spooler") { state: running }');
    const at = lines.findIndex((line) => line.includes("# line 6:")) + 1;
    if (beside) stub.selected.fire({ textEditor: beside, selections: [{ active: new Position(at, 0) }], kind: 2 });
    expect(source.marked.map(({ start }) => start.line)).toEqual([5]);
    views.dispose();
  });

  test("a lens above a step shows the script at that step", async () => {
    const views = await createViews(TEXT);
    stub.editors.push(createEditor(Uri.parse(PATH), TEXT.split("\n").length));
    await views.showScript(Uri.parse(PATH) as never, 6);
    const script = await views.provideTextDocumentContent(stub.shown[0] as never);
    expect(script.split("\r\n")[stub.editors[1]?.revealed?.start.line ?? 0]).toContain("# line 7:");
    views.dispose();
  });

  test("of several scripts one is chosen; of a source with errors none is shown", async () => {
    const views = await createViews(TEXT.replace("[standalone]", "[standalone, intune.remediation]"));
    await views.showScript(Uri.parse(PATH) as never);
    expect(stub.asked).toEqual([
      ["standalone/spooler.ps1", "intune.remediation/spooler.detect.ps1", "intune.remediation/spooler.remediate.ps1"],
    ]);
    const broken = await createViews("remedy {");
    await broken.showScript(Uri.parse(PATH) as never);
    expect(stub.warnings).toEqual(["The source has errors, so there is no script."]);
  });

  test("plan and proof", async () => {
    const views = await createViews(TEXT);
    await views.showText(Uri.parse(PATH) as never, "plan");
    await views.showText(Uri.parse(PATH) as never, "proof");
    const texts = await Promise.all(stub.shown.map((uri) => views.provideTextDocumentContent(uri as never)));
    expect(texts[0]).toContain("The spooler runs");
    expect(texts[1]).toMatch(/^(proved|refuted): spooler/);
  });
});

test("a line belongs to the statement at or before it, of the remedy's own file", () => {
  const lines = [
    { scriptLine: 10, path: undefined, line: 5 },
    { scriptLine: 14, path: "parts.remedy", line: 2 },
    { scriptLine: 20, path: undefined, line: 9 },
  ];
  expect([4, 5, 8, 9, 50].map((line) => toScriptLine(lines, line))).toEqual([undefined, 10, 10, 20, 20]);
  expect([9, 10, 15, 25].map((line) => toSourceLine(lines, line)?.line)).toEqual([undefined, 5, 2, 9]);
});

describe("scenarios in the test explorer", () => {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-scenarios-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(printed: string, label: string): Promise<typeof stub.results> {
    const program = join(folder, "program.cjs");
    writeFileSync(program, `process.stdout.write(${JSON.stringify(printed)})`);
    stub.symbols.push({ name: "it is stopped", detail: "scenario", range: 1 }, { name: "spooler", detail: "remedy", range: 2 });
    const module = await import("../../src/editors/vscode/scenarios.ts");
    const scenarios: Scenarios = new module.Scenarios(() => ({ command: process.execPath, args: [program], environment: {} }));
    await scenarios.runOne(Uri.file(join(folder, "a.remedy")) as never, label);
    scenarios.dispose();
    return stub.results;
  }

  const told = (passed: boolean): string =>
    JSON.stringify({
      scenarios: [
        {
          title: "it is stopped",
          target: "standalone",
          passed,
          milliseconds: 5,
          checks: [{ name: "expect fix succeeded", passed, detail: "it was blocked", place: "a.remedy:12" }],
        },
      ],
    });

  test("one that passes, one that fails with its place, one that cannot be run", async () => {
    expect(await run(told(true), "it is stopped")).toEqual([["passed", "it is stopped", []]]);
    stub.results.length = 0;
    expect(await run(told(false), "it is stopped")).toEqual([
      ["failed", "it is stopped", ["standalone: expect fix succeeded: it was blocked at 11"]],
    ]);
    stub.results.length = 0;
    expect((await run("no JSON", "it is stopped"))[0]?.[0]).toBe("errored");
    stub.results.length = 0;
    expect(await run(told(true), "no such scenario")).toEqual([]);
  });
});

describe("the extension as it is installed", () => {
  const folder = join("node_modules", ".cache", `remedyc-vscode-test-${process.pid}`);
  const packed = `${folder}.vsix`;
  beforeAll(() => packExtension(folder, packed), 120_000);
  afterAll(() => {
    for (const path of [folder, packed]) rmSync(path, { recursive: true, force: true });
  });

  test("is packed whole, and without what starts leave behind", async () => {
    const names = await listZip(packed);
    for (const name of [
      "package.json",
      "extension.cjs",
      "remedyc/remedyc.cjs",
      "remedyc/templates.txt",
      "remedyc/node_modules/typescript/lib/typescript.js",
    ])
      expect(names).toContain(`extension/${name}`);
    expect(names.filter((name) => name.endsWith(".cache"))).toEqual([]);
  });

  test("has every file that its manifest names, and registers every command", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      readonly main: string;
      readonly contributes: {
        readonly languages: readonly { readonly configuration: string }[];
        readonly grammars: readonly { readonly path: string }[];
        readonly snippets: readonly { readonly path: string }[];
        readonly commands: readonly { readonly command: string }[];
        readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
      };
    };
    const { languages, grammars, snippets, commands, problemMatchers } = manifest.contributes;
    const files = [
      manifest.main,
      ...languages.map(({ configuration }) => configuration),
      ...[...grammars, ...snippets].map(({ path }) => path),
    ];
    for (const file of files) expect(existsSync(join(folder, file)), file).toBe(true);
    const program = readFileSync(join(folder, "extension.cjs"), "utf8");
    for (const { command } of commands) expect(program).toContain(`"${command}"`);
    const matcher = new RegExp(problemMatchers[0]?.pattern.regexp ?? "");
    expect(matcher.exec("fleet/a.remedy:5:34: error RMD3015: 'runing' is no word.")?.slice(1)).toEqual([
      "fleet/a.remedy",
      "5",
      "34",
      "error",
      "RMD3015",
      "'runing' is no word.",
    ]);
    expect(matcher.exec("C:\\fleet\\a.remedy:5:34: warning RMD6031: x")?.[1]).toBe("C:\\fleet\\a.remedy");
  });

  test("prefers the program of the setting, then the folder's own, then the one that it brings", () => {
    const own = mkdtempSync(join(tmpdir(), "remedyc-own-"));
    const bring = findProgram("", own, folder, "node");
    expect(bring).toEqual({ command: "node", args: [join(folder, "remedyc", "remedyc.cjs")], environment: { ELECTRON_RUN_AS_NODE: "1" } });
    cpSync(join(folder, "remedyc", "remedyc.cjs"), join(own, "node_modules", "remedyc", "dist", "remedyc.cjs"));
    expect(findProgram("", own, folder, "node").args).toEqual([join(own, "node_modules", "remedyc", "dist", "remedyc.cjs")]);
    expect(findProgram("/opt/remedyc", own, folder, "node")).toEqual({ command: "/opt/remedyc", args: [], environment: {} });
    rmSync(own, { recursive: true, force: true });
  });

  test(
    "its server answers a client over JSON-RPC, kinds of one's own and the layout of a project included",
    { timeout: 60_000 },
    async () => {
      const project = mkdtempSync(join(tmpdir(), "remedyc vscode "));
      cpSync("examples/custom-kind", project, { recursive: true });
      writeFileSync(join(project, ".prettierrc.json"), '{ "tabWidth": 4 }');
      // As it lies installed: away from the packages of this project.
      const installed = join(project, ".vscode", "extensions", "remedyc");
      cpSync(folder, installed, { recursive: true });
      const { command, args, environment } = findProgram("", project, installed, process.execPath);
      const child = spawn(command, [...args, "lsp", "--stdio"], { cwd: project, env: { ...process.env, ...environment }, stdio: "pipe" });
      const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
      const published = new Promise<PublishDiagnosticsParams>((resolve) =>
        connection.onNotification("textDocument/publishDiagnostics", resolve),
      );
      connection.listen();
      const uri = pathToFileURL(join(project, "power-plan.remedy")).href;
      const text = readFileSync(join(project, "power-plan.remedy"), "utf8");
      await connection.sendRequest("initialize", {
        processId: null,
        rootUri: null,
        capabilities: {},
        workspaceFolders: [{ uri: pathToFileURL(project).href, name: "p" }],
      });
      await connection.sendNotification("initialized", {});
      await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "remedy", version: 1, text } });
      expect((await published).diagnostics.filter(({ severity }) => severity === 1)).toEqual([]);
      const [edit] = await connection.sendRequest<{ newText: string }[]>("textDocument/formatting", { textDocument: { uri }, options: {} });
      expect(edit?.newText).toContain('\n    title: "Kiosks');
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await new Promise((resolve) => child.on("exit", resolve));
      connection.dispose();
      rmSync(project, { recursive: true, force: true });
    },
  );
});
