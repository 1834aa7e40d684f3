import type { Place } from "../syntax/ast.ts";
import { argumentText, hasSwitch, stopsOnError, valueOf } from "../evaluate/call.ts";
import { not } from "../evaluate/conditions.ts";
import type { Subject } from "../evaluate/conditions.ts";
import { act, raise } from "../evaluate/run.ts";
import type { PropertyValue, Run } from "../evaluate/run.ts";
import { NOTHING, textOf, textsOf, unknown } from "../evaluate/values.ts";
import type { ObjectValue, Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { registryKey } from "../registry-path.ts";
import { existsAtom, property, resource } from "../resource.ts";

/** Types as PowerShell and reg.exe write them. */
const TYPES: Readonly<Record<string, string>> = {
  dword: "dword",
  qword: "qword",
  string: "string",
  expandstring: "expand_string",
  multistring: "multi_string",
  binary: "binary",
  reg_dword: "dword",
  reg_qword: "qword",
  reg_sz: "string",
  reg_expand_sz: "expand_string",
  reg_multi_sz: "multi_string",
  reg_binary: "binary",
};

function valueSubject(key: Subject, name: string): Subject {
  return { kind: "registry_value", names: { ...key.names, name: name === "(default)" ? "" : name } };
}

function keyObject(key: Subject, place: Place, names: readonly string[]): ObjectValue {
  const get = (name: string, at: Place, written: string): Value => {
    if (name === "pspath" || name === "name") return { kind: "constant", value: String(key.names["key"]) };
    return property(valueSubject(key, written), "data", at);
  };
  const call = (method: string, args: readonly Value[], at: Place): Value | undefined => {
    const name = textOf(args[0]);
    return name !== undefined && method === "getvalue" ? property(valueSubject(key, name), "data", at) : undefined;
  };
  const [only] = names;
  if (only !== undefined && names.length === 1)
    return {
      ...resource(
        valueSubject(key, only),
        place,
        (name, at, written) =>
          name === "psobject" ? undefined : property(valueSubject(key, name === "value" ? only : written), "data", at),
        call,
      ),
    };
  return resource(key, place, get, call);
}

function readProperty(call: Call): Value | undefined {
  const path =
    argumentText(call, ["path"], 0) ??
    (call.input && textOf(call.input)) ??
    (call.input?.kind === "object" && call.input.subject?.kind === "registry_key" ? String(call.input.subject.names["key"]) : undefined);
  const key = path === undefined ? undefined : registryKey(path);
  if (!key) return undefined;
  const names = textsOf(valueOf(call, ["name"], call.input === undefined ? 1 : 0)) ?? [];
  const isValueOnly = call.name === "get-itempropertyvalue";
  const found = keyObject(key, call.place, names);
  const [name] = names;
  if (stopsOnError(call) || (isValueOnly && !/^(?:silentlycontinue|ignore)$/i.test(argumentText(call, ["erroraction"]) ?? "")))
    raise(call.run, not(found.exists));
  return isValueOnly && name !== undefined ? property(valueSubject(key, name), "data", call.place) : found;
}

function writeProperty(call: Call): Value | undefined {
  const path = argumentText(call, ["path"], 0) ?? (call.input && textOf(call.input));
  const key = path === undefined ? undefined : registryKey(path);
  const name = argumentText(call, ["name"], 1);
  const value = valueOf(call, ["value"], 2);
  if (!key || name === undefined || value === undefined) return undefined;
  const type = TYPES[(argumentText(call, ["type"], 3) ?? (call.name === "new-itemproperty" ? "string" : "")).toLowerCase()];
  return setValue(call.run, valueSubject(key, name), value, type, call.place);
}

function setValue(run: Run, subject: Subject, value: Value, type: string | undefined, place: Place): Value | undefined {
  if (value.kind === "choice") {
    // Which one is written depends on the machine: no kind can say that.
    return undefined;
  }
  const data = dataOf(value, type);
  if (data === undefined) return undefined;
  const isUsual =
    type === undefined ||
    (type === "dword" && typeof data === "number") ||
    (type === "string" && typeof data === "string") ||
    (type === "multi_string" && Array.isArray(data));
  act(run, { subject, state: "present", properties: { data, ...(isUsual ? {} : { type: { word: type } }) } }, place);
  return NOTHING;
}

function dataOf(value: Value, type: string | undefined): PropertyValue | undefined {
  if (type === "multi_string") return textsOf(value);
  if (type === "binary") {
    const bytes = value.kind === "list" ? value.items.map((item) => Number(textOf(item))) : undefined;
    const text = textOf(value);
    if (bytes?.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256))
      return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
    return text !== undefined && /^(?:[\da-f]{2})+$/i.test(text) ? (text.match(/../g) ?? []).join(" ") : undefined;
  }
  if (value.kind === "list" && type === undefined) return textsOf(value);
  const text = textOf(value);
  if (text === undefined) return value.kind === "constant" && value.value === null ? "" : undefined;
  if (type === "dword" || type === "qword" || (type === undefined && value.kind === "constant" && typeof value.value === "number")) {
    const number = Number(text);
    if (!Number.isInteger(number)) return undefined;
    return number < 0 && type !== "qword" ? number + 2 ** 32 : number;
  }
  return text;
}

