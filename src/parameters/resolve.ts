import { findClosest } from "../binder/did-you-mean.ts";
import { runsAsUser } from "../checker/declarations/metadata.ts";
import type { CheckedProgram } from "../checker/checked-program.ts";
import type { Value } from "../checker/value.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { toCatalogType } from "../plan/lower/expressions.ts";
import type { FormalNode, RemedyNode } from "../syntax/file.ts";
import type { GivenParameter } from "./given.ts";
import { parseGivenValue } from "./parse-value.ts";

/** The values that a build gives to one remedy's parameters; a later one replaces an earlier one of the same name. */
export function resolveParameters(
  program: CheckedProgram,
  remedy: RemedyNode,
  given: readonly GivenParameter[],
): WithDiagnostics<ReadonlyMap<FormalNode, Value>> {
  const formals = new Map(
    remedy.members.flatMap((member): [string, FormalNode][] => (member.kind === "param" ? [[member.formal.name.text, member.formal]] : [])),
  );
  const values = new Map<FormalNode, Value>();
  const diagnostics: Diagnostic[] = [];
  const wrong = new Set<FormalNode>();
  for (const parameter of given) {
    if (parameter.remedy !== undefined && parameter.remedy !== remedy.name.text) continue;
    const formal = formals.get(parameter.name);
    const symbol = formal && program.symbols.get(formal.name);
    if (!formal || symbol?.kind !== "param") {
      if (parameter.remedy !== undefined) diagnostics.push(unknownParameter(parameter, remedy.name.text, [...formals.keys()]));
      continue;
    }
    const type = toCatalogType(symbol.type) ?? { kind: "string" };
    const parsed = parseGivenValue(parameter.value, type, symbol.type.kind === "optional", runsAsUser(remedy));
    if (parsed.kind === "value") values.set(formal, parsed.value);
    else {
      wrong.add(formal);
      diagnostics.push(
        createDiagnostic(
          "RMD7002",
          parameter.span,
          { name: parameter.name, remedy: remedy.name.text, expected: parsed.expected },
          { related: [{ message: "The parameter is declared here.", span: formal.span }] },
        ),
      );
    }
  }
  for (const [name, formal] of formals) {
    const symbol = program.symbols.get(formal.name);
    const isOptional = symbol?.kind === "param" && symbol.type.kind === "optional";
    if (!formal.defaultValue && !isOptional && !values.has(formal) && !wrong.has(formal)) {
      diagnostics.push(createDiagnostic("RMD7003", formal.span, { name, remedy: remedy.name.text }));
    }
  }
  return { value: values, diagnostics };
}

/** Values without a remedy's name must fit a parameter of at least one remedy of the whole build; values for a remedy must name one of it. */
export function checkAllUsed(given: readonly GivenParameter[], remedies: readonly RemedyNode[]): Diagnostic[] {
  const names = new Set(
    remedies.flatMap((remedy) => remedy.members.flatMap((member) => (member.kind === "param" ? [member.formal.name.text] : []))),
  );
  const remedyNames = new Set(remedies.map((remedy) => remedy.name.text));
  return given.flatMap((parameter): Diagnostic[] => {
    if (parameter.remedy === undefined)
      return names.has(parameter.name) ? [] : [unknownParameter(parameter, [...remedyNames].join(", "), [...names])];
    if (remedyNames.has(parameter.remedy)) return [];
    return [
      createDiagnostic("RMD7004", parameter.span, { remedy: parameter.remedy, hint: didYouMean(parameter.remedy, [...remedyNames]) }),
    ];
  });
}

function unknownParameter(parameter: GivenParameter, remedy: string, names: readonly string[]): Diagnostic {
  return createDiagnostic("RMD7001", parameter.span, { name: parameter.name, remedy, hint: didYouMean(parameter.name, names) });
}

function didYouMean(name: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return " It has none.";
  const best = findClosest(name, candidates);
  return best === undefined ? ` There are: ${[...candidates].sort().join(", ")}.` : ` Did you mean '${best}'?`;
}
