import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { writeGenerated } from "../../src/build/generate.ts";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import type { Compiler, OutputScript } from "../../src/compiler/compile.ts";
import { compileTried } from "../../src/compiler/tried-remedies.ts";
import { lowerScenario } from "../../src/plan/lower/scenario.ts";
import type { PlanScenario } from "../../src/plan/scenario.ts";
import type { EmitOptions } from "../../src/powershell/emit.ts";
import { parseTemplate } from "../../src/powershell/library.ts";
import { deployScripts } from "../../src/simulator/deploy.ts";
import { createEnginePool } from "../../src/simulator/engine.ts";
import type { EnginePool } from "../../src/simulator/engine.ts";
import { runFaults } from "../../src/simulator/faults.ts";
import type { FaultChoice } from "../../src/simulator/faults.ts";
import type { Effect } from "../../src/simulator/machine.ts";
import { decodeResult, encodeRequest, SIMULATION_TEXT } from "../../src/simulator/prelude.ts";
import { waitingForNextDay } from "../../src/simulator/next-day.ts";
import { readOutcome } from "../../src/simulator/outcome.ts";
import { addFaults, describeCheck } from "../../src/simulator/result.ts";
import type { FaultCount, ScenarioCheck } from "../../src/simulator/result.ts";
import { runScenario } from "../../src/simulator/run-scenario.ts";
import type { DeployedScripts, ScenarioContext } from "../../src/simulator/run-scenario.ts";
import type { ScriptStore, SimulatedWindows } from "../../src/simulator/simulated-windows.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import { getPowerShell } from "../powershell/host.ts";
import { createScratch } from "./scratch.ts";

export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** A recipe as it is compiled for every target, with its scenarios. */
export interface CompiledRecipe {
  readonly targets: readonly string[];
  readonly scenarios: readonly PlanScenario[];
  readonly outputs: readonly OutputScript[];
  readonly emit: EmitOptions;
}

/** Where recipes are read from, unless a text is compiled: the project. */
const session = await createCompiler(PROJECT);

/** Compiles a recipe of the project, with the parameters that it cannot be built without. @throws Error with its diagnostics. */
export function compileRecipe(path: string, parameters: Readonly<Record<string, string>> = {}): Promise<CompiledRecipe> {
  return compile(path, session, parameters);
}

/** Compiles a text as a recipe, with files beside it. @throws Error with its diagnostics. */
export function compileRecipeText(text: string, files: Readonly<Record<string, string>> = {}): Promise<CompiledRecipe> {
  return compile("recipe.remedy", { ...session, host: createMemoryHost({ ...files, "recipe.remedy": text }) }, {});
}

async function compile(path: string, compiler: Compiler, parameters: Readonly<Record<string, string>>): Promise<CompiledRecipe> {
  const given = Object.entries(parameters).map(([name, value]) => ({ remedy: undefined, span: undefined, name, value }));
  const compiled = await compileTried(path, compiler, { targets: undefined, parameters: given });
  const errors = compiled.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((diagnostic) => diagnostic.message).join("\n"));
  return {
    targets: [...new Set(compiled.scripts.map((output) => output.plan.target))],
    scenarios: compiled.program.entry.declarations.flatMap((declaration) =>
      declaration.kind === "scenario" ? [lowerScenario(compiled.program, declaration)] : [],
    ),
    outputs: compiled.scripts,
    emit: {
      catalog: compiled.program.catalog,
      library: compiler.library,
      userFunctions: [...compiled.program.userScripts.values()].flatMap((text) => parseTemplate("user", "any", text)),
      compilerVersion: compiler.version,
    },
  };
}

/** Runs recipes on simulated machines. Close it when done. */
export interface RecipeRunner {
  /** What of a scenario was not as it says, for one target: empty when all was. `change` makes other scripts than those that were compiled. */
  failuresOf(recipe: CompiledRecipe, title: string, target: string, change?: (text: string) => string): Promise<string[]>;
  /** What the summary line of the fix says, at each `expect fix` of a scenario. */
  summariesOf(recipe: CompiledRecipe, title: string, target: string): Promise<string[]>;
  /** The fix once more for every fault at every effect that it has, or those that `choose` takes. */
  faultsOf(recipe: CompiledRecipe, title: string, target: string, choose?: FaultChoice): Promise<FaultCount>;
  close(): void;
}

