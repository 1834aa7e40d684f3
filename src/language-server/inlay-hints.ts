import { InlayHintKind } from "vscode-languageserver-types";
import type { InlayHint } from "vscode-languageserver-types";
import { resolveAccount } from "../accounts/accounts.ts";
import type { CheckedProgram } from "../checker/checked-program.ts";
import type { Type } from "../checker/type.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { StringExpression } from "../syntax/expressions.ts";
import type { FileNode, StateNode } from "../syntax/file.ts";
import { walk } from "../syntax/visitor.ts";
import { toRange } from "./positions.ts";

/** What a file leaves unsaid between two offsets: the SIDs of its accounts, and the defaults of means that an `ensure` with a block does not name. */
export function listInlayHints(
  program: CheckedProgram,
  file: FileNode,
  range: { readonly start: number; readonly end: number },
): InlayHint[] {
  const hints: InlayHint[] = [];
  walk(file, (node, parent) => {
    if (node.span.end < range.start || node.span.start > range.end) return false;
    if (node.kind === "string") hints.push(...hintAtAccount(node, program.types.get(node)));
    if (node.kind === "state" && parent?.kind === "ensure") hints.push(...hintAtDefaults(program, node));
    return undefined;
  });
  return hints;
}

function hintAtAccount(node: StringExpression, type: Type | undefined): InlayHint[] {
  const plain = type?.kind === "optional" ? type.of : type;
  if (plain?.kind !== "account" || node.parts.length !== 1) return [];
  const [part] = node.parts;
  const account = part?.kind === "text-part" ? resolveAccount(part.value) : undefined;
  if (account?.kind !== "sid" || (part?.kind === "text-part" && part.value.toUpperCase() === account.sid)) return [];
  return [
    {
      position: positionOf(node.span.file, node.span.end),
      label: account.sid,
      kind: InlayHintKind.Type,
      paddingLeft: true,
      tooltip: account.name,
    },
  ];
}

function hintAtDefaults(program: CheckedProgram, node: StateNode): InlayHint[] {
  const kind = program.stateKinds.get(node);
  const last = node.entries.at(-1);
  if (!kind || !last) return [];
  const given = new Set(node.entries.map(({ name }) => name.text));
  const presence = node.presence ?? "present";
  const left = kind.properties.filter(
    ({ name, role, defaultValue, only }) =>
      role === "means" && defaultValue !== undefined && !given.has(name) && (only ?? presence) === presence,
  );
  if (left.length === 0) return [];
  const label = left.map(({ name, defaultValue }) => `${name}: ${defaultValue ?? ""}`).join(", ");
  return [
    {
      position: positionOf(last.span.file, last.span.end),
      label,
      kind: InlayHintKind.Parameter,
      paddingLeft: true,
      tooltip: "Where it is not said",
    },
  ];
}

function positionOf(file: SourceFile, offset: number): InlayHint["position"] {
  return toRange({ file, start: offset, end: offset }).start;
}
