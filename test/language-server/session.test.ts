import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { CompletionItem, Diagnostic, MessageConnection, PublishDiagnosticsParams, WorkspaceEdit } from "vscode-languageserver/node";
import { getBundle } from "../cli/bundled.ts";
import { createFolder } from "../cli/support.ts";

const REMEDY = `remedy spooler {
  title: "The spooler runs"
  version: 1.0.0
  targets: [standalone]
  step one "Spooler" {
    ensure service("Spooler") { state: running }
  }
}
`;

/** A client of `remedyc lsp`, a process of its own. */
class Client {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  readonly log: string[] = [];
  private readonly published: PublishDiagnosticsParams[] = [];
  private waiting: (() => void)[] = [];

  constructor(folder: string) {
    this.child = spawn(process.execPath, [join(getBundle(), "remedyc.cjs"), "lsp", "--stdio"], { cwd: folder, stdio: "pipe" });
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error("no pipes");
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification("textDocument/publishDiagnostics", (found: PublishDiagnosticsParams) => {
      this.published.push(found);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.log.push(message));
    this.connection.onRequest("client/registerCapability", () => null);
    this.connection.listen();
  }

  async start(folders: readonly string[], options: object = {}): Promise<{ capabilities: Record<string, unknown> }> {
    const workspaceFolders = folders.map((path) => ({ uri: pathToFileURL(path).href, name: path }));
    const answer = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      workspaceFolders: folders.length === 0 ? null : workspaceFolders,
      ...options,
    });
    await this.connection.sendNotification("initialized", {});
    return answer as { capabilities: Record<string, unknown> };
  }

  open(uri: string, text: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "remedy", version: 1, text } });
  }

  change(uri: string, version: number, text: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges: [{ text }] });
  }

  /** The next findings of a document that fit, of those that have come or will. */
  async findings(uri: string, fits: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    for (;;) {
      const found = this.published.find((one) => one.uri === uri && fits(one.diagnostics));
      if (found) return found.diagnostics;
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  forget(): void {
    this.published.length = 0;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.on("exit", resolve));
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return ended;
  }
}

const clients: Client[] = [];
afterEach(() => {
  for (const { connection, child } of clients.splice(0)) {
    connection.dispose();
    child.kill("SIGKILL");
  }
});

function connect(folder: string): Client {
  const client = new Client(folder);
  clients.push(client);
  return client;
}

const code = ({ code: value }: Diagnostic): unknown => value;

test("a session: opened, changed, asked, renamed, closed, ended", { timeout: 60_000 }, async () => {
  const folder = createFolder({ "fleet one/a.remedy": REMEDY });
  const root = join(folder, "fleet one");
  const client = connect(folder);
  const { capabilities } = await client.start([root]);
  expect(Object.keys(capabilities)).toEqual(expect.arrayContaining(["completionProvider", "renameProvider", "semanticTokensProvider"]));
  const uri = pathToFileURL(join(root, "a.remedy")).href;
  await client.open(uri, REMEDY);
  expect((await client.findings(uri, () => true)).filter(({ severity }) => severity === 1)).toEqual([]);
  client.forget();
  await client.change(uri, 2, REMEDY.replace("running", "runing"));
  const [wrong] = await client.findings(uri, (found) => found.length > 0);
  expect(wrong && code(wrong)).toBe("RMD3015");
  const textDocument = { uri };
  const actions = await client.request<{ edit?: WorkspaceEdit }[]>("textDocument/codeAction", {
    textDocument,
    range: wrong?.range,
    context: { diagnostics: [] },
  });
  expect(actions[0]?.edit?.changes?.[uri]?.[0]?.newText).toBe("running");
  const position = { line: 5, character: 39 };
  const items = await client.request<CompletionItem[]>("textDocument/completion", { textDocument, position });
  expect(items.map(({ label }) => label)).toContain("running");
  await client.change(uri, 3, REMEDY);
  const edit = await client.request<WorkspaceEdit>("textDocument/rename", {
    textDocument,
    position: { line: 0, character: 8 },
    newName: "printing",
  });
  expect(edit.changes?.[uri]).toHaveLength(1);
  await expect(client.request("textDocument/rename", { textDocument, position: { line: 5, character: 12 }, newName: "x" })).rejects.toThrow(
    "'service' is a word of the language.",
  );
  const view = await client.request<{ scripts: { file: string }[] }>("remedyc/view", { uri });
  expect(view.scripts.map(({ file }) => file)).toEqual(["standalone/spooler.ps1"]);
  expect(await client.request("workspace/executeCommand", { command: "remedyc.prove", arguments: [uri, "spooler"] })).toMatch(
    /^proved: spooler/,
  );
  await client.connection.sendNotification("textDocument/didClose", { textDocument });
  expect(await client.request("textDocument/hover", { textDocument, position })).toBeNull();
  expect(await client.end()).toBe(0);
  expect(client.log.filter((line) => line.includes("defect"))).toEqual([]);
});

