import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic as EditorDiagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Position,
  Range,
  SelectionRange,
  SignatureHelp,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver-types";
import { uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import { listCodeLenses } from "./code-lenses.ts";
import { complete } from "./completion/complete.ts";
import { findFixes, findSwitches, toEditorDiagnostics } from "./diagnostics.ts";
import type { ToUri } from "./diagnostics.ts";
import { findMore } from "./findings.ts";
import type { Glance } from "./findings.ts";
import { formatDocument } from "./formatting.ts";
import { hover } from "./hover.ts";
import { listInlayHints } from "./inlay-hints.ts";
import { findImportedPath, toRelative } from "./imports.ts";
import { findDeclaration } from "./names.ts";
import { listFoldings, listSymbols } from "./outline.ts";
import { toOffset, toOffsets, toRange } from "./positions.ts";
import { findSelection } from "./selection.ts";
import { encodeSemanticTokens } from "./semantic-tokens.ts";
import { helpWithSignature } from "./signature-help.ts";
import { findRenamed, findUses, rename } from "./uses.ts";
import { Workspace } from "./workspace.ts";
import type { OpenDocument, ServerHost } from "./workspace.ts";

/** What a service is given besides the projects. */
export interface ServiceOptions {
  readonly glance: Glance;
  /** Commands of lenses that somebody carries out. */
  readonly commands: ReadonlySet<string>;
}

/**
 * What an editor asks of the language, in the types of the Language Server Protocol; no transport, and nothing of Node. Requests about a document that is not open give
 * nothing. Positions are lines and UTF-16 units.
 */
export class LanguageService {
  readonly workspace: Workspace;
  private readonly options: ServiceOptions;
  /** What was found beyond names and types, of the version of a document that was looked at. */
  private readonly more = new Map<OpenDocument, readonly Diagnostic[]>();

  constructor(host: ServerHost, options: ServiceOptions) {
    this.workspace = new Workspace(host);
    this.options = options;
  }

  /** What is wrong with a document, as soon as it is known: mistakes in its text, names and types. */
  async diagnose(uri: string): Promise<EditorDiagnostic[]> {
    const document = this.workspace.find(uri);
    if (!document) return [];
    this.more.delete(document);
    const { diagnostics } = await this.workspace.analyse(document);
    return this.show(document, diagnostics);
  }

  /** All that is found in a document: that, and what plans, rules and a short proof say. */
  async diagnoseFully(uri: string): Promise<EditorDiagnostic[]> {
    const document = this.workspace.find(uri);
    if (!document) return [];
    const { diagnostics } = await this.workspace.analyse(document);
    const settings = await document.project.readSettings();
    const more = await findMore(this.workspace, document, settings, this.options.glance);
    this.more.set(document, more);
    return this.show(document, uniqueDiagnostics([...diagnostics, ...more]));
  }

  private show(document: OpenDocument, found: readonly Diagnostic[]): EditorDiagnostic[] {
    return toEditorDiagnostics(found, document.path, this.uriOf(document));
  }

  /** The URIs of the open documents whose findings may be others since something changed. */
  listOutdated(): string[] {
    return this.workspace
      .list()
      .filter((document) => !this.workspace.isCurrent(document))
      .map(({ uri }) => uri);
  }

  close(uri: string): void {
    const document = this.workspace.find(uri);
    if (document) this.more.delete(document);
    this.workspace.close(uri);
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    return this.at(uri, position, [], async (document, offset) => {
      const { program, parsed } = await this.workspace.analyse(document);
      return complete(program, parsed.value, offset, await this.listImportable(document));
    });
  }

  async hover(uri: string, position: Position): Promise<Hover | undefined> {
    return this.at(uri, position, undefined, async (document, offset) => {
      const { program, parsed } = await this.workspace.analyse(document);
      return hover(program, parsed.value, offset);
    });
  }

  async helpWithSignature(uri: string, position: Position): Promise<SignatureHelp | undefined> {
    return this.at(uri, position, undefined, async (document, offset) => {
      const { program, parsed } = await this.workspace.analyse(document);
      return helpWithSignature(program, parsed.value, offset);
    });
  }

  /** Where a name is declared; of the path of an import, the file. */
  async findDefinition(uri: string, position: Position): Promise<Location | undefined> {
    return this.at(uri, position, undefined, async (document, offset) => {
      const { program, parsed } = await this.workspace.analyse(document);
      const name = findDeclaration(program, document.path, offset);
      if (name) return this.locate(document, name.span);
      const path = findImportedPath(parsed.value, offset);
      const start = { line: 0, character: 0 };
      return path === undefined ? undefined : { uri: this.uriOf(document)(path), range: { start, end: start } };
    });
  }

  async findReferences(uri: string, position: Position, withDeclaration: boolean): Promise<Location[]> {
    return this.at(uri, position, [], async (document, offset) => {
      const spans = await findUses(this.workspace, document, offset);
      const { program } = await this.workspace.analyse(document);
      const declaration = findDeclaration(program, document.path, offset)?.span;
      const isDeclaration = (span: Span): boolean => span.start === declaration?.start && span.file.path === declaration.file.path;
      return spans.filter((span) => withDeclaration || !isDeclaration(span)).map((span) => this.locate(document, span));
    });
  }

  /** The places of a name in the document itself, for highlighting. */
  async findHighlights(uri: string, position: Position): Promise<Range[]> {
    const all = await this.findReferences(uri, position, true);
    return all.filter((place) => place.uri === uri).map(({ range }) => range);
  }

  /** The range of the name that a rename would begin at. Throws a `Refusal` where there is none. */
  async prepareRename(uri: string, position: Position): Promise<Range | undefined> {
    return this.at(uri, position, undefined, async (document, offset) =>
      toRange((await findRenamed(this.workspace, document, offset)).span),
    );
  }

  /** The edits of a rename, in all files of the project. Throws a `Refusal`. */
  async rename(uri: string, position: Position, name: string): Promise<WorkspaceEdit | undefined> {
    return this.at(uri, position, undefined, async (document, offset) => {
      const changes: Record<string, TextEdit[]> = {};
      for (const span of await rename(this.workspace, document, offset, name)) {
        const place = this.locate(document, span);
        (changes[place.uri] ??= []).push({ range: place.range, newText: name });
      }
      return { changes };
    });
  }

  async listSymbols(uri: string): Promise<DocumentSymbol[]> {
    return this.of(uri, [], (document) => listSymbols(document.parse().value));
  }

  /** The declarations of all files of the open documents' projects whose name holds a text, ignoring case. */
  async findWorkspaceSymbols(query: string): Promise<SymbolInformation[]> {
    const found: SymbolInformation[] = [];
    const wanted = query.toLowerCase();
    const projects = new Set(this.workspace.list().map(({ project }) => project));
    for (const project of projects) {
      for (const path of await project.listFiles()) {
        const tree = this.workspace.parseFile(project, path);
        if (!tree) continue;
        const uri = this.workspace.toUri(project, path);
        for (const { name, kind, selectionRange, detail } of listSymbols(tree)) {
          if (!name.toLowerCase().includes(wanted)) continue;
          found.push({ name, kind, location: { uri, range: selectionRange }, containerName: `${detail ?? ""} in ${path}` });
        }
      }
    }
    return found;
  }

  async listFoldings(uri: string): Promise<FoldingRange[]> {
    return this.of(uri, [], (document) => listFoldings(document.parse().value));
  }

  async findSelections(uri: string, positions: readonly Position[]): Promise<SelectionRange[]> {
    return this.of(uri, [], (document) => {
      const file = document.parse().value;
      return positions.map((position) => findSelection(file, toOffset(file.source, position)));
    });
  }

  /** As the protocol encodes them; of a range alone where one is given. */
  async encodeSemanticTokens(uri: string, range?: Range): Promise<number[]> {
    return this.of(uri, [], async (document) => {
      const { program, parsed } = await this.workspace.analyse(document);
      return encodeSemanticTokens(program, parsed.value, range && toOffsets(parsed.value.source, range));
    });
  }

  async listInlayHints(uri: string, range: Range): Promise<InlayHint[]> {
    return this.of(uri, [], async (document) => {
      const { program, parsed } = await this.workspace.analyse(document);
      return listInlayHints(program, parsed.value, toOffsets(parsed.value.source, range));
    });
  }

  async listCodeLenses(uri: string): Promise<CodeLens[]> {
    return this.of(uri, [], (document) => listCodeLenses(document.parse().value, uri, this.options.commands));
  }

  /** The quick fixes of findings that touch a range. */
  async findFixes(uri: string, range: Range): Promise<CodeAction[]> {
    return this.of(uri, [], async (document) => {
      const { diagnostics, source } = await this.workspace.analyse(document);
      const found = uniqueDiagnostics([...diagnostics, ...(this.more.get(document) ?? [])]);
      const { rules } = await document.project.readSettings();
      const offsets = toOffsets(source, range);
      const uri = this.uriOf(document);
      return [...findFixes(found, document.path, offsets, uri), ...findSwitches(found, rules.known, document.path, offsets, uri)];
    });
  }

  async format(uri: string): Promise<TextEdit[]> {
    return this.of(uri, [], async (document) => {
      const { layout } = await document.project.readSettings();
      return document.isTooLarge() ? [] : formatDocument(document.path, document.text, layout);
    });
  }

  private async listImportable({ project, path }: OpenDocument): Promise<string[]> {
    const folder = path.split("/").slice(0, -1);
    return (await project.listFiles()).filter((other) => other !== path).map((other) => toRelative(folder, other.split("/")));
  }

  private locate(document: OpenDocument, span: Span): Location {
    return { uri: this.uriOf(document)(span.file.path), range: toRange(span) };
  }

  private uriOf({ project }: OpenDocument): ToUri {
    return (path) => this.workspace.toUri(project, path);
  }

  private async of<T>(uri: string, none: T, answer: (document: OpenDocument) => T | Promise<T>): Promise<T> {
    const document = this.workspace.find(uri);
    return document ? answer(document) : none;
  }

  private async at<T>(
    uri: string,
    position: Position,
    none: T,
    answer: (document: OpenDocument, offset: number) => Promise<T>,
  ): Promise<T> {
    return this.of(uri, none, (document) => answer(document, toOffset(document.parse().value.source, position)));
  }
}
