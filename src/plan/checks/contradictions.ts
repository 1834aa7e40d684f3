import type { Value } from "../../checker/value.ts";
import { equalValues, showValue } from "../../checker/values.ts";
import { createDiagnostic } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Catalog, ResourceKind } from "../../resources/catalog/model.ts";
import { spoken } from "../lower/resources.ts";
import { plainPath } from "../lower/same-names.ts";
import { claimFiles, findPartConflict } from "./file-parts.ts";
import { checkMembers, findMemberConflict } from "./member-lists.ts";
import type { Plan, PlanEnsure, PlanExpression, PlanNode, PlanResource } from "../plan.ts";
import { collectReads } from "../reads.ts";
import { not } from "../simplify.ts";
import { assume, evaluateUnderFacts, expressionKey } from "./facts.ts";
import type { Facts } from "./facts.ts";

/** An `ensure` with the conditions under which it stands, outermost first. */
export interface Guarded {
  readonly ensure: PlanEnsure;
  readonly order: number;
  readonly guards: readonly PlanExpression[];
  /** The `ensure`s in the block of whose `else` it stands, outermost first. */
  readonly ladders: readonly PlanEnsure[];
}

/** What an `ensure` says of one resource: its own, or one that its `provides` names. */
export interface Claim {
  readonly by: Guarded;
  readonly resource: PlanResource;
  readonly presence: "absent" | "present";
  readonly states: PlanEnsure["states"];
}

export interface Conflict {
  readonly property: string;
  readonly first: string;
  readonly second: string;
}

/**
 * Semantics 6: two `ensure`s of one resource that contradict each other are an error, unless the earlier stands under a guard that is false once
 * the later one holds. The guard is folded over what the remedy ensures: the later one's own claims, and those of every `ensure` behind the
 * earlier one that is unconditional or stands under guards that the later one has too. What stands in the block of an `else` is not walked any more once
 * the item before it holds: nothing later contradicts it, it does not contradict that item, and of what it says of others only that counts which
 * nothing later in the block takes back (`absent`, then `present`).
 */
export function checkContradictions(plan: Plan, catalog: Catalog): Diagnostic[] {
  const claims = new Map<string, Claim[]>();
  const guarded = collectGuarded(plan);
  for (const item of guarded) {
    for (const claim of claimsOf(item)) {
      const known = claims.get(claim.resource.identity);
      if (known) known.push(claim);
      else claims.set(claim.resource.identity, [claim]);
    }
  }
  const found = [...claims.values()].flatMap((sameResource) => (sameResource.length < 2 ? [] : checkClaims(sameResource, claims, catalog)));
  return [...found, ...checkFileParts(claims, catalog), ...guarded.flatMap(({ ensure }) => checkMembers(ensure))];
}

/** What is said of a part of a file (`file_line`) and what is said of the whole of it. */
function checkFileParts(claims: ReadonlyMap<string, readonly Claim[]>, catalog: Catalog): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { parts, all } = claimFiles(claims, catalog);
  for (const { part, whole } of parts) {
    const [earlier, later] = part.by.order < whole.by.order ? [part, whole] : [whole, part];
    const conflict = findPartConflict(part, whole);
    if (!conflict || isPassing(earlier, later, () => [], catalog) || isGuardedAway(earlier.by, later.by, all)) continue;
    const told = part === earlier ? conflict : { ...conflict, first: conflict.second, second: conflict.first };
    diagnostics.push(report(earlier, { ...later, resource: whole.resource }, told));
    if (diagnostics.length >= MOST_CONFLICTS) break;
  }
  return diagnostics;
}

/** As many contradictions of one resource are told; who mends these sees the rest. */
const MOST_CONFLICTS = 20;

/** Claims that say the same never contradict each other, so each is held against one of every other saying, and its fellows only where that one contradicts. */
function checkClaims(sameResource: readonly Claim[], all: ReadonlyMap<string, readonly Claim[]>, catalog: Catalog): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const sayings = new Map<string, Claim[]>();
  for (const [i, later] of sameResource.entries()) {
    const saying = `${later.presence} ${later.states.map((state) => `${state.name} ${expressionKey(state.value)}`).join(" ")}`;
    for (const [other, earliers] of sayings) {
      const [first] = earliers;
      const conflict = other === saying || !first ? undefined : findConflict(first, later, catalog);
      if (!conflict) continue;
      for (const earlier of earliers) {
        if (earlier.by === later.by || areApart(earlier.resource, later.resource)) continue;
        if (isPassing(earlier, later, () => sameResource.slice(i + 1), catalog)) continue;
        if (isGuardedAway(earlier.by, later.by, all)) continue;
        diagnostics.push(report(earlier, later, conflict));
        if (diagnostics.length >= MOST_CONFLICTS) return diagnostics;
      }
    }
    const same = sayings.get(saying);
    if (same) same.push(later);
    else sayings.set(saying, [later]);
  }
  return diagnostics;
}

