import { CodeActionKind, ErrorCodes, LSPErrorCodes, MessageType, ResponseError, TextDocumentSyncKind } from "vscode-languageserver";
import type { CancellationToken, Connection, InitializeParams, InitializeResult } from "vscode-languageserver";
import { COMMANDS } from "./code-lenses.ts";
import { LanguageService } from "./language-service.ts";
import type { ServiceOptions } from "./language-service.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "./semantic-tokens.ts";
import { Refusal } from "./uses.ts";
import { proveDocument, viewDocument } from "./views.ts";
import type { OpenDocument, ServerHost } from "./workspace.ts";

/** What a server is given by who starts it: a process over a pipe, a worker of a browser. */
export interface ServerOptions {
  /** Made once it is known which folders the client has open (URIs). */
  readonly createHost: (folders: readonly string[]) => ServerHost;
  readonly glance: ServiceOptions["glance"];
  readonly version: string;
  /** The budget of a proof that a lens asks for, in ways through statements. */
  readonly budget: number;
}

/** So long nobody may have typed before names and types are looked at, and before all else is, in milliseconds. */
const QUIET = { first: 30, more: 400 };

/**
 * Answers a client of the Language Server Protocol until it closes the connection. Beside the protocol: `remedyc/view` ({ uri } -> DocumentView) and `remedyc/prove`
 * ({ uri } -> text). A defect is written to the client's log and answered with nothing: no file ends the server.
 */
