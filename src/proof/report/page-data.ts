import type { PlanNode } from "../../plan/plan.ts";
import { labelText } from "../../plan/lower/resources.ts";
import { findLineStarts, getLineText } from "../../source/source-file.ts";
import type { SourceFile } from "../../source/source-file.ts";
import type { Flow, FlowRun } from "../flow.ts";
import { PROPERTIES, PROPERTY_CODES } from "../properties.ts";
import type { PropertyName } from "../properties.ts";
import type { ClusterProof, Proof } from "../prove.ts";
import type { ProofStep } from "../walk/walk.ts";
import { ASSUMPTIONS, placeOf, countStarts, tellStart } from "./told.ts";
import type { ToldFact, ToldPlace, ToldProof, ToldRefutation } from "./told.ts";

/** What the page of proofs has in it as JSON: the same for the same proofs. */
export interface ProofPageData {
  readonly budget: number;
  readonly assumed: readonly string[];
  readonly proofs: readonly PageProof[];
  /** The lines of every file that something stands in. */
  readonly sources: { readonly [file: string]: readonly string[] };
}

export interface PageProof extends Omit<ToldProof, "refutations" | "milliseconds"> {
  readonly properties: readonly PageProperty[];
  readonly stories: readonly PageStory[];
  readonly parts: readonly PagePart[];
}

export interface PageProperty {
  readonly code: string;
  readonly name: string;
  readonly meaning: string;
  readonly verdict: "proved" | "refuted" | "accepted" | "not finished" | "not looked at";
  /** Why it is accepted. */
  readonly reason: string;
  /** Places in `stories`. */
  readonly stories: readonly number[];
}

/** A counterexample. */
export interface PageStory extends Omit<ToldRefutation, "start"> {
  readonly start: readonly ToldFact[];
  /** The part in which it happens. */
  readonly part: number;
}

/** Statements that were looked at together. */
export interface PagePart extends Omit<ClusterProof, "items" | "steps" | "flow" | "stands" | "magnitude" | "isFull"> {
  readonly startStates: string;
  readonly rows: readonly PageRow[];
  readonly flow: readonly PageRun[];
  /** What of it is not drawn. */
  readonly omitted: string;
}

/** A statement. */
export interface PageRow {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  readonly place: ToldPlace | undefined;
}

export interface PageRun {
  readonly number: number;
  /** Whether it stands for all later runs besides. */
  readonly isLast: boolean;
  readonly places: readonly { readonly name: string; readonly row: string; readonly outcome: string; readonly count: number }[];
  readonly edges: FlowRun["edges"];
  readonly ends: FlowRun["ends"];
}

/** What a page can draw and a person follow. */
const MOST_RUNS = 8;
const MOST_PLACES = 600;
const MOST_EDGES = 2400;

/** `calm`: nothing went wrong in these. */
export function createPageData(
  proofs: readonly { readonly proof: Proof; readonly told: ToldProof }[],
  { budget, calm }: { readonly budget: number; readonly calm: boolean },
): ProofPageData {
  const sources: { [file: string]: readonly string[] } = {};
  for (const { proof } of proofs) for (const file of proof.plan.sources) sources[file.path] = linesOf(file);
  return { budget, assumed: ASSUMPTIONS, proofs: proofs.map((one) => tellProofOf(one.proof, one.told, calm)), sources };
}

