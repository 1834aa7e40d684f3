import type { Value } from "../../checker/value.ts";
import type { Plan, PlanEnsure } from "../../plan/plan.ts";
import { collectEnsures } from "../../plan/provides.ts";
import type { GivenItem, GivenProperty, PlanScenario, ScenarioPlanStep } from "../../plan/scenario.ts";
import type { Variable } from "../../proof/context.ts";
import type { StartFact } from "../../proof/counterexample.ts";
import { giveStart, nameIt } from "../../proof/given-start.ts";
import type { Catalog } from "../../resources/catalog/model.ts";
import type { Candidate } from "./candidates.ts";
import { toFact } from "./usual.ts";

/** What a scenario gives for a candidate; undefined where it cannot say all of it. */
export function giveCandidate(
  { start, words }: Candidate,
  variables: ReadonlyMap<string, Variable>,
  plan: Plan,
  catalog: Catalog,
): readonly GivenItem[] | undefined {
  const facts = [...start].flatMap(([variable, value]): readonly StartFact[] => {
    const known = variables.get(variable);
    if (known) return [toFact(known, value)];
    return words && variable === `${words.ensure.resource.identity}\u0000exists`
      ? [{ resource: words.ensure.resource, property: "exists", label: words.ensure.resource.label, value }]
      : [];
  });
  const given = giveStart(facts, plan, catalog);
  if (given.omitted.length > 0) return undefined;
  const items = [...whoRuns(plan), ...given.items];
  return words ? addWords(items, words.ensure, words.words, facts, plan, catalog) : items;
}

/** A remedy of the user is run by who is signed in. */
function whoRuns({ remedy: { context, origin } }: Plan): readonly GivenItem[] {
  if (context !== "user") return [];
  const resource = {
    kind: "named",
    resourceKind: "powershell",
    keys: [],
    filters: [],
    identity: "powershell",
    label: "powershell",
  } as const;
  const words: readonly (readonly [string, Value])[] = [
    ["account", { kind: "account", name: "CONTOSO\\ann", sid: undefined }],
    ["elevated", { kind: "bool", value: false }],
  ];
  const properties = words.map(([name, value]): GivenProperty => ({ name, type: undefined, value, arguments: [], origin }));
  return [{ resource, presence: "present", properties, origin }];
}

/** Adds words to what is given of an item's thing. */
function addWords(
  items: readonly GivenItem[],
  { resource }: PlanEnsure,
  words: { readonly [word: string]: Value },
  start: readonly StartFact[],
  plan: Plan,
  catalog: Catalog,
): readonly GivenItem[] | undefined {
  const kind = catalog.kinds[resource.resourceKind];
  const named = kind && nameIt(resource, kind, start, plan);
  if (!kind || !named) return undefined;
  const { origin } = plan.remedy;
  const properties = Object.entries(words).map(([name, value]): GivenProperty => ({
    name,
    type: kind.properties.find((property) => property.name === name)?.type,
    value,
    arguments: [],
    origin,
  }));
  const at = items.findIndex((item) => item.resource.identity === named.resource.identity && item.presence === "present");
  const known = items[at];
  if (!known) return [...items, { resource: named.resource, presence: "present", properties, origin }];
  const kept = known.properties.filter(({ name }) => words[name] === undefined);
  return items.with(at, { ...known, properties: [...kept, ...properties] });
}

/** What a run is expected to come to, in a scenario's words, and which items it fixes. */
export interface Expected {
  readonly detect: string;
  readonly fix: string;
  readonly fixed: ReadonlySet<string>;
}

/** A scenario of what is given and what came of it. What was fixed is expected to be as its item says, where a scenario can name it. */
export function composeScenario(
  title: string,
  items: readonly GivenItem[],
  { detect, fix, fixed }: Expected,
  plan: Plan,
  catalog: Catalog,
): PlanScenario {
  const { origin, name } = plan.remedy;
  const expect = (run: "detect" | "fix", outcome: string): ScenarioPlanStep => ({
    kind: "expect-outcome",
    run,
    outcome,
    reason: undefined,
    origin,
  });
  const states = new Map<string, GivenItem>();
  for (const ensure of collectEnsures(plan.steps)) {
    const state = fixed.has(ensure.id) ? expectState(ensure, plan, catalog) : undefined;
    if (state) states.set(state.resource.identity, joinStates(states.get(state.resource.identity), state));
  }
  return {
    title,
    remedy: name,
    steps: [
      ...(items.length > 0 ? [{ kind: "given", items, origin } as const] : []),
      expect("detect", detect),
      expect("fix", fix),
      ...[...states.values()].map((state): ScenarioPlanStep => ({ kind: "expect-state", state, origin })),
    ],
    origin,
  };
}

/** Types of which a scenario can write every value. */
const WRITTEN = new Set(["bool", "int", "enum", "string", "path", "version", "size", "duration", "data", "list", "account"]);

function expectState(ensure: PlanEnsure, plan: Plan, catalog: Catalog): GivenItem | undefined {
  const kind = catalog.kinds[ensure.resource.resourceKind];
  // Filters are about which things are there, and none may be left.
  const named =
    kind && ensure.resource.kind === "named" && ensure.resource.filters.length === 0 ? nameIt(ensure.resource, kind, [], plan) : undefined;
  if (!kind || !named) return undefined;
  const { origin } = plan.remedy;
  if (ensure.presence === "absent") return { resource: named.resource, presence: "absent", properties: [], origin };
  const properties = ensure.states.flatMap(({ name, type, value }): GivenProperty[] => {
    const declared = kind.properties.find((property) => property.name === name);
    const isRead = declared?.role === "state" && declared.readable !== false && WRITTEN.has(type.kind);
    return isRead && value.kind === "constant" ? [{ name, type, value: value.value, arguments: [], origin }] : [];
  });
  return properties.length === 0 && kind.ensure !== "presence"
    ? undefined
    : { resource: named.resource, presence: "present", properties, origin };
}

/** What later items of a remedy say of a thing holds in the end. */
function joinStates(known: GivenItem | undefined, more: GivenItem): GivenItem {
  if (known?.presence !== "present" || more.presence !== "present") return more;
  const kept = known.properties.filter(({ name }) => !more.properties.some((property) => property.name === name));
  return { ...more, properties: [...kept, ...more.properties] };
}
