/** A file's text as the compiler sees it: decoded, without a byte order mark, with its line starts. */
export interface SourceFile {
  /** Path relative to the project root, with `/` between segments: what diagnostics, plans and scripts show. Never absolute. */
  readonly path: string;
  /** Text after decoding; offsets everywhere are UTF-16 code units into this string. */
  readonly text: string;
  /** SHA-256 of the file's bytes as read, lower-case hexadecimal. */
  readonly sha256: string;
  /** Offset of the first character of each line; `lineStarts[0]` is 0. */
  readonly lineStarts: readonly number[];
}

/** A half-open range `[start, end)` of a source file, in UTF-16 code units. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as people read it: both numbers begin at 1, columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Makes a source file from decoded text. `sha256` is of the original bytes, or computes it: an editor that checks at every keystroke never asks. */
export function createSourceFile(path: string, text: string, sha256: string | (() => string)): SourceFile {
  let hash = typeof sha256 === "string" ? sha256 : undefined;
  return {
    path,
    text,
    get sha256(): string {
      hash ??= typeof sha256 === "string" ? sha256 : sha256();
      return hash;
    },
    lineStarts: findLineStarts(text),
  };
}

/** Offsets at which lines begin. A line ends at LF, CRLF or a lone CR. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** Line and column (from 1) of an offset; offsets past the end give the last position. */
export function getLineColumn(file: SourceFile, offset: number): LineColumn {
  const clamped = Math.max(0, Math.min(offset, file.text.length));
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= clamped) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: clamped - (file.lineStarts[low] ?? 0) + 1 };
}

/** The text of one line (from 1) without its line end; empty for a line that does not exist. */
export function getLineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1];
  if (start === undefined) return "";
  const next = file.lineStarts[line];
  return file.text.slice(start, next).replace(/[\r\n]+$/, "");
}

/** The source text that a span covers. */
export function getSpanText(span: Span): string {
  return span.file.text.slice(span.start, span.end);
}
