import type { SimulationRequest, SimulationResult } from "./machine.ts";
import type { SimulatedWindows } from "./simulated-windows.ts";

/** How often a run may be put off until it counts as blocked for good. */
const LIMIT = 3;
const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { d: 24 * HOUR, h: HOUR, m: 60_000, s: 1000, ms: 1 };

/**
 * The same Windows, on which nobody gives up before a day has passed. The actions of a `check` that were interrupted count as tried, and a remedy that
 * failed three times in a row rests (Semantics 8): the script says so, and it is the run after that time that must come to the same as without a fault.
 */
export function waitingForNextDay(windows: SimulatedWindows): SimulatedWindows {
  return {
    async run(request) {
      let result = await windows.run(request);
      for (let i = 0; i < LIMIT && request.fault === null; i++) {
        const pause = findPause(result);
        if (pause === undefined) break;
        result = await windows.run(runLater(request, result, pause));
      }
      return result;
    },
  };
}

/** Milliseconds after which the script that has run would try again; undefined when it does not wait for that. */
function findPause({ output }: SimulationResult): number | undefined {
  const line = output.at(-1) ?? "";
  const period = /its actions ran within the last (\d+)(d|h|ms|m|s)\b/.exec(line);
  if (period) return Number(period[1]) * (UNITS[period[2] ?? ""] ?? 0);
  return line.includes("runs failed in a row; not tried again for a day") ? UNITS["d"] : undefined;
}

function runLater(request: SimulationRequest, { machine }: SimulationResult, pause: number): SimulationRequest {
  const later = structuredClone(machine);
  later.clock.now += pause + HOUR;
  later.clock.uptime += pause + HOUR;
  return { ...request, machine: later, restart: false };
}
