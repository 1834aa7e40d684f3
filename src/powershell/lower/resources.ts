import type { PlanEnsure, PlanFilter, PlanProperty, PlanResource, PlanVerb } from "../../plan/plan.ts";
import type { PsArgument, PsCommand, PsExpression, PsNamedArgument } from "../ast.ts";
import { psBlock, psNamed, psPositional, psStatement, psSwitch, psVariable } from "../ast.ts";
import { getDeclaredParameters } from "../library.ts";
import { nullLiteral } from "../literals.ts";
import { lowerings } from "../../generated/kind-lowerings.ts";
import type { CatalogType } from "../../resources/catalog/model.ts";
import { call, getKind, loopVariable, noteUse, parameterVariable, text } from "./context.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { Loop, LowerContext } from "./context.ts";
import { lowerAs, lowerExpression } from "./expressions.ts";
import { labelText, spoken } from "../../plan/lower/resources.ts";
import type { KindCalls } from "./kind-lowering.ts";
import { literalKey } from "./values.ts";

/** What names a resource: its keys, its filters as a block over `$_`, or the element that a loop found. */
export function lowerResourceArguments(resource: PlanResource, context: LowerContext): PsNamedArgument[] {
  if (resource.kind === "element") return [psNamed("Entry", psVariable(loopVariable(resource.variable)))];
  for (const named of resource.keys) {
    noteUse(context, resource.resourceKind, named.name);
    if (named.type.kind === "enum") noteUse(context, resource.resourceKind, `${named.name}_${findMember(named)}`);
  }
  for (const filter of resource.filters) noteUse(context, resource.resourceKind, filter.property);
  const named: PsNamedArgument[] = [];
  for (const key of resource.keys) named.push(psNamed(toPascalCase(key.name), lowerAs(key.value, key.type, context)));
  if (resource.filters.length > 0) named.push(psNamed("Where", lowerFilters(resource.filters, context)));
  return named;
}

/** A selection's filters in words, for messages: `name matches ^Contoso, version < 2.0`. */
function lowerMatching(resource: PlanResource, context: LowerContext): PsNamedArgument[] {
  if (resource.kind === "element" || resource.filters.length === 0) return [];
  const words = resource.filters.map(({ property, operator, value }) => `${spoken(property)} ${operator} ${labelText(value)}`);
  return [psNamed("Matching", lowerLabel(words.join(", "), context))];
}

function lowerFilters(filters: readonly PlanFilter[], context: LowerContext): PsExpression {
  const conditions = filters.map((filter): PsExpression => lowerFilter(filter, context));
  const [first, ...rest] = conditions;
  const all = rest.reduce<PsExpression>((left, right) => ({ kind: "binary", operator: "-and", left, right }), first as PsExpression);
  return psBlock(psStatement(all));
}

/** The property of the candidate is a member of `$_`; comparing is the same as anywhere else. */
function lowerFilter(filter: PlanFilter, context: LowerContext): PsExpression {
  const property: PsExpression = { kind: "member", object: psVariable("_"), name: toPascalCase(filter.property) };
  const value = lowerExpression(filter.value, context);
  const at = (argument: PsExpression): PsArgument => ({ kind: "positional", value: argument });
  switch (filter.operator) {
    case "matches":
      return call(context, "Test-Match", at(property), at(value));
    case "in": {
      if (!isText(filter.type)) return { kind: "binary", operator: "-contains", left: value, right: property };
      // Inside Test-Any, $_ would be an element of the list and no longer the candidate.
      return call(context, "Test-OneOf", at(property), at(value));
    }
    case "==":
    case "!=": {
      if (!isText(filter.type)) return { kind: "binary", operator: filter.operator === "==" ? "-eq" : "-ne", left: property, right: value };
      const equal = call(context, "Test-Text", at(property), at(value), psSwitch("IgnoreCase"));
      return filter.operator === "==" ? equal : { kind: "not", operand: equal };
    }
    case "<":
    case "<=":
    case ">":
    case ">=": {
      const operators = { "<": "-lt", "<=": "-le", ">": "-gt", ">=": "-ge" } as const;
      const there: PsExpression = { kind: "binary", operator: "-ne", left: { kind: "literal", text: nullLiteral }, right: property };
      return {
        kind: "binary",
        operator: "-and",
        left: there,
        right: { kind: "binary", operator: operators[filter.operator], left: property, right: value },
      };
    }
    default:
      return unreachable(filter.operator);
  }
}

