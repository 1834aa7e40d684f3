import type { CheckedProgram, Symbol } from "../checker/checked-program.ts";
import type { Span } from "../source/source-file.ts";

/** Where the name at an offset is declared. Undefined where no name stands, or one that the language brings along. */
export function findDefinition(program: CheckedProgram, path: string, offset: number): Span | undefined {
  return findDeclaring(program, path, offset)?.name.span;
}

/** All places of the name at an offset in the document and what it imports, its declaration included. Files that import the document are not looked at. */
export function findReferences(program: CheckedProgram, path: string, offset: number): Span[] {
  const wanted = findDeclaring(program, path, offset);
  if (!wanted) return [];
  const spans = [...program.symbols].flatMap(([name, symbol]) => (declaringNode(symbol) === wanted ? [name.span] : []));
  return spans.sort((a, b) => a.start - b.start);
}

type DeclaringNode = Extract<Symbol, { readonly node: unknown }>["node"];

function findDeclaring(program: CheckedProgram, path: string, offset: number): DeclaringNode | undefined {
  for (const [{ span }, symbol] of program.symbols)
    if (span.file.path === path && span.start <= offset && offset <= span.end) return declaringNode(symbol);
  return undefined;
}

function declaringNode(symbol: Symbol): DeclaringNode | undefined {
  return "node" in symbol ? symbol.node : undefined;
}
