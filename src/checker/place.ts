import type { Span } from "../source/source-file.ts";
import type { UserAccess } from "./narrowing/user-access.ts";

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
