/** As much of VS Code's interface as the extension's own parts use, with what they did taken down; the real one lives in the editor alone. */

export class Uri {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;

  constructor(scheme: string, path: string, query = "") {
    this.scheme = scheme;
    this.path = path;
    this.query = query;
  }

  static from({ scheme, path, query = "" }: { scheme: string; path: string; query?: string }): Uri {
    return new Uri(scheme, path, query);
  }

  static parse(text: string): Uri {
    const [, scheme = "", path = "", query = ""] = /^([^:]+):(?:\/\/)?([^?]*)(?:\?(.*))?$/.exec(text) ?? [];
    return new Uri(scheme, path, query);
  }

  static file(path: string): Uri {
    return new Uri("file", path);
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return `${this.scheme}://${this.path}${this.query === "" ? "" : `?${this.query}`}`;
  }
}

export class EventEmitter<T> {
  private readonly listeners: ((value: T) => void)[] = [];
  readonly event = (listener: (value: T) => void): Disposable => {
    this.listeners.push(listener);
    return new Disposable(() => undefined);
  };
  fire(value: T): void {
    for (const listener of this.listeners) listener(value);
  }
  dispose(): void {
    this.listeners.length = 0;
  }
}

export class Disposable {
  private readonly end: () => void;
  constructor(end: () => void) {
    this.end = end;
  }
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => {
      for (const one of all) one.dispose();
    });
  }
  dispose(): void {
    this.end();
  }
}

export class Position {
  readonly line: number;
  readonly character: number;
  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(line: number, start: number, endLine: number, end: number) {
    this.start = new Position(line, start);
    this.end = new Position(endLine, end);
  }
}

export class Location {
  readonly uri: Uri;
  readonly position: Position;
  constructor(uri: Uri, position: Position) {
    this.uri = uri;
    this.position = position;
  }
}

export class ThemeColor {
  readonly id: string;
  constructor(id: string) {
    this.id = id;
  }
}
export class TestMessage {
  readonly message: string;
  location: Location | undefined;
  constructor(message: string) {
    this.message = message;
  }
}
export class TestRunRequest {
  readonly include: readonly TestItem[] | undefined;
  readonly exclude: readonly TestItem[] | undefined;
  constructor(include?: readonly TestItem[], exclude?: readonly TestItem[]) {
    this.include = include;
    this.exclude = exclude;
  }
}
export const TestRunProfileKind = { Run: 1 };
export const ViewColumn = { Beside: -2 };
export const TextEditorRevealType = { InCenterIfOutsideViewport: 2 };

class Items extends Map<string, TestItem> {
  add(item: TestItem): void {
    this.set(item.id, item);
  }
  replace(items: readonly TestItem[]): void {
    this.clear();
    for (const item of items) this.add(item);
  }
}

export class TestItem {
  readonly id: string;
  readonly label: string;
  readonly uri: Uri | undefined;
  readonly children = new Items();
  canResolveChildren = false;
  range: unknown;
  constructor(id: string, label: string, uri?: Uri) {
    this.id = id;
    this.label = label;
    this.uri = uri;
  }
}

/** An editor that shows a document, and what was marked and revealed in it. */
export interface StubEditor {
  readonly document: { readonly uri: Uri; readonly lineCount: number; lineAt(line: number): { readonly range: Range } };
  readonly selection: { readonly active: Position };
  marked: readonly Range[];
  revealed: Range | undefined;
  setDecorations(type: unknown, ranges: readonly Range[]): void;
  revealRange(range: Range): void;
}

export function createEditor(uri: Uri, lineCount: number): StubEditor {
  const editor: StubEditor = {
    document: { uri, lineCount, lineAt: (line) => ({ range: new Range(line, 0, line, 1) }) },
    selection: { active: new Position(0, 0) },
    marked: [],
    revealed: undefined,
    setDecorations: (_type, ranges) => void (editor.marked = ranges),
    revealRange: (range) => void (editor.revealed = range),
  };
  return editor;
}

/** What the extension did, and what happens in the editor. */
export const stub = {
  shown: [] as Uri[],
  asked: [] as (readonly string[])[],
  warnings: [] as string[],
  results: [] as (readonly [state: string, label: string, messages: readonly string[]])[],
  symbols: [] as { name: string; detail: string; range: unknown }[],
  selected: new EventEmitter<{ textEditor: StubEditor; selections: readonly { active: Position }[]; kind: number | undefined }>(),
  typed: new EventEmitter<{ document: { uri: Uri } }>(),
  saved: new EventEmitter<unknown>(),
  editors: [] as StubEditor[],
};

const nothing = new EventEmitter<unknown>();

export const window = {
  createTextEditorDecorationType: () => new Disposable(() => undefined),
  onDidChangeTextEditorSelection: stub.selected.event,
  get visibleTextEditors(): StubEditor[] {
    return stub.editors;
  },
  get activeTextEditor(): StubEditor | undefined {
    return stub.editors[0];
  },
  showQuickPick: (choices: readonly string[]) => {
    stub.asked.push(choices);
    return Promise.resolve(choices[0]);
  },
  showWarningMessage: (text: string) => void stub.warnings.push(text),
  showTextDocument: ({ uri }: { uri: Uri }) => {
    stub.shown.push(uri);
    stub.editors.push(createEditor(uri, 5_000));
    return Promise.resolve();
  },
};

export const workspace = {
  registerTextDocumentContentProvider: () => new Disposable(() => undefined),
  onDidChangeTextDocument: stub.typed.event,
  onDidOpenTextDocument: nothing.event,
  onDidSaveTextDocument: stub.saved.event,
  onDidDeleteFiles: nothing.event,
  get textDocuments(): { uri: Uri }[] {
    return stub.editors.map(({ document }) => document);
  },
  openTextDocument: (uri: Uri) => Promise.resolve({ uri, languageId: "remedy" }),
  getWorkspaceFolder: () => undefined,
  asRelativePath: (uri: Uri) => uri.path,
  findFiles: () => Promise.resolve([]),
};

export const languages = { setTextDocumentLanguage: () => Promise.resolve() };
export const commands = { executeCommand: () => Promise.resolve(stub.symbols) };

export const tests = {
  createTestController: () => ({
    items: new Items(),
    createRunProfile: () => undefined,
    createTestItem: (id: string, label: string, uri: Uri) => new TestItem(id, label, uri),
    createTestRun: () => {
      const take =
        (state: string) =>
        ({ label }: TestItem, messages: unknown = []): void =>
          void stub.results.push([
            state,
            label,
            (Array.isArray(messages) ? messages : [messages]).flatMap((one) =>
              one instanceof TestMessage ? [`${one.message}${one.location ? ` at ${one.location.position.line}` : ""}`] : [],
            ),
          ]);
      return {
        started: () => undefined,
        passed: take("passed"),
        failed: take("failed"),
        errored: take("errored"),
        appendOutput: () => undefined,
        end: () => undefined,
      };
    },
    dispose: () => undefined,
  }),
};
