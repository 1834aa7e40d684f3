import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import type { KeyParameter, ResourceKind } from "./model.ts";
import { toPascalCase } from "./names.ts";
import { findScriptFunctions } from "./script-functions.ts";

/** A function that a kind needs, with the parameters that it must take. */
interface NeededFunction {
  readonly name: string;
  readonly parameters: readonly string[];
}

/**
 * Whether `kind.exists` and, with `ensure`, its presence can be asked: everything but facts and mere objects of verbs. Where this is false there is no
 * `Read-<Noun>` that could answer.
 */
export function hasExistence(kind: ResourceKind): boolean {
  return !kind.singleton && (kind.ensure === "presence" || kind.properties.some((property) => property.role !== "means"));
}

/** The functions that the contract of emitted PowerShell asks of a kind, with the parameters that every use of it passes. */
export function getNeededFunctions(kind: ResourceKind): NeededFunction[] {
  const keys = kind.keys.filter((key) => !key.scope || kind.selection).map((key) => key.name);
  const named = kind.selection ? [...keys, "where", "entry"] : keys;
  const states = kind.properties.filter((property) => property.role === "state").map((property) => property.name);
  const absent = kind.ensure === "presence" ? ["absent"] : [];
  const functions: NeededFunction[] = [];
  if (hasExistence(kind) || kind.properties.some((property) => property.role !== "means" && property.readable !== false)) {
    functions.push({ name: `Read-${kind.noun}`, parameters: [...named, "property"] });
  }
  if (kind.ensure !== "none") {
    const needed = kind.keys.filter((key) => key.required && !key.scope).map((key) => key.name);
    const references = kind.selection ? named : needed;
    for (const verb of ["Test", "Repair"])
      functions.push({ name: `${verb}-${kind.noun}`, parameters: [...references, ...absent, ...states] });
  }
  if (kind.selection) functions.push({ name: `Select-${kind.noun}`, parameters: [...keys, "where"] });
  if (kind.enumerable) functions.push({ name: `Select-${kind.noun}`, parameters: listScope(kind).map((key) => key.name) });
  for (const verb of kind.verbs) {
    functions.push({
      name: `Invoke-${kind.noun}${toPascalCase(verb.name)}`,
      parameters: [...keys, ...verb.options.map((option) => option.name)],
    });
  }
  for (const query of kind.queries) {
    functions.push({
      name: `Read-${kind.noun}${toPascalCase(query.name)}`,
      parameters: [...keys, ...query.parameters.map((parameter) => parameter.name)],
    });
  }
  return functions;
}

/** What says which all are that `each` goes over: a scope, and of what names one that is not its name (`view`). */
export function listScope({ keys }: ResourceKind): KeyParameter[] {
  return keys.filter((key) => key.scope === true || !key.positional);
}

/** Checks that no function of a script has the name of one of `builtIn` (lower case) or of another one in it: only one of the two would be in a compiled script. */
export function checkFunctionNames(file: string, script: string, builtIn: ReadonlySet<string>, span: Span): Diagnostic[] {
  const names = findScriptFunctions(script).map((each) => each.name);
  return names.flatMap((name, i) => {
    const isTwice = names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== i;
    if (!isTwice && !builtIn.has(name.toLowerCase())) return [];
    return [
      createDiagnostic("RMD6022", span, {
        function: name,
        file,
        clash: isTwice ? "stands there twice" : "has the name of one of remedyc's own",
      }),
    ];
  });
}

/** Checks that a script holds every function that the kinds need. `span` is where the kind is declared, `file` the script's path. */
export function checkScript(
  kinds: readonly { readonly kind: ResourceKind; readonly span: Span }[],
  file: string,
  script: string,
): Diagnostic[] {
  const functions = new Map(findScriptFunctions(script).map((each) => [each.name.toLowerCase(), each]));
  return kinds.flatMap(({ kind, span }) =>
    getNeededFunctions(kind).flatMap((needed) => {
      const found = functions.get(needed.name.toLowerCase());
      if (found === undefined) return [createDiagnostic("RMD6001", span, { kind: kind.name, function: needed.name, file })];
      return needed.parameters
        .map(toPascalCase)
        .filter((parameter) => !found.parameters.includes(parameter.toLowerCase()))
        .map((parameter) => createDiagnostic("RMD6021", span, { function: needed.name, parameter, kind: kind.name, file }));
    }),
  );
}