/** A simulated Windows for tests, and where its scripts are put. */
export interface RecipeWindows {
  readonly windows: SimulatedWindows;
  readonly store: ScriptStore;
  close(): void;
}

/**
 * Two engines where processors are idle beside the workers; of two processors each has a worker of its own. Every engine compiles the scripts for itself,
 * which takes longer than most of them run.
 */
const ENGINES = availableParallelism() > 2 ? 2 : 1;

interface RecipeEngines {
  readonly pool: EnginePool;
  /** What runs came to, by the digest of their request. */
  readonly known: Map<string, Promise<string>>;
}

let shared: Promise<RecipeEngines> | undefined;

async function startEngines(): Promise<RecipeEngines> {
  const { prelude } = JSON.parse(readFileSync(`${PROJECT}src/generated/simulator.json`, "utf8")) as { readonly prelude: string };
  // Engines read it again where a script had to be stopped, so it stays as long as they may.
  writeGenerated("prelude.ps1", prelude);
  const files = {
    server: `${PROJECT}src/simulator/engine-server.ps1`,
    prelude: `${PROJECT}src/generated/prelude.ps1`,
    settings: process.platform === "win32" ? undefined : `${PROJECT}test/powershell/powershell.config.json`,
  };
  const powershell = await getPowerShell();
  return { pool: createEnginePool(powershell, files, ENGINES, powershell.environment), known: new Map() };
}

/**
 * A simulated Windows on the engines that all test files of this process share, as many as the machine's processors may bear beside other tests: what they have
 * compiled of the simulator takes seconds. They end with the process.
 */
export async function startRecipeWindows(): Promise<RecipeWindows> {
  const { pool, known } = await (shared ??= startEngines());
  const store = createScratch();
  const simulate = async (argument: string): Promise<string> => {
    const answer = await pool.run({ text: SIMULATION_TEXT, argument, limit: 120_000 });
    if (answer.timedOut || answer.failure !== "") throw new Error(answer.failure || answer.position.join(" < "));
    return answer.output.join("");
  };
  const windows: SimulatedWindows = {
    async run(request) {
      // A run depends on nothing but its request (machine-host.test.ts): the same scenario is asked for its outcome, its summaries and its faults.
      const argument = encodeRequest(request);
      const key = createHash("sha256").update(argument).digest("base64");
      const text = known.get(key) ?? simulate(argument);
      known.set(key, text);
      return decodeResult(await text);
    },
  };
  return {
    windows,
    store,
    close() {
      // The paths of its scripts are in the requests, and no other file has them.
      known.clear();
      store.remove();
    },
  };
}

/** The scripts of a recipe for one target, put where the engines read them; `change` makes other scripts than those that were compiled. */
export function deployRecipe(
  { outputs }: CompiledRecipe,
  target: string,
  store: ScriptStore,
  change: (text: string) => string = (text) => text,
): DeployedScripts {
  const ofTarget = outputs.filter((output) => output.plan.target === target);
  return deployScripts(ofTarget, ({ file, script }) => store.put(file, change(script.text)));
}

