import { collectChanges } from "../plan/changes.ts";
import { collectReads } from "../plan/reads.ts";
import { findInfluence } from "../plan/influence.ts";
import type { Plan, PlanEnsure, PlanExpression, PlanNode, PlanResource } from "../plan/plan.ts";
import { collectEnsures, visitPlan } from "../plan/provides.ts";
import { findBroughtAgain, findRemovals } from "../plan/removals.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { showCell } from "./cell.ts";
import { collectConstants } from "./constants.ts";
import type { ProofContext, ProofEvent } from "./context.ts";
import type { MemoryValue } from "./walk/memory.ts";
import { findModel } from "./find-model.ts";
import type { FindKind, KindModel } from "./kind-model.ts";
import { findDerived } from "./evaluate.ts";
import { Space } from "./state.ts";
import { findClusters } from "./clusters.ts";
import { findUndoable } from "./undoable.ts";
import { collectResources, findRelations, findWholes } from "./relations.ts";
import type { Subject } from "./run.ts";
import { REBOOT } from "./world.ts";

/** What of a remedy is proved apart: each cluster of its statements with what their runs share. `conditions`: those of promises. */
export function createSubjects(
  plan: Plan,
  catalog: Catalog,
  models: Readonly<Record<string, KindModel>>,
  conditions: readonly PlanExpression[],
): readonly Subject[] {
  const context = createContext(plan, catalog, models, conditions);
  return findClusters(plan.steps, (identity) => listRelated(identity, context), [REBOOT, ...listChanged(context)]).map((steps) => ({
    plan,
    steps,
    context: { ...context, ...ownOf() },
  }));
}

/** What fixes change besides what they are of: what that lies in and is made with it, or is read, and what lies in it. */
function listChanged({ relations, ensures, named }: ProofContext): readonly string[] {
  return [...ensures.values()].flatMap(({ resource, presence, means }) => {
    const outer = (relations.outer.get(resource.identity) ?? []).filter(({ resource: place, within }) => {
      const isMade = presence === "present" && (within.makes === true || means.some(({ name }) => name === within.makes));
      return isMade || (within.opens !== undefined && named.has(place.identity));
    });
    return [...outer, ...(relations.inner.get(resource.identity) ?? [])].map((related) => related.resource.identity);
  });
}

/** What comes and goes with a thing. */
function listRelated(identity: string, { relations, resources, ensures, findKind }: ProofContext): readonly string[] {
  const related = [...(relations.outer.get(identity) ?? []), ...(relations.inner.get(identity) ?? [])].map(
    ({ resource }) => resource.identity,
  );
  for (const { resource } of relations.effects.get(identity) ?? []) related.push(resource.identity);
  for (const [other, effects] of relations.effects) if (effects.some(({ resource }) => resource.identity === identity)) related.push(other);
  const resource = resources.get(identity);
  const restart = resource && findKind(resource).model.restart;
  const mayAsk =
    typeof restart === "object"
      ? [...ensures.values()].some((ensure) => ensure.resource.identity === identity && restart[ensure.presence] !== undefined)
      : restart !== undefined;
  // Who asks for a restart changes what Windows says of one that is pending.
  return mayAsk ? [...related, REBOOT] : related;
}

/** A remedy as one subject, from which start states are drawn. */
export function createWhole(plan: Plan, catalog: Catalog, models: Readonly<Record<string, KindModel>>): Subject {
  return { plan, steps: plan.steps, context: { ...createContext(plan, catalog, models, []), ...ownOf() } };
}

/** What a promise is about: the one of these subjects that changes what its conditions read, with the rest of the remedy as what holds it back; the whole remedy where that is more than one. */
export function subjectOf(conditions: readonly PlanExpression[], subjects: readonly Subject[]): Subject | undefined {
  const read = new Set(conditions.flatMap((condition) => collectReads(condition)).map(({ identity }) => identity));
  const concerned = subjects.filter(({ steps, context }) => {
    const concerns = ({ identity }: PlanResource): boolean => [identity, ...listRelated(identity, context)].some((one) => read.has(one));
    return steps.some(({ body }) => body.some((node) => node.kind !== "foreign" && collectChanges([node]).some(concerns)));
  });
  const [only, ...others] = concerned;
  if (!only || others.length === 0) return only;
  return { ...only, steps: only.plan.steps, context: { ...only.context, ...ownOf() } };
}

