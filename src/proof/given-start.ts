import { joinPath } from "../checker/fold-operators.ts";
import { showValue, textOf } from "../checker/values.ts";
import type { Value } from "../checker/value.ts";
import { simulatedKinds } from "../generated/kind-simulations.ts";
import type { Origin, Plan, PlanExpression, PlanFilter, PlanNamedResource, PlanProperty, PlanResource } from "../plan/plan.ts";
import { collectEnsures } from "../plan/provides.ts";
import { identify } from "../plan/lower/resources.ts";
import type { GivenItem, GivenProperty } from "../plan/scenario.ts";
import type { Catalog, CatalogType, ResourceKind } from "../resources/catalog/model.ts";
import { sampleText } from "../simulator/sample-text.ts";
import { bool, isTrue, NONE } from "./cell.ts";
import type { StartFact } from "./counterexample.ts";
import { memberName } from "./evaluate.ts";
import { SET_BY_POLICY } from "./thing.ts";

/** A start state as the `given` of a scenario. */
export interface GivenStart {
  readonly items: readonly GivenItem[];
  /** What no scenario can say of it, a text for each. */
  readonly omitted: readonly string[];
}

/** Turns what a way found the machine to have been into what a scenario gives. */
export function giveStart(start: readonly StartFact[], plan: Plan, catalog: Catalog): GivenStart {
  const omitted: string[] = [];
  const groups = new Map<string, StartFact[]>();
  for (const fact of start) {
    if (!fact.resource) {
      if (!isParametersOwn(fact, plan)) omitted.push(`${fact.label}: ${showValue(fact.value)}`);
      continue;
    }
    const group = groups.get(fact.resource.identity);
    if (group) group.push(fact);
    else groups.set(fact.resource.identity, [fact]);
  }
  const items = [...groups.values()].flatMap((facts) => {
    const [{ resource }] = facts as [StartFact];
    const kind = resource && catalog.kinds[resource.resourceKind];
    const named = resource && kind ? nameIt(resource, kind, start, plan) : undefined;
    if (!kind || !named) {
      omitted.push(...facts.map(tell));
      return [];
    }
    return giveThing(facts, named, kind, plan, omitted);
  });
  const rank = ({ resource }: GivenItem): number =>
    catalog.kinds[resource.resourceKind]?.singleton ? 0 : (RANKS.get(resource.resourceKind) ?? RANKS.size + 1);
  return { items: withoutParts(items, catalog).sort((a, b) => rank(a) - rank(b)), omitted };
}

/** What a part is given as says that its file is there, too: a file of which no more is said is not given beside it, nor parts of one that is missing. */
function withoutParts(items: readonly GivenItem[], { kinds }: Catalog): GivenItem[] {
  const placeOf = ({ resource }: GivenItem, key: string | undefined): string => {
    const value = resource.keys.find(({ name }) => name === key)?.value;
    return value?.kind === "constant" ? showValue(value.value).toLowerCase() : "";
  };
  const wholeOf = (item: GivenItem): string => {
    const part = kinds[item.resource.resourceKind]?.keys.find(({ partOf }) => partOf !== undefined);
    return part ? `${part.partOf ?? ""} ${placeOf(item, part.name)}` : "";
  };
  const nameOf = (item: GivenItem): string => {
    const { resourceKind } = item.resource;
    return `${resourceKind} ${placeOf(item, kinds[resourceKind]?.keys[0]?.name)}`;
  };
  const missing = new Set(items.filter(({ presence }) => presence === "absent").map(nameOf));
  const kept = items.filter((item) => !missing.has(wholeOf(item)));
  const held = new Set(kept.map(wholeOf));
  return kept.filter((item) => item.presence === "absent" || item.properties.length > 0 || !held.has(nameOf(item)));
}

