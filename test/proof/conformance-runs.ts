import { showCell } from "../../src/proof/cell.ts";
import type { Cell } from "../../src/proof/cell.ts";
import { eventsOf } from "../../src/proof/trace.ts";
import type { Counterexample } from "../../src/proof/counterexample.ts";
import { kindModels } from "../../src/generated/kind-models.ts";
import { runsFrom } from "../../src/proof/sample.ts";
import type { SampledStart } from "../../src/proof/sample.ts";
import { createScenario, OUTCOMES } from "../../src/proof/scenario.ts";
import type { ProofScenario } from "../../src/proof/scenario.ts";
import { createWhole } from "../../src/proof/subject.ts";
import type { Run, Subject } from "../../src/proof/run.ts";
import { findChanges, isProcessNumber } from "../../src/simulator/attribution.ts";
import { applyGiven } from "../../src/simulator/given.ts";
import { createHealthyMachine } from "../../src/simulator/healthy-machine.ts";
import type { Machine, SimulationResult } from "../../src/simulator/machine.ts";
import { addMedia } from "../../src/simulator/media.ts";
import { addAccountsAndSecrets } from "../../src/simulator/named-values.ts";
import { readOutcome } from "../../src/simulator/outcome.ts";
import type { DeployedScripts } from "../../src/simulator/run-scenario.ts";
import { addScripts } from "../../src/simulator/scripts.ts";
import { findName, findRow } from "../../src/simulator/tables.ts";
import type { Random } from "../fuzz/random.ts";
import { coverStarts, drawStarts } from "./conformance-starts.ts";
import { deployRecipe } from "../simulator/recipe-support.ts";
import type { CompiledRecipe, RecipeWindows } from "../simulator/recipe-support.ts";

/** Where the model and the script disagree, with the start state as a scenario. */
export interface Disagreement {
  readonly what: string;
  readonly model: string;
  readonly script: string;
  readonly scenario: string;
}

/** What came of comparing one remedy. */
export interface Conformance {
  /** Start states that were run. */
  readonly starts: number;
  /** Start states that no scenario can give, with the reason and how many there were. */
  readonly omitted: ReadonlyMap<string, number>;
  readonly disagreements: readonly Disagreement[];
}

const WAYS = 20_000;

/** From which start states runs are compared, so many of them. */
export interface Draw {
  readonly count: number;
  readonly random: Random;
  /** Those that show most, a remediation from each alone: without a detection before it and a second one behind it. */
  readonly isShort?: boolean;
}

/** Among how many start states those that show most are looked for. */
const DRAWS = 100;

/** Draws start states of a remedy, each once, and compares what the model says of runs from there with what the compiled scripts do on the simulated Windows. */
export async function compareRuns(
  recipe: CompiledRecipe,
  { count, random, isShort = false }: Draw,
  started: RecipeWindows,
): Promise<Conformance> {
  const target = recipe.targets.find((name) => name === "intune.remediation") ?? (recipe.targets[0] as string);
  const scripts = deployRecipe(recipe, target, started.store);
  const subject = createWhole(scripts.plan, recipe.emit.catalog, kindModels);
  const omitted = new Map<string, number>();
  const disagreements: Disagreement[] = [];
  const given = new Map<SampledStart, { readonly machine: Machine; readonly scenario: ProofScenario }>();
  const canBe = (sample: SampledStart): boolean => {
    const scenario = toScenario(sample, subject, recipe);
    const made = makeMachine(scenario, subject, scripts);
    if ("problem" in made) omitted.set(made.problem, (omitted.get(made.problem) ?? 0) + 1);
    else given.set(sample, { machine: made.machine, scenario });
    return given.has(sample);
  };
  const drawn = isShort ? coverStarts(subject, DRAWS, random, canBe) : drawStarts(subject, count * 8, random, canBe);
  let starts = 0;
  for (const sample of drawn) {
    const { machine, scenario } = given.get(sample) ?? {};
    if (!machine || !scenario) continue;
    starts++;
    for (const found of await compareStart(sample, machine, subject, scripts, started, isShort))
      disagreements.push({ ...found, scenario: scenario.text });
    if (starts === count) break;
  }
  return { starts, omitted, disagreements };
}

