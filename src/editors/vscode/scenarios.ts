import { execFile } from "node:child_process";
import { dirname } from "node:path";
import * as vscode from "vscode";
import type { Program } from "./program.ts";

/** What `remedyc test --reporter json` says of a scenario for one target. */
interface ToldScenario {
  readonly title: string;
  readonly target: string;
  readonly passed: boolean;
  readonly milliseconds: number;
  readonly checks: readonly { readonly name: string; readonly passed: boolean; readonly detail: string; readonly place?: string }[];
}

/** The scenarios of remedies in the test explorer, found in the outline of their files, and run by `remedyc test`. */
export class Scenarios implements vscode.Disposable {
  private readonly controller = vscode.tests.createTestController("remedyc", "Scenarios");
  private readonly disposables: vscode.Disposable[];
  private readonly getProgram: (uri: vscode.Uri) => Program;

  constructor(getProgram: (uri: vscode.Uri) => Program) {
    this.getProgram = getProgram;
    this.controller.createRunProfile("Run", vscode.TestRunProfileKind.Run, (request, token) => this.run(request, token), true);
    this.controller.resolveHandler = async (item) => {
      if (item?.uri) await this.discover(await vscode.workspace.openTextDocument(item.uri));
      else if (!item) for (const uri of await vscode.workspace.findFiles("**/*.remedy", "**/node_modules/**")) this.getFile(uri);
    };
    const discover = (document: vscode.TextDocument): void => void this.discover(document);
    this.disposables = [
      this.controller,
      vscode.workspace.onDidOpenTextDocument(discover),
      vscode.workspace.onDidSaveTextDocument(discover),
      vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.controller.items.delete(uri.toString()))),
    ];
  }

  private getFile(uri: vscode.Uri): vscode.TestItem {
    const known = this.controller.items.get(uri.toString());
    if (known) return known;
    const item = this.controller.createTestItem(uri.toString(), vscode.workspace.asRelativePath(uri), uri);
    item.canResolveChildren = true;
    this.controller.items.add(item);
    return item;
  }

  private async discover(document: vscode.TextDocument): Promise<void> {
    if (document.languageId !== "remedy" || document.uri.scheme !== "file") return;
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const file = this.getFile(document.uri);
    const found = (symbols ?? []).filter(({ detail }) => detail === "scenario");
    file.children.replace(
      found.map(({ name, range }) => {
        const item = this.controller.createTestItem(`${document.uri.toString()} ${name}`, name, document.uri);
        item.range = range;
        return item;
      }),
    );
  }

  /** Runs a scenario by its title, as a lens asks. */
  async runOne(uri: vscode.Uri, title: string): Promise<void> {
    await this.discover(await vscode.workspace.openTextDocument(uri));
    const item = this.getFile(uri).children.get(`${uri.toString()} ${title}`);
    if (item) await this.run(new vscode.TestRunRequest([item]), undefined);
  }

  private async run(request: vscode.TestRunRequest, token: vscode.CancellationToken | undefined): Promise<void> {
    const run = this.controller.createTestRun(request);
    const chosen: vscode.TestItem[] = [];
    const files = request.include ?? [...this.controller.items].map(([, item]) => item);
    for (const item of files) {
      if (item.canResolveChildren && item.children.size === 0 && item.uri)
        await this.discover(await vscode.workspace.openTextDocument(item.uri));
      chosen.push(...(item.canResolveChildren ? [...item.children].map(([, child]) => child) : [item]));
    }
    const byFile = new Map<string, vscode.TestItem[]>();
    for (const item of chosen) {
      const path = item.uri?.fsPath ?? "";
      if (request.exclude?.includes(item) !== true) byFile.set(path, [...(byFile.get(path) ?? []), item]);
    }
    for (const [path, items] of byFile) {
      if (token?.isCancellationRequested === true) break;
      for (const item of items) run.started(item);
      await this.runFile(run, path, items, token);
    }
    run.end();
  }

  private async runFile(
    run: vscode.TestRun,
    path: string,
    items: readonly vscode.TestItem[],
    token: vscode.CancellationToken | undefined,
  ): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.file(path))?.uri.fsPath ?? dirname(path);
    const filter = items.length === 1 && items[0] ? ["--filter", items[0].label] : [];
    const { stdout, stderr } = await runProgram(
      this.getProgram(vscode.Uri.file(path)),
      ["test", path, "--reporter", "json", ...filter],
      folder,
      token,
    );
    const told = readResults(stdout);
    if (stderr !== "") run.appendOutput(stderr.replaceAll("\n", "\r\n"));
    for (const item of items) {
      const results = told?.filter(({ title }) => title === item.label) ?? [];
      const failed = results.filter(({ passed }) => !passed);
      const duration = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      if (results.length === 0) run.errored(item, new vscode.TestMessage(stderr.trim() === "" ? "It was not run." : stderr.trim()));
      else if (failed.length === 0) run.passed(item, duration);
      else
        run.failed(
          item,
          failed.flatMap((result) => toMessages(result, item)),
          duration,
        );
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

function readResults(text: string): readonly ToldScenario[] | undefined {
  try {
    return (JSON.parse(text) as { readonly scenarios: readonly ToldScenario[] }).scenarios;
  } catch {
    return undefined;
  }
}

function toMessages({ target, checks }: ToldScenario, item: vscode.TestItem): vscode.TestMessage[] {
  return checks
    .filter(({ passed }) => !passed)
    .map(({ name, detail, place }) => {
      const message = new vscode.TestMessage(`${target}: ${name}: ${detail}`);
      const line = Number(/:(\d+)$/.exec(place ?? "")?.[1]);
      if (item.uri && line > 0) message.location = new vscode.Location(item.uri, new vscode.Position(line - 1, 0));
      return message;
    });
}

function runProgram(
  { command, args, environment }: Program,
  line: readonly string[],
  cwd: string,
  token: vscode.CancellationToken | undefined,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd, env: { ...process.env, ...environment }, maxBuffer: 100 * 1024 * 1024 };
    const child = execFile(command, [...args, ...line], options, (error, stdout, stderr) =>
      resolve({ stdout, stderr: stderr === "" && error && stdout === "" ? error.message : stderr }),
    );
    token?.onCancellationRequested(() => child.kill());
  });
}
