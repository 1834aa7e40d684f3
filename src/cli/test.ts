import { listChoices } from "../binder/did-you-mean.ts";
import type { CompiledFile, OutputScript } from "../compiler/compile.ts";
import { compileTried } from "../compiler/tried-remedies.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showLines } from "../diagnostics/show-text.ts";
import { lowerScenario } from "../plan/lower/scenario.ts";
import type { PlanScenario } from "../plan/scenario.ts";
import { parseTemplate } from "../powershell/library.ts";
import { deployScripts } from "../simulator/deploy.ts";
import { runFaults } from "../simulator/faults.ts";
import type { Machine } from "../simulator/machine.ts";
import { waitingForNextDay } from "../simulator/next-day.ts";
import { addFaults, isPassed } from "../simulator/result.ts";
import type { FaultCount, ScenarioResult } from "../simulator/result.ts";
import { runScenario } from "../simulator/run-scenario.ts";
import type { DeployedScripts, ScenarioContext } from "../simulator/run-scenario.ts";
import type { TestArguments } from "./commands/test.ts";
import { createCompiler } from "./compiler-session.ts";
import { chooseTargets, openProject, readParameters } from "./project.ts";
import { startProgress } from "./progress.ts";
import { generateAll, measure, writeScenarios } from "./generate-scenarios.ts";
import type { GeneratedTests } from "./generate-scenarios.ts";
import { exitCodeOf, reportFindings } from "./report.ts";
import { findUncovered, reportTests } from "./report-tests.ts";
import type { TestRun } from "./report-tests.ts";
import { startSimulation } from "./simulation.ts";
import type { SimulatedComputer, Simulation } from "./simulation.ts";

/** One scenario for one target, ready to run. */
interface Task {
  readonly scenario: PlanScenario;
  /** The scripts of the target. */
  readonly outputs: readonly OutputScript[];
  readonly context: Omit<ScenarioContext, keyof SimulatedComputer>;
}

/** A remedy with the scripts of its targets. */
export interface TestedRemedy {
  readonly file: string;
  readonly name: string;
  readonly outputsByTarget: readonly (readonly OutputScript[])[];
  /** Titles of the file's scenarios. */
  readonly titles: readonly string[];
  readonly context: Task["context"];
}

interface WatchedRun extends TestRun {
  readonly sources: readonly string[];
  readonly root: string;
}

/** Runs `remedyc test` in `folder`; gives the exit code: 1 for errors in the sources and for scenarios that failed. */
export async function runTest(argv: TestArguments, folder: string): Promise<number> {
  // Nothing to run is told before a PowerShell is looked for.
  const inputs = await openProject(argv, folder);
  const nothing = inputs.value.files.length === 0 && inputs.diagnostics.length === 0 ? [createDiagnostic("RMD7024", undefined, {})] : [];
  if (inputs.value.files.length === 0) {
    const diagnostics = [...inputs.diagnostics, ...nothing];
    await reportTests({ results: [], coverages: [], diagnostics }, argv);
    return exitCodeOf(diagnostics);
  }
  const { value: simulation, diagnostics } = await startSimulation(argv.powershell, argv.jobs, folder);
  if (!simulation) {
    await reportFindings(diagnostics, argv.format, { text: "", json: {} });
    return 1;
  }
  try {
    let last = await testOnce(argv, folder, simulation);
    if (argv.watch) {
      const { watchAndBuild } = await import("./watch.ts");
      last = await watchAndBuild(last, () => testOnce(argv, folder, simulation));
    }
    if (hasErrors(last.diagnostics)) return exitCodeOf(last.diagnostics);
    return last.results.every(isPassed) && findUncovered(last.coverages, argv["min-coverage"]).length === 0 ? 0 : 1;
  } finally {
    simulation.close();
  }
}

