import type { Parser, Printer, SupportLanguage } from "prettier";
import { parseFile } from "../../grammar/parser.ts";
import { createSourceFile, getLineColumn } from "../source/source-file.ts";
import type { FileNode } from "../syntax/file.ts";
import { printFile, usualLayout } from "./format.ts";

/** `remedyc/prettier`: the plugin by which Prettier formats remedies as `remedyc fmt` does. */

/** A file as Prettier holds it: one node, since the printers place comments themselves. */
interface Root {
  readonly file: FileNode;
}

export const languages: SupportLanguage[] = [{ name: "Remedy", parsers: ["remedy"], extensions: [".remedy"] }];

export const parsers: Record<string, Parser<Root>> = {
  remedy: {
    astFormat: "remedy",
    parse(text, { filepath }) {
      const { value: file, diagnostics } = parseFile(createSourceFile(filepath, text, ""));
      const mistake = diagnostics.find(({ severity }) => severity === "error");
      if (!mistake) return { file };
      const { start = 0, end = start } = mistake.span ?? {};
      const loc = { start: getLineColumn(file.source, start), end: getLineColumn(file.source, end) };
      throw Object.assign(new SyntaxError(`${mistake.code}: ${mistake.message} (${loc.start.line}:${loc.start.column})`), { loc });
    },
    locStart: ({ file }) => file.span.start,
    locEnd: ({ file }) => file.span.end,
  },
};

export const printers: Record<string, Printer<Root>> = { remedy: { print: ({ node }) => printFile(node.file), getVisitorKeys: () => [] } };

export const defaultOptions = { printWidth: usualLayout.printWidth };
