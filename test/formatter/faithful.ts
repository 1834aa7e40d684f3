import { parseFile } from "../../grammar/parser.ts";
import { hasErrors } from "../../src/diagnostics/diagnostic.ts";
import { formatText, usualLayout } from "../../src/formatter/format.ts";
import type { Layout } from "../../src/formatter/format.ts";
import { createSourceFile } from "../../src/source/source-file.ts";
import type { FileNode } from "../../src/syntax/file.ts";

/** The tree of a text; undefined where it has syntax errors. */
export function parse(text: string): FileNode | undefined {
  const { value, diagnostics } = parseFile(createSourceFile("x.remedy", text, ""));
  return hasErrors(diagnostics) ? undefined : value;
}

/** All that a tree says, places apart. */
function tell({ imports, declarations }: FileNode): string {
  return JSON.stringify([imports, declarations], (key, value: unknown) => (/span$|^keyword$/i.test(key) ? undefined : value), 1);
}

/** Formats a text; throws where the result says something else, has other comments or is not what formatting it again gives. */
export function formatFaithfully(text: string, layout: Layout = usualLayout): string {
  const before = parse(text);
  if (!before) throw new Error(`the text has errors:\n${text}`);
  const { value: formatted } = formatText("x.remedy", text, layout);
  const after = formatted === undefined ? undefined : parse(formatted);
  const fail = (what: string): never => {
    throw new Error(`${what}:\n${text}\n=== formatted\n${formatted ?? ""}`);
  };
  if (formatted === undefined || !after) return fail("what is formatted does not parse");
  if (tell(before) !== tell(after)) return fail("what is formatted means something else");
  const comments = (file: FileNode): string => file.comments.map((comment) => comment.text.trimEnd()).join("\n");
  if (comments(before) !== comments(after)) return fail("comments are not the same");
  const again = formatText("x.remedy", formatted, layout).value ?? "";
  if (again !== formatted) return fail(`formatted twice is not once:\n${again}\n=== text`);
  return formatted;
}
