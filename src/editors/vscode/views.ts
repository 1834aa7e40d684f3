import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { DocumentView, ScriptView } from "../../language-server/views.ts";
import { toScriptLine, toSourceLine } from "./lines.ts";

/** The scheme of texts that are shown beside a source and lie in no file. */
const SCHEME = "remedyc-view";

type Sort = "script" | "plan" | "proof";

/** What is shown beside a source: a script, the plan or the proof, as the source stands. */
interface Shown {
  readonly source: string;
  readonly sort: Sort;
  /** Of a script: which. */
  readonly file: string;
}

function toUri({ source, sort, file }: Shown): vscode.Uri {
  const name = sort === "script" ? (file.split("/").at(-1) ?? file) : `${sort}.txt`;
  return vscode.Uri.from({ scheme: SCHEME, path: `/${sort}/${name}`, query: JSON.stringify({ source, file }) });
}

function fromUri(uri: vscode.Uri): Shown {
  const { source, file } = JSON.parse(uri.query) as { readonly source: string; readonly file: string };
  return { source, file, sort: uri.path.split("/")[1] as Sort };
}

/** Shows scripts, plans and proofs beside their sources, keeps them up to date, and lets the cursor lead from the one to the other. */
export class Views implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly views = new Map<string, DocumentView>();
  private readonly mark = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor("editor.wordHighlightBackground"),
    overviewRulerColor: new vscode.ThemeColor("editorOverviewRuler.wordHighlightForeground"),
  });
  private readonly disposables: vscode.Disposable[];
  private readonly getClient: () => LanguageClient | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(getClient: () => LanguageClient | undefined) {
    this.getClient = getClient;
    this.disposables = [
      this.changed,
      this.mark,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.refreshSoon(document.uri.toString())),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
        // What follows the cursor does not lead it.
        if (kind !== undefined) this.follow(textEditor, selections[0]?.active.line ?? 0);
      }),
    ];
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const { source, sort, file } = fromUri(uri);
    const client = this.getClient();
    if (!client) return "The language server does not run.\n";
    if (sort === "proof")
      return (await client.sendRequest<string>("remedyc/prove", { uri: source })) || "The source has errors, so nothing is proved.\n";
    const view = await client.sendRequest<DocumentView | null>("remedyc/view", { uri: source });
    if (!view) return "The source is not open.\n";
    this.views.set(source, view);
    if (sort === "plan") return view.story || "The source has errors, so there is no plan.\n";
    return this.findScript(source, file)?.text ?? "The source has errors, so there is no script.\n";
  }

  /** Shows a script beside an editor, at what a line of the source came to (the cursor's, where none is given); where there are several scripts, asks which. */
  async showScript(source: vscode.Uri, line?: number): Promise<void> {
    const view = await this.getClient()?.sendRequest<DocumentView | null>("remedyc/view", { uri: source.toString() });
    const files = (view?.scripts ?? []).map(({ file }) => file);
    if (!view || files.length === 0) return void vscode.window.showWarningMessage("The source has errors, so there is no script.");
    this.views.set(source.toString(), view);
    const file = files.length === 1 ? files[0] : await vscode.window.showQuickPick(files, { placeHolder: "Which script?" });
    if (file !== undefined) await this.show({ source: source.toString(), sort: "script", file }, line);
  }

  async showText(source: vscode.Uri, sort: "plan" | "proof"): Promise<void> {
    await this.show({ source: source.toString(), sort, file: "" });
  }

  private async show(shown: Shown, at?: number): Promise<void> {
    const line = at ?? vscode.window.activeTextEditor?.selection.active.line ?? 0;
    const document = await vscode.workspace.openTextDocument(toUri(shown));
    if (shown.sort === "script") await vscode.languages.setTextDocumentLanguage(document, "powershell").then(undefined, () => undefined);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false });
    const source = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === shown.source);
    if (source) this.follow(source, line);
  }

  /** What is shown of a source follows it, when nobody types. */
  private refreshSoon(source: string): void {
    const shown = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME && fromUri(uri).source === source);
    if (shown.length === 0) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const { uri } of shown) if (fromUri(uri).sort !== "proof") this.changed.fire(uri);
    }, 300);
  }

  private findScript(source: string, file: string): ScriptView | undefined {
    return this.views.get(source)?.scripts.find((script) => script.file === file);
  }

  /** Shows in the other editor what the line of the cursor comes from, or came to. */
  private follow(editor: vscode.TextEditor, line: number): void {
    const { uri } = editor.document;
    for (const other of vscode.window.visibleTextEditors) {
      if (other === editor) continue;
      if (uri.scheme === SCHEME) {
        const { source, sort, file } = fromUri(uri);
        if (sort !== "script" || other.document.uri.toString() !== source) continue;
        const found = toSourceLine(this.findScript(source, file)?.lines ?? [], line + 1);
        this.reveal(other, found && found.path === undefined ? found.line - 1 : undefined);
      } else if (other.document.uri.scheme === SCHEME) {
        const { source, sort, file } = fromUri(other.document.uri);
        if (sort !== "script" || source !== uri.toString()) continue;
        const found = toScriptLine(this.findScript(source, file)?.lines ?? [], line + 1);
        this.reveal(other, found === undefined ? undefined : found - 1);
      }
    }
  }

  private reveal(editor: vscode.TextEditor, line: number | undefined): void {
    const range = line === undefined ? undefined : editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range;
    editor.setDecorations(this.mark, range ? [range] : []);
    if (range) editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.disposables).dispose();
  }
}
