import { compileFile } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkAllUsed } from "../parameters/resolve.ts";
import type { CheckArguments } from "./commands/check.ts";
import { createCompiler } from "./compiler-session.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import { startProgress } from "./progress.ts";
import { exitCodeOf, reportFindings } from "./report.ts";
import { chooseUsual } from "../compiler/usual-plans.ts";

/** Runs `remedyc check` in `folder`: everything that a build would find, scripts' sizes included, what a short look refutes of what `prove` proves, and nothing written. Gives the exit code. */
export async function runCheck(argv: CheckArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  if (files.length === 0 && diagnostics.length === 0) diagnostics.push(createDiagnostic("RMD7024", undefined, {}));
  let remedies = 0;
  if (!hasErrors(diagnostics)) {
    const compiler = await createCompiler(root);
    const targets = chooseTargets(argv, config);
    const progress = startProgress("checking", files.length);
    const nodes = [];
    for (const file of files) {
      const compiled = await compileFile(file, compiler, { targets, parameters: parameters.value });
      diagnostics.push(...compiled.diagnostics);
      nodes.push(...compiled.program.remedies);
      if (!hasErrors(compiled.diagnostics) && compiled.plans.length > 0) {
        const { glanceAt } = await import("../proof/glance.ts");
        const plans = (targets ? compiled.plans : chooseUsual(compiled.plans)).map(({ plan }) => plan);
        diagnostics.push(...glanceAt(plans, compiled.program.catalog));
      }
      progress.step();
    }
    progress.stop();
    diagnostics.push(...checkAllUsed(parameters.value, nodes));
    remedies = nodes.length;
  }
  const isClean = !hasErrors(diagnostics);
  const text = isClean
    ? `${files.length} file${files.length === 1 ? "" : "s"} with ${remedies} ${remedies === 1 ? "remedy" : "remedies"}: no errors\n`
    : "";
  await reportFindings(uniqueDiagnostics(diagnostics), argv.format, { text, json: { files, remedies } });
  return exitCodeOf(diagnostics);
}