function isText(type: CatalogType): boolean {
  return ["string", "path", "account", "pattern", "registry_path"].includes(type.kind);
}

/** `exe` for a path that is known to end so, `any` for one that only the device knows. */
function findEnding({ value }: PlanProperty): string {
  if (value.kind !== "constant" || value.value.kind !== "path") return "any";
  return /\.([a-z0-9]+)$/i.exec(value.value.value)?.[1]?.toLowerCase() ?? "any";
}

/** `SeServiceLogonRight`, and `any` for a word that only the device knows. */
function findMember({ value }: PlanProperty): string {
  return value.kind === "constant" && value.value.kind === "enum" ? value.value.member : "any";
}

/** What the functions of a kind are offered in one place of a remedy; each takes what it declares. */
interface Offer {
  readonly arguments: readonly PsNamedArgument[];
  /** Names of keys and states: a function that does not declare one would silently test less than the author wrote. */
  readonly required: ReadonlySet<string>;
}

function offer(
  resource: PlanResource,
  properties: readonly PlanProperty[],
  extra: readonly PsNamedArgument[],
  required: ReadonlySet<string>,
  context: LowerContext,
): Offer {
  for (const property of properties) {
    noteUse(context, resource.resourceKind, property.name);
    noteUse(context, resource.resourceKind, `ensured_${property.name}`);
    if (property.type.kind === "path") noteUse(context, resource.resourceKind, `${property.name}_${findEnding(property)}`);
  }
  const offered = lowerResourceArguments(resource, context);
  for (const argument of extra) offered.push(argument);
  for (const property of properties) offered.push(psNamed(toPascalCase(property.name), lowerAs(property.value, property.type, context)));
  return { arguments: offered, required };
}

/** The call of a kind's function with those of the arguments that it declares; one that it must have and has not is noted as missing. */
function lowerKindCall(name: string, { arguments: offered, required }: Offer, context: LowerContext): PsCommand {
  const target = context.linker.find(name);
  if (!target) context.missing.add(name);
  const declared = target ? getDeclaredParameters(target) : new Set<string>();
  const args = offered.filter((argument) => declared.has(argument.name.toLowerCase()));
  if (target && args.length < offered.length) {
    for (const { name: argument } of offered)
      if (required.has(argument) && !declared.has(argument.toLowerCase())) context.missing.add(`${name} -${argument}`);
  }
  return call(context, name, ...args);
}

/** The call of a verb's function, `Invoke-DirectoryClear`; it must know every option that is given. */
export function lowerVerbCall(action: PlanVerb, context: LowerContext): PsCommand {
  const name = `Invoke-${getKind(context, action.resource.resourceKind).noun}${toPascalCase(action.verb)}`;
  const required = new Set(action.options.map((option) => toPascalCase(option.name)));
  return lowerKindCall(name, offer(action.resource, action.options, [], required, context), context);
}

/** The call of what reads one property of a resource: a built-in kind's own function for it where there is one, `Read-OsBuild`, else `Read-<Noun>`. */
export function lowerRead(resource: PlanResource, property: string, context: LowerContext): PsCommand {
  const { resourceKind } = resource;
  const noun = getKind(context, resourceKind).noun;
  noteUse(context, resourceKind, property);
  const args = lowerResourceArguments(resource, context);
  const own = findOwn(`Read-${noun}`, `Read-${noun}${toPascalCase(property)}`, context);
  if (own === undefined) return call(context, `Read-${noun}`, ...args, psNamed("Property", text(property)));
  const more = declares(own, "Setting", context) ? (lowerings[resourceKind]?.resourceArguments?.(resource, context) ?? []) : [];
  return call(context, own, ...args, ...more);
}

