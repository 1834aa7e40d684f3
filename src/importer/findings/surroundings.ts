import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AnyNode } from "../syntax/ast.ts";
import { found, halvesOf } from "./finding.ts";
import type { Check, Half } from "./finding.ts";
import { hasParameter, nameOfCommand, plainText, walk } from "./walk.ts";

/** Whose the script runs as, and how many bits its PowerShell has: what that makes of places. */
export const checkSurroundings: Check = (examined) => halvesOf(examined).flatMap((half) => [...checkPerson(half), ...checkBits(half)]);

const PERSONAL = /^env:(?:userprofile|appdata|localappdata|username|homepath|onedrive|onedrivecommercial)$|^home$/;

function checkPerson(half: Half): Diagnostic[] {
  // A script that goes over everybody's hives or profiles knows whose it is.
  if (/HKEY_USERS|\bHKU\b|reg(?:\.exe)?\s+load|Win32_UserProfile|ProfileList/i.test(half.file.text)) return [];
  const told = new Set<string>();
  const findings: Diagnostic[] = [];
  const tell = (what: string, node: AnyNode): void => {
    if (told.has(what.toLowerCase())) return;
    told.add(what.toLowerCase());
    findings.push(found("RMD8828", half, node, { what }));
  };
  walk(half.script, (node) => {
    if (node.kind === "variable" && PERSONAL.test(node.name)) tell(`$${node.name}`, node);
    if (node.kind === "text") {
      const place = /(?:^|\\|:)(HKCU(?=:)|HKCU(?=\\)|HKEY_CURRENT_USER|CurrentUser(?=\\))/i.exec(plainText(node))?.[1];
      if (place !== undefined) tell(place, node);
      if (/%(?:USERPROFILE|APPDATA|LOCALAPPDATA)%/i.test(plainText(node))) tell(/%\w+%/.exec(plainText(node))?.[0] ?? "", node);
    }
    if (
      node.kind === "member" &&
      node.target.kind === "type" &&
      /registry$/.test(node.target.name) &&
      node.name.kind === "text" &&
      /^currentuser$/i.test(plainText(node.name))
    )
      tell("CurrentUser", node);
    if (
      node.kind === "command" &&
      nameOfCommand(node) === "get-appxpackage" &&
      !hasParameter(node, "allusers") &&
      !hasParameter(node, "user")
    )
      tell("Get-AppxPackage without -AllUsers", node);
  });
  return findings;
}

function checkBits(half: Half): Diagnostic[] {
  if (/Is64BitProcess|sysnative|PROCESSOR_ARCHITEW6432|RegistryView|\/reg:64|IntPtr\]::Size/i.test(half.file.text)) return [];
  const findings: Diagnostic[] = [];
  walk(half.script, (node) => {
    if (node.kind !== "text" || findings.length > 0) return;
    const text = plainText(node);
    // Policies are the same for both (learn.microsoft.com/windows/win32/winprog64/shared-registry-keys).
    const key = /^(?:registry::)?(?:HKLM:?|HKEY_LOCAL_MACHINE)\\+SOFTWARE\\+(?!wow6432node|policies\b|classes\b)[^\\]+/i.exec(text)?.[0];
    if (key !== undefined) findings.push(found("RMD8829", half, node, { what: key, other: "WOW6432Node" }));
    else if (/\\System32\\/i.test(text)) findings.push(found("RMD8829", half, node, { what: "System32", other: "SysWOW64" }));
  });
  return findings;
}
