import type { Value } from "../checker/value.ts";
import { kindModels } from "../generated/kind-models.ts";
import type { Plan, PlanEnsure, PlanProperty } from "../plan/plan.ts";
import { collectEnsures } from "../plan/provides.ts";
import type { GivenItem, GivenProperty, PlanScenario, ScenarioPlanStep } from "../plan/scenario.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import type { ProofEvent } from "./context.ts";
import type { Counterexample, StartFact } from "./counterexample.ts";
import { giveStart, nameIt } from "./given-start.ts";
import { printScenario } from "./print-scenario.ts";
import type { RepairOutcome } from "./walk/memory.ts";

/** A counterexample as a scenario. */
export interface ProofScenario {
  readonly scenario: PlanScenario;
  /** The same as an author writes it, with what is wrong and what no scenario can say as comments in front of it. */
  readonly text: string;
  /** What no scenario can say of the start. */
  readonly omitted: readonly string[];
  /** What goes wrong that no scenario can make go wrong. */
  readonly unmade: readonly string[];
}

/** What a scenario is besides its story. */
export interface ScenarioFrame {
  readonly title: string;
  /** In front of it, a line each. */
  readonly comments: readonly string[];
  /** What is expected of the story, which is for the rest what it comes to. */
  readonly wish: Wish;
}

/** What should be: the outcome of the last run, where that is another one, and what the detection says before it; behind it how things are. */
export interface Wish {
  readonly outcome?: string;
  readonly detection?: string;
  readonly states?: readonly GivenItem[];
}

/** Turns a counterexample into a scenario that `remedyc test` runs: the start, then each run with what it comes to, and restarts. */
export function createScenario({ start, moves }: Counterexample, plan: Plan, catalog: Catalog, frame: ScenarioFrame): ProofScenario {
  const { origin } = plan.remedy;
  const { wish } = frame;
  const given = giveStart(start, plan, catalog);
  const unmade: string[] = [];
  let items = given.items;
  const steps: ScenarioPlanStep[] = [];
  const expectRun = (run: "detect" | "fix", outcome: string): void =>
    void steps.push({ kind: "expect-outcome", run, outcome, reason: undefined, origin });
  for (const move of moves) {
    if (move.kind === "restart") {
      steps.push({ kind: "restart", origin });
      continue;
    }
    for (const [i, event] of move.events.entries()) {
      const wrong =
        event.kind === "disturbance"
          ? { text: event.text, item: giveDisturbance(event, start, plan, catalog) }
          : event.kind === "restart-asked"
            ? giveRestart(event.by, move.events.slice(i), start, plan, catalog)
            : undefined;
      if (wrong?.item) items = join(items, wrong.item);
      else if (wrong) unmade.push(wrong.text);
    }
    // A scenario cannot kill a run: what comes after that is not of it.
    if (move.outcome === "killed") break;
    const isLast = move === moves.at(-1);
    if (isLast && wish.detection !== undefined) expectRun("detect", wish.detection);
    expectRun("fix", (isLast ? wish.outcome : undefined) ?? OUTCOMES[move.outcome]);
  }
  for (const state of wish.states ?? []) steps.push({ kind: "expect-state", state, origin });
  const scenario: PlanScenario = {
    title: frame.title,
    remedy: plan.remedy.name,
    steps: items.length > 0 ? [{ kind: "given", items, origin }, ...steps] : steps,
    origin,
  };
  const comments = [...frame.comments, ...given.omitted.map((text) => `Not given: ${text}`)];
  return { scenario, text: printScenario(scenario, catalog, comments), omitted: given.omitted, unmade };
}

/** What a scenario calls them. */
export const OUTCOMES: { readonly [K in RepairOutcome]: string } = {
  killed: "failed",
  failed: "failed",
  blocked: "blocked",
  restart: "restart_needed",
  fixed: "succeeded",
  compliant: "succeeded",
};

/** How a machine is on which a fix goes wrong, by the kind of its thing; undefined where a scenario has no words for it. */
function giveDisturbance(
  event: ProofEvent & { readonly kind: "disturbance" },
  start: readonly StartFact[],
  plan: Plan,
  catalog: Catalog,
): GivenItem | undefined {
  const ensure = collectEnsures(plan.steps).find(({ id }) => id === event.id);
  if (!ensure || event.what === "blocked" || event.what === "unreadable") return undefined;
  return giveWords(ensure, FAILURES[ensure.resource.resourceKind]?.(ensure), start, plan, catalog);
}

