import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { COMMANDS } from "../../language-server/code-lenses.ts";
import { findProgram } from "./program.ts";
import type { Program } from "./program.ts";
import { Scenarios } from "./scenarios.ts";
import { Tasks } from "./tasks.ts";
import { Views } from "./views.ts";

let client: LanguageClient | undefined;

/** Starts the language server, and adds what VS Code has beyond the protocol: views beside the source, the test explorer, tasks. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const getProgram = (uri: vscode.Uri | undefined): Program =>
    findProgram(
      vscode.workspace.getConfiguration("remedyc", uri).get("path", ""),
      uri && (vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? undefined),
      context.extensionPath,
      process.execPath,
    );
  const views = new Views(() => client);
  const scenarios = new Scenarios(getProgram);
  // A lens gives the URI of its document; the palette and the title bar mean the editor in front.
  const sourceOf = (given: unknown): vscode.Uri | undefined =>
    typeof given === "string" ? vscode.Uri.parse(given) : vscode.window.activeTextEditor?.document.uri;
  const onSource =
    (run: (uri: vscode.Uri, line: number | undefined) => Promise<void>) => async (given: unknown, _name: unknown, line: unknown) => {
      const uri = sourceOf(given);
      if (uri) await run(uri, typeof line === "number" ? line : undefined);
    };
  context.subscriptions.push(
    views,
    scenarios,
    vscode.tasks.registerTaskProvider("remedyc", new Tasks(getProgram)),
    vscode.commands.registerCommand(
      COMMANDS.showScript,
      onSource((uri, line) => views.showScript(uri, line)),
    ),
    vscode.commands.registerCommand(
      "remedyc.showPlan",
      onSource((uri) => views.showText(uri, "plan")),
    ),
    vscode.commands.registerCommand(
      COMMANDS.prove,
      onSource((uri) => views.showText(uri, "proof")),
    ),
    vscode.commands.registerCommand(COMMANDS.runScenario, (uri: string, title: string) => scenarios.runOne(vscode.Uri.parse(uri), title)),
    vscode.commands.registerCommand("remedyc.restart", async () => {
      await client?.stop();
      await startClient(getProgram(vscode.workspace.workspaceFolders?.[0]?.uri));
    }),
  );
  const start = (): Promise<void> => startClient(getProgram(vscode.workspace.workspaceFolders?.[0]?.uri));
  // A configuration of the folder would be run.
  if (vscode.workspace.isTrusted) await start();
  else context.subscriptions.push(vscode.workspace.onDidGrantWorkspaceTrust(start));
}

async function startClient({ command, args, environment }: Program): Promise<void> {
  const options = { env: { ...process.env, ...environment } };
  client = new LanguageClient(
    "remedyc",
    "Remedy",
    { command, args: [...args, "lsp"], transport: TransportKind.stdio, options },
    { documentSelector: [{ language: "remedy" }], initializationOptions: { commands: Object.values(COMMANDS) } },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void vscode.window.showErrorMessage(
      `The language server does not start: ${error instanceof Error ? error.message : String(error)}. The setting 'remedyc.path' names another one.`,
    );
  }
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
