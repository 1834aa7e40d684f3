import { listChoices } from "../binder/did-you-mean.ts";
import { compileFile } from "../compiler/compile.ts";
import type { CompiledFile, OutputScript } from "../compiler/compile.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors, uniqueDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { showLines, toJsonText } from "../diagnostics/show-text.ts";
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
import { exitCodeOf, reportFindings, wantsColor } from "./report.ts";
import { startSimulation } from "./simulation.ts";
import type { SimulatedComputer, Simulation } from "./simulation.ts";

/** One scenario for one target, ready to run. */
interface Task {
  readonly scenario: PlanScenario;
  /** The scripts of the target. */
  readonly outputs: readonly OutputScript[];
  readonly context: Omit<ScenarioContext, keyof SimulatedComputer>;
}

interface TestRun {
  readonly results: readonly ScenarioResult[];
  readonly diagnostics: readonly Diagnostic[];
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
    await report([], diagnostics, argv);
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
    return hasErrors(last.diagnostics) ? exitCodeOf(last.diagnostics) : last.results.every(isPassed) ? 0 : 1;
  } finally {
    simulation.close();
  }
}

async function testOnce(argv: TestArguments, folder: string, simulation: Simulation): Promise<TestRun> {
  const project = await openProject(argv, folder);
  const { root, files, config } = project.value;
  const parameters = await readParameters(argv, project.value, folder);
  const diagnostics: Diagnostic[] = [...project.diagnostics, ...parameters.diagnostics];
  const tasks: Task[] = [];
  const sources = new Set<string>(files);
  if (!hasErrors(diagnostics)) {
    const compiler = await createCompiler(root);
    const targets = chooseTargets(argv, config);
    for (const file of files) {
      const compiled = await compileFile(file, compiler, { targets, parameters: parameters.value });
      diagnostics.push(...compiled.diagnostics.filter((diagnostic) => diagnostic.severity !== "note"));
      for (const node of compiled.program.files) sources.add(node.source.path);
      if (hasErrors(compiled.diagnostics)) continue;
      const own = argv["allow-custom"] ? [] : findOwnFunctions(compiled);
      if (own.length > 0) {
        diagnostics.push(createDiagnostic("RMD7052", undefined, { file, scripts: listChoices(own).replace(/ or (?='[^']*'$)/, " and ") }));
        continue;
      }
      const userFunctions = [...compiled.program.userScripts.values()].flatMap((text) => parseTemplate("user", "any", text));
      const emit = { catalog: compiled.program.catalog, library: compiler.library, userFunctions, compilerVersion: compiler.version };
      tasks.push(...collectTasks(compiled, argv.filter, { catalog: compiled.program.catalog, emit }));
    }
    if (tasks.length === 0 && !hasErrors(diagnostics))
      diagnostics.push(
        createDiagnostic("RMD7051", undefined, { filter: argv.filter === undefined ? "" : ` with '${argv.filter}' in its title` }),
      );
  }
  const results = hasErrors(diagnostics) ? [] : await simulation.use((computer) => runTasks(tasks, computer, argv.faults));
  await report(results, uniqueDiagnostics(diagnostics), argv);
  return { results, diagnostics, sources: [...sources], root };
}

/** The scripts with functions of kinds of one's own that the scenarios of a file would run: on this computer, since nothing stands in for them. */
function findOwnFunctions({ program, scripts }: CompiledFile): string[] {
  const hasScenario = program.entry.declarations.some((declaration) => declaration.kind === "scenario");
  return hasScenario && scripts.length > 0 ? [...program.userScripts.keys()] : [];
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
    const byTarget = new Map<string, OutputScript[]>();
    for (const output of outputs) byTarget.set(output.plan.target, [...(byTarget.get(output.plan.target) ?? []), output]);
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

async function report(results: readonly ScenarioResult[], diagnostics: readonly Diagnostic[], argv: TestArguments): Promise<void> {
  await reportFindings(diagnostics, argv.format, { text: "", json: {} });
  if (hasErrors(diagnostics)) return;
  switch (argv.reporter) {
    case "text": {
      const { renderTestText } = await import("../simulator/reporters/text.ts");
      process.stdout.write(renderTestText(results, wantsColor()));
      return;
    }
    case "tap": {
      const { renderTap } = await import("../simulator/reporters/tap.ts");
      process.stdout.write(showLines(renderTap(results)));
      return;
    }
    case "junit": {
      const { renderJunit } = await import("../simulator/reporters/junit.ts");
      process.stdout.write(showLines(await renderJunit(results)));
      return;
    }
    case "json": {
      const { toTestJson } = await import("../simulator/reporters/json.ts");
      process.stdout.write(`${toJsonText(toTestJson(results))}\n`);
      return;
    }
    default:
      argv.reporter satisfies never;
  }
}
