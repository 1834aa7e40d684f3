import type { Place } from "../syntax/ast.ts";
import { argumentText, valueOf } from "../evaluate/call.ts";
import { and, atomOf, demandsOf, not } from "../evaluate/conditions.ts";
import type { Condition, Subject } from "../evaluate/conditions.ts";
import { act } from "../evaluate/run.ts";
import type { Run } from "../evaluate/run.ts";
import { NOTHING, constant, textOf, textsOf } from "../evaluate/values.ts";
import type { ObjectValue, Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { registryKey } from "../registry-path.ts";
import { existsAtom, property, readFilter } from "../resource.ts";

const CODE = /\{[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}/;

/** The uninstall command of a package as a text: it begins and ends with a sign that no script has, so that whatever runs it is known to remove the package. */
const MARK = /\ue001(.*?)\ue002/;

const PROTOTYPE: Subject = { kind: "package", names: { "\ue000": "" } };

function packageObject(subject: Subject, place: Place, run: Run): ObjectValue {
  const call = (method: string, _: readonly Value[], at: Place): Value | undefined =>
    method === "uninstall" && subject !== PROTOTYPE ? remove(run, subject, at) : undefined;
  const get = (name: string, at: Place): Value | undefined => {
    if (/^(?:quiet)?uninstallstring$/.test(name)) return constant(`\ue001${encodeURIComponent(JSON.stringify(subject))}\ue002`);
    if (/^(?:pschildname|identifyingnumber|productcode|localpackage)$/.test(name))
      return constant(
        typeof subject.names["product_code"] === "string"
          ? subject.names["product_code"]
          : `\ue001${encodeURIComponent(JSON.stringify(subject))}\ue002`,
      );
    if (/^(?:displayversion|version)$/.test(name)) return property(subject, "version", at);
    if (/^(?:displayname|name)$/.test(name))
      return subject === PROTOTYPE
        ? nameOf(subject, at)
        : typeof subject.names["name"] === "string"
          ? constant(subject.names["name"])
          : property(subject, "name", at);
    if (name === "pspath") return constant(`\ue001${encodeURIComponent(JSON.stringify(subject))}\ue002`);
    return undefined;
  };
  const found: ObjectValue = { kind: "object", subject, exists: existsAtom(subject, place), get, call };
  return subject === PROTOTYPE ? { ...found, where: (condition) => select(condition, place, run) } : found;
}

/** A name in a filter: exactly, by wildcards, or by a pattern. */
function nameOf(subject: Subject, place: Place): Value {
  return {
    kind: "data",
    subject,
    exists: existsAtom(subject, place),
    compare: (operator, other, at) => {
      const key = operator === "eq" ? "name" : operator === "like" || operator === "match" ? "name matches" : undefined;
      if (key === undefined || typeof other !== "string") return undefined;
      const isPlain = operator === "like" && !/[*?[]/.test(other);
      return atomOf({
        subject,
        test: "is",
        property: isPlain ? "name" : key,
        value: operator === "like" && !isPlain ? wildcardRegex(other) : other,
        start: at.start,
        end: at.end,
      });
    },
  };
}

/** `*Contoso*` as a pattern of the language, which is looked for anywhere in a name. */
function wildcardRegex(text: string): string {
  const begins = text.startsWith("*") ? "" : "^";
  const ends = text.endsWith("*") ? "" : "$";
  const inner = text.replace(/^\*+|\*+$/g, "");
  return `${begins}${inner
    .replace(/[.+^$(){}|\\[\]]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".")}${ends}`;
}

function select(condition: Condition, place: Place, run: Run): Value | undefined {
  const { literals, rest } = demandsOf(condition);
  const name = literals.find(({ atom, holds }) => holds && (atom.property === "name" || atom.property === "name matches"))?.atom;
  if (rest !== undefined || !name?.property || literals.some(({ atom }) => atom.test === "unknown")) return undefined;
  const subject: Subject = { kind: "package", names: { [name.property]: String(name.value) } };
  const found = packageObject(subject, place, run);
  const versions = literals
    .filter(({ atom }) => atom.property === "version")
    .map(({ atom, holds }) => {
      const moved: Condition = atomOf({ ...atom, subject });
      return holds ? moved : not(moved);
    });
  return { ...found, exists: and(found.exists, ...versions) };
}

const UNINSTALL = /\\microsoft\\windows\\currentversion\\uninstall(?:\\([^\\]*))?(?:\\\*)?$/i;

function fromUninstall(call: Call): Value | undefined {
  const given = valueOf(call, ["path"], 0) ?? call.input;
  if (given?.kind === "object" && given.subject?.kind === "package") return given;
  const marked = MARK.exec(textOf(given) ?? "")?.[1];
  if (marked !== undefined) return packageObject(JSON.parse(decodeURIComponent(marked)) as Subject, call.place, call.run);
  const paths = textsOf(given);
  const [first] = paths ?? [];
  if (!paths || first === undefined) return undefined;
  const entry = paths.map((path) => UNINSTALL.exec(registryKey(path)?.names["key"]?.toString() ?? "")?.[1]);
  if (!paths.every((path) => UNINSTALL.test(registryKey(path)?.names["key"]?.toString() ?? ""))) return undefined;
  const code = CODE.exec(entry[0] ?? "")?.[0];
  if (code !== undefined) return packageObject({ kind: "package", names: { product_code: code.toUpperCase() } }, call.place, call.run);
  return call.name === "get-childitem" || (entry[0] ?? "*").includes("*") || entry[0] === ""
    ? packageObject(PROTOTYPE, call.place, call.run)
    : undefined;
}

function fromClass(call: Call): Value | undefined {
  const name = argumentText(call, ["classname", "class"], 0);
  const query = argumentText(call, ["query"]);
  if (!/^win32_product$/i.test(name ?? "") && !/from\s+win32_product\b/i.test(query ?? "")) return undefined;
  const filter = argumentText(call, ["filter"]) ?? /where\s+(.*)$/i.exec(query ?? "")?.[1];
  if (filter === undefined) return packageObject(PROTOTYPE, call.place, call.run);
  const wanted = /^\s*name\s+like\s+["']%?([^"'%]*)%?["']\s*$/i.exec(filter);
  const found = readFilter(filter);
  const code = found?.get("identifyingnumber");
  if (code !== undefined) return packageObject({ kind: "package", names: { product_code: code.toUpperCase() } }, call.place, call.run);
  const exact = found?.get("name");
  if (exact !== undefined) return packageObject({ kind: "package", names: { name: exact } }, call.place, call.run);
  return wanted?.[1] === undefined
    ? undefined
    : packageObject({ kind: "package", names: { "name matches": wanted[1].replace(/[.+^$(){}|\\[\]*?]/g, "\\$&") } }, call.place, call.run);
}

function remove(run: Run, subject: Subject, place: Place): Value {
  act(run, { subject, state: "absent", properties: {} }, place);
  return NOTHING;
}

/** `msiexec /x {code}`, `msiexec /i file`. */
function msiexec({ run, place, args }: ProgramCall): Value | undefined {
  const line = args.map((arg) => arg ?? "").join(" ");
  const code = CODE.exec(line)?.[0];
  if (/(?:^|\s)[/-](?:x|uninstall)/i.test(line) && code !== undefined)
    return remove(run, { kind: "package", names: { product_code: code.toUpperCase() } }, place);
  const file = /(?:^|\s)[/-](?:i|package)\s*("?)([^"]*?\.msi)\1(?:\s|$)/i.exec(line)?.[2];
  if (file === undefined || args.some((arg) => arg === undefined)) return undefined;
  act(run, { subject: { kind: "package", names: { "\ue000": "" } }, state: "present", properties: { source: file } }, place);
  return NOTHING;
}

function getPackage(call: Call): Value | undefined {
  const name = argumentText(call, ["name"], 0);
  if (name === undefined) return valueOf(call, ["name"], 0) ? undefined : packageObject(PROTOTYPE, call.place, call.run);
  return packageObject(
    { kind: "package", names: /[*?]/.test(name) ? { "name matches": wildcardRegex(name) } : { name } },
    call.place,
    call.run,
  );
}

export const idiom: Idiom = {
  commands: {
    "get-itemproperty": fromUninstall,
    "get-childitem": fromUninstall,
    "get-item": fromUninstall,
    "test-path": (call) => {
      const found = fromUninstall(call);
      return found?.kind === "object" && found.subject !== PROTOTYPE ? { kind: "condition", condition: found.exists } : undefined;
    },
    "get-ciminstance": fromClass,
    "get-wmiobject": fromClass,
    "get-package": getPackage,
    "uninstall-package": (call) => {
      const name = argumentText(call, ["name"], 0);
      const subject =
        call.input?.kind === "object" ? call.input.subject : name === undefined ? undefined : { kind: "package", names: { name } };
      return subject?.kind === "package" ? remove(call.run, subject, call.place) : undefined;
    },
    "invoke-cimmethod": (call) => {
      const given = call.input ?? valueOf(call, ["inputobject"], 0);
      return given?.kind === "object" && given.subject?.kind === "package" && /^uninstall$/i.test(argumentText(call, ["methodname"]) ?? "")
        ? remove(call.run, given.subject, call.place)
        : undefined;
    },
  },
  programs: {
    msiexec,
    "*": ({ run, place, args, name }) => {
      const marked = MARK.exec([name, ...args].join(" "))?.[1];
      return marked === undefined ? undefined : remove(run, JSON.parse(decodeURIComponent(marked)) as Subject, place);
    },
  },
};
