import type { Span } from "../source/source-file.ts";
import { buildDiagnostics } from "./catalog/build.ts";
import { comparingDiagnostics } from "./catalog/comparing.ts";
import { formattingDiagnostics } from "./catalog/formatting.ts";
import { importDiagnostics } from "./catalog/importing.ts";
import { installerDiagnostics } from "./catalog/installers.ts";
import { lintDiagnostics } from "./catalog/linting.ts";
import { logDiagnostics } from "./catalog/logs.ts";
import { nameDiagnostics } from "./catalog/names.ts";
import { planDiagnostics } from "./catalog/plan.ts";
import { proofDiagnostics } from "./catalog/proof.ts";
import { publishingDiagnostics } from "./catalog/publishing.ts";
import { resourceKindDiagnostics } from "./catalog/resource-kinds.ts";
import { scaffoldDiagnostics } from "./catalog/scaffold.ts";
import { signingDiagnostics } from "./catalog/signing.ts";
import { syntaxDiagnostics } from "./catalog/syntax.ts";
import { targetDiagnostics } from "./catalog/targets.ts";
import { typeDiagnostics } from "./catalog/types.ts";
import type { Diagnostic, RelatedPlace, Severity, Suggestion } from "./diagnostic.ts";
import type { ParamMessage } from "./message.ts";

/** An entry of the catalog: how grave, and the text with its holes. */
export interface DiagnosticDefinition<P extends string = string> {
  readonly severity: Severity;
  readonly message: ParamMessage<P>;
}

/**
 * Every text that a user can be shown, by code. 1xxx files and syntax, 2xxx names and imports, 3xxx types and values,
 * 4xxx plan (semantics), 5xxx targets and output, 6xxx resource kinds of users (6031 to 6096 lint), 7xxx build inputs (parameters, configuration), 80xx signing,
 * 81xx installers and packages, 82xx publishing, 83xx comparing, 85xx logs, 86xx first remedies, 87xx formatting, 882x to 889x imported pairs, 90xx proofs.
 */
export const diagnosticCatalog = {
  ...syntaxDiagnostics,
  ...nameDiagnostics,
  ...typeDiagnostics,
  ...planDiagnostics,
  ...targetDiagnostics,
  ...resourceKindDiagnostics,
  ...buildDiagnostics,
  ...signingDiagnostics,
  ...installerDiagnostics,
  ...comparingDiagnostics,
  ...logDiagnostics,
  ...publishingDiagnostics,
  ...scaffoldDiagnostics,
  ...formattingDiagnostics,
  ...proofDiagnostics,
  ...importDiagnostics,
  ...lintDiagnostics,
};

/** A code of the catalog. */
export type DiagnosticCode = keyof typeof diagnosticCatalog;

type ArgumentsOf<C extends DiagnosticCode> = Parameters<(typeof diagnosticCatalog)[C]["message"]>[0];

/** The optional parts of a finding. */
export interface DiagnosticDetails {
  readonly related?: readonly RelatedPlace[];
  readonly suggestion?: Suggestion;
}

/** Makes a diagnostic of a code: a wrong code or a missing argument does not compile. `span` is undefined when no source text is concerned. */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  span: Span | undefined,
  args: ArgumentsOf<C>,
  details: DiagnosticDetails = {},
): Diagnostic {
  const definition: DiagnosticDefinition = diagnosticCatalog[code];
  return {
    code,
    severity: definition.severity,
    message: definition.message(args),
    ...(span ? { span } : {}),
    related: details.related ?? [],
    ...(details.suggestion ? { suggestion: details.suggestion } : {}),
  };
}
