import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import { bool, isTrue, NONE } from "../../proof/cell.ts";

const word = (member: string): Value => ({ kind: "enum", member });
const is = (value: Value | undefined, member: string): boolean => value?.kind === "enum" && value.member === member;

/** What the Task Scheduler does: a task that is switched off does not run, and one that was made has not run. */
export const model: KindModel = {
  makesFrom: ["program", "definition"],
  distinguishes: { state: [word("ready"), word("running"), word("disabled")] },
  fresh: { enabled: [bool(true)], state: [word("ready")], last_run_age: [NONE], last_result: [NONE] },
  fits: (thing, property, value) => {
    const enabled = thing.known("enabled");
    if (property === "state") return !enabled || is(value, "disabled") === !isTrue(enabled);
    const state = thing.known("state");
    return property !== "enabled" || !state || is(state, "disabled") === !isTrue(value);
  },
  changed: (thing, property) => {
    if (property === "enabled" && !is(thing.known("state"), "running")) thing.become("state", undefined);
  },
  restarted: (thing) => {
    for (const name of ["state", "last_result", "last_run_age"]) thing.become(name, undefined);
  },
  verbs: {
    run: (thing) => {
      if (!thing.exists()) return "it is missing";
      if (!isTrue(thing.get("enabled"))) return "it is switched off";
      thing.open("last_run_age");
      thing.set("last_result", { kind: "int", value: 0 });
      thing.set("state", word("ready"));
      return undefined;
    },
    stop: (thing) => {
      if (thing.exists() && is(thing.get("state"), "running")) thing.set("state", word("ready"));
      return undefined;
    },
  },
};
