import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { judgeParsed, parseSource } from "../../grammar/parse-source.ts";
import { parseFile } from "../../grammar/parser.ts";
import { reparseFile } from "../../grammar/reparse.ts";
import type { TextChange } from "../../grammar/reparse.ts";
import type { ParseSource } from "../binder/loaded-program.ts";
import { checkFile } from "../compiler/compile.ts";
import type { Compiler } from "../compiler/compile.ts";
import type { CheckedProgram } from "../checker/checked-program.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Layout } from "../formatter/format.ts";
import type { RuleSet } from "../linter/lint-file.ts";
import { largestSourceFile } from "../source/decode.ts";
import type { FileContent } from "../source/host.ts";
import { hashHex } from "../source/sha256.ts";
import { createSourceFile } from "../source/source-file.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { FileNode, ParsedFile } from "../syntax/file.ts";

/** A folder with remedies: what is outside it is not imported. */
export interface Project {
  /** The compiler, whose host reads the files that are not open. */
  readonly compiler: Compiler;
  /** The URI of a path that is relative to the project's root, with `/`. */
  readonly toUri: (path: string) => string;
  /** All `.remedy` files, as such paths. */
  readonly listFiles: () => Promise<readonly string[]>;
  /** What its configuration says; read anew when that may have changed. */
  readonly readSettings: () => Promise<ProjectSettings>;
}

export interface ProjectSettings {
  readonly rules: RuleSet;
  /** A finding of a rule as grave as the project takes it. */
  readonly regrade: (finding: Diagnostic) => Diagnostic;
  readonly layout: Layout;
}

/** Where a server finds projects. `locate` gives the project of a document and its path there; a document without a file is a project of its own. */
export interface ServerHost {
  readonly locate: (uri: string) => { readonly project: Project; readonly path: string };
}

/** What the compiler knows of a document as it stood. */
export interface Analysis {
  readonly source: SourceFile;
  readonly parsed: ParsedFile;
  readonly program: CheckedProgram;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document that an editor has open. */
export class OpenDocument {
  readonly uri: string;
  readonly project: Project;
  readonly path: string;
  private content: TextDocument;
  private parsed: ParsedFile | undefined;
  /** What was parsed last, and what has changed since, where that is one stretch of text. */
  private last: { readonly parsed: ParsedFile; readonly change: TextChange | undefined } | undefined;
  /** The last analysis, and the state of each file that it read. */
  known: { readonly analysis: Analysis; readonly read: ReadonlyMap<string, string> } | undefined;

  constructor(uri: string, { project, path }: ReturnType<ServerHost["locate"]>, version: number, text: string) {
    this.uri = uri;
    this.project = project;
    this.path = path;
    this.content = TextDocument.create(uri, "remedy", version, text);
  }

  get version(): number {
    return this.content.version;
  }

  /** The text as the compiler counts in it: a byte order mark, which decoding would take away, is a blank. */
  get text(): string {
    return this.content.getText().replace(/^\ufeff/, " ");
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const stretch = this.toStretch(change);
      if (this.last) this.last = stretch && { parsed: this.last.parsed, change: joinChanges(this.last.change, stretch) };
      this.content = TextDocument.update(this.content, [change], version);
    }
    this.parsed = undefined;
  }

  /** Offsets of a change; undefined where the whole text is another. */
  private toStretch(change: TextDocumentContentChangeEvent): TextChange | undefined {
    if (!("range" in change)) return undefined;
    const start = this.content.offsetAt(change.range.start);
    return { start, oldEnd: this.content.offsetAt(change.range.end), newEnd: start + change.text.length };
  }

  /** The tree of the text, and what is wrong with it; of what is too large to be a remedy, an empty one. Where one step has changed it alone is parsed. */
  parse(): ParsedFile {
    if (this.parsed) return this.parsed;
    const source = this.createSource();
    const { parsed, change } = this.last ?? {};
    const now = (parsed && change && reparseFile(parsed, source, change)) ?? parseFile(source);
    this.last = { parsed: now, change: undefined };
    this.parsed = judgeParsed(now);
    return this.parsed;
  }

  isTooLarge(): boolean {
    return this.content.getText().length > largestSourceFile;
  }

  private createSource(): SourceFile {
    const text = this.isTooLarge() ? "" : this.text;
    return createSourceFile(this.path, text, () => hashHex(new TextEncoder().encode(text)));
  }
}

/** So many trees of files that are not open are kept: a search over a large fleet must not fill the memory. */
const MOST_CLOSED = 500;

/** One change of a text that comes to the same as two that follow each other. */
function joinChanges(first: TextChange | undefined, second: TextChange): TextChange {
  if (!first) return second;
  const end = Math.max(first.newEnd, second.oldEnd);
  return {
    start: Math.min(first.start, second.start),
    oldEnd: end - first.newEnd + first.oldEnd,
    newEnd: end - second.oldEnd + second.newEnd,
  };
}