test("files that come, change and go on disk are followed when the client says so", { timeout: 60_000 }, async () => {
  const importing = `import "./parts/clean.remedy"\n${REMEDY.replace("  }\n}", "    use clean()\n  }\n}")}`;
  const folder = createFolder({ "a.remedy": importing });
  const client = connect(folder);
  await client.start([folder]);
  const uri = pathToFileURL(join(folder, "a.remedy")).href;
  await client.open(uri, importing);
  await client.findings(uri, (found) => found.some((one) => code(one) === "RMD2101"));
  const part = join(folder, "parts", "clean.remedy");
  const say = (type: number): Promise<void> =>
    client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: pathToFileURL(part).href, type }] });
  client.forget();
  mkdirSync(join(folder, "parts"));
  writeFileSync(part, "part clean() {\n  ensure directory('C:\\\\A') absent\n}\n");
  await say(1);
  await client.findings(uri, (found) => !found.some((one) => one.severity === 1));
  client.forget();
  rmSync(part);
  await say(3);
  await client.findings(uri, (found) => found.some((one) => code(one) === "RMD2101"));
  expect(await client.end()).toBe(0);
});

test("kinds of one's own are known, by what their file says", { timeout: 60_000 }, async () => {
  const folder = createFolder({});
  cpSync("examples/custom-kind", folder, { recursive: true });
  const client = connect(folder);
  await client.start([folder]);
  const [name = ""] = readdirSync(folder).filter((one) => one.endsWith(".remedy"));
  const uri = pathToFileURL(join(folder, name)).href;
  const text = readFileSync(join(folder, name), "utf8");
  await client.open(uri, text);
  expect((await client.findings(uri, () => true)).filter(({ severity }) => severity === 1)).toEqual([]);
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one.includes("ensure power_plan"));
  const hover = await client.request<{ contents: { value: string } }>("textDocument/hover", {
    textDocument: { uri },
    position: { line, character: (lines[line] ?? "").indexOf("ensure") + 8 },
  });
  expect(hover.contents.value).toContain("# power_plan");
});

test("a document that is nowhere, of an editor without a folder", { timeout: 60_000 }, async () => {
  const client = connect(createFolder({}));
  await client.start([]);
  for (const uri of ["untitled:Untitled-1", "vscode-remote://x/y.remedy", "file://server/share/a.remedy"]) {
    await client.open(uri, REMEDY.replace("running", "runing"));
    const found = await client.findings(uri, (one) => one.length > 0);
    expect(found.map(code)).toContain("RMD3015");
  }
  expect(await client.end()).toBe(0);
});

test(
  "a document that changes while it is answered, a request that is taken back, one for what is not there",
  { timeout: 60_000 },
  async () => {
    const folder = createFolder({});
    const client = connect(folder);
    await client.start([folder]);
    const uri = pathToFileURL(join(folder, "a.remedy")).href;
    await client.open(uri, REMEDY);
    const asked = client.request("textDocument/hover", { textDocument: { uri }, position: { line: 5, character: 12 } }).then(
      () => "answered",
      (error: unknown) => (error as { readonly code?: number }).code,
    );
    await client.change(uri, 2, `// more\n${REMEDY}`);
    // Either the change came first, and the answer is about it; or it is said that the document has changed.
    expect(["answered", -32801]).toContain(await asked);
    await expect(client.request("textDocument/nothing", {})).rejects.toThrow(/Unhandled method/);
    await expect(
      client.request("textDocument/hover", { textDocument: { uri: "file:///none.remedy" }, position: { line: 0, character: 0 } }),
    ).resolves.toBeNull();
    expect(await client.end()).toBe(0);
  },
);

test("a client that goes away without a word ends the server", { timeout: 60_000 }, async () => {
  const client = connect(createFolder({}));
  await client.start([]);
  const ended = new Promise<number | null>((resolve) => client.child.on("exit", resolve));
  client.child.stdin?.end();
  expect(await ended).not.toBeNull();
});
