import type { Value } from "../checker/value.ts";
import type { PlanEnsure, PlanResource } from "../plan/plan.ts";
import type { ResourceKind } from "../resources/catalog/model.ts";
import type { Thing } from "./thing.ts";

/**
 * What a kind says of itself for proofs, beyond what its interface tells: `export const model` of a file `model.ts` in its folder. What it does not say is as its declaration has it:
 * a wish holds where the thing is there and each state is as wished; a fix that works makes it so and changes nothing else; a fix may fail and change nothing, each of its `@blocker`s may stand
 * in its way, and any reading may fail.
 */
export interface KindModel {
  /** Values that its functions tell apart, by property, besides those that a remedy names: a service that is `disabled` does not start. */
  readonly distinguishes?: { readonly [property: string]: readonly Value[] };
  /** What a property of a new one may be, or which of its classes: a service that was just installed is not disabled. All that it can be, where it is not said. */
  readonly fresh?: { readonly [property: string]: readonly Value[] | ((classes: readonly Value[]) => readonly Value[]) };
  /** The list that a demand of members is about, and whether they are in it: `excludes` of a right is about `includes`. */
  readonly members?: { readonly [property: string]: Members };
  /** In what it lies. */
  readonly within?: readonly Within[];
  /** What else changes with it, or it with that. */
  readonly ties?: readonly Tie[];
  /** With which property a demand that has no value of its own is compared, by more and less: a `minimum_version` with the `version`. */
  readonly compares?: { readonly [demand: string]: string };
  /** States that are a part of another property: `has_bits` of the `data`. */
  readonly aspects?: { readonly [state: string]: Aspect };
  /** Whether a state is as wished, where its value does not tell; undefined: as a rule. It may throw Unreadable. */
  readonly holds?: (thing: Thing, property: string, wished: Value) => boolean | undefined;
  /** Why it is not as wished, although it is there, or absent, and each state is: another line matches its pattern. */
  readonly lacks?: (thing: Thing, ensure: PlanEnsure) => string | undefined;
  /** What can be told of one that is not there: the value of a property, or that it is read as of any other (`read`). As a rule all is none. */
  readonly missing?: { readonly [property: string]: Value | "read" };
  /** Why a property cannot be read, by what is known of the thing besides. */
  readonly unreadable?: (thing: Thing, property: string) => string | undefined;
  /** False where there is always one, or the remedy cannot ask. As a rule: what is no singleton, and can be absent or is asked whether it exists, may be missing. */
  readonly mayBeMissing?: boolean;
  /** False where reading cannot fail. As a rule facts cannot be read wrongly, things can. */
  readonly mayBeUnreadable?: boolean;
  /** Whether a value can be, beside what is known of the thing (`thing.known`): what runs has not ended with an error. */
  readonly fits?: (thing: Thing, property: string, value: Value) => boolean;
  /** Whether a value that is seen counts as the one that is wished: `automatic_delayed` as `automatic`. */
  readonly accepts?: (property: string, seen: Value, wished: Value) => boolean;
  /** Whether it serves: what nobody may leave broken. As a rule: it is there. */
  readonly works?: (thing: Thing) => boolean;
  /** What the state of the machine puts in the way of a fix: one of its `@blocker`s. */
  readonly blocker?: (thing: Thing, wish: Wish) => string | undefined;
  /** Makes a wish true. As a rule: makes or removes the thing, and sets each state. */
  readonly fix?: (thing: Thing, wish: Wish) => void;
  /** What a fix leaves that fails half way; it may be called several ways by `choose`. As a rule: the first state of several is set. */
  readonly half?: (thing: Thing, wish: Wish) => void;
  /** Whether its fix may ask for a restart of Windows: `may`, or `always` where it changes something. Given as well where only a verb asks. */
  readonly restart?: Restart | { readonly absent?: Restart; readonly present?: Restart };
  /** What a verb does, by the options that are given; a text tells why it cannot. As a rule anything may be true of the thing afterwards. */
  readonly verbs?: { readonly [verb: string]: (thing: Thing, options: ReadonlySet<string>) => string | undefined };
  /** The means, or states, of which one must be given for its fix to make the thing: as a rule those that its interface marks with `@makes`, the `source` of a package. None: it makes none. */
  readonly makesFrom?: readonly string[];
  /** Stops it for a while and tells whether it ran; `start` starts it again (`with … stopped`). */
  readonly stop?: (thing: Thing) => boolean;
  readonly start?: (thing: Thing) => void;
  /** Why it does not start. */
  readonly refusesStart?: (thing: Thing) => string | undefined;
  /** What a restart of Windows makes of it. As a rule nothing. */
  readonly restarted?: (thing: Thing) => void;
  /** Whether a policy sets it, as it is, and its fix does not ask: what goes then is there again with the next refresh. */
  readonly owned?: (thing: Thing) => boolean;
  /** What comes and goes with it: called after any change of it, with what changed. */
  readonly changed?: (thing: Thing, property: string) => void;
}

