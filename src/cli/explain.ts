import { findClosest } from "../binder/did-you-mean.ts";
import { compileFile, planFile } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GivenParameter } from "../parameters/given.ts";
import { planToJson } from "../plan/json.ts";
import type { Plan } from "../plan/plan.ts";
import { tellPlan } from "../plan/story.ts";
import { measureScript } from "../powershell/script-size.ts";
import type { PartSize, ScriptSize } from "../powershell/script-size.ts";
import type { ExplainArguments } from "./commands/explain.ts";
import { createCompiler } from "./compiler-session.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import type { Project } from "./project.ts";
import { reportFindings } from "./report.ts";

/** Runs `remedyc explain` in `folder`; gives the exit code. */
export async function runExplain(argv: ExplainArguments, folder: string): Promise<number> {
  const codes = argv.files.filter((file) => /^RMD\d+$/i.test(file));
  return codes.length > 0 && codes.length === argv.files.length ? explainCodes(codes, argv) : explainPlans(argv, folder);
}

async function explainCodes(codes: readonly string[], argv: ExplainArguments): Promise<number> {
  const { default: pages } = (await import("../generated/pages.json", { with: { type: "json" } })) as {
    default: { readonly [code: string]: string };
  };
  const diagnostics: Diagnostic[] = [];
  const found: { readonly [code: string]: string } = Object.fromEntries(
    codes.flatMap((code) => {
      const page = pages[code.toUpperCase()];
      if (page !== undefined) return [[code.toUpperCase(), page]];
      const closest = findClosest(code.toUpperCase(), Object.keys(pages));
      diagnostics.push(createDiagnostic("RMD7040", undefined, { code, hint: closest === undefined ? "" : ` Did you mean ${closest}?` }));
      return [];
    }),
  );
  await reportFindings(diagnostics, argv.format, { text: Object.values(found).join("\n"), json: { pages: found } });
  return diagnostics.length > 0 ? 1 : 0;
}

async function explainPlans(argv: ExplainArguments, folder: string): Promise<number> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  if (files.length === 0 && diagnostics.length === 0) diagnostics.push(createDiagnostic("RMD7024", undefined, {}));
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
  return hasErrors(diagnostics) ? 1 : 0;
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
  return hasErrors(diagnostics) ? 1 : 0;
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

/** The plans of one remedy differ only by target; its story is told once. */
function groupByRemedy(plans: readonly Plan[]): Plan[][] {
  const groups = new Map<string, Plan[]>();
  for (const plan of plans) {
    const key = `${plan.remedy.origin.span.file.path} ${plan.remedy.name}`;
    groups.set(key, [...(groups.get(key) ?? []), plan]);
  }
  return [...groups.values()];
}
