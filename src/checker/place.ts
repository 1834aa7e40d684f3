import type { Span } from "../source/source-file.ts";
import type { PartNode } from "../syntax/file.ts";

/** Something that only means a person's own data when a person runs the script, or an `each … in profile()` stands around it. */
export type UserNeed =
  | { readonly kind: "hive" | "folder"; readonly text: string; readonly span: Span }
  /** A part that another part uses; `hive` when the hive is taken care of around the use. */
  | { readonly kind: "part"; readonly part: PartNode; readonly hive: boolean; readonly span: Span };

/** Whose hive and folders a place has (Semantics 17). Lets and parts do not know yet: they collect what their users must have. */
export type UserAccess =
  | { readonly kind: "machine" }
  | { readonly kind: "user" }
  /** Inside `each … in profile()`: the hive is that person's, `%APPDATA%` and its like are not. */
  | { readonly kind: "profile"; readonly around: UserAccess }
  | { readonly kind: "collect"; readonly needs: UserNeed[] };

/** Where the checker stands: what is known there, and what may be said there. Immutable; blocks get changed copies. */
export interface Place {
  /** What a guard has established: keys made by `narrowing/facts.ts`. */
  readonly facts: ReadonlySet<string>;
  readonly user: UserAccess;
  /** `constant`: a value that must be known when compiling. */
  readonly zone: "statement" | "fix" | "failure" | "declaration" | "scenario" | "constant";
  /** The blocks around: some statements may not stand in them. */
  readonly inside: "step" | "block" | "each" | "with";
  /** The statement that a suggested `when … { }` would be put around. */
  readonly statement: Span | undefined;
  /** An https address may stand for a path here. */
  readonly takesAddress?: boolean;
}

const noFacts: ReadonlySet<string> = new Set();

/** A place where nothing is known yet. */
export function createPlace(zone: Place["zone"], user: UserAccess): Place {
  return { facts: noFacts, user, zone, inside: "step", statement: undefined };
}

/** The same place with more facts. */
export function withFacts(place: Place, facts: ReadonlySet<string>): Place {
  if (facts.size === 0) return place;
  return { ...place, facts: place.facts.size === 0 ? facts : new Set([...place.facts, ...facts]) };
}
