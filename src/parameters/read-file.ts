import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Node, Pair } from "yaml";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { GivenParameter, GivenValue } from "./given.ts";

/**
 * Reads a parameter file, YAML or JSON (which is YAML): `name: value` for every remedy that has the parameter, or
 * `remedy_name:` with `name: value` below it for one. Numbers written plainly stay text, so that `4.10` is the version 4.10 and no fraction.
 */
export function readParameterFile(source: SourceFile): WithDiagnostics<readonly GivenParameter[]> {
  const document = parseDocument(source.text, { lineCounter: new LineCounter(), schema: "failsafe", uniqueKeys: false });
  const diagnostics: Diagnostic[] = document.errors.map((error) =>
    createDiagnostic(
      "RMD7010",
      { file: source, start: error.pos[0], end: error.pos[1] },
      { file: source.path, reason: (error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "") },
    ),
  );
  if (diagnostics.length > 0) return { value: [], diagnostics };
  if (document.contents === null) return { value: [], diagnostics };
  const spanOf = (node: unknown): Span => {
    const range = (node as Node | null)?.range;
    return { file: source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  };
  if (!isMap(document.contents)) {
    return { value: [], diagnostics: [createDiagnostic("RMD7011", spanOf(document.contents), { file: source.path })] };
  }
  const given: GivenParameter[] = [];
  // The library compares each key with all before it.
  const checkUnique = (items: readonly Pair[]): void => {
    const seen = new Set<string>();
    for (const { key } of items) {
      const name = isScalar(key) ? String(key.value) : "";
      if (seen.has(name))
        diagnostics.push(createDiagnostic("RMD7010", spanOf(key), { file: source.path, reason: `the key '${name}' stands there twice` }));
      seen.add(name);
    }
  };
  checkUnique(document.contents.items);
  const take = (pair: Pair, remedy: string | undefined): void => {
    const name = isScalar(pair.key) ? String(pair.key.value) : "";
    if (remedy === undefined && isMap(pair.value)) {
      checkUnique(pair.value.items);
      for (const inner of pair.value.items) take(inner, name);
      return;
    }
    const value = toGivenValue(pair.value);
    if (value === undefined) diagnostics.push(createDiagnostic("RMD7012", spanOf(pair.value ?? pair.key), { name }));
    else given.push({ remedy, name, value, span: spanOf(pair.value ?? pair.key) });
  };
  for (const pair of document.contents.items) take(pair, undefined);
  return { value: given, diagnostics };
}

/** A scalar's text or a list of them; undefined for anything deeper. An empty or `null` scalar that is not quoted is none. */
function toGivenValue(node: unknown): GivenValue | undefined {
  if (node === null) return null;
  if (isSeq(node)) {
    const elements = node.items.map(toGivenValue);
    return elements.some((element) => element === undefined) ? undefined : (elements as GivenValue[]);
  }
  if (!isScalar(node)) return undefined;
  const isPlain = node.type === "PLAIN";
  const text = String(node.value);
  return isPlain && (text === "null" || text === "~" || text === "") ? null : text;
}
