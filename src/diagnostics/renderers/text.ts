import { createColors } from "picocolors";
import { getLineColumn, getLineText } from "../../source/source-file.ts";
import type { Span } from "../../source/source-file.ts";
import type { Diagnostic, Severity } from "../diagnostic.ts";
import { showText } from "../show-text.ts";

/** How the text renderer writes: with ANSI colours or without. */
export interface TextOptions {
  readonly color: boolean;
}

type Colors = ReturnType<typeof createColors>;

/**
 * One diagnostic for people: `path:line:column: error RMD2001: message`, the source line with the place underlined, related places and
 * the suggestion. Control characters of the source are shown as spaces, so that carets stand right and a file cannot write to the terminal.
 */
export function renderText(diagnostic: Diagnostic, options: TextOptions): string {
  const colors = createColors(options.color);
  const { severity, code, message, span } = diagnostic;
  const head = `${span ? `${colors.bold(placeOf(span))}: ` : ""}${paint(colors, severity)(`${severity} ${code}`)}: ${showText(message)}`;
  const lines = [head, ...(span ? renderFrame(span, colors, paint(colors, severity)) : [])];
  for (const related of diagnostic.related) {
    lines.push(
      `  ${colors.cyan("note")}: ${placeOf(related.span)}: ${showText(related.message)}`,
      ...renderFrame(related.span, colors, colors.cyan),
    );
  }
  if (diagnostic.suggestion) lines.push(`  ${colors.green("suggestion")}: ${showText(diagnostic.suggestion.title)}`);
  return `${lines.join("\n")}\n`;
}

/** `2 errors, 1 warning`; empty without any. */
export function renderCounts(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, noun: string): string[] => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [`${found} ${noun}${found === 1 ? "" : "s"}`];
  };
  return [...count("error", "error"), ...count("warning", "warning"), ...count("note", "note")].join(", ");
}

function placeOf(span: Span): string {
  const { line, column } = getLineColumn(span.file, span.start);
  return `${showText(span.file.path)}:${line}:${column}`;
}

function paint(colors: Colors, severity: Severity): (text: string) => string {
  return severity === "error" ? colors.red : severity === "warning" ? colors.yellow : colors.cyan;
}

/** The first line of the place, with carets below it; a place of several lines is underlined to the end of its first. */
function renderFrame(span: Span, colors: Colors, mark: (text: string) => string): string[] {
  const { line, column } = getLineColumn(span.file, span.start);
  const { shown, offset } = cutLine(getLineText(span.file, line), column - 1);
  const number = String(line);
  const length = Math.max(1, Math.min(span.end - span.start, shown.length - (column - 1 - offset)));
  return [
    `${colors.dim(`  ${number} | `)}${shown}`,
    `${colors.dim(`  ${" ".repeat(number.length)} | `)}${" ".repeat(column - 1 - offset)}${mark("^".repeat(length))}`,
  ];
}

/** A line of at most 160 characters around the place; tabs and control characters become one space, so that carets stand right. */
function cutLine(text: string, column: number): { readonly shown: string; readonly offset: number } {
  const offset = column > 120 ? column - 60 : 0;
  return { shown: text.slice(offset, offset + 160).replace(/[\p{Cc}\p{Cs}\p{Bidi_C}]/gu, " "), offset };
}