export type Restart = "may" | "always";

/** A state that asks only something of another property, and leaves the rest of it. */
export interface Aspect {
  readonly of: string;
  /** Whether it has that; undefined where it is nothing of which that can be asked. None of one that is missing. */
  readonly holds: (seen: Value, wished: Value) => boolean | undefined;
  readonly make: (seen: Value, wished: Value) => Value;
  /** Values of the property that tell it apart. */
  readonly apart: (wished: Value) => readonly Value[];
}

/** What a demand of members asks: of which list, and whether they are in it. */
export interface Members {
  readonly of: string;
  readonly holds: boolean;
  /** Nobody else may be in it. */
  readonly isAll?: true;
  /** Lists of which one is enough: who may do everything with a file may read it. */
  readonly orIn?: readonly string[];
  /** Members who stand for others: a service is in what all services are in. */
  readonly through?: (member: string) => readonly string[];
}

/**
 * That a thing lies in another one: it is not there without that, and goes with it. It concerns things of a remedy whose places are known when compiling.
 */
export interface Within {
  /** The kind of the other one, which its first key gives the place of. */
  readonly kind: string;
  /** The key that gives this one's place: the other's, or one below it. */
  readonly by: string;
  /** It is a part of the one at that very place, and of none above it. */
  readonly isWhole?: true;
  /** Keys in which both agree: the `view` of a registry key. */
  readonly alike?: readonly string[];
  /** Its fix makes what it lies in; a text: where a means of this name asks for that. Else nothing is made in what is not there. */
  readonly makes?: true | string;
  /** What of the other one is another with each change of this one. */
  readonly opens?: readonly string[];
  /** What of the other one, when it changes, leaves nothing known of this one. */
  readonly openedBy?: readonly string[];
}

/**
 * That two things of a remedy concern each other beyond their names, though neither lies in the other: after a change of one of them nothing is known any more of what is said here.
 */
export interface Tie {
  /** The kind of the other one; none: whatever the remedy names. */
  readonly kind?: string;
  /** The other's first key, in lower case: `wlansvc`. */
  readonly key?: string;
  /** That key is the value of this one's key, or what `as` makes of it; `any`: of any of its keys, states and means, or it stands in a text of theirs. */
  readonly by?: { readonly key: string; readonly as?: (value: string) => string } | "any";
  /** What of the other one nobody knows after a change of this one. */
  readonly opens?: Opening;
  /** What of this one nobody knows after a change of the other one. */
  readonly openedBy?: Opening;
}

/** What is not known any more, after any change or one of some properties. */
export interface Opening {
  readonly what: Opened;
  readonly when?: readonly string[];
}

/** Properties, `exists` among them, or all of it with the answers to questions. */
export type Opened = "all" | readonly string[];

/** What an `ensure` asks for, its values read. */
export interface Wish {
  readonly ensure: PlanEnsure;
  readonly presence: "absent" | "present";
  readonly states: ReadonlyMap<string, Value>;
  /** What its fix brings or takes along. */
  readonly provides: readonly Thing[];
  /** Whether a means is given. */
  readonly has: (means: string) => boolean;
}

/** A kind as a proof knows it. */
export interface ProofKind {
  readonly declared: ResourceKind;
  readonly model: KindModel;
}

export type FindKind = (resource: PlanResource) => ProofKind;
