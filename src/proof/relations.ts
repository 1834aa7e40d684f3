import { showValue } from "../checker/values.ts";
import type { PlanAction, PlanNode, PlanResource, PlanStep } from "../plan/plan.ts";
import { visitPlan } from "../plan/provides.ts";
import { collectOverReads, collectReads } from "../plan/reads.ts";
import type { FindKind, Within } from "./kind-model.ts";

/** A thing of a remedy that another lies in, or that lies in another. */
export interface Related {
  readonly resource: PlanResource;
  /** What the kind of the inner one says of it. */
  readonly within: Within;
}

/** What of a remedy lies in what: a value in its key, a file in a folder. By identity. */
export interface Relations {
  readonly outer: ReadonlyMap<string, readonly Related[]>;
  readonly inner: ReadonlyMap<string, readonly Related[]>;
}

/** Every resource that a remedy names, each identity once. */
export function collectResources(steps: readonly PlanStep[]): readonly PlanResource[] {
  const found = new Map<string, PlanResource>();
  const add = (resources: readonly PlanResource[]): void => {
    for (const resource of resources) if (!found.has(resource.identity)) found.set(resource.identity, resource);
  };
  for (const { guard } of steps) if (guard) add([...guard.reads, ...collectReads(guard.condition)]);
  visitPlan(steps, (node) => add(resourcesOf(node)));
  return [...found.values()];
}

/** What a statement or action itself reads or changes, without what stands in it. */
export function resourcesOf(node: PlanNode | PlanAction): readonly PlanResource[] {
  switch (node.kind) {
    case "ensure":
      return [node.resource, ...node.provides, ...node.reads, ...collectReads(...node.states.map(({ value }) => value))];
    case "each":
      return [...node.reads, ...collectOverReads(node.over)];
    case "verb":
      return [node.resource];
    case "with":
      return node.resources;
    default:
      return "guard" in node ? [...node.guard.reads, ...collectReads(node.guard.condition)] : [];
  }
}

/** Finds what of these lies in another of them, where both places are known when compiling. */
export function findRelations(resources: readonly PlanResource[], findKind: FindKind): Relations {
  const outer = new Map<string, Related[]>();
  const inner = new Map<string, Related[]>();
  const places = new Map<string, PlanResource[]>();
  for (const resource of resources) {
    const place = placeOf(resource, findKind(resource).declared.keys[0]?.name);
    if (place === undefined) continue;
    const key = `${resource.resourceKind} ${place}`;
    places.set(key, [...(places.get(key) ?? []), resource]);
  }
  for (const resource of resources) {
    for (const within of findKind(resource).model.within ?? []) {
      const place = placeOf(resource, within.by);
      for (const around of place === undefined ? [] : listPlaces(place, within.isWhole === true)) {
        for (const other of places.get(`${within.kind} ${around}`) ?? []) {
          if (other.identity === resource.identity || !(within.alike ?? []).every((key) => placeOf(resource, key) === placeOf(other, key)))
            continue;
          outer.set(resource.identity, [...(outer.get(resource.identity) ?? []), { resource: other, within }]);
          inner.set(other.identity, [...(inner.get(other.identity) ?? []), { resource, within }]);
        }
      }
    }
  }
  return { outer, inner };
}

/** A place and those that it lies in: `c:\a\b`, `c:\a`, `c:`. */
function listPlaces(place: string, isWhole: boolean): readonly string[] {
  if (isWhole) return [place];
  const parts = place.split("\\");
  return parts.map((_, i) => parts.slice(0, parts.length - i).join("\\"));
}

function placeOf(resource: PlanResource, key: string | undefined): string | undefined {
  const value = resource.kind === "named" ? resource.keys.find(({ name }) => name === key)?.value : undefined;
  if (value?.kind === "constant") return showValue(value.value).toLowerCase().replaceAll("/", "\\").replace(/\\+$/, "");
  return undefined;
}
