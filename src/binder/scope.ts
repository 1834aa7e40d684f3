import type { NameNode } from "../syntax/expressions.ts";
import type { Binding } from "./binding.ts";

/** The names of one block, and the scope around it. */
export interface Scope {
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** Names that this block declares further down: a use before the declaration gets its own message. */
  readonly later: Map<string, NameNode>;
}

/** An empty scope inside another. */
export function createScope(parent: Scope | undefined): Scope {
  return { parent, names: new Map(), later: new Map() };
}

/** What a name stands for, seen from a scope outwards. */
export function findBinding(scope: Scope, name: string): Binding | undefined {
  for (let s: Scope | undefined = scope; s; s = s.parent) {
    const binding = s.names.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** Where a name is declared further down, when it is not declared yet. */
export function findLater(scope: Scope, name: string): NameNode | undefined {
  for (let s: Scope | undefined = scope; s; s = s.parent) {
    const later = s.later.get(name);
    if (later) return later;
  }
  return undefined;
}

/** More names than a person keeps in mind: thousands of mistakes beside thousands of names must not take a minute to explain. */
const mostNames = 400;

/** The bindings that can be seen from a scope, inner ones first, to choose from for a suggestion: of each scope the first 400. */
export function listBindings(scope: Scope): Binding[] {
  const result: Binding[] = [];
  for (let s: Scope | undefined = scope; s; s = s.parent) {
    let count = 0;
    for (const binding of s.names.values()) {
      if (++count > mostNames) break;
      result.push(binding);
    }
  }
  return result;
}
