import { showValue } from "../checker/values.ts";
import type { PlanAction, PlanEnsure, PlanNode, PlanProperty, PlanResource, PlanStep } from "../plan/plan.ts";
import { identify, labelText } from "../plan/lower/resources.ts";
import { visitPlan } from "../plan/provides.ts";
import { collectOverReads, collectReads } from "../plan/reads.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import type { FindKind, Opening, Tie, Within } from "./kind-model.ts";

/** A thing of a remedy that another lies in, or that lies in another. */
export interface Related {
  readonly resource: PlanResource;
  /** What the kind of the inner one says of it. */
  readonly within: Within;
}

/** What nobody knows any more of a thing after a change of another one, or of some properties of that (`when`). */
export interface Effect extends Opening {
  readonly resource: PlanResource;
}

/** What of a remedy concerns what else of it. By identity. */
export interface Relations {
  /** What each lies in, and what lies in it: a value in its key, a file in a folder. */
  readonly outer: ReadonlyMap<string, readonly Related[]>;
  readonly inner: ReadonlyMap<string, readonly Related[]>;
  /** What a change of each concerns besides. */
  readonly effects: ReadonlyMap<string, readonly Effect[]>;
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

/** Finds what of these concerns another of them, where both places are known when compiling. */
export function findRelations(resources: readonly PlanResource[], ensures: readonly PlanEnsure[], findKind: FindKind): Relations {
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
          if (other.identity === resource.identity || !isAlike(resource, other, within, findKind)) continue;
          outer.set(resource.identity, [...(outer.get(resource.identity) ?? []), { resource: other, within }]);
          inner.set(other.identity, [...(inner.get(other.identity) ?? []), { resource, within }]);
        }
      }
    }
  }
  return { outer, inner, effects: findEffects(resources, ensures, findKind) };
}

function findEffects(
  resources: readonly PlanResource[],
  ensures: readonly PlanEnsure[],
  findKind: FindKind,
): ReadonlyMap<string, readonly Effect[]> {
  const effects = new Map<string, Effect[]>();
  const add = ({ identity }: PlanResource, effect: Effect): void => void effects.set(identity, [...(effects.get(identity) ?? []), effect]);
  for (const resource of resources) {
    for (const tie of findKind(resource).model.ties ?? []) {
      const { opens, openedBy } = tie;
      for (const other of resources) {
        if (other.identity === resource.identity || !isTied(resource, other, tie, ensures, findKind)) continue;
        if (opens) add(resource, { resource: other, ...opens });
        if (openedBy) add(other, { resource, ...openedBy });
      }
    }
  }
  return effects;
}

function isTied(resource: PlanResource, other: PlanResource, tie: Tie, ensures: readonly PlanEnsure[], findKind: FindKind): boolean {
  const { kind, key, by } = tie;
  if (kind !== undefined && other.resourceKind !== kind) return false;
  if (key === undefined && by === undefined) return true;
  const place = placeOf(other, findKind(other).declared.keys[0]?.name);
  if (place === undefined) return false;
  if (key !== undefined) return place === key;
  if (by !== "any") {
    const own = by && placeOf(resource, by.key);
    return own !== undefined && (by?.as?.(own) ?? own) === place;
  }
  return textsOf(resource, ensures).some((text) => names(text, place));
}

/** What a remedy writes about a thing: its keys, and the states and means of what is ensured of it. */
function textsOf(resource: PlanResource, ensures: readonly PlanEnsure[]): readonly string[] {
  const own = ensures.filter((ensure) => ensure.resource.identity === resource.identity);
  const written: readonly PlanProperty[] = [
    ...(resource.kind === "named" ? resource.keys : []),
    ...own.flatMap(({ states, means }) => [...states, ...means]),
  ];
  return written.flatMap(({ value }) => (value.kind === "constant" ? [normalize(showValue(value.value))] : []));
}

/** Whether a text is a place, or has it somewhere as a word of its own. */
function names(text: string, place: string): boolean {
  for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1))
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + place.length])) return true;
  return false;
}

const isPartOfWord = (letter: string | undefined): boolean => letter !== undefined && /[\w-]/.test(letter);

/** Whether two agree in the keys that matter, given or not. */
function isAlike(resource: PlanResource, other: PlanResource, { alike = [] }: Within, findKind: FindKind): boolean {
  const find = (one: PlanResource, key: string): string | undefined =>
    placeOf(one, key) ?? findKind(one).declared.keys.find(({ name }) => name === key)?.defaultValue;
  return alike.every((key) => find(resource, key) === find(other, key));
}

/** What these are parts of, and nobody names: the file of a line. */
export function findWholes(resources: readonly PlanResource[], { kinds }: Catalog): readonly PlanResource[] {
  return resources.flatMap((resource): readonly PlanResource[] => {
    const part = kinds[resource.resourceKind]?.keys.find(({ partOf }) => partOf !== undefined);
    const kind = kinds[part?.partOf ?? ""];
    const [key] = kind?.keys ?? [];
    const place = resource.kind === "named" ? resource.keys.find(({ name }) => name === part?.name) : undefined;
    if (!kind || !key || !place || resource.kind !== "named") return [];
    const keys = [{ ...place, name: key.name }];
    const label = `${kind.name} ${labelText(place.value)}`;
    return [{ ...resource, resourceKind: kind.name, keys, filters: [], identity: identify(kind, keys, []), label }];
  });
}

/** A place and those that it lies in: `c:\a\b`, `c:\a`, `c:`. */
function listPlaces(place: string, isWhole: boolean): readonly string[] {
  if (isWhole) return [place];
  const parts = place.split("\\");
  return parts.map((_, i) => parts.slice(0, parts.length - i).join("\\"));
}

function placeOf(resource: PlanResource, key: string | undefined): string | undefined {
  const value = resource.kind === "named" ? resource.keys.find(({ name }) => name === key)?.value : undefined;
  return value?.kind === "constant" ? normalize(showValue(value.value)) : undefined;
}

const normalize = (text: string): string => text.toLowerCase().replaceAll("/", "\\").replace(/\\+$/, "");
