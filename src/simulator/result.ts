import type { PlanScenario } from "../plan/scenario.ts";
import type { TargetName } from "../targets/target.ts";

/** One thing that a scenario demands, and whether it was so. */
export interface ScenarioCheck {
  /** `expect fix succeeded`, `the second fix changes nothing`. */
  readonly name: string;
  readonly passed: boolean;
  /** What was seen instead, in one line: what it came to and why; empty when passed. */
  readonly detail: string;
  /** What the script changed, or what else there is to look at, a line each; empty when passed. */
  readonly difference: string;
  /** `path:line` of the expectation; undefined for what is always demanded. */
  readonly place: string | undefined;
}

/** What running a scenario for one target gave. */
export interface ScenarioResult {
  readonly scenario: PlanScenario;
  readonly target: TargetName;
  readonly checks: readonly ScenarioCheck[];
  /** Milliseconds that its scripts ran, without waiting for an engine. */
  readonly milliseconds: number;
  /** How many times a script ran. */
  readonly runs: number;
  readonly faults: FaultCount | undefined;
  /** Keys of the remedy's goals (coverage/goals.ts) that its fixes reached, the first of each two. */
  readonly reached: ReadonlySet<string>;
}

/** How a scenario stood the faults of `--faults`. */
export interface FaultCount {
  /** Calls that changed the machine in the undisturbed run. */
  readonly effects: number;
  /** Faults that were tried. */
  readonly faults: number;
  /** Those after which an undisturbed run did not converge, or something was lost. */
  readonly survivors: readonly string[];
}

/** Why a check failed, and what there is to look at. */
export function describeCheck({ detail, difference }: ScenarioCheck): string {
  return [detail, difference].filter((part) => part !== "").join("\n");
}

export function isPassed(result: ScenarioResult): boolean {
  return result.checks.every((check) => check.passed) && (result.faults?.survivors.length ?? 0) === 0;
}

/** All counts of `--faults` together; undefined where none was asked for. */
export function sumFaults(results: readonly ScenarioResult[]): FaultCount | undefined {
  const counts = results.flatMap((result) => result.faults ?? []);
  return counts.length === 0 ? undefined : addFaults(counts);
}

export function addFaults(counts: readonly FaultCount[]): FaultCount {
  return {
    effects: counts.reduce((sum, count) => sum + count.effects, 0),
    faults: counts.reduce((sum, count) => sum + count.faults, 0),
    survivors: counts.flatMap((count) => count.survivors),
  };
}
