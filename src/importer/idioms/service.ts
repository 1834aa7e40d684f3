import type { Place } from "../syntax/ast.ts";
import { argumentText, hasSwitch, stopsOnError, valueOf } from "../evaluate/call.ts";
import { and, demandsOf, not } from "../evaluate/conditions.ts";
import type { Constant, Subject } from "../evaluate/conditions.ts";
import { act, raise } from "../evaluate/run.ts";
import { NOTHING, textOf, textsOf, unknown } from "../evaluate/values.ts";
import type { ObjectValue, Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { existsAtom, property, readFilter, resource } from "../resource.ts";

const STATES: Readonly<Record<string, string>> = { running: "running", stopped: "stopped", "4": "running", "1": "stopped" };
const STARTUPS: Readonly<Record<string, string>> = {
  automatic: "automatic",
  auto: "automatic",
  manual: "manual",
  demand: "manual",
  disabled: "disabled",
  automaticdelayedstart: "automatic_delayed",
  "delayed-auto": "automatic_delayed",
  "2": "automatic",
  "3": "manual",
  "4": "disabled",
};

function word(words: Readonly<Record<string, string>>): (written: Constant) => Constant | undefined {
  return (written) => (written === null ? null : words[String(written).toLowerCase()]);
}

function serviceOf(name: string): Subject {
  return { kind: "service", names: { name } };
}

function serviceObject(name: string, place: Place, isWmi: boolean): ObjectValue {
  const subject = serviceOf(name);
  const get = (wanted: string, at: Place): Value | undefined => {
    if (wanted === "status" || wanted === "state")
      return isWmi && wanted === "status" ? unknown("status of WMI") : property(subject, "state", at, word(STATES));
    if (wanted === "starttype" || wanted === "startmode" || wanted === "startuptype")
      return property(subject, "startup", at, word(STARTUPS));
    if (wanted === "name" || wanted === "servicename") return { kind: "constant", value: name };
    return undefined;
  };
  return resource(subject, place, get);
}

/** A selection by a filter: only the name picks one, the rest must hold of it. */
function selection(place: Place): ObjectValue {
  const prototype = serviceOf("\ue000");
  const get = (name: string, at: Place): Value | undefined =>
    name === "name" || name === "servicename" ? property(prototype, "name", at) : serviceObject("\ue000", at, false).get?.(name, at, name);
  return {
    kind: "object",
    exists: existsAtom(prototype, place),
    get,
    where: (condition) => {
      const { literals, rest } = demandsOf(condition);
      const name = literals.find(({ atom, holds }) => holds && atom.property === "name")?.atom.value;
      if (rest !== undefined || typeof name !== "string" || /[*?]/.test(name)) return undefined;
      const found = serviceObject(name, place, false);
      const others = literals
        .filter(({ atom }) => atom.property !== "name" && atom.test === "is")
        .map(({ atom, holds }) => {
          const moved = { op: "atom" as const, atom: { ...atom, subject: serviceOf(name) } };
          return holds ? moved : not(moved);
        });
      return { ...found, exists: and(found.exists, ...others) };
    },
  };
}

function getService(call: Call): Value | undefined {
  const names = textsOf(valueOf(call, ["name"], 0));
  if (!names) return valueOf(call, ["displayname"]) || valueOf(call, ["name"], 0) ? undefined : selection(call.place);
  if (names.some((name) => /[*?]/.test(name))) return undefined;
  const found = names.map((name) => serviceObject(name, call.place, false));
  if (stopsOnError(call)) raise(call.run, not(and(...found.map(({ exists }) => exists))));
  return found.length === 1 ? found[0] : { kind: "list", items: found };
}

/** Names given, or those of what comes through the pipe. */
function namesOf(call: Call): string[] | undefined {
  const given = valueOf(call, ["name", "inputobject"], 0) ?? call.input;
  const items = given?.kind === "list" ? given.items : given ? [given] : [];
  const names = items.map((item) =>
    item.kind === "object" ? (item.subject?.kind === "service" ? String(item.subject.names["name"]) : undefined) : textOf(item),
  );
  return names.length > 0 && names.every((name) => name !== undefined && !/[*?\ue000]/.test(name)) ? (names as string[]) : undefined;
}

function ensureAll(
  call: Call,
  properties: Readonly<Record<string, { word: string }>>,
  state: "present" | "absent" = "present",
): Value | undefined {
  const names = namesOf(call);
  if (!names) return undefined;
  for (const name of names) act(call.run, { subject: serviceOf(name), state, properties }, call.place);
  return hasSwitch(call, "passthru") && names[0] !== undefined ? serviceObject(names[0], call.place, false) : NOTHING;
}

function setService(call: Call): Value | undefined {
  const startup = argumentText(call, ["startuptype"]);
  const state = argumentText(call, ["status"]);
  const properties: Record<string, { word: string }> = {};
  if (startup !== undefined) {
    const known = STARTUPS[startup.toLowerCase()];
    if (known === undefined) return undefined;
    properties["startup"] = { word: known };
  }
  if (state !== undefined) {
    const known = STATES[state.toLowerCase()];
    if (known === undefined) return undefined;
    properties["state"] = { word: known };
  }
  return Object.keys(properties).length === 0 ? undefined : ensureAll(call, properties);
}

/** `sc config NAME start= disabled`, `sc start`, `sc stop`, `sc delete`, `net start`, `net stop`. */
function sc({ run, place, args, name: program }: ProgramCall): Value | undefined {
  const words = args.map((arg) => arg ?? "");
  const verb = words[0]?.toLowerCase();
  const name = words[1];
  if (name === undefined || name === "" || args[1] === undefined) return undefined;
  const ensure = (properties: Readonly<Record<string, { word: string }>>, state: "present" | "absent" = "present"): Value => {
    act(run, { subject: serviceOf(name), state, properties }, place);
    return NOTHING;
  };
  if (verb === "start") return ensure({ state: { word: "running" } });
  if (verb === "stop") return ensure({ state: { word: "stopped" } });
  if (program === "net") return undefined;
  if (verb === "delete") return ensure({}, "absent");
  if (verb !== "config") return undefined;
  const at = words.findIndex((argument) => /^start=/i.test(argument));
  const written = at < 0 ? undefined : (words[at] ?? "").slice(6) || words[at + 1];
  const startup = STARTUPS[(written ?? "").toLowerCase()];
  return startup === undefined ? undefined : ensure({ startup: { word: startup } });
}

function wmiService(call: Call): Value | undefined {
  const name = argumentText(call, ["classname", "class"], 0);
  if (!/^win32_(?:service|baseservice)$/i.test(name ?? "")) return undefined;
  const filter = argumentText(call, ["filter"]);
  const found = filter === undefined ? undefined : readFilter(filter)?.get("name");
  return found === undefined ? selection(call.place) : serviceObject(found, call.place, true);
}

export const idiom: Idiom = {
  commands: {
    "get-service": getService,
    "get-ciminstance": wmiService,
    "get-wmiobject": wmiService,
    "set-service": setService,
    "start-service": (call) => ensureAll(call, { state: { word: "running" } }),
    "stop-service": (call) => ensureAll(call, { state: { word: "stopped" } }),
    "remove-service": (call) => ensureAll(call, {}, "absent"),
    "restart-service": (call) => {
      const names = namesOf(call);
      if (!names) return undefined;
      for (const name of names)
        act(call.run, { subject: serviceOf(name), state: "verb", properties: {}, note: `restart service("${name}")` }, call.place);
      return NOTHING;
    },
  },
  programs: { sc, net: sc },
};