/** What others come with or lie in is given first. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ["directory", 1],
  ["file", 2],
  ["package", 3],
]);

const tell = ({ label, value }: StartFact): string => `${label}: ${showValue(value)}`;

/** True of what a parameter is anyway. */
function isParametersOwn({ property, value }: StartFact, { parameters }: Plan): boolean {
  return parameters.some(({ name, defaultValue }) => property === `the parameter ${name}` && showValue(defaultValue) === showValue(value));
}

interface Named {
  readonly resource: PlanNamedResource;
  /** What it must be like besides, so that the remedy's filters find it. */
  readonly properties: readonly GivenProperty[];
}

/** A path or an address that names the same file wherever it is read. */
const ABSOLUTE = /^(?:[a-z]:\\|\\\\|%|https?:)/i;

/** A thing as a scenario names it: with constants, and by a name where the remedy has a pattern. Undefined where only the device knows which it is. */
export function nameIt(resource: PlanResource, kind: ResourceKind, start: readonly StartFact[], plan: Plan): Named | undefined {
  if (resource.kind !== "named") return undefined;
  const keys: PlanProperty[] = [];
  for (const key of resource.keys) {
    const value = resolve(key.value, start, plan);
    if (value === undefined || value.kind === "none") return undefined;
    if (key.type.kind === "path" && !ABSOLUTE.test(showValue(value))) return undefined;
    const isPath = key.type.kind === "path" && value.kind === "string";
    keys.push({ ...key, value: { kind: "constant", value: isPath ? { kind: "path", value: value.value } : value, type: key.type } });
  }
  const filters: PlanFilter[] = [];
  const properties: GivenProperty[] = [];
  for (const filter of resource.filters) {
    const value = satisfy(filter, start, plan);
    if (value === undefined) return undefined;
    const constant = { kind: "constant", value, type: filter.type } as const;
    const key = kind.keys.find(({ name }) => name === filter.property);
    if (key) keys.push({ name: key.name, type: key.type, value: constant, origin: plan.remedy.origin });
    else if (kind.keys.length === 0) filters.push({ ...filter, operator: "==", value: constant });
    else properties.push({ name: filter.property, type: filter.type, value, arguments: [], origin: plan.remedy.origin });
  }
  const [first] = kind.keys;
  if (first && keys.length === 0)
    keys.push({
      name: first.name,
      type: first.type,
      value: { kind: "constant", value: { kind: "string", value: "Contoso sample" }, type: first.type },
      origin: plan.remedy.origin,
    });
  const sorted = kind.keys.flatMap(({ name }) => keys.filter((key) => key.name === name));
  const label = resource.label;
  return {
    resource: { kind: "named", resourceKind: kind.name, keys: sorted, filters, identity: identify(kind, sorted, filters), label },
    properties,
  };
}

/** What a filter finds. */
function satisfy({ operator, value }: PlanFilter, start: readonly StartFact[], plan: Plan): Value | undefined {
  const wished = resolve(value, start, plan);
  if (wished === undefined) return undefined;
  switch (operator) {
    case "==":
    case "<=":
    case ">=":
      return wished;
    case "in":
      return wished.kind === "list" ? wished.elements[0] : undefined;
    case "matches": {
      const sample = wished.kind === "string" ? sampleText(wished.value) : undefined;
      return sample === undefined ? undefined : { kind: "string", value: sample };
    }
    case "<":
      return wished.kind === "version" ? { kind: "version", parts: [0, 0] } : undefined;
    case ">":
      return wished.kind === "version" ? { kind: "version", parts: [(wished.parts[0] ?? 0) + 1, 0] } : undefined;
    case "!=":
      return wished.kind === "string" ? { kind: "string", value: `Not ${wished.value}` } : undefined;
    default:
      return operator satisfies never;
  }
}