/** The open documents, with what is known of each; and the files that are not open. */
export class Workspace {
  private readonly host: ServerHost;
  private readonly documents = new Map<string, OpenDocument>();
  /** How often a file that is not open was said to have changed. */
  private readonly changes = new Map<string, number>();
  private readonly closedFiles = new Map<string, { readonly bytes: Uint8Array; readonly result: ReturnType<ParseSource> }>();

  constructor(host: ServerHost) {
    this.host = host;
  }

  open(uri: string, version: number, text: string): OpenDocument {
    const document = new OpenDocument(uri, this.host.locate(uri), version, text);
    this.documents.set(uri, document);
    return document;
  }

  find(uri: string): OpenDocument | undefined {
    return this.documents.get(uri);
  }

  close(uri: string): void {
    const document = this.documents.get(uri);
    this.documents.delete(uri);
    if (document) this.touch(uri);
  }

  list(): readonly OpenDocument[] {
    return [...this.documents.values()];
  }

  /** A file changed, came or went, outside the editor; its URI is as the client spells it (`file:///c%3A/a.remedy`). */
  touch(uri: string): void {
    const { project, path } = this.host.locate(uri);
    const file = project.toUri(path);
    this.changes.set(file, (this.changes.get(file) ?? 0) + 1);
    this.closedFiles.delete(file);
  }

  /** The URI of a file of a project: that which the editor has given it, where it is open. */
  toUri(project: Project, path: string): string {
    return this.findOpen(project, path)?.uri ?? project.toUri(path);
  }

  /** Whether what is known of a document is still so: neither it nor anything that it imports has changed. */
  isCurrent(document: OpenDocument): boolean {
    if (!document.known) return false;
    for (const [path, state] of document.known.read) if (this.stateOf(document.project, path) !== state) return false;
    return true;
  }

  /** Loads, binds and checks a document as it stands now; what is known is taken. */
  async analyse(document: OpenDocument): Promise<Analysis> {
    if (document.known && this.isCurrent(document)) return document.known.analysis;
    const read = new Map<string, string>();
    const parsed = document.parse();
    const { program, diagnostics } = await checkFile(document.path, this.compilerFor(document.project, read));
    const analysis = { source: parsed.value.source, parsed, program, diagnostics };
    document.known = { analysis, read };
    return analysis;
  }

  /** Checks a file of a project, open or not. */
  async analyseFile(project: Project, path: string): Promise<Pick<Analysis, "program">> {
    const open = this.findOpen(project, path);
    return open ? this.analyse(open) : checkFile(path, this.compilerFor(project));
  }

  /** The text of a file of a project as it is now; undefined where it cannot be read. */
  readText(project: Project, path: string): string | undefined {
    const open = this.findOpen(project, path);
    if (open) return open.text;
    const content = project.compiler.host.readFile(path);
    return content.kind === "bytes" ? new TextDecoder().decode(content.bytes) : undefined;
  }

  /** The tree of a file of a project; undefined where it cannot be read. */
  parseFile(project: Project, path: string): FileNode | undefined {
    const content = this.compilerFor(project).host.readFile(path);
    return content.kind === "bytes" ? this.parse(project, path, content.bytes).value : undefined;
  }

  /** The compiler of a project, to which open documents are as they stand in the editor. `read` takes down the state of what is read. */
  compilerFor(project: Project, read?: Map<string, string>): Compiler {
    const { compiler } = project;
    const readFile = (path: string): FileContent => {
      read?.set(path, this.stateOf(project, path));
      const open = this.findOpen(project, path);
      return open ? { kind: "bytes", bytes: new TextEncoder().encode(open.text) } : compiler.host.readFile(path);
    };
    return { ...compiler, host: { readFile }, parse: (path, bytes) => this.parse(project, path, bytes) };
  }

  private parse(project: Project, path: string, bytes: Uint8Array): ReturnType<ParseSource> {
    const open = this.findOpen(project, path);
    if (open && !open.isTooLarge()) return open.parse();
    if (open) return parseSource(path, bytes);
    const uri = project.toUri(path);
    const known = this.closedFiles.get(uri);
    if (known && isSame(known.bytes, bytes)) return known.result;
    const result = parseSource(path, bytes);
    if (this.closedFiles.size >= MOST_CLOSED) this.closedFiles.clear();
    this.closedFiles.set(uri, { bytes, result });
    return result;
  }

  private stateOf(project: Project, path: string): string {
    const open = this.findOpen(project, path);
    return open ? `${open.uri} ${open.version}` : `${this.changes.get(project.toUri(path)) ?? 0}`;
  }

  private findOpen(project: Project, path: string): OpenDocument | undefined {
    for (const document of this.documents.values()) if (document.project === project && document.path === path) return document;
    return undefined;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
