import type { AnyNode, FlowNode, Script, Statement } from "./syntax/ast.ts";
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
  const { text, notes } = rewrite(script, (code) =>
    code === "0" || code === "" ? "return" : `throw 'it ended with ${code.replaceAll("'", "")}'`,
  );
  return complete(`${AS_WRITTEN}& {\n${text}\n}`, notes);
}

function complete(text: string, notes: readonly string[]): Half | undefined {
  const { tokens } = lexPowerShell(text);
  const isForbidden = tokens.some((token) => token.kind === "word" && /^(?:exit|invoke-expression|iex|read-host)$/i.test(token.text));
  return isForbidden || text.includes("'''") || parsePowerShell(text).error ? undefined : { text, notes };
}

/** The text without comments, its exits told otherwise, and with ASCII alone. */
function rewrite(script: Script, replace: (code: string) => string): Half {
  const edits: { start: number; end: number; text: string }[] = [];
  const notes: string[] = [];
  for (const { node, isNested } of exitsIn(script.body, false)) {
    const code = node.value ? script.text.slice(node.value.start, node.value.end).trim() : "";
    edits.push({ start: node.start, end: node.end, text: isNested ? `throw 'it ended with ${code.replaceAll("'", "")}'` : replace(code) });
    if (isNested) notes.push(`an exit inside a function is an error here ('${code}')`);
  }
  for (const token of lexPowerShell(script.text).tokens) {
    if (token.kind === "comment") edits.push({ start: token.start, end: token.end, text: "" });
  }
  let { text } = script;
  for (const edit of edits.sort((a, b) => b.start - a.start)) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
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

function toAscii(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2013\u2014\u2015]/g, "-")
    .replace(/\u00a0/g, " ")
    .replace(/[^\x09\x0a\x0d\x20-\x7e]+/g, "?");
}

function exitsIn(statements: readonly Statement[], isNested: boolean): { node: FlowNode; isNested: boolean }[] {
  const found: { node: FlowNode; isNested: boolean }[] = [];
  const visit = (value: unknown, nested: boolean): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, nested);
    else if (typeof value === "object" && value !== null) {
      const node = value as AnyNode;
      if (node.kind === "flow" && node.word === "exit") found.push({ node, isNested: nested });
      const isInner = nested || node.kind === "function" || node.kind === "block" || node.kind === "group";
      for (const inner of Object.values(value)) visit(inner, isInner);
    }
  };
  visit(statements, isNested);
  return found;
}