function createContext(
  plan: Plan,
  catalog: Catalog,
  models: Readonly<Record<string, KindModel>>,
  conditions: readonly PlanExpression[],
): ProofContext {
  const findKind: FindKind = ({ resourceKind }) => {
    const declared = catalog.kinds[resourceKind];
    if (!declared) throw new Error(`no kind ${resourceKind}`);
    return { declared, model: findModel(declared, models) };
  };
  const wanted = new Map<string, PlanResource>();
  const ensures = new Map<string, PlanEnsure>();
  const provided = new Map<string, readonly PlanResource[]>();
  for (const ensure of collectEnsures(plan.steps)) {
    ensures.set(ensure.id, ensure);
    if (ensure.provides.length > 0) provided.set(ensure.resource.identity, ensure.provides);
    if (ensure.presence !== "present") continue;
    for (const resource of [ensure.resource, ...ensure.provides]) {
      const { declared, model } = findKind(resource);
      if (declared.ensure === "presence" || model.works) wanted.set(resource.identity, resource);
    }
  }
  const named = collectResources(plan.steps);
  const wholes = findWholes(named, catalog);
  const resources = [...new Map([...wholes, ...named].map((resource) => [resource.identity, resource])).values()];
  const order: string[] = [];
  const askers = new Set(listChangeAskers(plan.steps));
  const nodes = new Map<string, PlanNode>();
  const stoppable = new Map<string, PlanResource>();
  const allEnsures: PlanEnsure[] = [];
  visitPlan(plan.steps, (node) => {
    if (node.kind === "ensure") allEnsures.push(node);
    if ("id" in node) {
      order.push(node.id);
      nodes.set(node.id, node);
    }
    if (node.kind === "with") for (const resource of node.resources) stoppable.set(resource.identity, resource);
  });
  const relations = findRelations(resources, allEnsures, findKind);
  const broughtAgain = new Set([...findBroughtAgain(collectEnsures(plan.steps))].map(({ id }) => id));
  return {
    findKind,
    constants: collectConstants(plan.steps, conditions, findKind),
    influence: findInfluence(plan.steps),
    detection: findInfluence(plan.steps, false),
    removals: findRemovals(plan.steps),
    changeAsked: rankForChanged(order, askers),
    wanted,
    stoppable,
    provided,
    resources: new Map(resources.map((resource) => [resource.identity, resource])),
    relations,
    named: new Set(named.map(({ identity }) => identity)),
    ensures,
    broughtAgain,
    mayBeUndone: findUndoable(plan.steps, { relations, broughtAgain }),
    nodes,
    variables: new Map(),
    derived: findDerived([plan.steps, conditions]),
    ...ownOf(),
  };
}

/** The items before which `changed` is asked: every `reboot`, and where an expression names it. */
function listChangeAskers(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const { kind, id, before } = part as { readonly kind?: unknown; readonly id?: unknown; readonly before?: unknown };
  const own = kind === "reboot" ? id : kind === "changed" ? before : undefined;
  return [...(typeof own === "string" ? [own] : []), ...Object.values(part).flatMap(listChangeAskers)];
}

/** How many askers stand above an item or are it: fewer than for an asker exactly where it stands above that one. None behind the last asker. */
function rankForChanged(order: readonly string[], askers: ReadonlySet<string>): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let above = 0;
  for (const id of order) {
    if (above >= askers.size) break;
    if (askers.has(id)) above++;
    ranks.set(id, above);
  }
  return ranks;
}

/** What no two subjects share. */
function ownOf() {
  return {
    space: new Space(showCell),
    memorySpace: new Space<MemoryValue>((value) => JSON.stringify(value)),
    classCounts: new Map<string, number>(),
    frames: new Map<number, readonly PlanResource[]>(),
    helped: new Set<string>(),
    unhelped: new Map<string, readonly ProofEvent[]>(),
  };
}
