import { startOf } from "./counterexample.ts";
import type { StartFact } from "./counterexample.ts";
import { runRepair } from "./run.ts";
import type { Run, Subject } from "./run.ts";
import type { Cell } from "./cell.ts";
import { State } from "./state.ts";
import { eventsOf } from "./trace.ts";
import type { Slot } from "./walk/recall.ts";
import { detect } from "./walk/rule-05-detection.ts";
import type { DetectOutcome } from "./walk/rule-05-detection.ts";

/** A start state of which a run looked at all that it wanted to know, and what the model says of it. */
export interface SampledStart {
  readonly start: readonly StartFact[];
  /** The state that a run starts from, with nothing else known of the machine. */
  readonly state: State<Cell>;
  readonly verdict: DetectOutcome;
  readonly run: Run;
}

/** Draws one start state in which nothing goes wrong besides what the machine is like; `pick` takes one of so many classes. Undefined where what it drew contradicts itself. */
export function sampleStart(subject: Subject, pick: (count: number) => number): SampledStart | undefined {
  const begin = (walk: Parameters<typeof detect>[1]): void => {
    walk.memory.setNote("verdict", detect(subject.steps, walk));
    walk.memory.step = "";
  };
  const options = { mayBeDisturbed: false, joins: false, slots: new Map<string, Slot>(), begin };
  const { runs } = runRepair(subject, new State(subject.context.space), { left: Infinity, pick }, options);
  const [run] = runs;
  if (!run) return undefined;
  const events = eventsOf(run);
  const state = new State<Cell>(subject.context.space);
  for (const event of events) if (event.kind === "start") state.set(event.variable, event.value);
  return { start: startOf(subject.context, events), state, verdict: run.memory.noteOf("verdict") as DetectOutcome, run };
}

/** Every way that a run can go from a state, where nothing goes wrong besides, and no policy is applied before it. */
export function runsFrom(subject: Subject, state: State<Cell>, budget: number): readonly Run[] {
  return runRepair(subject, state, { left: budget }, { mayBeDisturbed: false, joins: false, isSoon: true, slots: new Map() }).runs;
}
