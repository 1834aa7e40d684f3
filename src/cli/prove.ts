import { planFile } from "../compiler/compile.ts";
import type { CompiledTarget } from "../compiler/compile.ts";
import type { CheckedProgram } from "../checker/checked-program.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { kindModels } from "../generated/kind-models.ts";
import { checkAllUsed } from "../parameters/resolve.ts";
import { provePlan } from "../proof/prove.ts";
import { isScenario } from "../proof/refuting-scenario.ts";
import { findRefutations, findRemarks } from "../proof/report/findings.ts";
import { renderProofText } from "../proof/report/render-text.ts";
import { ASSUMPTIONS, tellProof } from "../proof/report/told.ts";
import type { ProveArguments } from "./commands/prove.ts";
import { createCompiler } from "./compiler-session.ts";
import { startProgress } from "./progress.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import { checkProofFiles, writeProofFiles } from "./prove-files.ts";
import type { Proved } from "./prove-files.ts";
import { exitCodeOf, reportFindings } from "./report.ts";
import { chooseUsual } from "../compiler/usual-plans.ts";

/** A remedy as it was proved, and what is to be said of it. */
interface ProvedPlan extends Proved {
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `remedyc prove` in `folder`; gives the exit code: 1 for errors in the sources, and where something is refuted that the remedy does not accept. */
export async function runProve(argv: ProveArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  if (files.length === 0 && diagnostics.length === 0) diagnostics.push(createDiagnostic("RMD7024", undefined, {}));
  if (!hasErrors(diagnostics)) diagnostics.push(...checkProofFiles(argv, project.value, folder));
  const proved: ProvedPlan[] = [];
  if (!hasErrors(diagnostics)) {
    const compiler = await createCompiler(root);
    const targets = chooseTargets(argv, config);
    const progress = startProgress("proving", files.length);
    const nodes = [];
    for (const file of files) {
      const planned = await planFile(file, compiler, { targets, parameters: parameters.value });
      diagnostics.push(...planned.diagnostics.filter(({ severity }) => severity !== "note"));
      nodes.push(...planned.program.remedies);
      const chosen = targets ? planned.plans : chooseUsual(planned.plans);
      if (!hasErrors(planned.diagnostics)) proved.push(...chosen.map((one) => prove(one, planned.program, argv)));
      progress.step();
    }
    progress.stop();
    diagnostics.push(...checkAllUsed(parameters.value, nodes));
    // Of what has a mistake nothing is known: a file without it would say too little.
    if (!hasErrors(diagnostics)) diagnostics.push(...writeProofFiles(argv, proved, project.value, folder));
    diagnostics.push(...proved.flatMap((one) => one.diagnostics));
  }
  const told = proved.map((one) => one.told);
  const found = dropIdle(uniqueDiagnostics(diagnostics));
  await reportFindings(found, argv.format, {
    text: renderProofText(told),
    json: { proofs: told, assumed: told.length > 0 ? ASSUMPTIONS : [] },
  });
  return exitCodeOf(found);
}

/** That nothing can break a promise needs no saying where it is about something that the remedy does not name, which is said. */
function dropIdle(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const unnamed = found.filter(({ code }) => code === "RMD4133");
  const isSaid = ({ span }: Diagnostic): boolean =>
    unnamed.some((one) => span && one.span && one.span.file === span.file && span.start <= one.span.start && one.span.end <= span.end);
  return found.filter((one) => one.code !== "RMD9016" || !isSaid(one));
}

function prove(
  { plan }: CompiledTarget,
  { catalog, entry }: CheckedProgram,
  { budget, calm, scenarios, html }: ProveArguments,
): ProvedPlan {
  const started = performance.now();
  const proof = provePlan(plan, catalog, kindModels, {
    budget,
    mayBeDisturbed: !calm,
    draws: html !== undefined,
    ...(scenarios === undefined ? {} : { prefers: (found) => isScenario(found, plan, catalog) }),
  });
  const told = tellProof(proof, performance.now() - started);
  return { proof, catalog, entry, told, diagnostics: [...findRefutations(proof, "error"), ...findRemarks(proof, told)] };
}
