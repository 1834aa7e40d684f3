import { changesAnyway, lacksMaker } from "../../plan/makers.ts";
import type { PlanEnsure, PlanProperty, PlanResource, PlanVerb } from "../../plan/plan.ts";
import type { PsArgument, PsBlock, PsCommand, PsExpression, PsNamedArgument, PsStatement } from "../ast.ts";
import { psBlock, psLiteral, psNamed, psPositional, psStatement, psSwitch, psVariable } from "../ast.ts";
import { getDeclaredParameters } from "../library.ts";
import { booleanLiteral } from "../literals.ts";
import { lowerings } from "../../generated/kind-lowerings.ts";
import { call, getKind, loopVariable, lowerParameterText, noteUse, text } from "./context.ts";
import type { ResourceKind } from "../../resources/catalog/model.ts";
import { toPascalCase } from "../../resources/catalog/names.ts";
import type { Loop, LowerContext } from "./context.ts";
import { lowerAs, lowerExpression } from "./expressions.ts";
import { allOf, lowerFilter } from "./filters.ts";
import type { KindCalls } from "./kind-lowering.ts";
import { literalKey } from "./values.ts";

/** What names a resource: its keys, its filters as a block over `$_`, or the element that a loop found. */
export function lowerResourceArguments(resource: PlanResource, context: LowerContext): PsNamedArgument[] {
  const lowering = lowerings[resource.resourceKind];
  if (lowering?.condition) {
    const condition = lowering.condition(resource, context);
    return condition ? [psNamed("Where", psBlock(psStatement(condition)))] : [];
  }
  if (resource.kind === "element") return [psNamed("Entry", psVariable(loopVariable(resource.variable)))];
  for (const named of resource.keys) {
    noteUse(context, resource.resourceKind, named.name);
    if (named.type.kind === "enum") noteUse(context, resource.resourceKind, `${named.name}_${findMember(named)}`);
  }
  for (const filter of resource.filters) noteUse(context, resource.resourceKind, filter.property);
  const named: PsNamedArgument[] = [];
  for (const key of resource.keys)
    named.push(psNamed(toPascalCase(key.name), lowering?.key?.(key, context) ?? lowerAs(key.value, key.type, context)));
  const condition = allOf(resource.filters.map((filter) => lowerFilter(filter, candidate(filter.property), context)));
  if (condition) named.push(psNamed("Where", psBlock(psStatement(condition))));
  return named;
}

/** A property of the candidate, a member of `$_`. */
function candidate(property: string): PsExpression {
  return { kind: "member", object: psVariable("_"), name: toPascalCase(property) };
}

