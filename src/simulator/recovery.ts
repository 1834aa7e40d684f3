import type { Machine, RegistryKey, SimulationRequest } from "./machine.ts";
import { readOutcome } from "./outcome.ts";
import type { RunOutcome } from "./outcome.ts";
import type { DeployedScripts, ScenarioContext } from "./run-scenario.ts";

/** How an undisturbed run ends that comes after a fault. */
export interface Recovery extends RunOutcome {
  /** The machine that it leaves. */
  readonly machine: Machine;
  /** Whether Windows had to be restarted on the way. */
  readonly restarted: boolean;
}

/** Gives the recovery of a machine; it runs once for machines that are the same when the next run begins. */
export type Recover = (machine: Machine) => Promise<Recovery>;

/** The next run begins at a full minute; so long at most passes before it. */
const MINUTE = 60_000;
/** Lines of the script's own log (`templates/engine/repair/Open-Run.ps1`). */
const OWN_LOG = /\\Remedyc\\[^\\]+\.(?:log|jsonl)$/i;
/** The key of the script's marks (`templates/engine/platform/Write-Mark.ps1`). */
const OWN_MARKS = /^HKLM\\SOFTWARE\\Remedyc\\[^\\]+$/i;
/** Far below the size at which the next run would move the log away (1 MB, in Open-Run.ps1). */
const SHORT_LOG = 65_536;

/** Recoveries after faults in a run that began on `from`. */
export function createRecovery(from: Machine, scripts: DeployedScripts, context: ScenarioContext): Recover {
  const known = new Map<string, Promise<Recovery>>();
  return (machine) => {
    const start = waitForNextRun(machine, from);
    const key = JSON.stringify(start);
    const recovery = known.get(key) ?? recover(start, scripts, context);
    known.set(key, recovery);
    return recovery;
  };
}

/**
 * The machine on which the next run begins. A channel starts it minutes or hours later, so the moment is free: here it is the next full minute, unless
 * something happens of itself until then, which the next run may also meet: then it begins at once. Nothing else is done than to let the time pass, and
 * machines of which one becomes the other by waiting are one. Lines that the script has logged are dropped, since no script reads its own log; the file
 * stays, and a long one stays as it is; the summary that it keeps for detection is dropped, too. All else is part of the comparison: two machines are one only when they are equal then, to the last value.
 */
export function waitForNextRun(machine: Machine, from: Machine): Machine {
  const { now, uptime } = machine.clock;
  const minute = Math.ceil(now / MINUTE) * MINUTE;
  const start = findNextEvent(machine) <= minute ? now : minute;
  const files = Object.entries(machine.files).map(([path, file]): [string, Machine["files"][string]] => [
    path,
    OWN_LOG.test(path) && file.size === undefined && file.content.length < SHORT_LOG ? { ...file, content: "", written: start } : file,
  ]);
  return {
    ...machine,
    registry: Object.fromEntries(Object.entries(machine.registry).map(([key, row]) => [key, OWN_MARKS.test(key) ? dropLastRun(row) : row])),
    clock: { now: start, uptime: uptime + start - now },
    host: from.host,
    variables: { ...machine.variables, process: from.variables.process },
    files: Object.fromEntries(files),
  };
}

/** What the last run came to is read by detection alone, for its text. */
function dropLastRun(row: RegistryKey): RegistryKey {
  return { ...row, values: Object.fromEntries(Object.entries(row.values).filter(([name]) => name !== "LastRun")) };
}

/** When the machine changes next without a script: a service arrives in its state, a program or another installation ends, Group Policy refreshes. */
function findNextEvent({ clock, services, jobs, installer, policy, files }: Machine): number {
  const due = [
    policy.nextRefresh,
    ...jobs.map((job) => (job.quietUntil > clock.now ? job.quietUntil : job.at)),
    ...Object.values(services).flatMap((service) => (service.settles ? [service.settles.at] : [])),
  ];
  // those of the past are over, 0 and -1 mean never and always
  const ends = [installer.busyUntil, ...Object.values(files).flatMap((file) => file.lockedUntil ?? [])].filter((end) => end > clock.now);
  return Math.min(...due, ...ends);
}

async function recover(machine: Machine, scripts: DeployedScripts, context: ScenarioContext): Promise<Recovery> {
  const run = async (request: Pick<SimulationRequest, "machine" | "restart">): Promise<Recovery> => {
    const result = await context.windows.run({ ...request, script: scripts.fix.path, parameters: {}, fault: null });
    return { ...readOutcome(result, scripts.fix.role, true), machine: result.machine, restarted: request.restart };
  };
  const first = await run({ machine, restart: false });
  return asksForRestart(first) ? run({ machine: first.machine, restart: true }) : first;
}

/** Either the run asks for a restart, or it can do nothing before one (docs/language.md: a fix that needs a restart is blocked until Windows has restarted). */
function asksForRestart({ outcome, line }: RunOutcome): boolean {
  return outcome === "restart_needed" || (outcome === "blocked" && line.includes("waiting for restart: "));
}
