import type { Place } from "../syntax/ast.ts";
import { argumentText, stopsOnError, valueOf } from "../evaluate/call.ts";
import { not } from "../evaluate/conditions.ts";
import type { Constant, Subject } from "../evaluate/conditions.ts";
import { act, raise } from "../evaluate/run.ts";
import { NOTHING, constant, textOf } from "../evaluate/values.ts";
import type { ObjectValue, Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { existsAtom, property, resource } from "../resource.ts";

function taskSubject(folder: string | undefined, name: string): Subject | undefined {
  if (/[*?]/.test(name) || /[*?]/.test(folder ?? "")) return undefined;
  const path = `\\${`${folder ?? ""}\\${name}`
    .split("\\")
    .filter((part) => part !== "")
    .join("\\")}`;
  return { kind: "scheduled_task", names: { path } };
}

function taskObject(subject: Subject, place: Place): ObjectValue {
  const get = (name: string, at: Place): Value | undefined => {
    if (name === "state") return property(subject, "enabled", at, enabledBy);
    if (name === "settings") return taskObject(subject, at);
    if (name === "enabled") return property(subject, "enabled", at);
    if (name === "taskname") return constant(String(subject.names["path"]).split("\\").at(-1) ?? "");
    return undefined;
  };
  return resource(subject, place, get);
}

/** What a state says of being enabled: a ready one is. */
function enabledBy(state: Constant): Constant | undefined {
  return /^(?:disabled|1)$/i.test(String(state)) ? false : /^(?:ready|3)$/i.test(String(state)) ? true : undefined;
}

function subjectOf(call: Call): Subject | undefined {
  if (call.input?.kind === "object" && call.input.subject?.kind === "scheduled_task") return call.input.subject;
  const name = argumentText(call, ["taskname"], 0);
  return name === undefined ? undefined : taskSubject(argumentText(call, ["taskpath"], 1), name);
}

function getTask(call: Call): Value | undefined {
  const subject = subjectOf(call);
  if (!subject) return undefined;
  if (stopsOnError(call)) raise(call.run, not(existsAtom(subject, call.place)));
  return taskObject(subject, call.place);
}

function ensure(state: "present" | "absent", properties: Readonly<Record<string, boolean>>): (call: Call) => Value | undefined {
  return (call) => {
    const subject = subjectOf(call);
    if (!subject) return undefined;
    act(call.run, { subject, state, properties }, call.place);
    return NOTHING;
  };
}

/** `schtasks /Change /TN path /Disable`, `/Delete`, `/Query`, `/Run`. */
function schtasks({ run, place, args }: ProgramCall): Value | undefined {
  const has = (word: string): boolean => args.some((arg) => arg?.toLowerCase() === word);
  const name = args[args.findIndex((arg) => arg?.toLowerCase() === "/tn") + 1];
  if (!has("/tn") || name === undefined) return undefined;
  const subject = taskSubject(undefined, name);
  if (!subject) return undefined;
  if (has("/query")) return { kind: "condition", condition: existsAtom(subject, place) };
  if (has("/delete")) act(run, { subject, state: "absent", properties: {} }, place);
  else if (has("/change") && (has("/disable") || has("/enable")))
    act(run, { subject, state: "present", properties: { enabled: has("/enable") } }, place);
  else if (has("/run"))
    act(run, { subject, state: "verb", properties: {}, note: `run scheduled_task('${String(subject.names["path"])}')` }, place);
  else return undefined;
  return NOTHING;
}

/** The parts of a task as maps, for the command that registers it. */
function part(names: readonly string[]): (call: Call) => Value {
  return (call) => ({
    kind: "map",
    entries: new Map(
      names.flatMap((name) => {
        const value = call.named.get(name);
        return value ? [[name, value] as const] : [];
      }),
    ),
  });
}

function register(call: Call): Value | undefined {
  const subject = subjectOf(call);
  const action = valueOf(call, ["action"]);
  const trigger = valueOf(call, ["trigger"]);
  const principal = valueOf(call, ["principal"]);
  const xml = argumentText(call, ["xml"]);
  if (!subject) return undefined;
  if (xml !== undefined) {
    act(call.run, { subject, state: "present", properties: { definition: xml } }, call.place);
    return NOTHING;
  }
  const from = (value: Value | undefined, name: string): string | undefined =>
    value?.kind === "map" ? textOf(value.entries.get(name)) : undefined;
  const program = fullProgram(from(action, "execute"));
  const user = argumentText(call, ["user"]) ?? from(principal, "userid") ?? from(principal, "groupid");
  const triggers = triggerOf(trigger);
  if (program === undefined || !triggers) return undefined;
  const given = from(action, "argument");
  act(
    call.run,
    {
      subject,
      state: "present",
      properties: {
        program,
        ...(given === undefined ? {} : { arguments: given.match(/"[^"]*"|\S+/g)?.map((text) => text.replaceAll('"', "")) ?? [] }),
        ...triggers,
        ...(user === undefined ? {} : { run_as: user.replace(/^NT AUTHORITY\\/i, "").toUpperCase() === "SYSTEM" ? "SYSTEM" : user }),
      },
    },
    call.place,
  );
  return NOTHING;
}

/** Programs that scripts name without their folder, which a task of the language has. */
function fullProgram(program: string | undefined): string | undefined {
  if (program === undefined || /^(?:[A-Za-z]:\\|%)/.test(program)) return program;
  if (/^powershell(?:\.exe)?$/i.test(program)) return "%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
  return /^(?:cmd|wscript|cscript|schtasks|msiexec|rundll32|reg|usoclient|gpupdate)(?:\.exe)?$/i.test(program)
    ? `%SystemRoot%\\System32\\${program.replace(/\.exe$/i, "")}.exe`
    : undefined;
}

function triggerOf(trigger: Value | undefined): Record<string, string | boolean> | undefined {
  if (trigger?.kind !== "map") return undefined;
  const { entries } = trigger;
  const at = /^(\d{1,2})(?::(\d\d))?\s*(am|pm)?$/i.exec(textOf(entries.get("at")) ?? "");
  if (entries.has("atlogon")) return { at_logon: true };
  if (entries.has("atstartup")) return { at_startup: true };
  if (!entries.has("daily") || !at) return undefined;
  const hour = (Number(at[1]) % (at[3] ? 12 : 24)) + (/pm/i.test(at[3] ?? "") ? 12 : 0);
  return { daily_at: `${String(hour).padStart(2, "0")}:${at[2] ?? "00"}` };
}

export const idiom: Idiom = {
  commands: {
    "get-scheduledtask": getTask,
    "disable-scheduledtask": ensure("present", { enabled: false }),
    "enable-scheduledtask": ensure("present", { enabled: true }),
    "unregister-scheduledtask": ensure("absent", {}),
    "start-scheduledtask": (call) => {
      const subject = subjectOf(call);
      if (subject)
        act(
          call.run,
          { subject, state: "verb", properties: {}, note: `run scheduled_task('${String(subject.names["path"])}')` },
          call.place,
        );
      return subject && NOTHING;
    },
    "new-scheduledtaskaction": part(["execute", "argument"]),
    "new-scheduledtasktrigger": part(["daily", "at", "atlogon", "atstartup", "once", "weekly", "repetitioninterval"]),
    "new-scheduledtaskprincipal": part(["userid", "groupid"]),
    "new-scheduledtasksettingsset": part([]),
    "new-scheduledtask": part(["action", "trigger", "principal"]),
    "register-scheduledtask": register,
  },
  programs: { schtasks },
};
