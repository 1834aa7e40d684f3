import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Catalog, ResourceKind } from "../resources/catalog/model.ts";
import type { CompilerHost } from "../source/host.ts";
import type { FileNode, ImportNode } from "../syntax/file.ts";

/** The resource kinds that a user's `.ts` file declares, and the PowerShell beside it by path. */
export interface UserKinds {
  readonly kinds: readonly ResourceKind[];
  readonly scripts: ReadonlyMap<string, string>;
}

/** Reads the kinds of an imported `.ts` file. Given to the loader, so that TypeScript is loaded only where somebody imports such a file. */
export type LoadUserKinds = (path: string, host: CompilerHost) => Promise<WithDiagnostics<UserKinds>>;

/** Turns a file's bytes into a tree; `undefined` when they are no text at all (said in the diagnostics). */
export type ParseSource = (
  path: string,
  bytes: Uint8Array,
) => { readonly value: FileNode | undefined; readonly diagnostics: readonly Diagnostic[] };

/** An import and what it brings. */
export interface ResolvedImport {
  readonly node: ImportNode;
  readonly target: { readonly kind: "file"; readonly file: FileNode } | { readonly kind: "kinds"; readonly kinds: readonly ResourceKind[] };
}

export interface LoadedFile {
  readonly node: FileNode;
  /** Those that could be loaded; the others have been reported. */
  readonly imports: readonly ResolvedImport[];
  /** False when an import failed: names that seem unknown may be its names, so they are not reported. */
  readonly complete: boolean;
  /** What its text has of mistakes in characters and grammar: what seems to lack there has not been read. */
  readonly mistakes: readonly Diagnostic[];
}

/** Every file that a program consists of. */
export interface LoadedProgram {
  /** Imported files before their importers, the entry file last. */
  readonly files: readonly LoadedFile[];
  readonly entry: FileNode;
  /** The given catalogue, without the kinds of users. */
  readonly builtIn: Catalog;
  /** All kinds, those of users included. */
  readonly catalog: Catalog;
  readonly userScripts: ReadonlyMap<string, string>;
}
