import { eventsOf } from "../../src/proof/trace.ts";
import { sampleStart } from "../../src/proof/sample.ts";
import type { SampledStart } from "../../src/proof/sample.ts";
import type { Subject } from "../../src/proof/run.ts";
import { showCell } from "../../src/proof/cell.ts";
import type { Random } from "../fuzz/random.ts";

/** Whether a machine can be given a start state. */
export type CanBe = (sample: SampledStart) => boolean;

/** Draws start states of a remedy, each once, that a machine can be given. */
export function* drawStarts(subject: Subject, draws: number, random: Random, canBe: CanBe): Generator<SampledStart> {
  const seen = new Set<number>();
  for (let drawn = 0; drawn < draws; drawn++) {
    const sample = sampleStart(subject, random);
    if (!sample || seen.has(sample.state.key)) continue;
    seen.add(sample.state.key);
    if (canBe(sample)) yield sample;
  }
}

/**
 * Start states in which each thing occurs in each state that so many draws come to, and each outcome of each item: of those that are left always the one that shows most of what no other has shown yet.
 */
export function coverStarts(subject: Subject, draws: number, random: Random, canBe: CanBe): SampledStart[] {
  const left = [...drawStarts(subject, draws, random, canBe)].map((sample) => ({ sample, shows: whatShows(sample) }));
  const shown = new Set<string>();
  const chosen: SampledStart[] = [];
  for (;;) {
    const news = left.map(({ shows }) => shows.filter((one) => !shown.has(one)).length);
    const most = Math.max(0, ...news);
    if (most === 0) return chosen;
    const best = left[news.indexOf(most)];
    best?.shows.forEach((one) => shown.add(one));
    if (best) chosen.push(best.sample);
  }
}

/** Each thing as it is at the start, all that is known of it together, and how each item came out. */
function whatShows({ start, run }: SampledStart): readonly string[] {
  const things = new Map<string, string>();
  for (const { resource, label, value } of start) {
    const thing = resource?.identity ?? label;
    things.set(thing, `${things.get(thing) ?? thing}; ${label} ${showCell(value)}`);
  }
  const outcomes = eventsOf(run).flatMap((event) => (event.kind === "item" ? [`${event.id} ${event.outcome}`] : []));
  return [...things.values(), ...outcomes];
}
