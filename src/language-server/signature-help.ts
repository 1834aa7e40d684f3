import { MarkupKind } from "vscode-languageserver-types";
import type { SignatureHelp } from "vscode-languageserver-types";
import type { CheckedProgram } from "../checker/checked-program.ts";
import { describeMember, renderType } from "../resources/catalog/reference.ts";
import { getSpanText } from "../source/source-file.ts";
import type { FileNode } from "../syntax/file.ts";
import { lex } from "../../grammar/lexer.ts";
import { findNamesInScope, resolveReference } from "./names-in-scope.ts";
import { TokenList } from "./tokens.ts";

interface Parameter {
  readonly name: string;
  readonly label: string;
  readonly documentation: string;
}

/** What is called at an offset takes, and which of that is being written. */
export function helpWithSignature(program: CheckedProgram, file: FileNode, offset: number): SignatureHelp | undefined {
  const list = new TokenList(lex(file.source).tokens);
  const last = list.findBefore(offset);
  // Behind a closing parenthesis nothing of the call is written any more.
  const open = list.listOpen(last).findLast((index) => list.typeOf(index) !== "LeftBracket");
  if (open === undefined || list.typeOf(open) !== "LeftParen") return undefined;
  const first = list.findReferenceStart(open - 1);
  if (first === undefined || list.typeOf(first - 1) === "PartKeyword") return undefined;
  const callee = list.imageOf(open - 1);
  const found = listParameters(program, file, list, first, open, offset);
  if (!found || found.parameters.length === 0) return undefined;
  const { parameters, documentation } = found;
  return {
    signatures: [
      {
        label: `${callee}(${parameters.map(({ label }) => label).join(", ")})`,
        documentation: { kind: MarkupKind.Markdown, value: documentation },
        parameters: parameters.map((one) => ({ label: one.label, documentation: { kind: MarkupKind.Markdown, value: one.documentation } })),
      },
    ],
    activeSignature: 0,
    activeParameter: findActive(list, open, last, parameters),
  };
}

function listParameters(
  program: CheckedProgram,
  file: FileNode,
  list: TokenList,
  first: number,
  open: number,
  offset: number,
): { readonly parameters: readonly Parameter[]; readonly documentation: string } | undefined {
  const names = findNamesInScope(program, file, offset);
  const callee = list.imageOf(open - 1);
  if (first === open - 1) {
    const part = names.parts.find(({ name }) => name.text === callee);
    if (part)
      return {
        parameters: part.formals.map(({ name, type }) => ({
          name: name.text,
          label: `${name.text}: ${getSpanText(type.span)}`,
          documentation: "",
        })),
        documentation: part.documentation ?? "",
      };
    const kind = Object.hasOwn(program.catalog.kinds, callee) ? program.catalog.kinds[callee] : undefined;
    return kind && { parameters: kind.keys.map(toParameter), documentation: kind.summary };
  }
  const object = resolveReference(list, { first, last: open - 3 }, names, program);
  const query = object.kind === "resource" ? object.resourceKind.queries.find(({ name }) => name === callee) : undefined;
  return query && { parameters: query.parameters.map(toParameter), documentation: query.documentation };
}

function toParameter(key: Parameters<typeof describeMember>[0] & { readonly name: string; readonly required: boolean }): Parameter {
  const label = `${key.name}${key.required ? "" : "?"}: ${renderType(key.type).replaceAll("`", "")}`;
  return { name: key.name, label, documentation: describeMember(key) };
}

/** The argument that is being written: by its name where it has one, else by its place. */
function findActive(list: TokenList, open: number, last: number, parameters: readonly Parameter[]): number {
  let position = 0;
  let named: string | undefined;
  let depth = 0;
  for (let i = open + 1; i <= last; i++) {
    const type = list.typeOf(i);
    if (type === "LeftParen" || type === "LeftBracket") depth++;
    else if (type === "RightParen" || type === "RightBracket") depth--;
    else if (depth === 0 && type === "Comma") {
      position++;
      named = undefined;
    } else if (depth === 0 && type === "Colon") named = list.imageOf(i - 1);
  }
  const byName = parameters.findIndex(({ name }) => name === named);
  return byName >= 0 ? byName : Math.min(position, parameters.length - 1);
}