export function startServer(connection: Connection, options: ServerOptions): void {
  let service: LanguageService | undefined;
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let canRefresh = false;

  const ready = (): LanguageService => {
    if (!service) throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server has not been initialized.");
    return service;
  };

  /** Carries out what must not end the server. */
  const attempt = async <T>(what: string, none: T, run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      if (error instanceof Refusal) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
      connection.console.error(
        `A defect of remedyc, in ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
      return none;
    }
  };

  /** Answers a request about a document: one that was cancelled not at all, one whose document has changed meanwhile with that. */
  const answer = async <T>(
    what: string,
    uri: string,
    token: CancellationToken | undefined,
    none: T,
    run: (from: LanguageService) => Promise<T>,
  ): Promise<T> =>
    attempt(what, none, async () => {
      const from = ready();
      // What came in behind the request, a cancellation or a change, is read first.
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
      const version = from.workspace.find(uri)?.version;
      const result = await run(from);
      if (from.workspace.find(uri)?.version !== version)
        throw new ResponseError(LSPErrorCodes.ContentModified, "The document has changed.");
      return result;
    });

  const publish = async (
    document: OpenDocument,
    find: (from: LanguageService) => Promise<Awaited<ReturnType<LanguageService["diagnose"]>>>,
  ): Promise<void> => {
    const { uri, version } = document;
    const diagnostics = await attempt("diagnostics", [], () => find(ready()));
    if (ready().workspace.find(uri) === document && document.version === version)
      await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  /** Looks at the documents that changed, or whose imports did, when nobody types; then at all else of them. */
  const schedule = (): void => {
    const from = ready();
    for (const uri of from.listOutdated()) {
      clearTimeout(timers.get(uri));
      timers.set(
        uri,
        setTimeout(() => {
          const document = from.workspace.find(uri);
          if (!document) return;
          void publish(document, () => from.diagnose(uri));
          const { version } = document;
          timers.set(
            uri,
            setTimeout(() => {
              timers.delete(uri);
              if (from.workspace.find(uri) === document && document.version === version)
                void publish(document, () => from.diagnoseFully(uri));
            }, QUIET.more),
          );
        }, QUIET.first),
      );
    }
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const folders = (params.workspaceFolders ?? []).map(({ uri }) => uri);
    const wanted = (params.initializationOptions as { readonly commands?: readonly string[] } | undefined)?.commands ?? [];
    const commands = new Set<string>([COMMANDS.prove, ...wanted]);
    service = new LanguageService(options.createHost(folders), { glance: options.glance, commands });
    canRefresh = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: "remedyc", version: options.version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        completionProvider: { triggerCharacters: [".", '"', "'", "\\", "%", "[", "(", ":", "/"] },
        hoverProvider: true,
        signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [")"] },
        definitionProvider: true,
        referencesProvider: true,
        documentHighlightProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        workspaceSymbolProvider: true,
        foldingRangeProvider: true,
        selectionRangeProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] }, full: true, range: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentFormattingProvider: true,
        inlayHintProvider: true,
        codeLensProvider: {},
        executeCommandProvider: { commands: wanted.includes(COMMANDS.prove) ? [] : [COMMANDS.prove] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (canRefresh)
      void attempt("the watch of files", undefined, () =>
        connection.sendRequest("client/registerCapability", {
          registrations: [
            {
              id: "watch",
              method: "workspace/didChangeWatchedFiles",
              registerOptions: { watchers: ["**/*.remedy", "**/*.{ts,ps1}"].map((globPattern) => ({ globPattern })) },
            },
          ],
        }),
      );
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    ready().workspace.open(uri, version, text);
    schedule();
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    ready().workspace.find(uri)?.change(contentChanges, version);
    schedule();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    ready().close(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
    schedule();
  });
  connection.onDidSaveTextDocument(() => schedule());
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) ready().workspace.touch(uri);
    schedule();
  });

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer("completion", uri, token, [], (from) => from.complete(uri, position)),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer("hover", uri, token, null, async (from) => (await from.hover(uri, position)) ?? null),
  );
  connection.onSignatureHelp(({ textDocument: { uri }, position }, token) =>
    answer("signature help", uri, token, null, async (from) => (await from.helpWithSignature(uri, position)) ?? null),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer("definition", uri, token, null, async (from) => (await from.findDefinition(uri, position)) ?? null),
  );
  connection.onReferences(({ textDocument: { uri }, position, context }, token) =>
    answer("references", uri, token, [], (from) => from.findReferences(uri, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
    answer("highlights", uri, token, [], async (from) => (await from.findHighlights(uri, position)).map((range) => ({ range }))),
  );
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answer("rename", uri, token, null, async (from) => (await from.prepareRename(uri, position)) ?? null),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answer("rename", uri, token, null, async (from) => (await from.rename(uri, position, newName)) ?? null),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) => answer("symbols", uri, token, [], (from) => from.listSymbols(uri)));
  connection.onWorkspaceSymbol(({ query }) => attempt("workspace symbols", [], () => ready().findWorkspaceSymbols(query)));
  connection.onFoldingRanges(({ textDocument: { uri } }, token) => answer("foldings", uri, token, [], (from) => from.listFoldings(uri)));
  connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
    answer("selections", uri, token, [], (from) => from.findSelections(uri, positions)),
  );
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer("semantic tokens", uri, token, { data: [] as number[] }, async (from) => ({ data: await from.encodeSemanticTokens(uri) })),
  );
  connection.languages.semanticTokens.onRange(({ textDocument: { uri }, range }, token) =>
    answer("semantic tokens", uri, token, { data: [] as number[] }, async (from) => ({
      data: await from.encodeSemanticTokens(uri, range),
    })),
  );
  connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
    answer("inlay hints", uri, token, [], (from) => from.listInlayHints(uri, range)),
  );
  connection.onCodeAction(({ textDocument: { uri }, range }, token) =>
    answer("quick fixes", uri, token, [], (from) => from.findFixes(uri, range)),
  );
  connection.onDocumentFormatting(({ textDocument: { uri } }, token) => answer("formatting", uri, token, [], (from) => from.format(uri)));
  connection.onCodeLens(({ textDocument: { uri } }, token) => answer("code lenses", uri, token, [], (from) => from.listCodeLenses(uri)));

  const prove = (uri: string): Promise<string> =>
    answer("proof", uri, undefined, "", async ({ workspace }) => {
      const document = workspace.find(uri);
      return document ? proveDocument(workspace, document, options.budget) : "";
    });
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    const uri: unknown = given?.[0];
    if (command !== COMMANDS.prove || typeof uri !== "string") return null;
    const told = await prove(uri);
    connection.console.log(told);
    const message = told === "" ? "It has errors, so nothing is proved." : told.split("\n")[0];
    await connection.sendNotification("window/showMessage", { type: MessageType.Info, message });
    return told;
  });
  connection.onRequest("remedyc/prove", ({ uri }: { readonly uri: string }) => prove(uri));
  connection.onRequest("remedyc/view", ({ uri }: { readonly uri: string }) =>
    answer("view", uri, undefined, null, async ({ workspace }) => {
      const document = workspace.find(uri);
      return document ? viewDocument(workspace, document) : null;
    }),
  );

  connection.listen();
}
