import { findUnexplained, isProcessNumber } from "./attribution.ts";
import { renderDifferences } from "./difference.ts";
import type { Effect, Fault, Machine, MachineSnapshot, SimulationResult } from "./machine.ts";
import { createRecovery } from "./recovery.ts";
import { addFaults } from "./result.ts";
import type { FaultCount } from "./result.ts";
import type { DeployedScripts, ScenarioContext } from "./run-scenario.ts";

/** What is tried: a call fails or hangs, or the script is killed. */
type TriedFault = Fault["kind"] | "kill-before" | "kill-after" | "kill-during";

/** What is tried at every effect on the machine. */
const KINDS: readonly TriedFault[] = ["fail", "time-out", "kill-before", "kill-after", "kill-during"];
/** What is tried at a write of the script's own log, lock or marks: a kill there leaves the machine as a kill at the neighbouring effect does. */
const OWN_KINDS: readonly TriedFault[] = ["fail", "kill-after"];

/**
 * Log lines differ by nothing but their text, so the first of a run stands for all of them. A journal is read by no later run of the fix: a kill after it is one before what it
 * announces.
 */
function chooseFaults(effects: readonly Effect[]): { readonly kind: TriedFault; readonly effect: Effect }[] {
  const firstLog = effects.find((effect) => effect.function === "Add-LogText");
  return effects
    .filter((effect) => effect.function !== "Add-LogText" || effect === firstLog)
    .flatMap((effect) =>
      (effect.about === "machine" ? KINDS : OWN_KINDS.filter((kind) => kind === "fail" || effect.function !== "Add-JournalText")).map(
        (kind) => ({ kind, effect }),
      ),
    );
}

/** Which faults are tried; undefined: all. */
export type FaultChoice = (kind: TriedFault, effect: Effect) => boolean;

/**
 * Tries the faults at every effect that the undisturbed run of the fix has on each machine, or those of them that `choose` takes. After each, an undisturbed run (and one more where Windows
 * had to be restarted first) must come to the same outcome as without the fault, and nothing that the remedy does not name may be lost. `onFault` is
 * called after each.
 */
export async function runFaults(
  machines: readonly Machine[],
  scripts: DeployedScripts,
  context: ScenarioContext,
  onFault: () => void = () => undefined,
  choose?: FaultChoice,
): Promise<FaultCount> {
  return addFaults(await Promise.all(machines.map((machine) => runFaultsOn(machine, scripts, context, onFault, choose))));
}

async function runFaultsOn(
  machine: Machine,
  scripts: DeployedScripts,
  context: ScenarioContext,
  onFault: () => void,
  choose: FaultChoice | undefined,
): Promise<FaultCount> {
  const run = (fault: Fault | null, snapshots = false) =>
    context.windows.run({ machine, script: scripts.fix.path, parameters: {}, fault, restart: false, ...(snapshots ? { snapshots } : {}) });
  const first = await run(null, choose === undefined);
  if (first.failure !== "") return { effects: 0, faults: 0, survivors: [`without a fault: ${first.failure}`] };
  const tried = chooseFaults(first.effects).filter(({ kind, effect }) => choose?.(kind, effect) ?? true);
  if (tried.length === 0) return { effects: 0, faults: 0, survivors: [] };
  // Snapshots make a run twice as long, so one that may have nothing to try goes without.
  const undisturbed = choose === undefined ? first : await run(null, true);
  const recover = createRecovery(machine, scripts, context);
  const wanted = await recover(undisturbed.machine);
  // What a restart of Windows itself changes (services that start with it, what is volatile) is no loss.
  let afterRestart: Promise<SimulationResult> | undefined;
  const restarted = async (): Promise<Machine> => {
    afterRestart ??= context.windows.run({ machine, script: null, parameters: {}, fault: null, restart: true });
    return (await afterRestart).machine;
  };
  const findSurvivor = async ({ kind, effect }: (typeof tried)[number]): Promise<string[]> => {
    const where = `${kind} at effect ${effect.number}, ${effect.function} ${effect.text}`;
    const disturbed =
      kind === "fail" || kind === "time-out" ? await run({ kind, effect: effect.number }) : findKilled(undisturbed, kind, effect);
    if (disturbed.failure !== "") return [`${where}: the script broke off: ${disturbed.failure}`];
    const recovered = await recover(disturbed.machine);
    if (recovered.outcome !== wanted.outcome) return [`${where}: then ${recovered.line}`];
    const unexplained = recovered.restarted
      ? findUnexplained(await restarted(), recovered.machine, scripts.plan).filter((difference) => !isProcessNumber(difference))
      : findUnexplained(machine, recovered.machine, scripts.plan);
    return unexplained.length > 0 ? [`${where}: lost or changed\n${renderDifferences(unexplained)}`] : [];
  };
  const found = await Promise.all(tried.map((fault) => findSurvivor(fault).finally(onFault)));
  return { effects: new Set(tried.map(({ effect }) => effect)).size, faults: tried.length, survivors: found.flat() };
}

/**
 * The machine of a script that was killed. Nobody kills it: the machine as it was at that moment of the undisturbed run is what a kill leaves behind.
 * A call that starts no program is over when it has done its work, so a kill during it is one after it.
 */
function findKilled(run: SimulationResult, kind: TriedFault, effect: Effect): { readonly failure: string; readonly machine: Machine } {
  const find = (moment: MachineSnapshot["moment"]): MachineSnapshot | undefined =>
    run.snapshots.find((snapshot) => snapshot.effect === effect.number && snapshot.moment === moment);
  const found = kind === "kill-before" ? find("before") : kind === "kill-during" ? (find("during") ?? find("after")) : find("after");
  if (!found) throw new Error(`the simulation kept no snapshot for ${kind} at effect ${effect.number}, ${effect.function}`);
  return { failure: "", machine: found.machine };
}
