import type { Place } from "../syntax/ast.ts";
import { argumentText, hasSwitch, stopsOnError, valueOf } from "../evaluate/call.ts";
import { isLog } from "../evaluate/builtins.ts";
import { not } from "../evaluate/conditions.ts";
import type { Subject } from "../evaluate/conditions.ts";
import { act, raise } from "../evaluate/run.ts";
import { NOTHING, constant, textOf, textsOf } from "../evaluate/values.ts";
import type { ObjectValue, Value } from "../evaluate/values.ts";
import type { Call, Idiom } from "../idiom.ts";
import { registryKey } from "../registry-path.ts";
import { existsAtom, property, resource } from "../resource.ts";

const ABSOLUTE = /^(?:[A-Za-z]:\\|%[^%]+%\\|\\\\[^\\]+\\)./;

/** A path of files, by its ending a file's, a shortcut's or a folder's; undefined for any other. */
function pathSubject(path: string | undefined, sort?: "file" | "directory"): Subject | undefined {
  const clean = path?.trim().replaceAll("/", "\\").replace(/\\+$/, "");
  if (
    clean === undefined ||
    !ABSOLUTE.test(clean) ||
    /[*?<>|\ue000-\ue0ff]/.test(clean.slice(2)) ||
    registryKey(clean) ||
    /\\\.\.?(?:\\|$)/.test(clean)
  )
    return undefined;
  if (/\.lnk$/i.test(clean)) return { kind: "shortcut", names: { path: clean } };
  const isFile = sort === "file" || (sort === undefined && /\.[A-Za-z0-9]{1,8}$/.test(clean) && !/\\\.[^\\]*$/.test(clean));
  return { kind: isFile ? "file" : "directory", names: { path: clean } };
}

function fileObject(subject: Subject, place: Place): ObjectValue {
  const get = (name: string, at: Place): Value | undefined => {
    if (name === "fullname" || name === "pspath") return constant(String(subject.names["path"]));
    if (name === "versioninfo") return fileObject(subject, at);
    if (/^(?:fileversion|productversion|fileversionraw)$/.test(name)) return property(subject, "version", at);
    return undefined;
  };
  return resource(subject, place, get);
}

function testPath(call: Call): Value | undefined {
  const type = argumentText(call, ["pathtype"])?.toLowerCase();
  const paths = textsOf(valueOf(call, ["path"], 0) ?? call.input)?.map((path) =>
    pathSubject(path, type === "leaf" ? "file" : type === "container" ? "directory" : undefined),
  );
  const [subject] = paths ?? [];
  return subject && paths?.length === 1 ? { kind: "condition", condition: existsAtom(subject, call.place) } : undefined;
}

function getItem(call: Call): Value | undefined {
  const subject = pathSubject(argumentText(call, ["path"], 0));
  if (!subject) return undefined;
  if (stopsOnError(call)) raise(call.run, not(existsAtom(subject, call.place)));
  return fileObject(subject, call.place);
}

function newItem(call: Call): Value | undefined {
  const path = argumentText(call, ["path"], 0);
  const name = argumentText(call, ["name"], 1);
  const type = argumentText(call, ["itemtype", "type"])?.toLowerCase();
  const content = valueOf(call, ["value"]);
  const subject = pathSubject(
    name === undefined ? path : `${path ?? ""}\\${name}`,
    call.name === "mkdir" || type === "directory" ? "directory" : "file",
  );
  if (!subject || (type !== undefined && type !== "directory" && type !== "file")) return undefined;
  if (subject.kind === "shortcut") return undefined;
  if (isLog(String(subject.names["path"]))) return NOTHING;
  const text = content ? textOf(content) : "";
  if (text === undefined) return undefined;
  act(call.run, { subject, state: "present", properties: subject.kind === "file" ? { content: text } : {} }, call.place);
  return fileObject(subject, call.place);
}

function removeItem(call: Call): Value | undefined {
  const given = valueOf(call, ["path"], 0) ?? call.input;
  const subjects = given?.kind === "object" ? [given.subject] : textsOf(given)?.map((path) => pathSubject(path));
  if (!subjects || subjects.length === 0 || !subjects.every((subject) => subject && /^(?:file|directory|shortcut)$/.test(subject.kind)))
    return undefined;
  for (const subject of subjects) if (subject) act(call.run, { subject, state: "absent", properties: {} }, call.place);
  return NOTHING;
}

function copyItem(call: Call): Value | undefined {
  const from = argumentText(call, ["path"], 0);
  const to = argumentText(call, ["destination"], 1);
  if (from === undefined || to === undefined || hasSwitch(call, "recurse")) return undefined;
  const source = pathSubject(from, "file");
  const isFolder = pathSubject(to)?.kind === "directory";
  const subject = pathSubject(isFolder ? `${to.replace(/\\+$/, "")}\\${from.split("\\").at(-1) ?? ""}` : to, "file");
  if (!source || !subject) return undefined;
  act(call.run, { subject, state: "present", properties: { source: String(source.names["path"]) } }, call.place);
  return NOTHING;
}

function writeContent(call: Call): Value | undefined {
  const path = argumentText(call, ["path", "filepath"], 0);
  if (isLog(path)) return NOTHING;
  const subject = pathSubject(path, "file");
  const lines = textsOf(valueOf(call, ["value", "inputobject"], 1) ?? call.input);
  if (!subject || !lines) return undefined;
  if (call.name === "add-content" || hasSwitch(call, "append")) {
    for (const line of lines.flatMap((text) => text.split(/\r?\n/)).filter((text) => text !== ""))
      act(
        call.run,
        { subject: { kind: "file_line", names: { path: String(subject.names["path"]), line } }, state: "present", properties: {} },
        call.place,
      );
    return NOTHING;
  }
  act(
    call.run,
    { subject, state: "present", properties: { content: lines.join("\r\n") + (hasSwitch(call, "nonewline") ? "" : "\r\n") } },
    call.place,
  );
  return NOTHING;
}

/** The text of a file: that it has a line is what a kind can say of it. */
function getContent(call: Call): Value | undefined {
  const subject = pathSubject(argumentText(call, ["path"], 0), "file");
  if (!subject) return undefined;
  return {
    kind: "data",
    subject,
    exists: existsAtom(subject, call.place),
    compare: (operator, other, at) =>
      operator === "contains" && typeof other === "string"
        ? existsAtom({ kind: "file_line", names: { path: String(subject.names["path"]), line: other } }, at)
        : operator === "eq" && hasSwitch(call, "raw")
          ? property(subject, "content", at).compare("eq", other, at)
          : undefined,
  };
}

const STATIC_READS =
  (sort: "file" | "directory") =>
  ([path]: readonly Value[], _: unknown, place: Place): Value | undefined => {
    const subject = pathSubject(textOf(path), sort);
    return subject && { kind: "condition", condition: existsAtom(subject, place) };
  };

export const idiom: Idiom = {
  commands: {
    "test-path": testPath,
    "get-item": getItem,
    "new-item": newItem,
    mkdir: newItem,
    "remove-item": removeItem,
    "copy-item": copyItem,
    "set-content": writeContent,
    "add-content": writeContent,
    "out-file": writeContent,
    "get-content": getContent,
  },
  statics: { "io.file::exists": STATIC_READS("file"), "io.directory::exists": STATIC_READS("directory") },
};
