import type { Place } from "../syntax/ast.ts";
import { argumentText, valueOf } from "../evaluate/call.ts";
import type { Constant, Subject } from "../evaluate/conditions.ts";
import { act } from "../evaluate/run.ts";
import { NOTHING, textsOf } from "../evaluate/values.ts";
import type { Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { existsAtom, isAtom, property, resource } from "../resource.ts";

function feature(name: string): Subject {
  return { kind: "windows_feature", names: { name } };
}

/** A capability by its whole name; `OpenSSH.Client*` names none that the language could. */
function capability(name: string): Subject | undefined {
  return /~~~/.test(name) && !/[*?]/.test(name) ? { kind: "windows_capability", names: { name } } : undefined;
}

function enabledBy(state: Constant): Constant | undefined {
  return /^enabled$|^1$|^installed$|^true$/i.test(String(state)) ? true : /^disabled|^2$|^false$/i.test(String(state)) ? false : undefined;
}

function getFeature(call: Call): Value | undefined {
  const name = argumentText(call, ["featurename", "name"], 0);
  if (name === undefined || /[*?]/.test(name)) return undefined;
  const subject = feature(name);
  return {
    kind: "object",
    subject,
    exists: isAtom(subject, "enabled", true, call.place),
    get: (wanted, at) => (/^(?:state|installed|installstate)$/.test(wanted) ? property(subject, "enabled", at, enabledBy) : undefined),
  };
}

function setFeature(enabled: boolean): (call: Call) => Value | undefined {
  return (call) => {
    const names = textsOf(valueOf(call, ["featurename", "name"], 0) ?? (call.input?.kind === "constant" ? call.input : undefined));
    if (!names) return undefined;
    for (const name of names) act(call.run, { subject: feature(name), state: "present", properties: { enabled } }, call.place);
    return NOTHING;
  };
}

function getCapability(call: Call): Value | undefined {
  const name = argumentText(call, ["name"], 0);
  const subject = name === undefined ? undefined : capability(name);
  if (!subject) return undefined;
  const state = (at: Place): Value => ({
    kind: "data",
    subject,
    exists: existsAtom(subject, at),
    compare: (operator, other, place) =>
      operator !== "eq"
        ? undefined
        : /^installed$/i.test(String(other))
          ? existsAtom(subject, place)
          : /^notpresent$/i.test(String(other))
            ? { op: "not", inner: existsAtom(subject, place) }
            : undefined,
  });
  return resource(subject, call.place, (wanted, at) =>
    wanted === "state" ? state(at) : wanted === "name" ? { kind: "constant", value: String(subject.names["name"]) } : undefined,
  );
}

function setCapability(state: "present" | "absent"): (call: Call) => Value | undefined {
  return (call) => {
    const name = argumentText(call, ["name"], 0);
    const subject = call.input?.kind === "object" ? call.input.subject : name === undefined ? undefined : capability(name);
    if (subject?.kind !== "windows_capability") return undefined;
    act(call.run, { subject, state, properties: {} }, call.place);
    return NOTHING;
  };
}

/** `dism /online /disable-feature /featurename:X`. */
function dism({ run, place, args }: ProgramCall): Value | undefined {
  const line = args.map((arg) => arg ?? "").join(" ");
  const wanted = /\/featurename[:=]"?([\w.-]+)/i.exec(line)?.[1];
  const named = /\/capabilityname[:=]"?([\w.~-]+)/i.exec(line)?.[1];
  if (wanted !== undefined && /\/(?:enable|disable)-feature/i.test(line))
    act(run, { subject: feature(wanted), state: "present", properties: { enabled: /\/enable-feature/i.test(line) } }, place);
  else if (named !== undefined && capability(named) && /\/(?:add|remove)-capability/i.test(line))
    act(
      run,
      {
        subject: { kind: "windows_capability", names: { name: named } },
        state: /\/add-/i.test(line) ? "present" : "absent",
        properties: {},
      },
      place,
    );
  else return undefined;
  return NOTHING;
}

export const idiom: Idiom = {
  commands: {
    "get-windowsoptionalfeature": getFeature,
    "get-windowsfeature": getFeature,
    "enable-windowsoptionalfeature": setFeature(true),
    "disable-windowsoptionalfeature": setFeature(false),
    "install-windowsfeature": setFeature(true),
    "uninstall-windowsfeature": setFeature(false),
    "remove-windowsfeature": setFeature(false),
    "get-windowscapability": getCapability,
    "add-windowscapability": setCapability("present"),
    "remove-windowscapability": setCapability("absent"),
  },
  programs: { dism },
};
