import { createDiagnostic } from "../../diagnostics/catalog.ts";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { decodeSource, largestSourceFile } from "../../source/decode.ts";
import type { CompilerHost, FileContent } from "../../source/host.ts";
import type { SourceFile, Span } from "../../source/source-file.ts";
import { checkFunctionNames, checkScript } from "./check-script.ts";
import { extractKinds } from "./extract.ts";
import type { TypeScript } from "./extraction.ts";
import type { Catalog, ResourceKind } from "./model.ts";
import { findContradictions } from "./proof-tags.ts";
import { callsFunction } from "./script-functions.ts";

/** The kinds of an imported `.ts` file, and the PowerShell beside it: path -> text. Both are empty when there was an error. */
export interface LoadedKinds {
  readonly kinds: readonly ResourceKind[];
  readonly scripts: ReadonlyMap<string, string>;
}

/** What user kinds must not declare again. */
export interface BuiltInNames {
  readonly catalog?: Catalog;
  /** The functions of the template library. */
  readonly functions?: readonly { readonly name: string }[];
}

const nothing: LoadedKinds = { kinds: [], scripts: new Map() };

/**
 * Reads the kinds that a user declares in a `.ts` file, and the `.ps1` of the same name beside it. TypeScript is loaded here and nowhere else, so that it
 * costs nothing where nobody imports a kind. `path` is relative to the project root; `builtIn` says which names of kinds and functions are taken.
 */
export async function loadUserKinds(
  path: string,
  host: CompilerHost,
  builtIn: BuiltInNames = {},
  loadTypeScript = importTypeScript,
): Promise<WithDiagnostics<LoadedKinds>> {
  const source = readSource(path, host);
  if (source.value === undefined) return { value: nothing, diagnostics: source.diagnostics };
  const ts = await loadTypeScript();
  if (ts === undefined) return { value: nothing, diagnostics: [createDiagnostic("RMD6018", startOf(source.value), { file: path })] };
  const taken = new Map(Object.keys(builtIn.catalog?.kinds ?? {}).map((name) => [name, "a built-in resource kind has it"]));
  const extracted = extractKinds(ts, source.value, { origin: path, taken });
  const diagnostics: Diagnostic[] = [...extracted.diagnostics];
  if (hasErrors(diagnostics)) return { value: nothing, diagnostics };
  const scriptPath = path.replace(/\.ts$/, ".ps1");
  const script = readScript(path, scriptPath, host, startOf(source.value));
  diagnostics.push(...script.diagnostics);
  if (script.value === undefined) return { value: nothing, diagnostics };
  const places = extracted.value.map((kind) => ({ kind, span: findDeclaration(source.value as SourceFile, kind.noun) }));
  const ownFunctions = new Set((builtIn.functions ?? []).map((each) => each.name.toLowerCase()));
  diagnostics.push(...checkFunctionNames(scriptPath, script.value, ownFunctions, startOf(source.value)));
  diagnostics.push(...checkScript(places, scriptPath, script.value));
  const asksForRestart = callsFunction(script.value, "NeedsRestart");
  const known = new Set([...Object.keys(builtIn.catalog?.kinds ?? {}), ...extracted.value.map(({ name }) => name)]);
  for (const { kind, span } of places)
    for (const reason of findContradictions(kind, asksForRestart, known))
      diagnostics.push(createDiagnostic("RMD9011", span, { kind: kind.name, reason }));
  if (hasErrors(diagnostics)) return { value: nothing, diagnostics };
  const kinds = extracted.value.map((kind) => (asksForRestart ? withRestart(kind) : kind));
  return { value: { kinds, scripts: new Map([[scriptPath, script.value]]) }, diagnostics };
}

/** A kind whose functions ask for a restart somewhere: they may where it does not say more. */
function withRestart(kind: ResourceKind): ResourceKind {
  return { ...kind, proof: { ...kind.proof, restart: { absent: "may", present: "may", ...kind.proof?.restart } } };
}

/** Undefined where the package is not installed. */
async function importTypeScript(): Promise<TypeScript | undefined> {
  try {
    return (await import("typescript")).default;
  } catch {
    return undefined;
  }
}

function readSource(path: string, host: CompilerHost): WithDiagnostics<SourceFile | undefined> {
  const read = readText(path, host);
  if (typeof read !== "string") return { value: read, diagnostics: [] };
  return { value: undefined, diagnostics: [createDiagnostic("RMD6015", undefined, { file: path, reason: read })] };
}

function readScript(path: string, scriptPath: string, host: CompilerHost, span: Span): WithDiagnostics<string | undefined> {
  const read = readText(scriptPath, host);
  if (typeof read !== "string") return { value: read.text, diagnostics: [] };
  return { value: undefined, diagnostics: [createDiagnostic("RMD6002", span, { file: path, script: scriptPath, reason: read })] };
}

/** A file's text, or why it cannot be had: a clause. */
function readText(path: string, host: CompilerHost): SourceFile | string {
  const content = host.readFile(path);
  if (content.kind !== "bytes") return describe(content);
  const decoded = decodeSource(path, content.bytes);
  switch (decoded.kind) {
    case "source":
      return decoded.source;
    case "too-large":
      return `it has ${decoded.size} bytes, at most ${largestSourceFile} are read`;
    case "binary":
      return decoded.reason;
    case "invalid-utf8":
      return `it is not UTF-8 (byte ${decoded.offset})`;
    default:
      return decoded satisfies never;
  }
}

function describe(content: Exclude<FileContent, { kind: "bytes" }>): string {
  switch (content.kind) {
    case "missing":
      return "there is no such file";
    case "escape":
      return "it lies outside of the project";
    case "unreadable":
      return content.reason.replace(/\.$/, "");
    default:
      return content satisfies never;
  }
}

function findDeclaration(source: SourceFile, noun: string): Span {
  const start = source.text.search(new RegExp(`(?<=\\binterface\\s+)${noun}\\b`));
  return start < 0 ? startOf(source) : { file: source, start, end: start + noun.length };
}

function startOf(source: SourceFile): Span {
  return { file: source, start: 0, end: 0 };
}
