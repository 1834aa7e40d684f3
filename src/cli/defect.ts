import { createDiagnostic } from "../diagnostics/catalog.ts";
import { renderText } from "../diagnostics/renderers/text.ts";
import { showLines } from "../diagnostics/show-text.ts";
import { wantsColor } from "./report.ts";

/** Says that remedyc itself is wrong, without a stack trace unless `REMEDYC_DEBUG=1` asks for it; gives the exit code, 3. */
export function reportDefect(error: unknown): number {
  const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).replace(/\.$/, "");
  process.stderr.write(renderText(createDiagnostic("RMD7099", undefined, { reason }), { color: wantsColor() }));
  if (process.env["REMEDYC_DEBUG"] === "1" && error instanceof Error) process.stderr.write(`${showLines(error.stack ?? "")}\n`);
  return 3;
}
