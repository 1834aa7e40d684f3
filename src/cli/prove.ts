import { planFile } from "../compiler/compile.ts";
import type { CompiledTarget } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { kindModels } from "../generated/kind-models.ts";
import { checkAllUsed } from "../parameters/resolve.ts";
import { provePlan } from "../proof/prove.ts";
import { findRefutations, findRemarks } from "../proof/report/findings.ts";
import { renderProofText } from "../proof/report/render-text.ts";
import { ASSUMPTIONS, tellProof } from "../proof/report/told.ts";
import type { ToldProof } from "../proof/report/told.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import type { ProveArguments } from "./commands/prove.ts";
import { createCompiler } from "./compiler-session.ts";
import { startProgress } from "./progress.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** A remedy as it was proved. */
interface Proved {
  readonly told: ToldProof;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `remedyc prove` in `folder`; gives the exit code: 1 for errors in the sources, and where something is refuted that the remedy does not accept. */
export async function runProve(argv: ProveArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  if (files.length === 0 && diagnostics.length === 0) diagnostics.push(createDiagnostic("RMD7024", undefined, {}));
  const proved: Proved[] = [];
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
      if (!hasErrors(planned.diagnostics)) proved.push(...chosen.map((one) => prove(one, planned.program.catalog, argv)));
      progress.step();
    }
    progress.stop();
    diagnostics.push(...checkAllUsed(parameters.value, nodes), ...proved.flatMap((one) => one.diagnostics));
  }
  const told = proved.map((one) => one.told);
  const found = uniqueDiagnostics(diagnostics);
  await reportFindings(found, argv.format, {
    text: renderProofText(told),
    json: { proofs: told, assumed: told.length > 0 ? ASSUMPTIONS : [] },
  });
  return exitCodeOf(found);
}

/** The plans of one remedy differ by what a channel asks and does around it: the first that has a channel stands for all. */
function chooseUsual(plans: readonly CompiledTarget[]): readonly CompiledTarget[] {
  const chosen = new Map<CompiledTarget["remedy"], CompiledTarget>();
  for (const one of plans) {
    const known = chosen.get(one.remedy);
    if (!known || (known.target.name === "standalone" && one.target.name !== "standalone")) chosen.set(one.remedy, one);
  }
  return [...chosen.values()];
}

function prove({ plan }: CompiledTarget, catalog: Catalog, { budget, calm }: ProveArguments): Proved {
  const started = performance.now();
  const proof = provePlan(plan, catalog, kindModels, { budget, mayBeDisturbed: !calm });
  const told = tellProof(proof, performance.now() - started);
  return { told, diagnostics: [...findRefutations(proof, "error"), ...findRemarks(proof, told)] };
}
