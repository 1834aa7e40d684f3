import { findUnexplained } from "./attribution.ts";
import { renderDifferences } from "./difference.ts";
import type { Effect, Fault, Machine } from "./machine.ts";
import { readOutcome } from "./outcome.ts";
import type { FaultCount } from "./result.ts";
import type { DeployedScripts, ScenarioContext } from "./run-scenario.ts";

/** What is tried at every effect on the machine. */
const KINDS: readonly Fault["kind"][] = ["fail", "time-out", "kill-before", "kill-after", "kill-during"];
/** What is tried at a write of the script's own log, lock or marks: a kill there leaves the machine as a kill at the neighbouring effect does. */
const OWN_KINDS: readonly Fault["kind"][] = ["fail", "kill-after"];

/** Log lines differ by nothing but their text, so the first of a run stands for all of them. */
function chooseFaults(effects: readonly Effect[]): { readonly kind: Fault["kind"]; readonly effect: Effect }[] {
  const firstLog = effects.find((effect) => effect.function === "Add-LogText");
  return effects
    .filter((effect) => effect.function !== "Add-LogText" || effect === firstLog)
    .flatMap((effect) => (effect.about === "machine" ? KINDS : OWN_KINDS).map((kind) => ({ kind, effect })));
}

/** How an undisturbed run ends from some machine: known once for each machine, since many faults leave the same one behind. */
type Recoveries = Map<string, Promise<{ readonly outcome: string; readonly line: string; readonly machine: Machine }>>;

/**
 * Runs the fix once more for the faults at every effect that the undisturbed run has on the machine. After each, an undisturbed run (and one more
 * where Windows had to be restarted first) must come to the same outcome as without the fault, and nothing that the remedy does not name may be lost.
 */
export async function runFaults(machines: readonly Machine[], scripts: DeployedScripts, context: ScenarioContext): Promise<FaultCount> {
  const survivors: string[] = [];
  const recoveries: Recoveries = new Map();
  let effects = 0;
  let faults = 0;
  for (const machine of machines) {
    const undisturbed = await context.windows.run({
      machine: structuredClone(machine),
      script: scripts.fix.path,
      parameters: {},
      fault: null,
      restart: false,
    });
    const wanted = await recover(undisturbed.machine, scripts, context, recoveries);
    const tried = chooseFaults(undisturbed.effects);
    effects += new Set(tried.map(({ effect }) => effect)).size;
    faults += tried.length;
    const found = await Promise.all(
      tried.map(async ({ kind, effect }) => {
        const disturbed = await context.windows.run({
          machine: structuredClone(machine),
          script: scripts.fix.path,
          parameters: {},
          fault: { kind, effect: effect.number },
          restart: false,
        });
        const recovered = await recover(disturbed.machine, scripts, context, recoveries);
        const where = `${kind} at effect ${effect.number}, ${effect.function} ${effect.text}`;
        const unexplained = findUnexplained(machine, recovered.machine, scripts.plan);
        if (recovered.outcome !== wanted.outcome) return [`${where}: then ${recovered.line}`];
        return unexplained.length > 0 ? [`${where}: lost or changed\n${renderDifferences(unexplained)}`] : [];
      }),
    );
    survivors.push(...found.flat());
  }
  return { effects, faults, survivors };
}

/** Runs the fix undisturbed, after a restart once more when it asks for one. */
function recover(
  machine: Machine,
  scripts: DeployedScripts,
  context: ScenarioContext,
  recoveries: Recoveries,
): ReturnType<typeof recoverOnce> {
  const key = JSON.stringify(machine);
  const known = recoveries.get(key) ?? recoverOnce(machine, scripts, context);
  recoveries.set(key, known);
  return known;
}

async function recoverOnce(
  machine: Machine,
  scripts: DeployedScripts,
  context: ScenarioContext,
): Promise<{ readonly outcome: string; readonly line: string; readonly machine: Machine }> {
  const run = (from: Machine, restart: boolean) =>
    context.windows.run({ machine: structuredClone(from), script: scripts.fix.path, parameters: {}, fault: null, restart });
  let result = await run(machine, false);
  let outcome = readOutcome(result, scripts.fix.role, true);
  if (outcome.outcome === "restart_needed") {
    result = await run(result.machine, true);
    outcome = readOutcome(result, scripts.fix.role, true);
  }
  return { ...outcome, machine: result.machine };
}
