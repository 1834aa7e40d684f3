import { hasErrors } from "../diagnostics/diagnostic.ts";
import { compileFile } from "./compile.ts";
import type { CompiledFile, CompileOptions, Compiler } from "./compile.ts";

/** A file with the scripts of all remedies that its scenarios are for, also of those that stand in a file which it imports. */
export async function compileTried(path: string, compiler: Compiler, options: CompileOptions): Promise<CompiledFile> {
  const compiled = await compileFile(path, compiler, options);
  if (hasErrors(compiled.diagnostics)) return compiled;
  const { entry, remedies, tried } = compiled.program;
  const wanted = entry.declarations.flatMap((one) => (one.kind === "scenario" ? (tried.get(one) ?? []) : []));
  const elsewhere = wanted.filter((remedy) => !remedies.includes(remedy));
  const names = new Set(elsewhere.map(({ name }) => name.text));
  const paths = [...new Set(elsewhere.map(({ span }) => span.file.path))];
  const files = await Promise.all(paths.map((file) => compileFile(file, compiler, options)));
  return {
    ...compiled,
    scripts: [...compiled.scripts, ...files.flatMap(({ scripts }) => scripts.filter(({ plan }) => names.has(plan.remedy.name)))],
    diagnostics: [...compiled.diagnostics, ...files.flatMap(({ diagnostics }) => diagnostics)],
  };
}
