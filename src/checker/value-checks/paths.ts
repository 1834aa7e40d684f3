import { findClosest } from "../../binder/did-you-mean.ts";
import { kindChecks } from "../../generated/kind-checks.ts";
import type { KeyParameter } from "../../resources/catalog/model.ts";
import { isDeviceName } from "../../source/device-names.ts";
import { getSpanText } from "../../source/source-file.ts";
import type { Expression } from "../../syntax/expressions.ts";
import { findConstantText, findOrigin } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";
import { needUser } from "../narrowing/user-access.ts";
import { isAddress } from "./path-texts.ts";
import { pathVariables } from "./path-variables.ts";
import { unknownPart } from "./text-to-check.ts";
import type { TextToCheck } from "./text-to-check.ts";

/** Reserved in names of files and folders: "Naming Files, Paths, and Namespaces", learn.microsoft.com/windows/win32/fileio/naming-a-file. */
const forbidden = /[<>:"|\u0000-\u001F]/;

/** A constant path: variables that exist, characters that Windows takes, a place in the tree. */
export function checkPath(context: CheckContext, constant: TextToCheck): void {
  const { text, span } = constant;
  if (text === "") {
    report(context, "RMD3110", span, { path: text, reason: "it is empty" });
    return;
  }
  // what is wrong with one is said of the plan, where a part's arguments are known
  if (constant.place.takesAddress === true && isAddress(text)) return;
  const rest = checkVariables(context, constant);
  const withoutDrive = rest.replace(/^(?:\\\\[?.]\\)?(?:[A-Za-z]:)?/, "");
  const character = forbidden.exec(withoutDrive)?.[0];
  const variable = /\$env:(\w+)/i.exec(rest);
  if (variable)
    report(context, "RMD3110", span, { path: text, reason: `PowerShell's '${variable[0]}' is written '%${variable[1] ?? ""}%'` });
  else if (character !== undefined) report(context, "RMD3110", span, { path: text, reason: explainCharacter(character, constant) });
  else if (/^[A-Za-z]:(?![\\/]|$)/.test(rest) && !rest.includes(unknownPart))
    report(context, "RMD3110", span, { path: text, reason: "after the drive comes a backslash" });
  else {
    const reason = findBadName(rest);
    if (reason !== undefined) report(context, "RMD3110", span, { path: text, reason });
  }
}

/** Names that Windows reads as another thing than is written ("Naming Files, Paths, and Namespaces"). */
function findBadName(path: string): string | undefined {
  // A device path names devices on purpose.
  if (/^[\\/]{2}[.?][\\/]/.test(path)) return undefined;
  for (const name of path.split(/[\\/]/)) {
    if (/^\.{0,2}$/.test(name)) continue;
    if (!name.includes(unknownPart) && isDeviceName(name)) return `'${name}' is the name of a device`;
    if (/[. ]$/.test(name))
      return `Windows drops the ${name.endsWith(".") ? "dot" : "space"} at the end of '${name.replaceAll(unknownPart, "…")}'`;
  }
  return undefined;
}

/** Checks every `%Name%` and gives the path without them. */
function checkVariables(context: CheckContext, constant: TextToCheck): string {
  const { text, span } = constant;
  if (!text.includes("%")) return text;
  const rest = text.replace(/%([^%\\/]*)%/g, (whole, name: string) => {
    if (name.includes(unknownPart)) return "";
    const variable = pathVariables.get(name.toLowerCase());
    if (variable?.owner === "user") needUser(context, constant.place.user, { kind: "folder", text: whole, span }, constant.usedAt);
    if (!variable) reportVariable(context, constant, name);
    return "";
  });
  if (rest.includes("%") && !rest.includes(unknownPart)) report(context, "RMD3113", span, { path: text });
  return rest;
}

function reportVariable(context: CheckContext, constant: TextToCheck, name: string): void {
  const closest = findClosest(
    name,
    [...pathVariables.values()].map((variable) => variable.name),
  );
  if (closest === undefined) {
    report(context, "RMD3114", constant.span, { name });
    return;
  }
  const offset = constant.span.file.text.slice(constant.span.start, constant.span.end).indexOf(`%${name}%`);
  const start = constant.span.start + offset + 1;
  const suggestion = {
    title: `Replace '%${name}%' by '%${closest}%'.`,
    edits: [{ span: { file: constant.span.file, start, end: start + name.length }, text: closest }],
  };
  report(context, "RMD3105", constant.span, { name, closest }, offset >= 0 ? { suggestion } : {});
}

/** `*` and `?` mean nothing in a path that names one thing, but where the catalogue says so. `owner`: the kind, or whose else the key or property is. */
export function checkWildcards(
  context: CheckContext,
  expression: Expression,
  owner: string,
  { name, limits }: Pick<KeyParameter, "name" | "limits">,
): void {
  const origin = findOrigin(context, expression);
  if (origin.kind === "list") {
    for (const element of origin.elements) checkWildcards(context, element, owner, { name, limits });
    return;
  }
  const text = findConstantText(context, origin, "");
  if (text === undefined || isAddress(text)) return;
  const part = limits.wildcards === "last" ? text.replace(/[^\\/]*$/, "") : text;
  const character = /[*?]/.exec(part.replace(/^\\\\\?\\/, ""))?.[0];
  const checks = kindChecks[owner];
  if (character === undefined) {
    const whole = checks?.findPathFault && findConstantText(context, origin);
    const reason = whole === undefined ? undefined : checks?.findPathFault?.(name, whole);
    if (whole !== undefined && reason !== undefined) report(context, "RMD3110", origin.span, { path: whole, reason });
    return;
  }
  const several = checks?.suggestSeveral?.(name, text);
  const reason = `'${character}' cannot stand here${several === undefined ? "" : `; ${several}`}`;
  report(context, "RMD3110", origin.span, { path: text, reason });
}

/** A control character in double quotes is an escape that somebody took for the backslash of a path. */
function explainCharacter(character: string, { span }: TextToCheck): string {
  const code = character.charCodeAt(0);
  if (code >= 32) return `Windows takes no '${character}' in a path`;
  const escape = { 9: "\\t", 10: "\\n", 13: "\\r" }[code];
  return escape !== undefined && getSpanText(span).includes(escape)
    ? `in double quotes '${escape}' is no backslash and a letter; use single quotes`
    : `Windows takes no character ${code} in a path`;
}
