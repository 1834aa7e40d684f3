import { readFileSync } from "node:fs";
import { parseSource } from "../../grammar/parse-source.ts";
import { loadProgram } from "../../src/binder/load.ts";
import type { LoadedProgram, LoadUserKinds } from "../../src/binder/loaded-program.ts";
import { checkProgram } from "../../src/checker/check.ts";
import type { CheckedProgram } from "../../src/checker/checked-program.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import type { Catalog } from "../../src/resources/catalog/model.ts";
import type { CompilerHost, FileContent } from "../../src/source/host.ts";
import { getLineColumn, getSpanText } from "../../src/source/source-file.ts";

/** The built-in catalogue, as the package has it. */
export const catalog = JSON.parse(readFileSync(new URL("../../src/generated/catalog.json", import.meta.url), "utf8")) as Catalog;

/** A host over a table of texts; a value that is no text is what reading that path gives. */
export function createTableHost(files: { readonly [path: string]: string | FileContent }): CompilerHost {
  return {
    readFile: (path) => {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      if (content === undefined) return { kind: "missing" };
      return typeof content === "string" ? { kind: "bytes", bytes: new TextEncoder().encode(content) } : content;
    },
  };
}

const noKinds: LoadUserKinds = () => Promise.resolve({ value: { kinds: [], scripts: new Map() }, diagnostics: [] });

export interface Checked {
  readonly loaded: LoadedProgram;
  readonly program: CheckedProgram;
  /** Of loading, binding and checking. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads, binds and checks `main.remedy` of a table of files. */
export async function checkFiles(
  files: { readonly [path: string]: string | FileContent },
  entry = "main.remedy",
  loadUserKinds = noKinds,
): Promise<Checked> {
  const loaded = await loadProgram(entry, createTableHost(files), { catalog, parse: parseSource, loadUserKinds });
  const checked = checkProgram(loaded.value);
  return { loaded: loaded.value, program: checked.value, diagnostics: [...loaded.diagnostics, ...checked.diagnostics] };
}

/** Checks one text; statements of a step and members of a remedy are put into a remedy first. */
export function checkText(text: string): Promise<Checked> {
  return checkFiles({ "main.remedy": completeRemedy(text) });
}

/** `RMD3030 'jobs.size'`: code and the text it points to, in the order of the diagnostics. */
export function summarize(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.span ? getSpanText(diagnostic.span) : "-"}`);
}

/** `3:7 RMD2001` */
export function locate(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((diagnostic) => {
    if (!diagnostic.span) return `- ${diagnostic.code}`;
    const { line, column } = getLineColumn(diagnostic.span.file, diagnostic.span.start);
    return `${line}:${column} ${diagnostic.code}`;
  });
}

/** A text with the first suggestion of a diagnostic applied. */
export function applySuggestion(text: string, diagnostic: Diagnostic | undefined): string {
  const edits = [...(diagnostic?.suggestion?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end), text);
}

/** Puts a fragment into a whole file: what begins like a declaration stands by itself, members of a remedy get one around them, statements a step, too. */
export function completeRemedy(fragment: string): string {
  const first = /^(?:\s|\/\/.*)*([A-Za-z_]+)/.exec(fragment)?.[1] ?? "";
  if (["import", "remedy", "part", "scenario", "promise"].includes(first)) return fragment;
  const header = 'remedy sample {\n  title: "Sample"\n  version: 1.0.0\n  targets: [standalone]\n';
  if (first === "param" || first === "step" || first === "context" || /^\s*step /m.test(fragment)) return `${header}${fragment}\n}\n`;
  return `${header}  step only "Only" {\n${fragment}\n  }\n}\n`;
}
