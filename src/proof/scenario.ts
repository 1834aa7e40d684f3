import type { Value } from "../checker/value.ts";
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
  /** What no scenario can say of the start, and what goes wrong that it cannot make go wrong. */
  readonly omitted: readonly string[];
}

/** Turns a counterexample into a scenario that `remedyc test` runs: the start, then each run with what it comes to, and restarts. */
export function createScenario(
  { start, moves, summary, property, promise }: Counterexample,
  plan: Plan,
  catalog: Catalog,
  title = promise ?? property.replaceAll("_", " "),
): ProofScenario {
  const { origin } = plan.remedy;
  const given = giveStart(start, plan, catalog);
  const omitted = [...given.omitted];
  let items = given.items;
  const steps: ScenarioPlanStep[] = [];
  for (const move of moves) {
    if (move.kind === "restart") {
      steps.push({ kind: "restart", origin });
      continue;
    }
    for (const event of move.events) {
      if (event.kind !== "disturbance") continue;
      const wrong = giveDisturbance(event, start, plan, catalog);
      if (wrong) items = join(items, wrong);
      else omitted.push(event.text);
    }
    // A scenario cannot kill a run: what comes after that is not of it.
    if (move.outcome === "killed") break;
    steps.push({ kind: "expect-outcome", run: "fix", outcome: OUTCOMES[move.outcome], reason: undefined, origin });
  }
  const scenario: PlanScenario = {
    title,
    remedy: plan.remedy.name,
    steps: items.length > 0 ? [{ kind: "given", items, origin }, ...steps] : steps,
    origin,
  };
  const comments = [summary, ...omitted.map((text) => `Not given: ${text}`)];
  return { scenario, text: printScenario(scenario, catalog, comments), omitted };
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
  const { resource } = event;
  const kind = resource && catalog.kinds[resource.resourceKind];
  const named = resource && kind ? nameIt(resource, kind, start, plan) : undefined;
  const ensure = collectEnsures(plan.steps).find(({ id }) => id === event.id);
  if (!named || !ensure || event.what === "blocked" || event.what === "unreadable") return undefined;
  const { origin } = plan.remedy;
  const words = FAILURES[named.resource.resourceKind]?.(ensure);
  if (words === undefined) return undefined;
  const source = ensure.means.find(({ name }) => name === "source");
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

type Failure = (ensure: PlanEnsure) => { readonly [word: string]: Value } | undefined;

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

/** Adds what is given of a thing to what is given of it already. */
function join(items: readonly GivenItem[], more: GivenItem): readonly GivenItem[] {
  const at = items.findIndex(
    ({ resource, presence, properties }) =>
      presence === "present" && resource.identity === more.resource.identity && properties.every((one) => one.arguments.length === 0),
  );
  const known = items[at];
  if (!known) return [...items, more];
  const added = more.properties.filter(({ name }) => !known.properties.some((property) => property.name === name));
  return items.with(at, { ...known, properties: [...known.properties, ...added] });
}
