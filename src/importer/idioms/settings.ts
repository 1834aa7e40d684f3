import type { Place } from "../syntax/ast.ts";
import { argumentText, hasSwitch, valueOf } from "../evaluate/call.ts";
import type { Constant, Subject } from "../evaluate/conditions.ts";
import { act } from "../evaluate/run.ts";
import type { PropertyValue, Run } from "../evaluate/run.ts";
import { NOTHING, constant, textOf, textsOf } from "../evaluate/values.ts";
import type { Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { property, resource } from "../resource.ts";

/** Environment variables, the time zone, firewall, processes and winget: kinds with few ways to be written. */
function variable(name: string, scope: string | undefined): Subject | undefined {
  if (/^machine$/i.test(scope ?? "")) return { kind: "environment_variable", names: { name } };
  return /^user$/i.test(scope ?? "") ? { kind: "environment_variable", names: { name, scope: "user" } } : undefined;
}

function readVariable([name, scope]: readonly Value[], _: Run, place: Place): Value | undefined {
  const subject = variable(textOf(name) ?? "", textOf(scope));
  return subject && property(subject, "value", place);
}

function writeVariable([name, value, scope]: readonly Value[], run: Run, place: Place): Value | undefined {
  const subject = variable(textOf(name) ?? "", textOf(scope));
  const text = textOf(value);
  if (!subject || (text === undefined && value !== NOTHING)) return undefined;
  act(
    run,
    text === undefined || text === ""
      ? { subject, state: "absent", properties: {} }
      : { subject, state: "present", properties: { value: text } },
    place,
  );
  return NOTHING;
}

const ZONE: Subject = { kind: "time_zone", names: {} };

function setZone(run: Run, id: string | undefined, place: Place): Value | undefined {
  if (id === undefined) return undefined;
  act(run, { subject: ZONE, state: "present", properties: { id } }, place);
  return NOTHING;
}

function processNames(call: Call): string[] | undefined {
  const given = valueOf(call, ["name", "processname"], 0);
  const names = given
    ? textsOf(given)
    : call.input?.kind === "object" && call.input.subject?.kind === "process"
      ? [String(call.input.subject.names["name"])]
      : call.input?.kind === "list"
        ? call.input.items.map((item) => (item.kind === "object" ? String(item.subject?.names["name"]) : "*"))
        : undefined;
  return names?.every((name) => !/[*?]/.test(name)) === true ? names : undefined;
}

function processSubject(name: string): Subject {
  return { kind: "process", names: { name: name.replace(/\.exe$/i, "") } };
}

function getProcess(call: Call): Value | undefined {
  const found = processNames(call)?.map((name) => resource(processSubject(name), call.place));
  return found && (found.length === 1 ? found[0] : { kind: "list", items: found });
}

function stopProcess(call: Call): Value | undefined {
  const names = processNames(call);
  if (!names) return undefined;
  for (const name of names) act(call.run, { subject: processSubject(name), state: "absent", properties: {} }, call.place);
  return NOTHING;
}

/** `taskkill /im name.exe /f`. */
function taskkill({ run, place, args }: ProgramCall): Value | undefined {
  const names = args.flatMap((arg, i) => (/^\/im$/i.test(args[i - 1] ?? "") && arg !== undefined ? [arg] : []));
  if (names.length === 0 || names.some((name) => /[*?]/.test(name))) return undefined;
  for (const name of names) act(run, { subject: processSubject(name), state: "absent", properties: {} }, place);
  return NOTHING;
}

/** `winget install --id X`, `upgrade`, `uninstall`, `list`; the first word tells. */
function winget({ run, place, args }: ProgramCall): Value | undefined {
  const verb = args[0]?.toLowerCase();
  const at = args.findIndex((arg) => /^--?id$/i.test(arg ?? ""));
  const query = at >= 0 ? args[at + 1] : args.slice(1).find((arg) => arg !== undefined && !arg.startsWith("-"));
  const id = query ?? args.map((arg) => /^--id=(.+)$/i.exec(arg ?? "")?.[1]).find((found) => found !== undefined);
  if (id === undefined || !/^[A-Za-z0-9][-+.\w]+$/.test(id)) return undefined;
  const subject: Subject = { kind: "winget_package", names: { id } };
  if (verb === "list" || verb === "search") {
    const found = resource(subject, place);
    return verb === "list" ? { ...found, isPrinted: true } : undefined;
  }
  if (verb !== "install" && verb !== "uninstall" && verb !== "remove") return undefined;
  act(run, { subject, state: verb === "install" ? "present" : "absent", properties: {} }, place);
  return NOTHING;
}

const PROFILES = ["domain", "private", "public"];

function firewallProfiles(call: Call): Subject[] | undefined {
  const names =
    textsOf(valueOf(call, ["profile", "name"], 0))
      ?.flatMap((text) => text.split(","))
      .map((name) => name.trim().toLowerCase()) ??
    (hasSwitch(call, "all") || call.name === "get-netfirewallprofile" ? PROFILES : undefined);
  return names?.every((name) => PROFILES.includes(name)) === true
    ? names.map((name) => ({ kind: "firewall_profile", names: { name } }))
    : undefined;
}

function boolean(value: Constant): Constant | undefined {
  return /^(?:true|1)$/i.test(String(value)) ? true : /^(?:false|0|2)$/i.test(String(value)) ? false : undefined;
}

function getProfiles(call: Call): Value | undefined {
  const found = firewallProfiles(call)?.map((subject) =>
    resource(subject, call.place, (name, at) =>
      name === "enabled"
        ? property(subject, "enabled", at, boolean)
        : name === "name"
          ? constant(String(subject.names["name"]))
          : undefined,
    ),
  );
  return found && (found.length === 1 ? found[0] : { kind: "list", items: found });
}

function setProfiles(call: Call): Value | undefined {
  const enabled = boolean(argumentText(call, ["enabled"]) ?? "");
  const subjects =
    firewallProfiles(call) ??
    (call.positional.length === 0 ? PROFILES.map((name): Subject => ({ kind: "firewall_profile", names: { name } })) : undefined);
  const inbound = argumentText(call, ["defaultinboundaction"])?.toLowerCase();
  const properties: Record<string, PropertyValue> = {
    ...(typeof enabled === "boolean" ? { enabled } : {}),
    ...(inbound === "block" || inbound === "allow" ? { inbound: { word: inbound } } : {}),
  };
  if (!subjects || Object.keys(properties).length === 0) return undefined;
  for (const subject of subjects) act(call.run, { subject, state: "present", properties }, call.place);
  return NOTHING;
}

function ruleName(call: Call): string | undefined {
  return (
    argumentText(call, ["displayname", "name"], 0) ??
    (call.input?.kind === "object" && call.input.subject?.kind === "firewall_rule" ? String(call.input.subject.names["name"]) : undefined)
  );
}

function rule(call: Call): Subject | undefined {
  const name = ruleName(call);
  return name === undefined || /[*?]/.test(name) ? undefined : { kind: "firewall_rule", names: { name } };
}

function changeRule(
  state: "present" | "absent",
  properties: (call: Call) => Readonly<Record<string, PropertyValue>> | undefined,
): (call: Call) => Value | undefined {
  return (call) => {
    const subject = rule(call);
    const wanted = properties(call);
    if (!subject || !wanted) return undefined;
    act(call.run, { subject, state, properties: wanted }, call.place);
    return NOTHING;
  };
}

/** What `New-NetFirewallRule` is told, in the language's words; undefined where it says what the kind does not know. */
function newRule(call: Call): Readonly<Record<string, PropertyValue>> | undefined {
  const lower = (name: string): string | undefined => argumentText(call, [name])?.toLowerCase();
  const list = (name: string): string[] | undefined => textsOf(valueOf(call, [name]))?.flatMap((text) => text.split(","));
  const known =
    /^(?:name|displayname|description|direction|action|protocol|localport|remoteport|remoteaddress|program|service|profile|enabled|group|erroraction)$/;
  if ([...call.named.keys()].some((name) => !known.test(name))) return undefined;
  const enabled = lower("enabled");
  const profiles = list("profile")?.map((name) => name.trim().toLowerCase());
  return {
    direction: { word: lower("direction") ?? "inbound" },
    action: { word: lower("action") ?? "allow" },
    ...(lower("protocol") === undefined ? {} : { protocol: { word: lower("protocol") ?? "" } }),
    ...(list("localport") ? { local_ports: list("localport") ?? [] } : {}),
    ...(list("remoteport") ? { remote_ports: list("remoteport") ?? [] } : {}),
    ...(list("remoteaddress") ? { remote_addresses: list("remoteaddress") ?? [] } : {}),
    ...(argumentText(call, ["program"]) === undefined ? {} : { program: argumentText(call, ["program"]) ?? "" }),
    ...(profiles && !profiles.includes("any") ? { profiles } : {}),
    ...(enabled === undefined ? {} : { enabled: enabled === "true" }),
  };
}

export const idiom: Idiom = {
  commands: {
    "get-process": getProcess,
    "stop-process": stopProcess,
    "get-timezone": (call) =>
      call.positional.length === 0
        ? resource(ZONE, call.place, (name, at) => (/^(?:id|standardname)$/.test(name) ? property(ZONE, "id", at) : undefined))
        : undefined,
    "set-timezone": (call) => setZone(call.run, argumentText(call, ["id"], 0), call.place),
    "get-netfirewallprofile": getProfiles,
    "set-netfirewallprofile": setProfiles,
    "get-netfirewallrule": (call) => {
      const subject = rule(call);
      return (
        subject &&
        resource(subject, call.place, (name, at) =>
          name === "enabled"
            ? property(subject, "enabled", at, boolean)
            : name === "action"
              ? property(subject, "action", at, (word) => String(word).toLowerCase())
              : undefined,
        )
      );
    },
    "new-netfirewallrule": changeRule("present", newRule),
    "remove-netfirewallrule": changeRule("absent", () => ({})),
    "enable-netfirewallrule": changeRule("present", () => ({ enabled: true })),
    "disable-netfirewallrule": changeRule("present", () => ({ enabled: false })),
    "clear-dnsclientcache": (call) => {
      act(call.run, { subject: { kind: "dns", names: {} }, state: "verb", properties: {}, note: "flush dns" }, call.place);
      return NOTHING;
    },
  },
  programs: {
    taskkill,
    winget,
    tzutil: ({ run, place, args }) => (args[0]?.toLowerCase() === "/s" ? setZone(run, args[1], place) : undefined),
  },
  statics: { "environment::getenvironmentvariable": readVariable, "environment::setenvironmentvariable": writeVariable },
};
