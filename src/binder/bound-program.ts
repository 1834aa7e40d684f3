import type { NameNode } from "../syntax/expressions.ts";
import type { FileNode, ImportNode, PartNode, RemedyNode } from "../syntax/file.ts";
import type { PromiseNode } from "../syntax/promises.ts";
import type { Scenario } from "../syntax/scenarios.ts";
import type { UseNode } from "../syntax/statements.ts";
import type { Binding } from "./binding.ts";
import type { LoadedProgram } from "./loaded-program.ts";
import type { Scope } from "./scope.ts";

/** The loaded files with every name joined to its declaration. Side tables are keyed by node identity. */
export interface BoundProgram {
  readonly loaded: LoadedProgram;
  /** Each name at its declaration and at its uses. A bare word may still be a member of an enum: the checker, who knows the types, decides. */
  readonly bindings: ReadonlyMap<NameNode, Binding>;
  /** Bare words that no scope knows, with the scope they stand in: members of an enum, or mistakes. */
  readonly unbound: ReadonlyMap<NameNode, Scope>;
  /** Names whose mistake has been reported already. */
  readonly reported: ReadonlySet<NameNode>;
  /** Everything declared, in source order by file: what is never used is reported later. */
  readonly declared: readonly Declared[];
  readonly parts: ReadonlyMap<UseNode, PartNode>;
  /** The remedy that a scenario or a promise is for. */
  readonly remedies: ReadonlyMap<Scenario | PromiseNode, RemedyNode>;
  /** Imports of which a name was refused because another import brings it, too: they are not called unused. */
  readonly collidingImports: ReadonlySet<ImportNode>;
  readonly importOf: ReadonlyMap<FileNode, ReadonlyMap<Binding, ImportNode>>;
}

export interface Declared {
  readonly binding: Binding;
  readonly file: FileNode;
  /** File scope: other files may use it. */
  readonly isPublic: boolean;
}
