import { availableParallelism, loadavg, platform } from "node:os";
import type { Timing } from "./measure.ts";

/**
 * What slows every start of Node: it parses the certificates of NODE_EXTRA_CA_CERTS (65 milliseconds for an empty program instead of 28, which
 * halves every ratio) and obeys NODE_OPTIONS, which may preload modules.
 */
const SLOW_STARTS = ["NODE_EXTRA_CA_CERTS", "NODE_OPTIONS"];

/**
 * Takes out of an environment what slows every start of Node; gives a copy of how it was. The bench does that to its own environment, because all
 * that it starts inherits it, also through functions that spawn for themselves.
 */
export function clearEnvironment(environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const original = { ...environment };
  for (const name of SLOW_STARTS) Reflect.deleteProperty(environment, name);
  return original;
}

/** What says how far the figures of a run can be trusted. */
export interface Machine {
  readonly node: string;
  readonly processors: number;
  /** Averages over a minute; undefined on Windows, which has none. */
  readonly load: { readonly start: number | undefined; readonly end: number | undefined };
}

/** The load average of the last minute; undefined on Windows, where Node answers 0 whatever goes on. */
export function getLoad(): number | undefined {
  return platform() === "win32" ? undefined : loadavg()[0];
}

/** Describes the machine at the end of a run that began with the load `start`. */
export function describeMachine(start: number | undefined): Machine {
  return { node: process.version, processors: availableParallelism(), load: { start, end: getLoad() } };
}

/** Says why the figures of a run are not to be trusted: others kept the machine busy. `empty` are the times of the empty Node program. */
export function findUnrest({ load }: Machine, empty: Timing): string[] {
  const reasons: string[] = [];
  if (load.start !== undefined && load.start > 1) reasons.push(`the load average was ${load.start.toFixed(2)} at start`);
  // Of a calm machine the median lies within a tenth of the fastest time, and the slowest, now and then, half as high again.
  if (empty.median > 1.25 * empty.fastest || empty.slowest > 2 * empty.fastest) {
    const [fastest, median, slowest] = [empty.fastest, empty.median, empty.slowest].map((time) => time.toFixed(0));
    reasons.push(`an empty Node program took ${fastest} to ${slowest} ms, median ${median}`);
  }
  return reasons;
}
