import { printer as docPrinter } from "prettier/doc";
import type { Doc } from "prettier";
import { lex } from "../../grammar/lexer.ts";
import { parseFile } from "../../grammar/parser.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { createSourceFile } from "../source/source-file.ts";
import type { FileNode } from "../syntax/file.ts";
import { Cursor } from "./cursor.ts";
import { Printer } from "./printer.ts";
import { printers } from "./printers.ts";

/** What of the layout may be chosen, by the names of Prettier's options. */
export interface Layout {
  readonly printWidth: number;
  readonly tabWidth: number;
  readonly useTabs: boolean;
  /** `auto`: what most lines of the text end with. */
  readonly endOfLine: "auto" | "lf" | "crlf" | "cr";
}

/** The layout where nobody chooses: wide enough for the messages that a remedy holds, and the lines of a text end as they did. */
export const usualLayout: Layout = { printWidth: 140, tabWidth: 2, useTabs: false, endOfLine: "auto" };

const LINE_ENDS = { lf: "\n", crlf: "\r\n", cr: "\r" } as const;

/** Formats the text of a file. Undefined where it has syntax errors. */
export function formatText(path: string, text: string, layout: Layout = usualLayout): WithDiagnostics<string | undefined> {
  const { value: file, diagnostics } = parseFile(createSourceFile(path, text, ""));
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  // The tree of the text itself has the places that a finding shows; what is printed has one sort of line end.
  const plain = text.replace(/\r\n?/g, "\n");
  const tree = plain === text ? file : parseFile(createSourceFile(path, plain, "")).value;
  const { printWidth, tabWidth, useTabs } = layout;
  const { formatted } = docPrinter.printDocToString(printFile(tree), { printWidth, tabWidth, useTabs });
  const end = layout.endOfLine === "auto" ? findLineEnd(text) : LINE_ENDS[layout.endOfLine];
  return { value: end === "\n" ? formatted : formatted.replaceAll("\n", end), diagnostics };
}

/** The layout of a file without syntax errors and with line feeds alone, as a document of Prettier. */
export function printFile(file: FileNode): Doc {
  const cursor = new Cursor(file.source.text, lex(file.source).tokens, file.comments);
  return new Printer(cursor, printers).print(file);
}

/** What most lines end with; LF where it is a tie. */
function findLineEnd(text: string): string {
  let crlf = 0;
  let cr = 0;
  let lf = 0;
  for (const [end] of text.matchAll(/\r\n?|\n/g)) {
    if (end === "\n") lf++;
    else if (end === "\r") cr++;
    else crlf++;
  }
  if (lf >= crlf && lf >= cr) return "\n";
  return crlf >= cr ? "\r\n" : "\r";
}
