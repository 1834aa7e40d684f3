import type { CheckedProgram, Symbol } from "../checker/checked-program.ts";
import type { Span } from "../source/source-file.ts";
import type { NameNode } from "../syntax/expressions.ts";

/** What the name at an offset of a file stands for; undefined where none stands there. */
export function findSymbol(
  program: CheckedProgram,
  path: string,
  offset: number,
): { readonly name: NameNode; readonly symbol: Symbol } | undefined {
  for (const [name, symbol] of program.symbols)
    if (name.span.file.path === path && name.span.start <= offset && offset <= name.span.end) return { name, symbol };
  return undefined;
}

/** Where the name at an offset is declared. Undefined where no name stands, or one that the language brings along. */
export function findDeclaration(program: CheckedProgram, path: string, offset: number): NameNode | undefined {
  const found = findSymbol(program, path, offset);
  return found && declaringName(found.symbol);
}

/** All places of a program in which a name stands that is declared at a place, that one included, in the order of the files and of their texts. */
export function listUses(program: CheckedProgram, declaration: NameNode): Span[] {
  const spans = [...program.symbols].flatMap(([name, symbol]) => {
    const other = declaringName(symbol);
    return other && isSamePlace(other, declaration) ? [name.span] : [];
  });
  return spans.sort((a, b) => (a.file.path === b.file.path ? a.start - b.start : a.file.path < b.file.path ? -1 : 1));
}

function isSamePlace(a: NameNode, b: NameNode): boolean {
  return a.span.start === b.span.start && a.span.file.path === b.span.file.path;
}

function declaringName(symbol: Symbol): NameNode | undefined {
  return "node" in symbol ? symbol.node.name : undefined;
}