function linesOf(file: SourceFile): readonly string[] {
  const lines = findLineStarts(file.text).map((_, i) => getLineText(file, i + 1));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function tellProofOf(proof: Proof, told: ToldProof, calm: boolean): PageProof {
  const { remedy, target, file, verdict, states, startStates, ways, unfinished, refutations } = told;
  const parts = proof.clusters.map(tellPart);
  const stories = refutations.map((refutation, i): PageStory => {
    const ids = refutation.moves.flatMap((move) => (move.kind === "run" ? move.items.map(({ id }) => id) : []));
    const shared = parts.map(({ rows }) => rows.filter(({ id, depth }) => depth > 0 && ids.includes(id)).length);
    return {
      ...refutation,
      start: tellStart(proof.counterexamples[i]?.start ?? []),
      part: Math.max(0, shared.indexOf(Math.max(...shared))),
    };
  });
  const properties = tellProperties(proof, stories, calm);
  return { remedy, target, file, verdict, states, startStates, ways, unfinished, properties, stories, parts };
}

function tellProperties({ plan, clusters, promises }: Proof, stories: readonly PageStory[], calm: boolean): readonly PageProperty[] {
  const own = (Object.keys(PROPERTIES) as PropertyName[]).filter((name) => name !== "promise");
  const isComplete = clusters.every((cluster) => cluster.isComplete);
  const tell = (property: PropertyName, promise: string | undefined, meaning: string, isFinished: boolean): PageProperty => {
    const found = [...stories.entries()].filter(([, story]) => story.property === property && story.promise === promise).map(([i]) => i);
    const accepted = found.length > 0 ? plan.accepted.find((one) => one.property === property) : undefined;
    const otherwise = calm && property === "killed_anywhere" ? "not looked at" : isFinished ? "proved" : "not finished";
    return {
      code: PROPERTY_CODES[property],
      name: promise ?? property,
      meaning,
      verdict: accepted ? "accepted" : found.length > 0 ? "refuted" : otherwise,
      reason: accepted?.reason ?? "",
      stories: found,
    };
  };
  return [
    ...own.map((name) => tell(name, undefined, PROPERTIES[name], isComplete)),
    ...promises.map((one) => tell("promise", one.title, "a promise of the author", one.isComplete)),
  ];
}

function tellPart({ states, runs, ways, stands, magnitude, widest, isComplete, steps, flow }: ClusterProof): PagePart {
  const rows = steps.flatMap(tellStep);
  const drawn = flow ? draw(flow, rows) : { runs: [], omitted: "" };
  return {
    states,
    runs,
    ways,
    startStates: countStarts([{ stands, magnitude }]),
    widest,
    isComplete,
    rows,
    flow: drawn.runs,
    omitted: drawn.omitted,
  };
}

function tellStep(step: ProofStep): readonly PageRow[] {
  const own = step.body.flatMap((node) => (node.kind === "foreign" ? [] : [node]));
  const guard = step.guard ? ` when ${step.guard.text}` : "";
  return [
    { id: step.name, label: `step ${step.name}${guard}`, depth: 0, place: placeOf(step.origin) },
    ...own.flatMap((node) => tellStatement(node, 1)),
  ];
}

function tellStatement(node: PlanNode, depth: number): readonly PageRow[] {
  const row = (label: string): PageRow => ({ id: "id" in node ? node.id : "", label, depth, place: placeOf(node.origin) });
  const inner = (nodes: readonly PlanNode[]): readonly PageRow[] => nodes.flatMap((one) => tellStatement(one, depth + 1));
  switch (node.kind) {
    case "ensure":
      return [row(node.label), ...inner(node.otherwise)];
    case "require":
    case "warn":
      return [row(`${node.kind} ${node.guard.text}`)];
    case "check":
    case "routine":
      return [row(`check ${labelText(node.title)}`)];
    case "reboot":
      return [row(`reboot when ${node.guard.text}`)];
    case "when":
      return [row(`when ${node.guard.text}`), ...inner(node.body), ...inner(node.otherwise)];
    case "each":
      return [row(`each ${node.text}`), ...inner(node.body)];
    case "with":
      // Without resources it is a block that nobody wrote.
      if (node.resources.length === 0) return node.body.flatMap((one) => tellStatement(one, depth));
      return [row(`with ${node.resources.map(({ label }) => label).join(", ")} stopped`), ...inner(node.body)];
    default:
      return node satisfies never;
  }
}

/** As many runs as fit, then the places and edges that most ways took. */
function draw(flow: Flow, rows: PageRow[]): { readonly runs: readonly PageRun[]; readonly omitted: string } {
  let most = MOST_RUNS;
  let told = flow.tell(most);
  const size = (): number => told.reduce((sum, { places }) => sum + places.size, 0);
  while (most > 1 && size() > MOST_PLACES) told = flow.tell(--most);
  const left = { places: size(), edges: told.reduce((sum, { edges }) => sum + edges.length, 0) };
  const runs = told.map((run): PageRun => {
    const counts = new Map<string, number>();
    for (const { to, count } of run.edges) counts.set(to, (counts.get(to) ?? 0) + count);
    const kept = [...run.places.entries()]
      .sort(([a, one], [b, other]) => rankOf(one.kind) - rankOf(other.kind) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
      .slice(0, MOST_PLACES);
    const names = new Set(kept.map(([name]) => name));
    const edges = run.edges
      .filter(({ from, to }) => names.has(from) && names.has(to))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST_EDGES);
    left.places -= kept.length;
    left.edges -= edges.length;
    const places = kept.map(([name, place]) => {
      const row = place.kind === "item" ? place.id : place.kind;
      if (place.kind === "item" && !rows.some(({ id }) => id === row))
        rows.push({ id: row, label: place.label, depth: 0, place: undefined });
      return { name, row, outcome: place.kind === "begin" ? "" : place.outcome, count: counts.get(name) ?? 0 };
    });
    return { number: run.number, isLast: run.number === most && flow.deepest > most, places, edges, ends: run.ends };
  });
  const parts = [
    ...(flow.deepest > most ? [`runs ${most} to ${flow.deepest} are drawn as one`] : []),
    ...(left.places > 0 ? [`${left.places} outcomes that fewest ways came to are left out`] : []),
    ...(left.edges > 0 ? [`${left.edges} connections that fewest ways took are left out`] : []),
  ];
  return { runs, omitted: parts.join("; ") };
}

/** Beginning and ends are drawn in any case. */
const rankOf = (kind: string): number => (kind === "item" ? 1 : 0);
