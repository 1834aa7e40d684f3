import type { Value } from "../../checker/value.ts";
import { bool, isTrue } from "../../proof/cell.ts";
import type { KindModel } from "../../proof/kind-model.ts";
import type { Thing } from "../../proof/thing.ts";
import { setState } from "../../proof/walk/rule-01-item.ts";

const word = (member: string): Value => ({ kind: "enum", member });
const isOneOf = (value: Value, members: readonly string[]): boolean => value.kind === "enum" && members.includes(value.member);

/** Those that tamper protection keeps as they are. */
const GUARDED: readonly string[] = ["cloud_protection", "real_time_protection"];
const SILENT: readonly string[] = ["missing", "not_running"];

/** Whether Windows has it is told by its mode, too. */
function fits(thing: Thing, property: string, value: Value): boolean {
  const [mode, installed] = [
    property === "mode" ? value : thing.known("mode"),
    property === "installed" ? value : thing.known("installed"),
  ];
  return mode === undefined || installed === undefined || isOneOf(mode, ["missing"]) !== isTrue(installed);
}

/** Where it is missing or does not run, nothing of it can be read but that; another product, a policy and tamper protection keep its settings. */
export const model: KindModel = {
  mayBeUnreadable: true,
  distinguishes: { mode: [...SILENT, "normal", "passive"].map(word) },
  fits,
  unreadable: (thing, property) =>
    property === "installed" || property === "mode" || !isSilent(thing)
      ? undefined
      : "Microsoft Defender Antivirus is missing or does not run",
  holds: (thing) => (isSilent(thing) ? false : undefined),
  blocker: (thing, { states }) => {
    if (thing.isAsked("mode") && !isOneOf(thing.get("mode"), ["normal", "other"])) return "another product protects the machine";
    if (isSilent(thing)) return "it does not run";
    const guarded = GUARDED.filter((name) => states.has(name));
    if (guarded.length === 0 || !thing.isAsked("tamper_protected") || !isTrue(thing.get("tamper_protected"))) return undefined;
    return guarded.some((name) => !thing.isAlready(name, states.get(name))) ? "tamper protection keeps it" : undefined;
  },
  ties: [{ kind: "service", key: "windefend", openedBy: { what: "all", when: ["state", "exists"] } }],
  fix: (thing, { states }) => {
    for (const [name, value] of states) {
      setState(thing, name, value);
      if (name === "real_time_protection") thing.set("real_time_active", bool(isTrue(value)));
    }
  },
  verbs: {
    update: (thing) => {
      if (isSilent(thing)) return "it does not run";
      for (const name of ["signature_age", "signature_version", "engine_version"]) thing.open(name);
      return undefined;
    },
    scan: (thing) => (isSilent(thing) ? "it does not run" : undefined),
  },
};

/** Nobody asks where the remedy does not tell its mode apart. */
function isSilent(thing: Thing): boolean {
  if (thing.isAsked("mode")) return isOneOf(thing.get("mode"), SILENT);
  return thing.isAsked("installed") && !isTrue(thing.get("installed"));
}
