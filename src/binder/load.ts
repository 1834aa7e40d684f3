import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Catalog, ResourceKind } from "../resources/catalog/model.ts";
import type { CompilerHost, FileContent } from "../source/host.ts";
import { createSourceFile } from "../source/source-file.ts";
import type { FileNode, ImportNode } from "../syntax/file.ts";
import { findImportPath } from "./import-node.ts";
import type { LoadedFile, LoadedProgram, LoadUserKinds, ParseSource, ResolvedImport, UserKinds } from "./loaded-program.ts";

/** Files that import each other one behind the other. */
const DEEPEST = 200;

/** What the loader is given besides the files. */
export interface LoadOptions {
  readonly catalog: Catalog;
  readonly loadUserKinds: LoadUserKinds;
  readonly parse: ParseSource;
}

interface Loading {
  readonly host: CompilerHost;
  readonly options: LoadOptions;
  readonly diagnostics: Diagnostic[];
  readonly files: Map<string, LoadedFile | undefined>;
  readonly order: LoadedFile[];
  readonly kinds: Map<string, UserKinds | undefined>;
  /** The way from the entry file to the one being read. */
  readonly chain: { readonly path: string; readonly importNode: ImportNode | undefined }[];
}

/**
 * Reads a file and everything that it imports. There is always a program, if an empty one: what could not be had is in the diagnostics.
 * `entryPath` is relative to the project root.
 */
export async function loadProgram(entryPath: string, host: CompilerHost, options: LoadOptions): Promise<WithDiagnostics<LoadedProgram>> {
  const loading: Loading = { host, options, diagnostics: [], files: new Map(), order: [], kinds: new Map(), chain: [] };
  let entry: LoadedFile | undefined;
  if (!entryPath.endsWith(".remedy")) {
    loading.diagnostics.push(createDiagnostic("RMD2106", undefined, { path: entryPath, expected: "a file ending in '.remedy'" }));
  } else {
    const content = host.readFile(entryPath);
    if (content.kind === "bytes") entry = await loadFile(loading, entryPath, content.bytes, undefined);
    else loading.diagnostics.push(describeMissingEntry(entryPath, content));
  }
  if (!entry) {
    entry = { node: emptyFile(entryPath), imports: [], complete: false, mistakes: [] };
    loading.order.push(entry);
  }
  return { value: createProgram(loading, entry.node), diagnostics: loading.diagnostics };
}

function createProgram(loading: Loading, entry: FileNode): LoadedProgram {
  const kinds: { [name: string]: ResourceKind } = { ...loading.options.catalog.kinds };
  const userScripts = new Map<string, string>();
  for (const userKinds of loading.kinds.values()) {
    for (const kind of userKinds?.kinds ?? []) if (!Object.hasOwn(kinds, kind.name)) kinds[kind.name] = kind;
    for (const [path, text] of userKinds?.scripts ?? []) userScripts.set(path, text);
  }
  return { files: loading.order, entry, builtIn: loading.options.catalog, catalog: { kinds }, userScripts };
}

async function loadFile(
  loading: Loading,
  path: string,
  bytes: Uint8Array,
  importNode: ImportNode | undefined,
): Promise<LoadedFile | undefined> {
  const parsed = loading.options.parse(path, bytes);
  loading.diagnostics.push(...parsed.diagnostics);
  if (!parsed.value) {
    loading.files.set(path, undefined);
    return undefined;
  }
  loading.chain.push({ path, importNode });
  const imports: ResolvedImport[] = [];
  let complete = true;
  for (const node of parsed.value.imports) {
    const target = await loadImport(loading, node, path);
    if (target) imports.push({ node, target });
    else complete = false;
  }
  loading.chain.pop();
  const file: LoadedFile = { node: parsed.value, imports, complete, mistakes: parsed.diagnostics };
  loading.files.set(path, file);
  loading.order.push(file);
  return file;
}