async function testOnce(argv: TestArguments, folder: string, simulation: Simulation): Promise<WatchedRun> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  const tasks: Task[] = [];
  const remedies: TestedRemedy[] = [];
  const compiler = await createCompiler(root);
  const sources = new Set<string>(files);
  if (!hasErrors(diagnostics)) {
    const targets = chooseTargets(argv, config);
    for (const file of files) {
      const compiled = await compileTried(file, compiler, { targets, parameters: parameters.value });
      diagnostics.push(...compiled.diagnostics.filter((diagnostic) => diagnostic.severity !== "note"));
      for (const node of compiled.program.files) sources.add(node.source.path);
      if (hasErrors(compiled.diagnostics)) continue;
      const own = argv["allow-custom"] ? [] : findOwnFunctions(compiled, argv.generate);
      if (own.length > 0) {
        diagnostics.push(createDiagnostic("RMD7052", undefined, { file, scripts: listChoices(own).replace(/ or (?='[^']*'$)/, " and ") }));
        continue;
      }
      const userFunctions = [...compiled.program.userScripts.values()].flatMap((text) => parseTemplate("user", "any", text));
      const emit = { catalog: compiled.program.catalog, library: compiler.library, userFunctions, compilerVersion: compiler.version };
      const context = { catalog: compiled.program.catalog, emit };
      tasks.push(...collectTasks(compiled, argv.filter, context));
      remedies.push(...collectRemedies(file, compiled, context));
    }
    if (tasks.length === 0 && !(argv.generate && remedies.length > 0) && !hasErrors(diagnostics))
      diagnostics.push(
        createDiagnostic("RMD7051", undefined, { filter: argv.filter === undefined ? "" : ` with '${argv.filter}' in its title` }),
      );
  }
  const { results, coverages, written } = hasErrors(diagnostics)
    ? NOTHING_RUN
    : await simulation.use(async (computer) => {
        const own = await runTasks(tasks, computer, argv.faults);
        if (argv.generate) return generateAll(remedies, own, { compiler, parameters: parameters.value, computer });
        const tested = remedies.filter(({ name }) => argv.filter === undefined || own.some(({ scenario }) => scenario.remedy === name));
        return { results: own, coverages: tested.map((remedy) => measure(remedy, own)), written: [] };
      });
  if (argv.write) for (const { file, texts } of written) diagnostics.push(...writeScenarios(root, file, texts));
  else process.stdout.write(showLines(written.flatMap(({ texts }) => texts).join("\n")));
  const found: TestRun = { results, coverages, diagnostics: uniqueDiagnostics(diagnostics) };
  await reportTests(found, argv);
  return { ...found, sources: [...sources], root };
}

const NOTHING_RUN: GeneratedTests = { results: [], coverages: [], written: [] };

/** The scripts with functions of kinds of one's own that the scenarios of a file would run: on this computer, since nothing stands in for them. */
function findOwnFunctions({ program, scripts }: CompiledFile, generates: boolean): string[] {
  const hasScenario = generates || program.entry.declarations.some((declaration) => declaration.kind === "scenario");
  return hasScenario && scripts.length > 0 ? [...program.userScripts.keys()] : [];
}

/** The remedies that a file builds. */
function collectRemedies(file: string, { program, scripts }: CompiledFile, context: Task["context"]): TestedRemedy[] {
  const titles = program.entry.declarations.flatMap((declaration) =>
    declaration.kind === "scenario" ? [lowerScenario(program, declaration).title] : [],
  );
  const names = [...new Set(scripts.map(({ plan }) => plan.remedy.name))];
  return names.map((name) => {
    const own = scripts.filter(({ plan }) => plan.remedy.name === name);
    return { file, name, outputsByTarget: [...groupByTarget(own).values()], titles, context };
  });
}

function groupByTarget(outputs: readonly OutputScript[]): ReadonlyMap<string, OutputScript[]> {
  const byTarget = new Map<string, OutputScript[]>();
  for (const output of outputs) byTarget.set(output.plan.target, [...(byTarget.get(output.plan.target) ?? []), output]);
  return byTarget;
}

/** Every scenario of a file, for every target of its remedy. */
function collectTasks(compiled: CompiledFile, filter: string | undefined, context: Task["context"]): Task[] {
  const scenarios = compiled.program.entry.declarations.flatMap((declaration) =>
    declaration.kind === "scenario" ? [lowerScenario(compiled.program, declaration)] : [],
  );
  const wanted = scenarios.filter(
    (scenario) => filter === undefined || `${scenario.remedy} ${scenario.title}`.toLowerCase().includes(filter.toLowerCase()),
  );
  return wanted.flatMap((scenario) => {
    const outputs = compiled.scripts.filter((output) => output.plan.remedy.name === scenario.remedy);
    const byTarget = groupByTarget(outputs);
    // What uninstalls is tried where the channel does.
    const uninstalls = scenario.steps.some((step) => step.kind === "expect-outcome" && step.run === "uninstall");
    const tried = [...byTarget.values()].filter((roles) => !uninstalls || roles.some(({ role }) => role.role === "uninstall"));
    return tried.map((roles) => ({ scenario, outputs: roles, context }));
  });
}

async function runTasks(tasks: readonly Task[], computer: SimulatedComputer, withFaults: boolean): Promise<ScenarioResult[]> {
  const progress = startProgress("testing", tasks.length, "faults");
  const results = await Promise.all(
    tasks.map(async ({ scenario, outputs, context: emission }) => {
      const scripts = deployScripts(outputs, ({ file, script }) => computer.store.put(file, script.text));
      const context = { ...emission, ...computer };
      const { result, beforeFixes, beforeUninstalls, explained } = await runScenario(scenario, scripts, context);
      const later = { ...context, windows: waitingForNextDay(context.windows) };
      const tryFaults = (machines: readonly Machine[], fix: DeployedScripts["fix"]): Promise<FaultCount> =>
        runFaults(machines, { ...explained, fix }, later, () => progress.part());
      const faults = withFaults
        ? addFaults([
            await tryFaults(beforeFixes, explained.fix),
            ...(explained.uninstall ? [await tryFaults(beforeUninstalls, explained.uninstall)] : []),
          ])
        : undefined;
      progress.step();
      return { ...result, faults };
    }),
  );
  progress.stop();
  return results;
}
