import { rules } from "../../src/generated/linter-rules.ts";
import { settle } from "../../src/linter/lint-file.ts";
import { lintProgram } from "../../src/linter/lint.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { compileText } from "../plan/support.ts";

/** What all rules find in a text without errors (completed to a remedy), switches applied. Throws with the errors where there are some. */
export async function lintText(text: string): Promise<Diagnostic[]> {
  const { program, plans, diagnostics } = await compileText(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code} ${message}`).join("\n"));
  const found = lintProgram(
    program,
    plans.map(({ plan }) => plan),
    rules,
  );
  return settle([{ compiler: [], found, files: program.files, remedies: program.remedies }], { known: rules, active: rules });
}