/** Starts what runs recipes. */
export async function startRecipeRunner(): Promise<RecipeRunner> {
  const started = await startRecipeWindows();
  const { windows, store } = started;
  const contextFor = ({ emit }: CompiledRecipe): ScenarioContext => ({ windows, store, catalog: emit.catalog, emit });
  return {
    async failuresOf(recipe, title, target, change) {
      const { result } = await runScenario(findScenario(recipe, title), deployRecipe(recipe, target, store, change), contextFor(recipe));
      return describeFailures(result.checks);
    },
    async summariesOf(recipe, title, target) {
      const scripts = deployRecipe(recipe, target, store);
      const { beforeFixes } = await runScenario(findScenario(recipe, title), scripts, contextFor(recipe));
      return Promise.all(
        beforeFixes.map(async (machine) => {
          const run = await windows.run({
            machine: structuredClone(machine),
            script: scripts.fix.path,
            parameters: {},
            fault: null,
            restart: false,
          });
          return readOutcome(run, scripts.fix.role, true).line;
        }),
      );
    },
    async faultsOf(recipe, title, target, choose) {
      const scripts = deployRecipe(recipe, target, store);
      const course = await runScenario(findScenario(recipe, title), scripts, contextFor(recipe));
      const { beforeFixes, beforeUninstalls, explained } = course;
      const later = { ...contextFor(recipe), windows: waitingForNextDay(windows) };
      const fixes = await runFaults(beforeFixes, explained, later, undefined, choose);
      if (!explained.uninstall) return fixes;
      return addFaults([fixes, await runFaults(beforeUninstalls, { ...explained, fix: explained.uninstall }, later, undefined, choose)]);
    },
    close: () => started.close(),
  };
}

/**
 * What tests run of a recipe's scenarios, by target: all for `first`, and for each other target so many that everything is met that scenarios expect of a run.
 * The scripts of targets have the same items and functions, and differ in what they print and how they end; `remedyc test` runs all.
 */
export function chooseScenarios(
  recipe: CompiledRecipe,
  first: string,
): { readonly target: string; readonly scenarios: readonly PlanScenario[] }[] {
  const met = new Set<string>();
  const sample = recipe.scenarios.filter(({ steps }) => {
    const before = met.size;
    for (const step of steps) met.add(step.kind === "expect-outcome" ? `${step.run} ${step.outcome}` : step.kind);
    return met.size > before;
  });
  return recipe.targets.map((target) => ({ target, scenarios: target === first ? recipe.scenarios : sample }));
}

/** Which faults the tests of a recipe try, and how often each was met. */
export interface FaultSample {
  readonly choose: FaultChoice;
  /** By the fault and the effect (a function, and what it is about): how many scenarios have it. */
  readonly met: ReadonlyMap<string, number>;
}

/**
 * Begins to choose the faults of one recipe: each fault at each effect is tried in the first scenario that has it, and `remedyc test --faults` tries it in all of
 * them. Most scenarios share their beginning and their end, and what differs between them are the effects themselves. With `functions` one call of a function
 * stands for the others; with `texts` each thing that it is called for is tried, but for marks, which differ by the item that they name.
 */
export function createFaultSample(by: "functions" | "texts" = "functions"): FaultSample {
  const met = new Map<string, number>();
  return {
    met,
    choose(kind: string, effect: Effect) {
      const key = `${kind} ${effect.function}${by === "texts" ? ` ${effect.text.replace(ITEM_ID, "")}` : ""}`;
      const count = met.get(key) ?? 0;
      met.set(key, count + 1);
      return count === 0;
    },
  };
}

/** The effects of every fix: its folders, its lock, its logs and its marks, of which the tests of the examples try every fault. */
const ENGINE = new Set(
  readdirSync(new URL("../../templates/engine/platform", import.meta.url))
    .map((file) => file.replace(/\.ps1$/, ""))
    // Without its entry in the journal a kind changes nothing.
    .filter((name) => name !== "Add-JournalText"),
);

/** As `createFaultSample`, of what a kind does itself. */
export function createKindFaultSample(): FaultSample {
  const { met, choose } = createFaultSample();
  return { met, choose: (kind, effect) => !ENGINE.has(effect.function) && choose(kind, effect) };
}

/** An item's id at the end of a mark's name: `Changed install.14`. */
const ITEM_ID = / \w+\.\d+$/;

export function findScenario(recipe: CompiledRecipe, title: string): PlanScenario {
  const scenario = recipe.scenarios.find((candidate) => candidate.title === title);
  if (!scenario) throw new Error(`no scenario '${title}'`);
  return scenario;
}

/** What of a scenario was not as it says. */
export function describeFailures(checks: readonly ScenarioCheck[]): string[] {
  return checks.filter((check) => !check.passed).map((check) => `${check.place ?? ""} ${check.name}: ${describeCheck(check)}`);
}
