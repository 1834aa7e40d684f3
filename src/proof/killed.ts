import { equalCells } from "./cell.ts";
import type { Cell } from "./cell.ts";
import { State } from "./state.ts";
import { eventsOf } from "./counterexample.ts";
import type { Edge, Node } from "./explore.ts";
import type { Run } from "./run.ts";
import { MARKS } from "./world.ts";

/** A run that was killed, and the state that it left. */
export interface KilledRun {
  readonly before: Node;
  readonly run: Run;
  readonly after: Node;
}

type Facts = ReadonlyMap<string, Cell>;

/**
 * Property 5: a killed run after which the next ones may come to rest with something that failed or is blocked, although none does from where it began, on a machine that was like this at the
 * start. Gives the node from which that run ends so, and the run. What rests for a day since its actions were begun (Semantics 8) is no end.
 */
export function findWorse(
  { before, run, after }: KilledRun,
  exploreFrom: (start: State<Cell>) => Node,
): { readonly node: Node; readonly run: Run } | undefined {
  const killed: Node = { ...after, before, by: run };
  const ending = findBadEnd(killed, factsOf(run), []);
  if (!ending) return undefined;
  // Ways that came to the same are told by one of them: what the machine was like at the start is looked at anew.
  const start = new State(before.state.space, before.state);
  for (const [variable, cell] of ending.facts) if (!start.has(variable)) start.set(variable, cell);
  return findBadEnd(exploreFrom(start), new Map(), []) ? undefined : ending;
}

/** A way on which nothing goes wrong any more, that agrees with what is known of the start, to a bad end. */
function findBadEnd(
  node: Node,
  facts: Facts,
  above: readonly number[],
): { readonly node: Node; readonly run: Run; readonly facts: Facts } | undefined {
  const path = [...above, node.state.key];
  for (const edge of node.next) {
    const together = joinFacts(facts, edge);
    if (!together) continue;
    if (edge.node) {
      if (path.includes(edge.node.state.key)) continue;
      const found = findBadEnd(follow(node, edge.run, edge.node), together, path);
      if (found) return found;
    } else if (isBad(edge.run)) return { node, run: edge.run, facts: together };
  }
  return undefined;
}

/** A node as it was come to on this way. */
function follow(before: Node, run: Run, node: Node): Node {
  if (node.by !== "restart") return { ...node, before, by: run };
  return { ...node, before: { ...node, before, by: run } };
}

function isBad({ outcome, end }: Run): boolean {
  return (outcome === "failed" || outcome === "blocked") && end.membersOf(`${MARKS}Check`).length === 0;
}

/** What two know of the start together; undefined where they contradict each other. */
function joinFacts(known: Facts, { run }: Edge): Facts | undefined {
  const own = factsOf(run);
  for (const [variable, value] of own) if (!equalCells(known.get(variable) ?? value, value)) return undefined;
  return own.size === 0 ? known : new Map([...known, ...own]);
}

const found = new WeakMap<object, Facts>();

function factsOf({ trail }: Run): Facts {
  if (!trail) return new Map();
  const known =
    found.get(trail) ??
    new Map(eventsOf(trail).flatMap((event) => (event.kind === "start" ? [[event.variable, event.value] as const] : [])));
  found.set(trail, known);
  return known;
}
