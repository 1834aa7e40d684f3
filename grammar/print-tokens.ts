import { getLineColumn } from "../src/source/source-file.ts";
import type { SourceFile } from "../src/source/source-file.ts";
import { isFirstOnLine, lex } from "./lexer.ts";

/** Prints a file's tokens and comments, one a line: place, `^` when it is the first on its line, sort, text. For baselines. */
export function printTokens(source: SourceFile): string {
  const { tokens, comments } = lex(source);
  const all = [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
  const lines = all.map((token) => {
    const { line, column } = getLineColumn(source, token.startOffset);
    const first = isFirstOnLine(source.text, token.startOffset) ? "^" : " ";
    return `${line}:${column} ${first} ${token.tokenType.name} ${JSON.stringify(token.image)}`;
  });
  return `${lines.join("\n")}\n`;
}