function declares(name: string, parameter: string, { linker }: LowerContext): boolean {
  const target = linker.find(name);
  return target !== undefined && getDeclaredParameters(target).has(parameter.toLowerCase());
}

/** A built-in kind's function for a part of what its general one does; a user's kind has only the general one. */
function findOwn(general: string, part: string, { linker }: LowerContext): string | undefined {
  const own = linker.find(part);
  return own && own.layer !== "user" && linker.find(general)?.layer !== "user" ? own.name : undefined;
}

/**
 * What an `ensure` calls, from the same arguments: its test, and in repair roles its repair and, where the kind has a `Find-<Noun>Blocker`, what stands in
 * the way of one. As blocks for `Ensure` and `Apply`.
 */
export function lowerEnsureBlocks(ensure: PlanEnsure, context: LowerContext): PsArgument[] {
  const { tests, fixes, blockers } = lowerings[ensure.resource.resourceKind]?.ensure?.(ensure, context) ?? lowerKindCalls(ensure, context);
  const blocks = [psPositional(psBlock(psStatement(joinReasons(tests, context))))];
  if (fixes.length > 0) blocks.push(psPositional(psBlock(...fixes.map(psStatement))));
  return blockers.length > 0 ? [...blocks, psNamed("Blocker", psBlock(psStatement(joinReasons(blockers, context))))] : blocks;
}

/** One call gives nothing or one reason; the reasons of several are one text. */
function joinReasons(calls: readonly PsCommand[], context: LowerContext): PsExpression {
  const [first, ...more] = calls;
  if (first && more.length === 0) return first;
  return call(context, "Join-Reason", psPositional({ kind: "array", elements: calls }));
}

/**
 * What an `ensure` asks, as functions of built-in kinds are named for it: `Absence`, `Presence`, or its states: `Test-ServiceStartup` and `Test-ServiceState`.
 * What a resource is made to do comes last, when it is as it ought to be.
 */
function findParts({ presence, states }: PlanEnsure): string[] {
  if (presence === "absent") return ["Absence"];
  if (states.length === 0) return ["Presence"];
  const names = states.map(({ name }) => toPascalCase(name));
  return [...names.filter((name) => name !== "State"), ...names.filter((name) => name === "State")];
}

/** The calls of a kind that has no lowering of its own: its functions for the parts of what is asked, or `Test-`, `Repair-` and `Find-…Blocker` for all; each with what it declares. */
function lowerKindCalls(ensure: PlanEnsure, context: LowerContext): KindCalls {
  const { resource, presence } = ensure;
  const { noun } = getKind(context, resource.resourceKind);
  noteUse(context, resource.resourceKind, presence);
  // What is found tells its own name; only what is missing has none.
  const extra: PsNamedArgument[] = presence === "absent" ? [psSwitch("Absent")] : lowerMatching(resource, context);
  const lowering = lowerings[resource.resourceKind];
  extra.push(...(lowering?.resourceArguments?.(resource, context) ?? []), ...(lowering?.ensureArguments?.(ensure, context) ?? []));
  if (presence === "present" && ensure.provides.length > 0) extra.push(psNamed("Provides", lowerProvides(ensure.provides, context)));
  const properties = [...ensure.states];
  for (const property of ensure.means) if (property.name !== "provides") properties.push(property);
  const offered = offer(resource, properties, extra, listRequired(ensure), context);
  const parts = findParts(ensure);
  const keys = [...offered.required].filter((name) => name !== "Absent" && !parts.includes(name));
  const lowerParts = (verb: string): PsCommand[] => {
    const general = `${verb}-${noun}`;
    const own = parts.map((part) => findOwn(general, `${general}${part}`, context));
    if (!own.every((name) => name !== undefined)) return [lowerKindCall(general, offered, context)];
    // A part's name says what it is about; of the states it must take its own.
    const states = (part: string): string[] => (offered.required.has(part) ? [part] : []);
    return own.map((name, i) => lowerKindCall(name, { ...offered, required: new Set([...keys, ...states(parts[i] ?? "")]) }, context));
  };
  const tests = lowerParts("Test");
  if (!context.repairs) return { tests, fixes: [], blockers: [] };
  // It need not take every state: what it does not look at does not stand in the way.
  const blockers = findBlockers(noun, presence, parts, context).map((name) =>
    lowerKindCall(name, { ...offered, required: new Set() }, context),
  );
  return { tests, fixes: lowerParts("Repair"), blockers };
}