function removeValue(call: Call): Value | undefined {
  const path = argumentText(call, ["path"], 0);
  const key = path === undefined ? undefined : registryKey(path);
  const names = textsOf(valueOf(call, ["name"], 1));
  if (!key || !names || names.some((name) => /[*?]/.test(name))) return undefined;
  for (const name of names) act(call.run, { subject: valueSubject(key, name), state: "absent", properties: {} }, call.place);
  return NOTHING;
}

function makeKey(call: Call): Value | undefined {
  const path = argumentText(call, ["path"], 0);
  const name = argumentText(call, ["name"], 1);
  const key = path === undefined ? undefined : registryKey(name === undefined ? path : `${path}\\${name}`);
  if (!key) return undefined;
  act(call.run, { subject: key, state: "present", properties: {}, isAid: true }, call.place);
  return keyObject(key, call.place, []);
}

function removeKey(call: Call): Value | undefined {
  const paths = textsOf(valueOf(call, ["path"], 0) ?? (call.input?.kind === "constant" ? call.input : undefined));
  const keys = paths?.map(registryKey);
  if (!keys || keys.length === 0 || !keys.every((key) => key !== undefined) || paths?.some((path) => /[*?]/.test(path))) return undefined;
  for (const key of keys) act(call.run, { subject: key, state: "absent", properties: {} }, call.place);
  return NOTHING;
}

function testPath(call: Call): Value | undefined {
  const path = argumentText(call, ["path"], 0);
  const key = path === undefined || /[*?]/.test(path) ? undefined : registryKey(path);
  return key && { kind: "condition", condition: existsAtom(key, call.place) };
}

/** `reg add KEY /v NAME /t TYPE /d DATA /f`, `reg delete`, `reg query`. */
function reg({ run, place, args }: ProgramCall): Value | undefined {
  const [verb, path] = args;
  const key = path === undefined ? undefined : registryKey(path);
  if (!key) return undefined;
  const after = (name: string): string | undefined => {
    const at = args.findIndex((arg) => arg?.toLowerCase() === name);
    return at < 0 ? undefined : args[at + 1];
  };
  const isDefault = args.some((arg) => /^\/ve$/i.test(arg ?? ""));
  const name = isDefault ? "" : after("/v");
  const isOther = args.some((arg) => /^\/reg:32$/i.test(arg ?? ""));
  const inView: Subject = isOther ? { ...key, names: { ...key.names, view: 32 } } : key;
  if (verb?.toLowerCase() === "query")
    return { kind: "condition", condition: existsAtom(name === undefined ? inView : valueSubject(inView, name), place) };
  if (verb?.toLowerCase() === "delete") {
    if (args.some((arg) => /^\/va$/i.test(arg ?? ""))) return undefined;
    act(run, { subject: name === undefined ? inView : valueSubject(inView, name), state: "absent", properties: {} }, place);
    return NOTHING;
  }
  if (verb?.toLowerCase() !== "add") return undefined;
  if (name === undefined) {
    act(run, { subject: inView, state: "present", properties: {}, isAid: true }, place);
    return NOTHING;
  }
  const type = TYPES[(after("/t") ?? "reg_sz").toLowerCase()];
  const data = after("/d") ?? "";
  const separator = after("/s") ?? "\\0";
  const value: Value =
    type === "multi_string"
      ? { kind: "list", items: data.split(separator).map((item) => ({ kind: "constant" as const, value: item })) }
      : { kind: "constant", value: data };
  return setValue(run, valueSubject(inView, name), value, type, place);
}

export const idiom: Idiom = {
  commands: {
    "get-itemproperty": readProperty,
    "get-itempropertyvalue": readProperty,
    "get-item": (call) => {
      const key = registryKey(argumentText(call, ["path"], 0) ?? "");
      if (!key) return undefined;
      if (stopsOnError(call)) raise(call.run, not(existsAtom(key, call.place)));
      return keyObject(key, call.place, []);
    },
    "set-itemproperty": writeProperty,
    "new-itemproperty": writeProperty,
    "remove-itemproperty": removeValue,
    "new-item": makeKey,
    "remove-item": removeKey,
    "test-path": testPath,
    "get-childitem": (call) =>
      registryKey(argumentText(call, ["path"], 0) ?? "") === undefined ? undefined : unknown("the keys below one"),
    "new-psdrive": (call) => (hasSwitch(call, "name") || argumentText(call, ["psprovider"]) !== undefined ? NOTHING : undefined),
    "set-item": (call) => {
      const key = registryKey(argumentText(call, ["path"], 0) ?? "");
      const value = valueOf(call, ["value"], 1);
      return key && value ? setValue(call.run, valueSubject(key, ""), value, "string", call.place) : undefined;
    },
  },
  programs: { reg },
  statics: {
    "microsoft.win32.registry::setvalue": ([path, name, value, kind], run, place) => {
      const key = registryKey(textOf(path) ?? "");
      const called = textOf(name);
      return key && called !== undefined && value
        ? setValue(run, valueSubject(key, called), value, TYPES[(textOf(kind) ?? "").toLowerCase()], place)
        : undefined;
    },
    "microsoft.win32.registry::getvalue": ([path, name], _, place) => {
      const key = registryKey(textOf(path) ?? "");
      const called = textOf(name);
      return key && called !== undefined ? property(valueSubject(key, called), "data", place) : undefined;
    },
  },
};
