import { findClosest } from "../../binder/did-you-mean.ts";
import type { DiagnosticDetails } from "../../diagnostics/catalog.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { needUser } from "../narrowing/user-access.ts";
import { unknownPart } from "./text-to-check.ts";
import type { TextToCheck } from "./text-to-check.ts";

/** The hives that authors may name, by short and by long name. HKCR and HKCC are views of others and change with who asks. */
const hives: ReadonlyMap<string, "HKLM" | "HKCU" | "HKU"> = new Map([
  ["HKLM", "HKLM"],
  ["HKEY_LOCAL_MACHINE", "HKLM"],
  ["HKCU", "HKCU"],
  ["HKEY_CURRENT_USER", "HKCU"],
  ["HKU", "HKU"],
  ["HKEY_USERS", "HKU"],
]);

/** The longest name of one key: "Registry Element Size Limits", learn.microsoft.com/windows/win32/sysinfo/registry-element-size-limits. */
const longestKeyName = 255;

/** A constant registry key: a hive that is known, backslashes between names, none at the ends. */
export function checkRegistryPath(context: CheckContext, constant: TextToCheck): void {
  const { text, span } = constant;
  if (text.startsWith(unknownPart)) return;
  const complain = (reason: string, details?: DiagnosticDetails): void =>
    report(context, "RMD3104", span, { path: shown(text), reason }, details);
  const [hive = "", ...names] = text.split("\\");
  const known = hives.get(hive.toUpperCase());
  if (!known) {
    complain(describeHive(hive, text), suggestHive(span, hive));
    return;
  }
  if (known === "HKCU") needUser(context, constant.place.user, { kind: "hive", text: hive, span }, constant.usedAt);
  if (names.length === 0) return;
  if (names.at(-1) === "") complain("it ends with a backslash");
  else if (names.includes("")) complain("two backslashes stand side by side");
  else if (names.some((name) => name.length > longestKeyName)) complain(`a key's name has at most ${longestKeyName} characters`);
  else if (names.some((name) => name.includes("\0"))) complain("a key's name has no NUL character");
  else if (names.some((name) => /^WOW6432Node$/i.test(name))) {
    const plain = [hive, ...names.filter((name) => !/^WOW6432Node$/i.test(name))].join("\\");
    report(context, "RMD3115", span, { path: shown(text), plain: shown(plain) });
  }
}

/** A text with what is known later as authors write it. */
function shown(text: string): string {
  return text.replaceAll(unknownPart, "${…}");
}

/** PowerShell's `HKLM:` without its colon. */
function suggestHive(span: Span, hive: string): DiagnosticDetails {
  const bare = hive.replace(/:$/, "");
  const start = getSpanText(span).indexOf(`${bare}:`);
  if (bare === hive || start < 0 || !hives.has(bare.toUpperCase())) return {};
  const edit = { span: { file: span.file, start: span.start + start, end: span.start + start + hive.length }, text: bare };
  return { suggestion: { title: `Write '${bare}'.`, edits: [edit] } };
}

function describeHive(hive: string, text: string): string {
  if (text.startsWith("\\")) return "it begins with a backslash";
  if (/^[A-Za-z_]+:$/.test(hive)) return `write '${hive.slice(0, -1)}' without ':'`;
  if (text.includes("/") && !text.includes("\\")) return "write '\\' between the names";
  if (/^(?:HKCR|HKEY_CLASSES_ROOT)$/i.test(hive))
    return "write 'HKLM\\SOFTWARE\\Classes' instead of 'HKCR', which mixes the machine's and a person's values";
  const closest = findClosest(hive, hives.keys());
  return closest === undefined ? "it begins with no hive: HKLM, HKCU or HKU" : `'${hive}' is no hive; did you mean '${closest}'?`;
}
