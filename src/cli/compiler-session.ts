import { parseSource } from "../../grammar/parse-source.ts";
import type { ParseSource } from "../binder/loaded-program.ts";
import type { Compiler } from "../compiler/compile.ts";
import type { TemplateLibrary } from "../powershell/library.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { createNodeHost } from "../source/node-host.ts";
import { version } from "./version.ts";

/** The compiler as the command line uses it: files below `root`, built-in kinds and templates, TypeScript only when somebody imports a kind. */
export async function createCompiler(root: string): Promise<Compiler> {
  const [catalog, library] = await Promise.all([loadCatalog(), loadLibrary()]);
  return createCompilerWith(root, catalog, library);
}

/** The same where catalogue and templates have been read. */
export function createCompilerWith(root: string, catalog: Catalog, library: TemplateLibrary): Compiler {
  return {
    host: createNodeHost(root),
    catalog,
    library,
    parse: createCachingParse(),
    loadUserKinds: async (path, host) => {
      const { loadUserKinds } = await import("../resources/catalog/load-user-kinds.ts");
      return loadUserKinds(path, host, { catalog, functions: library.functions });
    },
    version,
  };
}

export async function loadCatalog(): Promise<Catalog> {
  const { default: catalog } = await import("../generated/catalog.json", { with: { type: "json" } });
  return catalog as unknown as Catalog;
}

export async function loadLibrary(): Promise<TemplateLibrary> {
  const { default: library } = await import("../generated/templates.json", { with: { type: "json" } });
  return library as unknown as TemplateLibrary;
}

/** A file that several others import is parsed once, as long as its bytes stay the same. */
function createCachingParse(): ParseSource {
  const known = new Map<string, { readonly bytes: Uint8Array; readonly result: ReturnType<ParseSource> }>();
  return (path, bytes) => {
    const cached = known.get(path);
    if (cached && Buffer.compare(cached.bytes, bytes) === 0) return cached.result;
    const result = parseSource(path, bytes);
    known.set(path, { bytes, result });
    return result;
  };
}