async function loadImport(loading: Loading, node: ImportNode, importer: string): Promise<ResolvedImport["target"] | undefined> {
  const found = findImportPath(node, importer);
  if (found.diagnostic) loading.diagnostics.push(found.diagnostic);
  const path = found.path;
  if (path === undefined) return undefined;
  if (path.endsWith(".ts")) {
    const kinds = await loadKinds(loading, path, node);
    return kinds && { kind: "kinds", kinds: kinds.kinds };
  }
  if (!path.endsWith(".remedy")) {
    loading.diagnostics.push(
      createDiagnostic("RMD2106", node.path.span, { path, expected: "a file ending in '.remedy', or in '.ts' for resource kinds" }),
    );
    return undefined;
  }
  const cycle = loading.chain.findIndex((link) => link.path === path);
  if (cycle >= 0) {
    loading.diagnostics.push(describeCycle(loading, cycle, node, path));
    return undefined;
  }
  if (loading.chain.length >= DEEPEST && !loading.files.has(path)) {
    loading.diagnostics.push(createDiagnostic("RMD2109", node.span, { limit: DEEPEST }));
    return undefined;
  }
  const file = loading.files.has(path) ? loading.files.get(path) : await readImported(loading, node, path);
  return file && { kind: "file", file: file.node };
}

async function readImported(loading: Loading, node: ImportNode, path: string): Promise<LoadedFile | undefined> {
  const content = loading.host.readFile(path);
  if (content.kind === "bytes") return loadFile(loading, path, content.bytes, node);
  loading.diagnostics.push(describeMissingImport(node, path, content));
  loading.files.set(path, undefined);
  return undefined;
}

async function loadKinds(loading: Loading, path: string, node: ImportNode): Promise<UserKinds | undefined> {
  if (loading.kinds.has(path)) return loading.kinds.get(path);
  const content = loading.host.readFile(path);
  let kinds: UserKinds | undefined;
  if (content.kind === "bytes") {
    const loaded = await loading.options.loadUserKinds(path, loading.host);
    loading.diagnostics.push(...loaded.diagnostics);
    kinds = loaded.value;
  } else {
    loading.diagnostics.push(describeMissingImport(node, path, content));
  }
  loading.kinds.set(path, kinds);
  return kinds;
}

function describeCycle(loading: Loading, start: number, node: ImportNode, path: string): Diagnostic {
  const links = loading.chain.slice(start);
  const chain = [...links.map((link) => link.path), path].join("' -> '");
  const related = links
    .slice(1)
    .flatMap((link) => (link.importNode ? [{ message: `'${link.path}' is imported here.`, span: link.importNode.span }] : []));
  return createDiagnostic("RMD2103", node.span, { chain }, { related });
}

function describeMissingImport(node: ImportNode, path: string, content: Exclude<FileContent, { kind: "bytes" }>): Diagnostic {
  switch (content.kind) {
    case "missing":
      return createDiagnostic("RMD2101", node.path.span, { path });
    case "escape":
      return createDiagnostic("RMD2102", node.path.span, { path });
    case "unreadable":
      return createDiagnostic("RMD2105", node.path.span, { path, reason: content.reason });
    default:
      return content satisfies never;
  }
}

function describeMissingEntry(path: string, content: Exclude<FileContent, { kind: "bytes" }>): Diagnostic {
  switch (content.kind) {
    case "missing":
      return createDiagnostic("RMD1050", undefined, { path, hint: "" });
    case "escape":
      return createDiagnostic("RMD1051", undefined, { path });
    case "unreadable":
      return createDiagnostic("RMD1052", undefined, { path, reason: content.reason });
    default:
      return content satisfies never;
  }
}

function emptyFile(path: string): FileNode {
  const source = createSourceFile(path, "", "");
  return { kind: "file", source, span: { file: source, start: 0, end: 0 }, imports: [], declarations: [], comments: [] };
}
