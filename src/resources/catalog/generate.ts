import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { hasErrors } from "../../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../../diagnostics/diagnostic.ts";
import { createSourceFile, getLineColumn } from "../../source/source-file.ts";
import { listBuiltinSources } from "./builtin-sources.ts";
import { extractKinds } from "./extract.ts";
import type { Catalog, ResourceKind } from "./model.ts";
import { renderReference } from "./reference.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Extracts the built-in catalogue from the interfaces of `src/resources`. */
export function extractBuiltinCatalog(): WithDiagnostics<Catalog> {
  const kinds: Record<string, ResourceKind> = {};
  const diagnostics = listBuiltinSources().flatMap((path) => {
    const source = createSourceFile(`src/resources/${path}`, readFileSync(`${root}src/resources/${path}`, "utf8"), "");
    const taken = new Map(Object.keys(kinds).map((name) => [name, "another built-in kind has it"]));
    const extracted = extractKinds(ts, source, { origin: "built-in", taken });
    for (const kind of extracted.value) kinds[kind.name] = kind;
    return extracted.diagnostics;
  });
  return { value: { kinds }, diagnostics };
}

/** Writes `src/generated/catalog.json`, whole or not at all. Throws with every finding when an interface is wrong. */
export function generateCatalog(): Catalog {
  const { value, diagnostics } = extractBuiltinCatalog();
  const findings = diagnostics.map((diagnostic) => {
    const place = diagnostic.span ? getLineColumn(diagnostic.span.file, diagnostic.span.start) : undefined;
    return `${diagnostic.span?.file.path ?? ""}:${place?.line ?? 0}: ${diagnostic.code} ${diagnostic.message}`;
  });
  if (hasErrors(diagnostics)) throw new Error(findings.join("\n"));
  for (const finding of findings) console.error(finding);
  mkdirSync(`${root}src/generated`, { recursive: true });
  writeWhole(`${root}src/generated/catalog.json`, `${JSON.stringify(value, undefined, 1)}\n`);
  return value;
}

/** Writes the reference documentation, `docs/reference/<kind>.md`, from the catalogue; pages of kinds that are gone go, too. */
export function generateReference(catalog: Catalog): void {
  mkdirSync(`${root}docs/reference`, { recursive: true });
  const pages = renderReference(catalog);
  for (const [path, text] of pages) writeWhole(`${root}docs/reference/${path}`, text);
  for (const path of readdirSync(`${root}docs/reference`)) if (!pages.has(path)) rmSync(`${root}docs/reference/${path}`);
}

/** Readers never see half a file: the new one takes the old one's place in one step. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, path);
}