function toScenario({ start, run }: SampledStart, { plan, context }: Subject, { emit }: CompiledRecipe): ProofScenario {
  const counterexample: Counterexample = {
    property: "converges",
    promise: undefined,
    summary: "The model and the script disagree.",
    node: undefined,
    start,
    variables: context.variables,
    moves: [{ kind: "run", outcome: run.outcome, events: eventsOf(run) }],
  };
  return createScenario(counterexample, plan, emit.catalog, { title: "a sample", comments: [], wish: {} });
}

/** The start state as a machine, or why none can be it. */
function makeMachine(
  { scenario, omitted }: ProofScenario,
  { plan }: Subject,
  scripts: DeployedScripts,
): { readonly machine: Machine } | { readonly problem: string } {
  const [first] = omitted;
  if (first !== undefined) return { problem: first };
  const machine = createHealthyMachine();
  addMedia(machine, scripts.plan, scenario);
  addScripts(machine, plan);
  addAccountsAndSecrets(machine, plan, scenario);
  const [problem] = scenario.steps.flatMap((step) => (step.kind === "given" ? applyGiven(machine, step.items) : []));
  return problem ? { problem: problem.text } : { machine };
}

type Found = Omit<Disagreement, "scenario">;

async function compareStart(
  sample: SampledStart,
  machine: Machine,
  subject: Subject,
  scripts: DeployedScripts,
  { windows }: RecipeWindows,
  isShort: boolean,
): Promise<readonly Found[]> {
  const run = (on: Machine, script: string, parameters: Readonly<Record<string, boolean>>): Promise<SimulationResult> =>
    windows.run({ machine: structuredClone(on), script, parameters, fault: null, restart: false });
  const found: Found[] = [];
  const tell = (what: string, model: string, script: string): void => void found.push({ what, model, script });
  const { detect, fix } = scripts;
  if (!isShort) {
    const detected = readOutcome(await run(machine, detect.path, detect.parameters), detect.role, false);
    // A standalone script and an app's detection do not tell them apart.
    const isVerdict = (word: string): boolean =>
      word === sample.verdict || (detect.role.role !== "detect" && word !== "compliant" && sample.verdict !== "compliant");
    if (!isVerdict(detected.outcome)) tell("the detection", sample.verdict, `${detected.outcome}: ${detected.line}`);
  }

  const first = await run(machine, fix.path, {});
  const outcome = readOutcome(first, fix.role, true);
  const runs = runsFrom(subject, sample.state, WAYS);
  const byOutcome = runs.filter((one) => OUTCOMES[one.outcome] === outcome.outcome);
  if (byOutcome.length === 0) {
    tell("the run", listWords(runs.map((one) => OUTCOMES[one.outcome])), `${outcome.outcome}: ${outcome.line}`);
    return found;
  }
  const items = readItems(first.machine);
  const compared = byOutcome.map((one) => ({ run: one, wrong: compareItems(one, items) || compareEnd(one, first.machine, subject) }));
  const like = compared.filter(({ wrong }) => wrong === undefined).map((one) => one.run);
  const [nearest] = compared;
  if (like.length === 0 && nearest?.wrong) {
    tell(nearest.wrong.what, nearest.wrong.model, `${nearest.wrong.script}; ${outcome.line}`);
    return found;
  }
  if (isShort) return found;
  const second = await run(first.machine, fix.path, {});
  const again = readOutcome(second, fix.role, true);
  const following = like.flatMap((one) => runsFrom(subject, one.end, WAYS));
  const next = following.filter((one) => OUTCOMES[one.outcome] === again.outcome);
  // What the first run left is what the tests of the second one say.
  const left = readItems(second.machine, listLines(first.machine).length);
  const differing = next.map((one) => compareItems(one, left));
  const [nearer] = differing;
  if (next.length === 0) {
    const expected = listWords(following.map((one) => OUTCOMES[one.outcome]));
    tell("the second run", expected, `${again.outcome}: ${again.line}; the first: ${outcome.line}`);
  } else if (nearer && differing.every((one) => one !== undefined)) {
    tell(`${nearer.what} in the second run`, nearer.model, `${nearer.script}; ${again.line}; the first: ${outcome.line}`);
  } else if (next.every(({ memory }) => !memory.is("hasChanged")) && again.outcome !== "failed") {
    const changes = findChanges(first.machine, second.machine).filter((change) => !isProcessNumber(change));
    if (changes.length > 0) tell("the second run", "changes nothing", changes.map(({ path }) => path.join(" ")).join("; "));
  }
  return found;
}