/** How a machine is on which a fix asks for a restart; undefined where it does so anyway. */
function giveRestart(
  by: string,
  events: readonly ProofEvent[],
  start: readonly StartFact[],
  plan: Plan,
  catalog: Catalog,
): { readonly text: string; readonly item: GivenItem | undefined } | undefined {
  const ensure = collectEnsures(plan.steps).find(({ id }) => id === by);
  if (!ensure || kindModels[ensure.resource.resourceKind]?.restart === "always") return undefined;
  const counts = events.some((event) => event.kind === "item" && event.id === by && event.outcome === "fixed");
  const words = RESTARTS[ensure.resource.resourceKind]?.(ensure, counts);
  const text = `the fix of ${ensure.label} asks for a restart${counts ? "" : " and counts from then"}`;
  return { text, item: giveWords(ensure, words, start, plan, catalog) };
}

/** What is given of the thing of an `ensure`, or of the setup that makes it. */
function giveWords(
  { resource, means }: PlanEnsure,
  words: Words | undefined,
  start: readonly StartFact[],
  plan: Plan,
  catalog: Catalog,
): GivenItem | undefined {
  const kind = catalog.kinds[resource.resourceKind];
  const named = kind && nameIt(resource, kind, start, plan);
  if (!named || words === undefined) return undefined;
  const { origin } = plan.remedy;
  const source = means.find(({ name }) => name === "source");
  const isSetup = "setup" in words;
  if (isSetup && !source) return undefined;
  const file = catalog.kinds["file"];
  const setup = isSetup && source && file ? nameIt(fileOf(source), file, start, plan) : undefined;
  if (isSetup && !setup) return undefined;
  const properties = Object.entries(words).map(([name, value]): GivenProperty => ({
    name: name === "setup" ? "exit_code" : name,
    type: undefined,
    value,
    arguments: [],
    origin,
  }));
  return { resource: (setup ?? named).resource, presence: "present", properties, origin };
}

const fileOf = (source: PlanProperty) =>
  ({
    kind: "named",
    resourceKind: "file",
    keys: [{ ...source, name: "path", type: { kind: "path" } }],
    filters: [],
    identity: "",
    label: "the setup",
  }) as const;

/** ERROR_INSTALL_FAILURE of Windows Installer. */
const FATAL: Value = { kind: "int", value: 1603 };
const YES: Value = { kind: "bool", value: true };

/** ERROR_SUCCESS_REBOOT_REQUIRED of Windows Installer. */
const DONE_AFTER_RESTART: Value = { kind: "int", value: 3010 };

/** What scenarios say of a thing; `setup`: how its setup ends. */
interface Words {
  readonly [word: string]: Value;
}

type Failure = (ensure: PlanEnsure) => Words | undefined;

const FAILURES: { readonly [kind: string]: Failure } = {
  service: ({ states }) => (states.some(({ name }) => name === "state") ? { start: { kind: "enum", member: "ends" } } : undefined),
  package: ({ presence }) => (presence === "absent" ? { removal_exit_code: FATAL } : { setup: FATAL }),
  winget_package: () => ({ exit_code: FATAL }),
  chocolatey_package: () => ({ exit_code: FATAL }),
  windows_feature: () => ({ exit_code: FATAL }),
  windows_capability: () => ({ exit_code: FATAL }),
  file: () => ({ denied: YES }),
  directory: () => ({ denied: YES }),
  script: () => ({ fix_helps: { kind: "bool", value: false } }),
  registry_value: () => ({ access: { kind: "enum", member: "read" } }),
};

/** `counts`: what is wished is so before that restart. */
const RESTARTS: { readonly [kind: string]: (ensure: PlanEnsure, counts: boolean) => Words | undefined } = {
  package: ({ presence }, counts) => (counts ? { [presence === "absent" ? "removal_exit_code" : "setup"]: DONE_AFTER_RESTART } : undefined),
  chocolatey_package: (_, counts) => (counts ? { exit_code: DONE_AFTER_RESTART } : undefined),
  service: ({ presence }, counts) => (presence === "absent" && !counts ? { held_open: YES } : undefined),
  windows_feature: (_, counts) => (counts ? undefined : { needs_restart: YES }),
  windows_capability: (_, counts) => (counts ? undefined : { needs_restart: YES }),
  pnp_device: (_, counts) => (counts ? undefined : { needs_restart: YES }),
};

/** Adds what is given of a thing to what is given of it already. */
function join(items: readonly GivenItem[], more: GivenItem): readonly GivenItem[] {
  const at = items.findIndex(
    ({ resource, properties }) => resource.identity === more.resource.identity && properties.every((one) => one.arguments.length === 0),
  );
  const known = items[at];
  if (!known) return [...items, more];
  const added = more.properties.filter(({ name }) => !known.properties.some((property) => property.name === name));
  return items.with(at, { ...known, properties: [...known.properties, ...added] });
}