/** `exe` for a path or an address that is known to end so, `any` for one that only the device knows. */
function findEnding({ value, address }: PlanProperty): string {
  if (value.kind !== "constant" || (value.value.kind !== "path" && value.value.kind !== "string")) return "any";
  const name = address ? value.value.value.replace(/[?#].*$/s, "") : value.value.value;
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "any";
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
    if (property.type.kind === "path" || property.address)
      noteUse(context, resource.resourceKind, `${property.name}_${findEnding(property)}`);
  }
  // An option that is a key as well says it for this place.
  const said = new Set(properties.map(({ name }) => toPascalCase(name)));
  const offered = lowerResourceArguments(resource, context).filter(({ name }) => !said.has(name));
  for (const argument of extra) offered.push(argument);
  for (const property of properties) {
    const name = toPascalCase(property.name);
    // what a kind's lowering gives in its place counts
    if (!extra.some((argument) => argument.name === name)) offered.push(psNamed(name, lowerAs(property.value, property.type, context)));
  }
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
export function lowerVerb(action: PlanVerb, context: LowerContext): PsStatement[] {
  const kind = getKind(context, action.resource.resourceKind);
  const required = new Set(action.options.map((option) => toPascalCase(option.name)));
  const name = `Invoke-${kind.noun}${toPascalCase(action.verb)}`;
  const offered = offer(action.resource, action.options, lowerMore([name], action.resource, context), required, context);
  const verb = lowerKindCall(name, offered, context);
  const changes = kind.verbs.some(({ name, use }) => name === action.verb && use === "fix");
  return changes ? lowerChange(verb, action.label, context) : [psStatement(verb)];
}

/** A call that changes the machine. What a user's own function does nobody can undo but its author: the journal tells it by the statement's label. */
function lowerChange(change: PsCommand, label: string, context: LowerContext): PsStatement[] {
  if (context.linker.find(change.name)?.layer !== "user") return [psStatement(change)];
  const note = call(context, "Add-Journal", psPositional(text("Lost")), psPositional(lowerLabel(label, context)));
  return [psStatement(note), psStatement(change)];
}

/** What these functions are told besides; nothing is lowered that none of them takes. */
function lowerMore(functions: readonly string[], resource: PlanResource, context: LowerContext): PsNamedArgument[] {
  const more = lowerings[resource.resourceKind]?.more;
  if (!more || !functions.some((name) => declares(name, more.name, context))) return [];
  return [
    psNamed(
      more.name,
      more.lower(resource, context, (label) => lowerLabel(label, context)),
    ),
  ];
}

/** The call of what reads one property of a resource: a built-in kind's own function for it where there is one, `Read-OsBuild`, else `Read-<Noun>`. */
export function lowerRead(resource: PlanResource, property: string, context: LowerContext): PsExpression {
  const own = lowerings[resource.resourceKind];
  const known = property === "exists" ? own?.exists?.(resource, context) : own?.read?.(resource, property, context);
  if (known) return known;
  const { resourceKind } = resource;
  const noun = getKind(context, resourceKind).noun;
  noteUse(context, resourceKind, property);
  const args = lowerResourceArguments(resource, context);
  const reader = findOwn(`Read-${noun}`, `Read-${noun}${toPascalCase(property)}`, context);
  if (reader === undefined) return call(context, `Read-${noun}`, ...args, psNamed("Property", text(property)));
  return call(context, reader, ...args, ...lowerMore([reader], resource, context));
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
 * the way of one. As blocks for `Ensure` and `Apply`. What a function of a user's own gives is looked at: nothing, or one reason.
 */
export function lowerEnsureBlocks(ensure: PlanEnsure, context: LowerContext): PsArgument[] {
  const { tests, fixes, blockers } = lowerings[ensure.resource.resourceKind]?.ensure?.(ensure, context) ?? lowerKindCalls(ensure, context);
  const reasons = (calls: readonly PsCommand[]): PsBlock => {
    const block = psBlock(psStatement(joinReasons(calls, context)));
    const isOurs = calls.every((one) => context.linker.find(one.name)?.layer !== "user");
    return isOurs ? block : psBlock(psStatement(call(context, "Measure-Reason", psPositional(block))));
  };
  const blocks = [psPositional(reasons(tests))];
  if (fixes.length > 0) blocks.push(psPositional(psBlock(...fixes.flatMap((fix) => lowerChange(fix, ensure.label, context)))));
  return blockers.length > 0 ? [...blocks, psNamed("Blocker", reasons(blockers))] : blocks;
}

/** An `ensure` as one call, where its kind has a function for that and the remedy has several of them. */
export function lowerWholeEnsure(ensure: PlanEnsure, context: LowerContext): KindCalls["whole"] {
  const { resourceKind } = ensure.resource;
  // What it would call beside the one function is no root of this script's.
  const trial: LowerContext = { ...context, roots: new Set(), names: new Map() };
  return context.several.has(resourceKind) ? lowerings[resourceKind]?.ensure?.(ensure, trial)?.whole : undefined;
}

/**
 * True where the own fix of an item has nothing to work on or with, so that the block of its `else` is walked at once (Semantics 19); undefined where that cannot be.
 * A kind that cannot make what is missing (a service, a process) needs the thing itself, or what `Test-<Noun>Gone` asks; one that makes it from something (`@makes`) needs that the remedy names that.
 */
export function lowerSkip(ensure: PlanEnsure, context: LowerContext): PsExpression | undefined {
  const { resource, presence } = ensure;
  const kind = getKind(context, resource.resourceKind);
  if (presence === "absent" || kind.ensure !== "presence") return undefined;
  if (!kind.creatable) {
    const own = findOwn(`Test-${kind.noun}`, `Test-${kind.noun}Gone`, context);
    return own === undefined
      ? { kind: "not", operand: lowerExpression({ kind: "exists", resource }, context) }
      : call(context, own, ...lowerResourceArguments(resource, context));
  }
  if (!lacksMaker(ensure, kind)) return undefined;
  return changesAnyway(ensure)
    ? { kind: "not", operand: lowerExpression({ kind: "exists", resource }, context) }
    : psLiteral(booleanLiteral(true));
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
export function lowerKindCalls(ensure: PlanEnsure, context: LowerContext): KindCalls {
  const { resource, presence } = ensure;
  const { noun } = getKind(context, resource.resourceKind);
  noteUse(context, resource.resourceKind, presence);
  const parts = findParts(ensure);
  const findFunctions = (verb: string): string[] => {
    const own = parts.map((part) => findOwn(`${verb}-${noun}`, `${verb}-${noun}${part}`, context));
    return own.every((name) => name !== undefined) ? own : [`${verb}-${noun}`];
  };
  const tests = findFunctions("Test");
  const fixes = context.repairs ? findFunctions("Repair") : [];
  // What looks at a file that is there already has nothing to say of an address.
  const address = ensure.means.find((property) => property.address !== undefined)?.name;
  const concerns = (name: string): boolean =>
    address === undefined || !declares(name, "source", context) || declares(name, toPascalCase(address), context);
  const found = context.repairs ? findBlockers(getKind(context, resource.resourceKind), presence, parts, context) : [];
  const blockers = found.filter(concerns);
  const extra: PsNamedArgument[] = presence === "absent" ? [psSwitch("Absent")] : [];
  for (const more of lowerMore([...tests, ...fixes, ...blockers], resource, context)) extra.push(more);
  extra.push(...(lowerings[resource.resourceKind]?.ensureArguments?.(ensure, context) ?? []));
  if (presence === "present" && ensure.provides.length > 0) extra.push(psNamed("Provides", lowerProvides(ensure.provides, context)));
  const properties = [...ensure.states];
  for (const property of ensure.means) if (property.name !== "provides") properties.push(property);
  const offered = offer(resource, properties, extra, listRequired(ensure), context);
  // A part's name says what it is about; of the states it must take its own.
  const requires = (name: string): Set<string> =>
    new Set(
      [...offered.required]
        .filter((one) => !name.endsWith(`-${noun}Absence`) || one !== "Absent")
        .filter((one) => !parts.includes(one) || !isPart(name) || name.endsWith(`-${noun}${one}`)),
    );
  const isPart = (name: string): boolean => !name.endsWith(`-${noun}`);
  const lowerCalls = (names: readonly string[], required: (name: string) => ReadonlySet<string>): PsCommand[] =>
    names.map((name) => lowerKindCall(name, { ...offered, required: required(name) }, context));
  return {
    tests: lowerCalls(tests, requires),
    fixes: lowerCalls(fixes, requires),
    // It need not take every state: what it does not look at does not stand in the way.
    blockers: lowerCalls(blockers, () => new Set()),
  };
}

/**
 * The kind's functions that say what stands in the way: the general one, unless what is to be absent does not concern it, since it takes states and no `-Absent`; and
 * those for parts. From where its test is: for a user's kind `path` that is not `Find-PathBlocker` of ours.
 */
function findBlockers(
  { noun, properties }: ResourceKind,
  presence: PlanEnsure["presence"],
  parts: readonly string[],
  context: LowerContext,
): string[] {
  const { linker } = context;
  const layer = linker.find(`Test-${noun}`)?.layer ?? "kinds";
  const general = linker.find(`Find-${noun}Blocker`);
  const states = properties.filter(({ role }) => role === "state").map(({ name }) => toPascalCase(name));
  const findPart = (part: string) => linker.find(`Find-${noun}${part}Blocker`);
  const asksGeneral = (part: string): boolean =>
    general !== undefined && findPart(part)?.words.includes(general.name.toLowerCase()) === true;
  const concerns =
    general?.layer === layer &&
    (presence === "present" ||
      layer === "user" ||
      declares(general.name, "Absent", context) ||
      !states.some((state) => declares(general.name, state, context) || asksGeneral(state)));
  const own = parts.flatMap((part) => findPart(part) ?? []).filter((one) => one.layer === layer && layer !== "user");
  // The one of a part that asks the general one says what that says.
  return [...(concerns && !parts.some(asksGeneral) ? [general.name] : []), ...own.map((one) => one.name)];
}

/** Names of what names the resource, as `lowerResourceArguments` gives it, and of what must hold. */
function listRequired({ resource, states, presence }: PlanEnsure): Set<string> {
  const names = new Set<string>();
  if (lowerings[resource.resourceKind]?.condition) names.add("Where");
  else if (resource.kind === "element") names.add("Entry");
  else {
    for (const key of resource.keys) names.add(toPascalCase(key.name));
    if (resource.filters.length > 0) names.add("Where");
  }
  for (const state of states) names.add(toPascalCase(state.name));
  if (presence === "absent") names.add("Absent");
  return names;
}

/** What a thing provides, with blocks that tell whether it is there. One variable for all that are told it, but in a loop, whose elements it may name. */
function lowerProvides(provides: readonly PlanResource[], context: LowerContext): PsExpression {
  if (context.loops.length > 0) return lowerProvided(provides, context);
  const key = provides.map(({ identity }) => identity).join("\n");
  const count = context.provided.size + 1;
  const entry = context.provided.get(key) ?? {
    shared: { variable: `provided${count === 1 ? "" : count}`, uses: 0 },
    value: lowerProvided(provides, context),
  };
  context.provided.set(key, entry);
  // A test is told it, and a fix.
  entry.shared.uses += context.repairs ? 2 : 1;
  return { kind: "named", ...entry };
}

function lowerProvided(provides: readonly PlanResource[], context: LowerContext): PsExpression {
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
      return lowerParameterText(name, context);
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