/** What an expression comes to on a machine that starts so; what is not read is as on every machine, or not there. */
function resolve(expression: PlanExpression, start: readonly StartFact[], plan: Plan): Value | undefined {
  const all = (parts: readonly PlanExpression[]): readonly Value[] | undefined => {
    const values = parts.map((part) => resolve(part, start, plan));
    return values.every((value) => value !== undefined) ? values : undefined;
  };
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "parameter":
      return plan.parameters.find(({ name }) => name === expression.name)?.defaultValue;
    case "read": {
      const known = start.find(
        ({ resource, property }) => resource?.identity === expression.resource.identity && property === expression.property,
      );
      return known?.value ?? simulatedKinds[expression.resource.resourceKind]?.usual?.(expression.property) ?? NONE;
    }
    case "default": {
      const left = resolve(expression.left, start, plan);
      return left === undefined || left.kind === "none" ? resolve(expression.right, start, plan) : left;
    }
    case "concatenate": {
      const parts = all(expression.parts);
      return parts && { kind: "string", value: parts.map(showValue).join("") };
    }
    case "join": {
      const [left, right] = all([expression.left, expression.right]) ?? [];
      return left && right && { kind: "path", value: joinPath(textOf(left) ?? "", textOf(right) ?? "") };
    }
    case "list": {
      const elements = all(expression.elements);
      return elements && { kind: "list", elements };
    }
    default:
      return undefined;
  }
}

function giveThing(facts: readonly StartFact[], named: Named, kind: ResourceKind, plan: Plan, omitted: string[]): readonly GivenItem[] {
  const { origin } = plan.remedy;
  const item = (presence: GivenItem["presence"], properties: readonly GivenProperty[]): GivenItem => ({
    resource: named.resource,
    presence,
    properties,
    origin,
  });
  if (facts.some(({ property, value }) => property === "exists" && !isTrue(value))) {
    const { missing, whenAbsent = [] } = simulatedKinds[kind.name] ?? {};
    if (missing) return [item("present", [{ name: missing.word, type: undefined, value: bool(missing.value), arguments: [], origin }])];
    const told = facts.filter((fact) => whenAbsent.includes(fact.property) && !isUntold(fact, kind));
    omitted.push(...facts.filter((fact) => whenAbsent.includes(fact.property) && isUntold(fact, kind)).map(tell));
    const types = new Map(kind.properties.map(({ name, type }) => [name, type]));
    return [
      item(
        "absent",
        told.map(({ property, value }) => ({ name: property, type: types.get(property), value, arguments: [], origin })),
      ),
    ];
  }
  const properties: GivenProperty[] = [];
  const asked: GivenProperty[] = [];
  const members = new Map<string, { readonly value: Value; readonly isThere: boolean }[]>();
  for (const fact of facts) {
    if (fact.property === "exists" || (fact.property === SET_BY_POLICY && !isTrue(fact.value))) continue;
    const [list = "", member] = fact.property.split(" has ");
    const declared = kind.properties.find(({ name }) => name === list);
    if (fact.query) {
      const given = giveQuery(fact, fact.query, named, origin);
      if (given === undefined) omitted.push(tell(fact));
      else if (given.arguments.length > 0) asked.push(given);
      else properties.push(given);
    } else if (declared && member !== undefined) {
      const known = members.get(list) ?? [];
      members.set(list, known);
      known.push({ value: findMember(member, fact.resource, declared.type, plan), isThere: isTrue(fact.value) });
    } else if (!declared || declared.type.kind === "secret" || isUntold(fact, kind)) omitted.push(tell(fact));
    else properties.push({ name: list, type: declared.type, value: fact.value, arguments: [], origin });
  }
  for (const [list, known] of members)
    for (const given of giveMembers(list, known, kind, origin)) {
      const same = properties.findIndex(({ name }) => name === given.name);
      if (same < 0) properties.push(given);
      else properties[same] = joinLists(properties[same] as GivenProperty, given);
    }
  const more = named.properties.filter(({ name }) => !properties.some((property) => property.name === name));
  const isThing = !kind.singleton && (properties.length > 0 || facts.some(({ property }) => property === "exists"));
  return [
    ...(kind.singleton ? properties.map((property) => item("present", [property])) : []),
    ...(isThing ? [item("present", [...properties, ...more])] : []),
    ...asked.map((property) => item("present", [property])),
  ];
}