/** In HKCU of two different choices of people. What is said of all people is said of those as well. */
function areApart(one: PlanResource, other: PlanResource): boolean {
  const [mine, theirs] = [one, other].map((resource) => (resource.kind === "named" ? resource.only : undefined));
  return mine !== undefined && theirs !== undefined && mine !== theirs;
}

function collectGuarded(plan: Plan): Guarded[] {
  const found: Guarded[] = [];
  const visit = (node: PlanNode, guards: readonly PlanExpression[], ladders: readonly PlanEnsure[]): void => {
    switch (node.kind) {
      case "ensure":
        found.push({ ensure: node, order: found.length, guards, ladders });
        for (const inner of node.otherwise) visit(inner, guards, [...ladders, node]);
        break;
      case "when":
        for (const inner of node.body) visit(inner, [...guards, node.guard.condition], ladders);
        for (const inner of node.otherwise) visit(inner, [...guards, not(node.guard.condition)], ladders);
        break;
      case "each":
      case "with":
        for (const inner of node.body) visit(inner, guards, ladders);
        break;
      case "require":
      case "warn":
      case "check":
      case "routine":
      case "reboot":
        break;
      default:
        node satisfies never;
    }
  };
  for (const step of plan.steps) for (const node of step.body) visit(node, step.guard ? [step.guard.condition] : [], []);
  return found;
}

function claimsOf(by: Guarded): Claim[] {
  const { ensure } = by;
  // What a registry value is made from cannot be tested, and still is what it should hold.
  const secrets = ensure.means.filter(({ name, type }) => name === "secret" && type.kind === "secret");
  const own: Claim = { by, resource: ensure.resource, presence: ensure.presence, states: [...ensure.states, ...secrets] };
  const provided = ensure.presence === "present" ? ensure.provides : [];
  return [own, ...provided.map((resource): Claim => ({ by, resource, presence: "present", states: [] }))];
}

/** Whether a contradiction is over when the item of an `else` holds: the earlier one stands in its block, or is the item itself, or the later one is taken back there. */
function isPassing(earlier: Claim, later: Claim, behind: () => readonly Claim[], catalog: Catalog): boolean {
  if (earlier.by.ladders.length > 0 || later.by.ladders.includes(earlier.by.ensure)) return true;
  const block = later.by.ladders.at(-1);
  if (block === undefined) return false;
  return behind().some((claim) => claim.by.ladders.includes(block) && findConflict(later, claim, catalog) !== undefined);
}

function findConflict(earlier: Claim, later: Claim, { kinds }: Catalog): Conflict | undefined {
  if (earlier.presence !== later.presence) return { property: "presence", first: earlier.presence, second: later.presence };
  for (const first of earlier.states) {
    const second = later.states.find((state) => state.name === first.name);
    if (!second || first.value.kind !== "constant" || second.value.kind !== "constant") continue;
    if (!areSame(first.value.value, second.value.value) && !isAdditive(first.name, kinds[earlier.resource.resourceKind])) {
      return { property: first.name, first: showValue(first.value.value), second: showValue(second.value.value) };
    }
  }
  return findSecretConflict(earlier, later) ?? findBitConflict(earlier, later) ?? findMemberConflict(earlier, later);
}

function areSame(one: Value, other: Value): boolean {
  if (one.kind === "path" && other.kind === "path") return plainPath(one.value).toLowerCase() === plainPath(other.value).toLowerCase();
  return equalValues(one, other, true);
}

/** Members that must or must not be there (`includes`, bits): two lists add up. */
function isAdditive(name: string, kind: ResourceKind | undefined): boolean {
  return kind?.properties.some((property) => property.additive === true && property.name === name) === true;
}