/**
 * The kind's functions that say what stands in the way: the general one, unless what is to be absent does not concern it, and those for parts. From where its
 * test is: for a user's kind `path` that is not `Find-PathBlocker` of ours.
 */
function findBlockers(noun: string, presence: PlanEnsure["presence"], parts: readonly string[], context: LowerContext): string[] {
  const { linker } = context;
  const layer = linker.find(`Test-${noun}`)?.layer ?? "kinds";
  const general = linker.find(`Find-${noun}Blocker`);
  const concerns = general?.layer === layer && (presence === "present" || layer === "user" || declares(general.name, "Absent", context));
  const own = parts
    .flatMap((part) => linker.find(`Find-${noun}${part}Blocker`) ?? [])
    .filter((one) => one.layer === layer && layer !== "user");
  return [...(concerns ? [general.name] : []), ...own.map((one) => one.name)];
}

/** Names of what names the resource, as `lowerResourceArguments` gives it, and of what must hold. */
function listRequired({ resource, states, presence }: PlanEnsure): Set<string> {
  const names = new Set<string>();
  if (resource.kind === "element") names.add("Entry");
  else {
    for (const key of resource.keys) names.add(toPascalCase(key.name));
    if (resource.filters.length > 0) names.add("Where");
  }
  for (const state of states) names.add(toPascalCase(state.name));
  if (presence === "absent") names.add("Absent");
  return names;
}

function lowerProvides(provides: readonly PlanResource[], context: LowerContext): PsExpression {
  return {
    kind: "hashtable",
    ordered: true,
    entries: provides.map((resource) => ({
      key: literalKey(resource.label),
      value: psBlock(psStatement(lowerExpression({ kind: "exists", resource }, context))),
    })),
  };
}

/** A text for people: the run-time parts, which stand in it by their names, are put in by their values: `service <service_name>`. */
export function lowerLabel(label: string, context: LowerContext): PsExpression {
  // Nearly no text has any.
  if (!label.includes("<")) return text(label);
  const lowered = label
    .split(/(<[A-Za-z0-9_]+>)/)
    .filter((part) => part !== "")
    .map((part): PsExpression => {
      const name = /^<(.+)>$/.exec(part)?.[1];
      const loop = context.loops.find((candidate) => candidate.variable === name);
      if (loop) return loopElementName(loop, context);
      if (name === undefined || !context.parameters.has(name)) return text(part);
      return call(context, "ConvertTo-Text", psPositional(psVariable(parameterVariable(name))));
    });
  return lowered.length === 1 ? (lowered[0] as PsExpression) : { kind: "join", parts: lowered };
}

/** What tells one element of a loop from the next: its name, or its value. */
export function loopElementName(loop: Loop, context: LowerContext): PsExpression {
  const variable = psVariable(loopVariable(loop.variable));
  return loop.element === "selection"
    ? { kind: "member", object: variable, name: "Name" }
    : call(context, "ConvertTo-Text", { kind: "positional", value: variable });
}

function unreachable(value: never): never {
  throw new Error(`unexpected operator ${JSON.stringify(value)}`);
}