/** Nothing is what a thing has of which nothing is said, unless its kind says otherwise. */
function isUntold({ property, value }: StartFact, { name }: ResourceKind): boolean {
  const { none = [], noneIsMore = [] } = simulatedKinds[name] ?? {};
  return value.kind === "none" && (!none.includes(property) || noneIsMore.includes(property));
}

/** What a machine answers that is asked: by other words where the answer follows from what a thing is like. */
function giveQuery(
  { value }: StartFact,
  query: PlanExpression & { readonly kind: "query" },
  { resource }: Named,
  origin: Origin,
): GivenProperty | undefined {
  const given = query.arguments.map(({ name, value: argument }) => ({
    name,
    value: argument.kind === "constant" ? argument.value : undefined,
  }));
  if (resource.resourceKind === "file" && query.query === "is_trusted") {
    const signer = given[0]?.value;
    if (!isTrue(value)) return { name: "signature", type: undefined, value: { kind: "string", value: "NotSigned" }, arguments: [], origin };
    // The simulation gives every certificate the same thumbprint.
    if (signer?.kind !== "string" || !signer.value.includes("=")) return undefined;
    return { name: "signed_by", type: undefined, value: signer, arguments: [], origin };
  }
  const constants = given.flatMap(({ name, value: argument }) => (argument ? [{ name, value: argument }] : []));
  return constants.length < given.length ? undefined : { name: query.query, type: query.type, value, arguments: constants, origin };
}

function joinLists(one: GivenProperty, other: GivenProperty): GivenProperty {
  const elements = [one, other].flatMap(({ value }) => (value.kind === "list" ? value.elements : []));
  return { ...one, value: { kind: "list", elements } };
}

/** Lists by which is given who is not in another one. */
const OPPOSITES: readonly (readonly [list: string, opposite: string])[] = [
  ["includes", "excludes"],
  // Whoever is granted something has an entry.
  ["excludes", "grants_read"],
];

/** Who is in a list, and, where the kind has words for it, who is not: others stay as they are. */
function giveMembers(
  list: string,
  known: readonly { readonly value: Value; readonly isThere: boolean }[],
  kind: ResourceKind,
  origin: Origin,
): readonly GivenProperty[] {
  const give = (name: string, isThere: boolean): readonly GivenProperty[] => {
    const elements = known.filter((member) => member.isThere === isThere).map(({ value }) => value);
    const type = kind.properties.find((property) => property.name === name)?.type;
    return [{ name, type, value: { kind: "list", elements }, arguments: [], origin }];
  };
  const opposite = OPPOSITES.find(([one, other]) => one === list && kind.properties.some(({ name }) => name === other))?.[1];
  const [isSomebodyIn, isSomebodyOut] = [true, false].map((isThere) => known.some((member) => member.isThere === isThere));
  return [
    ...(isSomebodyIn || opposite === undefined ? give(list, true) : []),
    ...(isSomebodyOut && opposite !== undefined ? give(opposite, false) : []),
  ];
}

/** A member as the remedy writes it. */
function findMember(name: string, resource: PlanResource | undefined, type: CatalogType, plan: Plan): Value {
  for (const ensure of collectEnsures(plan.steps)) {
    if (ensure.resource.identity !== resource?.identity) continue;
    for (const { value } of ensure.states) {
      const elements = value.kind === "constant" && value.value.kind === "list" ? value.value.elements : [];
      const found = elements.find((element) => memberName(element) === name);
      if (found) return found;
    }
  }
  return type.kind === "list" && type.element.kind === "account"
    ? { kind: "account", name: name.toUpperCase(), sid: /^s-1-/.test(name) ? name.toUpperCase() : undefined }
    : { kind: "string", value: name };
}
