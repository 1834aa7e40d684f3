import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { found, halvesOf } from "./finding.ts";
import type { Check, Half } from "./finding.ts";
import { constantText, hasParameter, nameOfCommand, walk } from "./walk.ts";

/** What Windows PowerShell 5.1 does not know, and what Windows has no more. */
export const checkLanguage: Check = (examined) =>
  halvesOf(examined).flatMap((half) => [
    ...half.script.newer.map((newer) => found("RMD8836", half, newer, { what: newer.what })),
    ...checkCommands(half),
  ]);

/** Commands and parameters that came with PowerShell 6 or 7. */
const NEWER: Readonly<Record<string, string | true>> = {
  "foreach-object": "parallel",
  "convertfrom-json": "ashashtable",
  "join-string": true,
  "get-error": true,
  "test-json": true,
  "remove-service": true,
  "get-uptime": true,
  "get-experimentalfeature": true,
};

/** Names that are gone: wmic since Windows 11 24H2 is no part of Windows (learn.microsoft.com/windows/whats-new/deprecated-features), the others are not in PowerShell 7. */
const GONE: Readonly<Record<string, string>> = {
  wmic: "use Get-CimInstance",
  "get-wmiobject": "PowerShell 7 has it no more; use Get-CimInstance",
  "invoke-wmimethod": "PowerShell 7 has it no more; use Invoke-CimMethod",
  "set-wmiinstance": "PowerShell 7 has it no more; use Set-CimInstance",
  "remove-wmiobject": "PowerShell 7 has it no more; use Remove-CimInstance",
  "get-eventlog": "PowerShell 7 has it no more; use Get-WinEvent",
};

function checkCommands(half: Half): Diagnostic[] {
  const findings: Diagnostic[] = [];
  const told = new Set<string>();
  walk(half.script, (node) => {
    if (node.kind !== "command") return;
    const written = constantText(node.name) ?? "";
    const name = nameOfCommand(node) ?? "";
    const newer = NEWER[name];
    if (newer === true) findings.push(found("RMD8836", half, node, { what: `'${written}'` }));
    else if (newer !== undefined && hasParameter(node, newer))
      findings.push(found("RMD8836", half, node, { what: `'${written} -${newer}'` }));
    const instead =
      GONE[name] ?? (/^(?:curl|wget)$/i.test(written) ? "it is an alias in 5.1 and a program in 7; write Invoke-WebRequest" : undefined);
    if (instead === undefined || told.has(name)) return;
    told.add(name);
    findings.push(found("RMD8838", half, node, { what: written, instead }));
  });
  return findings;
}