const listWords = (words: readonly string[]): string => [...new Set(words)].sort().join(" or ") || "no way";

/** The lines of the log. */
function listLines({ files }: Machine): readonly string[] {
  const log = Object.entries(files).find(([path]) => /\\remedyc\\.*\.jsonl$/i.test(path) && !/journal/i.test(path))?.[1];
  return (log?.content ?? "").split("\r\n").filter((text) => text !== "");
}

/** How items came out, by their ids: what the log of the run says behind the lines of an earlier one. */
function readItems(machine: Machine, before = 0): ReadonlyMap<string, string> {
  const items = new Map<string, string>();
  for (const line of listLines(machine).slice(before)) {
    const { kind, id, outcome } = JSON.parse(line) as { readonly kind?: string; readonly id?: string; readonly outcome?: string };
    if (kind === "item" && id !== undefined && outcome !== undefined) items.set(id, outcome);
  }
  return items;
}

function compareItems(run: Run, items: ReadonlyMap<string, string>): Found | undefined {
  const modelled = new Map<string, string>();
  for (const event of eventsOf(run)) if (event.kind === "item") modelled.set(event.id, event.outcome);
  for (const [id, outcome] of modelled)
    if (items.get(id) !== outcome) return { what: `the item ${id}`, model: outcome, script: items.get(id) ?? "nothing" };
  // Behind a halt the model looks at nothing.
  for (const [id, outcome] of items)
    if (!modelled.has(id) && (outcome === "fixed" || outcome === "failed"))
      return { what: `the item ${id}`, model: "nothing", script: outcome };
  return undefined;
}

/** What the run changed is as the model has it, where the tables of the machine say it in so many words. */
function compareEnd(run: Run, machine: Machine, { context }: Subject): Found | undefined {
  const changed = new Set(eventsOf(run).flatMap((event) => (event.kind === "change" ? [event.variable] : [])));
  for (const variable of changed) {
    const cell = run.end.get(variable);
    const known = context.variables.get(variable);
    if (!cell || cell.kind === "open" || known?.resource?.kind !== "named") continue;
    const [key] = known.resource.keys;
    const name = key?.value.kind === "constant" && "value" in key.value.value ? String(key.value.value.value) : undefined;
    const seen = name === undefined ? undefined : OBSERVED[known.resource.resourceKind]?.(machine, name, known.property);
    if (seen !== undefined && seen !== plainCell(cell)) return { what: `${known.label} at the end`, model: plainCell(cell), script: seen };
  }
  return undefined;
}

const plainCell = (cell: Cell): string => showCell(cell).replace(/^\w+ /, "");

type Observe = (machine: Machine, name: string, property: string) => string | undefined;

const OBSERVED: { readonly [kind: string]: Observe } = {
  service: ({ services }, name, property) => {
    const service = findRow(services, name);
    if (property === "exists") return String(service !== undefined && !service.deleteMarked);
    if (property === "state") return service?.state;
    if (property === "startup")
      return service?.delayed === true && service.startType === "automatic" ? "automatic_delayed" : service?.startType;
    return undefined;
  },
  package: ({ products }, name, property) =>
    property === "exists" ? String(Object.values(products).some((one) => one.name.toLowerCase() === name.toLowerCase())) : undefined,
  file: ({ files }, path, property) =>
    property === "exists" && !path.includes("%") ? String(findName(files, path) !== undefined) : undefined,
};