/** A registry value that one makes of a secret, and of which the other says what it holds. */
function findSecretConflict(earlier: Claim, later: Claim): Conflict | undefined {
  const wordOf = ({ states }: Claim): string | undefined =>
    ["secret", "data", "has_bits", "lacks_bits"].find((word) => states.some(({ name }) => name === word));
  const [first, second] = [wordOf(earlier), wordOf(later)];
  if (first === undefined || second === undefined || (first === "secret") === (second === "secret")) return undefined;
  return { property: "data", first: spoken(first), second: spoken(second) };
}

/** Bits of a registry value against its data, and those that it should have against those that it should not. */
function findBitConflict(earlier: Claim, later: Claim): Conflict | undefined {
  const bitsOf = ({ states }: Claim, name: string): bigint | undefined => {
    const value = states.find((state) => state.name === name)?.value;
    return value?.kind === "constant" && value.value.kind === "int" ? BigInt(value.value.value) : undefined;
  };
  const shown = (name: string, bits: bigint): string => `${spoken(name)} 0x${bits.toString(16)}`;
  for (const [one, other] of [
    [earlier, later],
    [later, earlier],
  ] as const) {
    const [has, lacks] = [bitsOf(one, "has_bits"), bitsOf(one, "lacks_bits")];
    const [data, otherLacks] = [bitsOf(other, "data"), bitsOf(other, "lacks_bits")];
    const pair = (mine: string, theirs: string): Conflict =>
      one === earlier ? { property: "bits", first: mine, second: theirs } : { property: "bits", first: theirs, second: mine };
    if (has !== undefined && otherLacks !== undefined && (has & otherLacks) !== 0n)
      return pair(shown("has_bits", has), shown("lacks_bits", otherLacks));
    if (has !== undefined && data !== undefined && (has & data) !== has) return pair(shown("has_bits", has), `data ${data}`);
    if (lacks !== undefined && data !== undefined && (lacks & data) !== 0n) return pair(shown("lacks_bits", lacks), `data ${data}`);
  }
  return undefined;
}

function isGuardedAway(earlier: Guarded, later: Guarded, all: ReadonlyMap<string, readonly Claim[]>): boolean {
  if (earlier.guards.length === 0) return false;
  const laterGuards = keysOf(later);
  const facts: Facts = { claims: new Map(), conditions: assumptionsOf(later) };
  // Only what the guard reads can make it false.
  for (const identity of new Set(collectReads(...earlier.guards).map((resource) => resource.identity))) {
    const claims = all.get(identity) ?? [];
    for (const claim of claims) {
      const { by } = claim;
      if (by !== later && by.order > earlier.order && by.ladders.length === 0 && keysOf(by).isSubsetIn(laterGuards)) addClaim(facts, claim);
    }
    for (const claim of claims) if (claim.by === later) addClaim(facts, claim);
  }
  return earlier.guards.some((guard) => evaluateUnderFacts(guard, facts) === false);
}

interface GuardKeys {
  readonly keys: ReadonlySet<string>;
  isSubsetIn(other: GuardKeys): boolean;
}

const knownKeys = new WeakMap<Guarded, GuardKeys>();
const knownAssumptions = new WeakMap<Guarded, Map<string, boolean>>();

/** Every pair asks for the guards of both. */
function keysOf(item: Guarded): GuardKeys {
  const known = knownKeys.get(item);
  if (known) return known;
  const keys = new Set(item.guards.map(expressionKey));
  const made: GuardKeys = { keys, isSubsetIn: (other) => [...keys].every((key) => other.keys.has(key)) };
  knownKeys.set(item, made);
  return made;
}

function assumptionsOf(item: Guarded): Map<string, boolean> {
  const known = knownAssumptions.get(item) ?? assume(item.guards);
  knownAssumptions.set(item, known);
  return known;
}

function addClaim(facts: Facts, claim: Claim): void {
  const known = facts.claims.get(claim.resource.identity);
  const states = new Map(known?.exists === (claim.presence === "present") ? known.states : []);
  for (const state of claim.states) if (state.value.kind === "constant") states.set(state.name, state.value.value);
  facts.claims.set(claim.resource.identity, { exists: claim.presence === "present", states });
}

function report(earlier: Claim, later: Claim, conflict: Conflict): Diagnostic {
  const { property, first, second } = conflict;
  return createDiagnostic(
    "RMD4001",
    later.by.ensure.origin.span,
    { resource: later.resource.label, property: spoken(property), first, second },
    { related: [{ message: `The earlier ensure is here (${first}).`, span: earlier.by.ensure.origin.span }] },
  );
}
