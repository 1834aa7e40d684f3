import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { Plan, PlanParameter } from "../plan.ts";

/** Names that PowerShell gives every advanced script (about_CommonParameters), its automatic variables (about_Automatic_Variables), and the engine's own. */
const TAKEN = new Set([
  "verbose",
  "debug",
  "erroraction",
  "warningaction",
  "informationaction",
  "progressaction",
  "errorvariable",
  "warningvariable",
  "informationvariable",
  "outvariable",
  "outbuffer",
  "pipelinevariable",
  "whatif",
  "confirm",
  "args",
  "consolefilename",
  "enabledexperimentalfeatures",
  "error",
  "event",
  "eventargs",
  "eventsubscriber",
  "executioncontext",
  "false",
  "foreach",
  "home",
  "host",
  "input",
  "iscoreclr",
  "islinux",
  "ismacos",
  "iswindows",
  "lastexitcode",
  "matches",
  "myinvocation",
  "nestedpromptlevel",
  "null",
  "pid",
  "profile",
  "psboundparameters",
  "pscmdlet",
  "pscommandpath",
  "psculture",
  "psdebugcontext",
  "psedition",
  "pshome",
  "psitem",
  "psscriptroot",
  "pssenderinfo",
  "psuiculture",
  "psversiontable",
  "pwd",
  "sender",
  "shellid",
  "stacktrace",
  "switch",
  "this",
  "true",
  "force",
  "rollback",
  "remedy",
  "splat",
]);

/**
 * Parameters of the script must not collide with PowerShell's names, the engine's, or each other once they are in Pascal case; what `Installer` is
 * converted to is kept in `$InstallerValue`.
 */
export function checkParameterNames(plan: Plan): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const byScriptName = new Map<string, PlanParameter>();
  for (const parameter of plan.parameters) {
    const scriptName = toPascalCase(parameter.name).toLowerCase();
    const other =
      byScriptName.get(scriptName) ?? byScriptName.get(scriptName.replace(/value$/, "")) ?? byScriptName.get(`${scriptName}value`);
    if (TAKEN.has(scriptName) || /^(?:after|each|when)\d*$/.test(scriptName)) {
      diagnostics.push(createDiagnostic("RMD5004", parameter.origin.span, { name: parameter.name }));
    } else if (other) {
      diagnostics.push(
        createDiagnostic(
          "RMD5005",
          parameter.origin.span,
          { name: parameter.name, other: other.name },
          { related: [{ message: `'${other.name}' is declared here.`, span: other.origin.span }] },
        ),
      );
    }
    byScriptName.set(scriptName, parameter);
  }
  return diagnostics;
}
