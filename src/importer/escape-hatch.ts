import { walk } from "./findings/walk.ts";
import type { FlowNode, Script } from "./syntax/ast.ts";
import { lexPowerShell } from "../syntax/powershell-lexer.ts";
import { parsePowerShell } from "../syntax/powershell-parser.ts";

/** One half of a `script` of the language, and what a person must look at in it. */
export interface Half {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Begins what was not written for strict mode as it was written for. */
const AS_WRITTEN = "Set-StrictMode -Off\n$ErrorActionPreference = 'Continue'\n";

/** A detection as a `test`: what it ends with, 0 or another code, becomes $true or $false. Undefined where a `script` cannot hold it. */
export function toTest(script: Script): Half | undefined {
  const { text, notes } = rewrite(script, (code) =>
    code === "0" || code === "" ? "return $true" : /^\d+$/.test(code) ? "return $false" : `return (0 -eq (${code}))`,
  );
  return complete(`${AS_WRITTEN}$verdict = & {\n${text}\nreturn $true\n}\n[bool]@($verdict)[-1]`, notes);
}

/** A remediation as a `fix`: an exit code other than 0 becomes an error. */
export function toFix(script: Script): Half | undefined {
  const { text, notes } = rewrite(script, (code) => (code === "0" || code === "" ? "return" : endWithError(code)));
  return complete(`${AS_WRITTEN}& {\n${text}\n}`, notes);
}

function complete(text: string, notes: readonly string[]): Half | undefined {
  const { tokens } = lexPowerShell(text);
  const isForbidden = tokens.some((token) => token.kind === "word" && /^(?:exit|invoke-expression|iex|read-host)$/i.test(token.text));
  return isForbidden || text.includes("'''") || parsePowerShell(text).error ? undefined : { text, notes };
}

/** The text without comments, its exits told otherwise, and with ASCII alone. */
function rewrite(script: Script, replace: (code: string) => string): Half {
  let text = withoutComments(script.text);
  const notes: string[] = [];
  for (const { node, isNested } of exitsIn(script).reverse()) {
    const code = node.value ? toAscii(text.slice(node.value.start, node.value.end)).trim() : "";
    text = `${text.slice(0, node.start)}${isNested ? endWithError(code) : replace(code)}${text.slice(node.end)}`;
    if (isNested) notes.unshift(`an exit inside a function is an error here ('${code}')`);
  }
  const plain = toAscii(text);
  if (plain !== text) notes.push("characters that are not ASCII became '?' or their plain form");
  return {
    text: plain
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t]+$/gm, "")
      .replace(/\n{3,}/g, "\n\n")
      .trim(),
    notes,
  };
}

/** A script with blanks in place of its comments, so that everything stays where it is. */
function withoutComments(text: string): string {
  let bare = text;
  for (const { kind, start, end } of lexPowerShell(text).tokens)
    if (kind === "comment") bare = bare.slice(0, start) + " ".repeat(end - start) + bare.slice(end);
  return bare;
}

/** An error in place of an exit code that says failed. `code` is ASCII. */
function endWithError(code: string): string {
  return `throw 'it ended with ${code.replaceAll("'", "")}'`;
}

function toAscii(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2013\u2014\u2015]/g, "-")
    .replace(/\u00a0/g, " ")
    .replace(/[^\x09\x0a\x0d\x20-\x7e]+/g, "?");
}

/** The exits of a script in their order, but for those within another one. `isNested`: a `return` in its place would end something else. */
function exitsIn(script: Script): { readonly node: FlowNode; readonly isNested: boolean }[] {
  const found: { node: FlowNode; isNested: boolean }[] = [];
  walk(script, (node, { isInFunction, isInBlock }) => {
    if (node.kind === "flow" && node.word === "exit") found.push({ node, isNested: isInFunction || isInBlock });
  });
  const isWithinOther = ({ start, end }: FlowNode): boolean => found.some(({ node }) => node.start < start && end <= node.end);
  return found.filter(({ node }) => !isWithinOther(node)).sort((a, b) => a.node.start - b.node.start);
}
