import type { Measure, NamedMeasure } from "./measure.ts";

/** What another compiler takes for an input of the same size. */
export interface Comparison extends Measure {
  readonly peer: string;
  /** How many times its time ours is. */
  readonly ratio: Measure;
}

/** What a row should reach, and whether its median does. */
export interface Target {
  readonly text: string;
  readonly isMet: boolean;
}

/** A row of the table. */
export interface Row extends NamedMeasure {
  readonly unit: "ms" | "MB" | "x";
  /** How many times what an empty Node program takes in the same run; undefined for what is no time. */
  readonly ratio?: Measure | undefined;
  readonly comparisons: readonly Comparison[];
  readonly target?: Target | undefined;
  /** What the figure is of, where its name does not say all. */
  readonly remark?: string | undefined;
}

/**
 * The most that a median may be: a ratio to the empty Node program, as ratios carry over from machine to machine and milliseconds do not; or
 * milliseconds where a person waits, whose patience no machine changes.
 */
export type Limit = { readonly ratio: number } | { readonly milliseconds: number };

/** How many times `other` a measure is, by the fastest and by the median. */
export function divide(measure: Measure, other: Measure): Measure {
  return { fastest: measure.fastest / other.fastest, median: measure.median / other.median };
}

/** A row of a time: `empty` is what an empty Node program takes, `peers` are what others take for the same. */
export function timeRow(
  { name, fastest, median }: NamedMeasure,
  empty: Measure,
  { limit, peers = [] }: { readonly limit?: Limit | undefined; readonly peers?: readonly NamedMeasure[] } = {},
): Row {
  const ratio = divide({ fastest, median }, empty);
  const comparisons = peers.map((peer) => ({
    peer: peer.name,
    fastest: peer.fastest,
    median: peer.median,
    ratio: divide({ fastest, median }, peer),
  }));
  return { name, unit: "ms", fastest, median, ratio, comparisons, target: limit && judge(limit, ratio, median) };
}

function judge(limit: Limit, ratio: Measure, median: number): Target {
  if ("ratio" in limit) return { text: `<= ${limit.ratio}x`, isMet: ratio.median <= limit.ratio };
  return { text: `<= ${limit.milliseconds} ms`, isMet: median <= limit.milliseconds };
}

/** A row of how many times the time of a smaller input a larger one takes. */
export function growthRow(name: string, larger: Measure, smaller: Measure, most: number): Row {
  const growth = divide(larger, smaller);
  return { name, unit: "x", ...growth, comparisons: [], target: { text: `<= ${most}x`, isMet: growth.median <= most } };
}

/** A row of megabytes, which hardly differ from run to run. */
export function memoryRow(name: string, megabytes: number): Row {
  return { name, unit: "MB", fastest: megabytes, median: megabytes, comparisons: [] };
}
