import type { Cell } from "./cell.ts";
import type { Edge, Node } from "./explore.ts";
import type { Run } from "./run.ts";
import { State } from "./state.ts";
import { traceBack } from "./trace.ts";
import { MARKS } from "./world.ts";

/** A run that was killed, and the state that it left. */
export interface KilledRun {
  readonly before: Node;
  readonly run: Run;
  readonly after: Node;
}

/** A node, and a run from there. */
interface Ending {
  readonly node: Node;
  readonly run: Run;
}

/**
 * Property 5: a killed run after which the next ones may come to rest with something that failed or is blocked, although none does from where it began, on a machine that was like this at the
 * start. Gives the node from which that run ends so, and the run. What rests for a day since its actions were begun (Semantics 8) is no end.
 */
export function findWorse({ before, run, after }: KilledRun, exploreFrom: (start: State<Cell>) => Node): Ending | undefined {
  const killed: Node = { ...after, trail: run.trail, before, by: run };
  // Ways that came to the same are told by one of them: what the machine was like at the start is looked at anew.
  for (const ending of findBadEnds(killed))
    if (findBadEnds(exploreFrom(findStart(ending, before, run))).next().done === true) return ending;
  return undefined;
}

/** The machine from which a killed run began that leads to an end, with what was found out of it later. */
function findStart({ node, run }: Ending, before: Node, killed: Run): State<Cell> {
  const traced = traceBack(node, run);
  const first = traced.findLastIndex(({ by }) => by === killed);
  const { space } = before.state;
  const start = new State(space);
  for (const [id, value] of (traced[first]?.start ?? []).entries()) start.put(id, value);
  for (const { events } of traced.slice(first))
    for (const event of events) if (event.kind === "start" && !start.has(event.variable)) start.set(event.variable, event.value);
  return start;
}

/** The bad ends to which runs come from a node on which nothing goes wrong any more, one after the other as they are asked for. */
function* findBadEnds(node: Node, above: readonly number[] = []): Generator<Ending, undefined> {
  const path = [...above, node.state.key];
  for (const edge of node.next) {
    if (!edge.node) {
      if (isBad(edge.run)) yield { node, run: edge.run };
    } else if (!path.includes(edge.node.state.key)) yield* findBadEnds(follow(node, edge, edge.node), path);
  }
}

/** A node as it was come to on this way. */
function follow(before: Node, { run, restarted }: Edge, node: Node): Node {
  const ended: Node = { ...node, state: run.end, trail: run.trail, before, by: run };
  return restarted ? { ...node, trail: restarted.trail, before: ended, by: "restart" } : ended;
}

function isBad({ outcome, end }: Run): boolean {
  return (outcome === "failed" || outcome === "blocked") && end.space.group(`${MARKS}Check`).every((id) => end.mayBeMissing(id));
}
