import type { Value } from "../../checker/value.ts";
import { bool, isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";

/** CM_PROB_DISABLED (cfg.h): the problem of a device that somebody has disabled. */
const DISABLED: Value = { kind: "int", value: 22 };
const NONE: Value = { kind: "int", value: 0 };

const isCode = (value: Value | undefined, code: Value): boolean =>
  value?.kind === "int" && code.kind === "int" && value.value === code.value;

/** It is enabled, has a problem or not, and which one: these follow from one another. */
const FITS: { readonly [property: string]: (thing: Thing, value: Value) => boolean } = {
  enabled: (thing, value) => {
    const code = thing.known("problem_code");
    return code === undefined || isCode(code, DISABLED) !== isTrue(value);
  },
  problem: (thing, value) => {
    const [code, enabled] = [thing.known("problem_code"), thing.known("enabled")];
    if (enabled && !isTrue(enabled)) return !isTrue(value);
    return code === undefined || (!isCode(code, NONE) && !isCode(code, DISABLED)) === isTrue(value);
  },
  problem_code: (thing, value) => {
    const [problem, enabled] = [thing.known("problem"), thing.known("enabled")];
    if (enabled && isCode(value, DISABLED) === isTrue(enabled)) return false;
    return problem === undefined || (!isCode(value, NONE) && !isCode(value, DISABLED)) === isTrue(problem);
  },
};

/** What is not connected cannot be made. Windows may ask for a restart, and restarts none that is disabled. */
export const model: KindModel = {
  mayBeMissing: true,
  makesFrom: [],
  restart: "may",
  distinguishes: { problem_code: [NONE, DISABLED] },
  fits: (thing, property, value) => FITS[property]?.(thing, value) ?? true,
  works: (thing) => thing.exists() && (isTrue(thing.get("enabled")) || thing.isWished("enabled", bool(false))),
  fix: (thing, { states }) => {
    const enabled = states.get("enabled");
    if (!enabled) return;
    thing.set("enabled", enabled);
    if (!isTrue(enabled)) thing.set("problem_code", DISABLED);
    else thing.open("problem_code");
    thing.open("problem");
  },
  // An adapter that is disabled is no interface any more.
  ties: [
    { kind: "network_interface", opens: { what: "all" } },
    { kind: "network", opens: { what: "all" } },
  ],
  verbs: {
    restart: (thing) => {
      if (!thing.exists()) return "it is not connected";
      if (!isTrue(thing.get("enabled"))) return "it is disabled";
      thing.open("problem_code");
      thing.open("problem");
      if (thing.world.choices.choose(2) === 1) thing.askForRestart();
      return undefined;
    },
  },
};
