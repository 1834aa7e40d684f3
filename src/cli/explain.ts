import { compileFile, planFile } from "../compiler/compile.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GivenParameter } from "../parameters/given.ts";
import { planToJson } from "../plan/json.ts";
import type { Plan } from "../plan/plan.ts";
import { groupByRemedy, tellPlan } from "../plan/story.ts";
import { measureScript } from "../powershell/script-size.ts";
import type { PartSize, ScriptSize } from "../powershell/script-size.ts";
import type { ExplainArguments } from "./commands/explain.ts";
import { createCompiler } from "./compiler-session.ts";
import { explainTopics, listTopics } from "./explain-topics.ts";
import type { Topics } from "./explain-topics.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import type { Project } from "./project.ts";
import { exitCodeOf, reportFindings } from "./report.ts";

/** Runs `remedyc explain` in `folder`; gives the exit code. */
export async function runExplain(argv: ExplainArguments, folder: string): Promise<number> {
  const topics = await explainTopics(argv.files, folder);
  return topics ? tellTopics(topics, argv) : explainPlans(argv, folder);
}

async function tellTopics({ text, json, diagnostics }: Topics, argv: ExplainArguments): Promise<number> {
  await reportFindings(diagnostics, argv.format, { text, json });
  return diagnostics.length > 0 ? 1 : 0;
}

async function explainPlans(argv: ExplainArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  if (files.length === 0 && diagnostics.length === 0) return tellTopics(await listTopics(), argv);
  if (argv.size && !hasErrors(diagnostics)) return explainSizes(argv, diagnostics, project.value, parameters.value);
  const plans: Plan[] = [];
  if (!hasErrors(diagnostics)) {
    const compiler = await createCompiler(root);
    const targets = chooseTargets(argv, config);
    for (const file of files) {
      const planned = await planFile(file, compiler, { targets, parameters: parameters.value });
      diagnostics.push(...planned.diagnostics);
      plans.push(...planned.plans.map((compiled) => compiled.plan));
    }
    const stories = groupByRemedy(plans).map((group) => tellPlan(group, compiler.catalog));
    await reportFindings(uniqueDiagnostics(diagnostics), argv.format, { text: stories.join("\n"), json: { plans: plans.map(planToJson) } });
  } else await reportFindings(diagnostics, argv.format, { text: "", json: { plans: [] } });
  return exitCodeOf(diagnostics);
}

/** Compiles as a build does, writes nothing, and tells where the bytes of each script go. */
async function explainSizes(
  argv: ExplainArguments,
  before: readonly Diagnostic[],
  { root, files, config }: Project,
  parameters: readonly GivenParameter[],
): Promise<number> {
  const compiler = await createCompiler(root);
  const diagnostics = [...before];
  const sizes: { readonly file: string; readonly size: ScriptSize }[] = [];
  for (const file of files) {
    const compiled = await compileFile(file, compiler, { targets: chooseTargets(argv, config), parameters });
    diagnostics.push(...compiled.diagnostics);
    sizes.push(...compiled.scripts.map(({ file: name, script }) => ({ file: name, size: measureScript(script) })));
  }
  const text = sizes.map(({ file, size }) => tellSize(file, size)).join("\n");
  await reportFindings(uniqueDiagnostics(diagnostics), argv.format, { text, json: { sizes } });
  return exitCodeOf(diagnostics);
}

/** A table: the whole, then each statement and each function, largest first, bytes to the right. */
function tellSize(file: string, { total, frame, statements, functions }: ScriptSize): string {
  const sum = (parts: readonly PartSize[]): number => parts.reduce((all, { bytes }) => all + bytes, 0);
  const line = (name: string, bytes: number): string => `${String(bytes).padStart(9)}  ${name}`;
  return [
    file,
    line("bytes", total),
    line("help, parameters, frame", frame),
    line(`statements (${statements.length})`, sum(statements)),
    ...statements.map(({ name, bytes }) => line(`  ${name}`, bytes)),
    line(`functions (${functions.length})`, sum(functions)),
    ...functions.map(({ name, bytes }) => line(`  ${name}`, bytes)),
    "",
  ].join("\n");
}
