import { renderCounts, renderText } from "../diagnostics/renderers/text.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RuleDescription } from "../diagnostics/renderers/sarif.ts";
import { showLines, toJsonText } from "../diagnostics/show-text.ts";
import type { OutputFormat } from "./commands/common-options.ts";
import { version } from "./version.ts";

/** Whether a stream, standard error unless another is named, is a terminal that wants colours: NO_COLOR switches them off, FORCE_COLOR on (no-color.org, force-color.org). */
export function wantsColor(stream: NodeJS.WriteStream = process.stderr): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0") return true;
  // Node leaves isTTY undefined where there is no terminal, whatever its type says; undefined would mean "as the library thinks".
  const { isTTY } = stream as { readonly isTTY?: boolean };
  return isTTY === true && TERM !== "dumb";
}

/** Where a command has nothing to work on, or lacks an option that allows it: wrong usage, like an option that there is not. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set([
  "RMD7024",
  "RMD7029",
  "RMD7031",
  "RMD7052",
  "RMD8215",
  "RMD8507",
  "RMD8509",
  "RMD8601",
  "RMD8602",
  "RMD8607",
  "RMD8608",
  "RMD8841",
]);

/** The exit code for findings: 2 when all of them are wrong usage, 1 for any other error, 0 without one. */
export function exitCodeOf(found: readonly Diagnostic[]): number {
  const errors = found.filter((diagnostic) => diagnostic.severity === "error");
  return errors.length === 0 ? 0 : errors.every(({ code }) => NOTHING_TO_DO.has(code)) ? 2 : 1;
}

/**
 * Prints findings: as text to standard error with their number, as JSON or SARIF to standard output (`data` is what the command itself has
 * to say, in JSON beside `diagnostics`; in text it goes to standard output; `described` are the rules of SARIF that it tells whether found or not).
 */
export async function reportFindings(
  found: readonly Diagnostic[],
  format: OutputFormat,
  data: { readonly text: string; readonly json: object },
  described: readonly RuleDescription[] = [],
): Promise<void> {
  const diagnostics = sortDiagnostics(found);
  switch (format) {
    case "json": {
      const { toJsonDiagnostic } = await import("../diagnostics/renderers/json.ts");
      process.stdout.write(`${toJsonText({ ...data.json, diagnostics: diagnostics.map(toJsonDiagnostic) })}\n`);
      break;
    }
    case "sarif": {
      const { toSarif } = await import("../diagnostics/renderers/sarif.ts");
      process.stdout.write(`${toJsonText(toSarif(diagnostics, version, described))}\n`);
      break;
    }
    case "text": {
      const color = wantsColor();
      const counts = renderCounts(diagnostics);
      process.stderr.write(diagnostics.map((diagnostic) => renderText(diagnostic, { color })).join(""));
      if (counts !== "") process.stderr.write(`${counts}\n`);
      process.stdout.write(showLines(data.text));
      break;
    }
    default:
      format satisfies never;
  }
}
