import type { EventStory } from "../model.ts";
import { namesService } from "../rules/meaning.ts";

/** Events of a service, the most telling first: a refused logon, then what it needs, its own end, and only then that it did not start (Get-ServiceFailure). */
const TELLING = [7041, 7038, 7001, 7023, 7024, 7031, 7034, 7009, 7011, 7000];

/** An event is of the same failure when it is this near: logs have local time, events UTC. */
const NEAR = 26 * 3_600_000;

/** The event that says why a service did not start that has one of these names, near to one of these times; without a time the newest. */
export function findServiceEvent(events: readonly EventStory[], names: readonly string[], times: readonly Date[]): EventStory | undefined {
  const named = events.filter(
    (event) =>
      event.finding.rule === `event-${event.id}` && isNear(event.time, times) && names.some((name) => namesService(event.values, name)),
  );
  for (const id of TELLING) {
    const [first, ...rest] = named.filter((event) => event.id === id);
    if (first) return rest.reduce((best, event) => (distance(event.time, times) <= distance(best.time, times) ? event : best), first);
  }
  return undefined;
}

/** A refused logon of any service, near to a failure whose log names none. */
export function findRefusedLogon(events: readonly EventStory[], times: readonly Date[]): EventStory | undefined {
  if (times.length === 0) return undefined;
  return events.filter((event) => (event.id === 7041 || event.id === 7038) && event.time !== undefined && isNear(event.time, times)).at(-1);
}

/** How long before or after the end of a service the crash of its program is written. */
const SAME_CRASH = 2 * 60_000;

/** The crash of a program that has the name of a service that ended unexpectedly, of the same minutes. */
export function findCrash(events: readonly EventStory[], names: readonly string[], time: Date | undefined): EventStory | undefined {
  if (time === undefined) return undefined;
  const known = names.map((name) => name.toLowerCase());
  return events
    .filter(({ finding }) => finding.rule === "crash-dotnet" || finding.rule === "crash-program")
    .filter((event) => event.time !== undefined && Math.abs(event.time.getTime() - time.getTime()) <= SAME_CRASH)
    .filter(({ values: [program = ""] }) => known.includes(program.toLowerCase().replace(/\.exe$/, "")))
    .sort((a, b) => Number(b.finding.rule === "crash-dotnet") - Number(a.finding.rule === "crash-dotnet"))[0];
}

export function isNear(time: Date | undefined, times: readonly Date[]): boolean {
  return time === undefined || times.length === 0 || distance(time, times) <= NEAR;
}

function distance(time: Date | undefined, times: readonly Date[]): number {
  if (time === undefined) return Number.POSITIVE_INFINITY;
  // without a time to compare with: the newer the nearer
  if (times.length === 0) return -time.getTime();
  return Math.min(...times.map((one) => Math.abs(one.getTime() - time.getTime())));
}
