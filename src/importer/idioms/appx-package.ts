import type { Place } from "../syntax/ast.ts";
import { valueOf } from "../evaluate/call.ts";
import { demandsOf } from "../evaluate/conditions.ts";
import type { Condition, Subject } from "../evaluate/conditions.ts";
import { act } from "../evaluate/run.ts";
import { NOTHING, textOf, textsOf } from "../evaluate/values.ts";
import type { ObjectValue, Value } from "../evaluate/values.ts";
import type { Call, Idiom } from "../idiom.ts";
import { existsAtom, property } from "../resource.ts";

const FILTER: Subject = { kind: "appx_package", names: { "\ue000": "" } };

/** An app by its name; wildcards at its ends are what people put there to be sure, and are taken away. */
function appSubject(name: string): Subject | undefined {
  const bare = name.replace(/^\*+|\*+$/g, "").replace(/_[a-z0-9]{13}$/i, "");
  return /^[-.A-Za-z0-9]{3,50}$/.test(bare) ? { kind: "appx_package", names: { name: bare } } : undefined;
}

function appObject(subject: Subject, place: Place): ObjectValue {
  const get = (name: string, at: Place): Value | undefined => {
    if (subject === FILTER) return property(FILTER, "name", at);
    return /^(?:name|displayname|packagename|packagefullname|packagefamilyname)$/.test(name)
      ? { kind: "constant", value: String(subject.names["name"]) }
      : undefined;
  };
  const found: ObjectValue = { kind: "object", subject, exists: existsAtom(subject, place), get };
  return subject === FILTER ? { ...found, get: filtered, where: (condition) => select(condition, place) } : found;
}

function filtered(name: string, place: Place): Value | undefined {
  if (!/^(?:name|displayname|packagename|packagefullname|packagefamilyname)$/.test(name)) return undefined;
  return {
    kind: "data",
    subject: FILTER,
    exists: existsAtom(FILTER, place),
    compare: (operator, other, at) =>
      /^(?:eq|like|match)$/.test(operator) && typeof other === "string"
        ? {
            op: "atom",
            atom: { subject: FILTER, test: "is", property: "name", value: other.replaceAll("\\.", "."), start: at.start, end: at.end },
          }
        : undefined,
  };
}

function select(condition: Condition, place: Place): Value | undefined {
  const { literals, rest } = demandsOf(condition);
  const name = literals.find(({ atom, holds }) => holds && atom.property === "name")?.atom.value;
  const subject = typeof name === "string" && rest === undefined && literals.length === 1 ? appSubject(name) : undefined;
  return subject && appObject(subject, place);
}

function get(call: Call): Value | undefined {
  const names = textsOf(valueOf(call, ["name", "packagename"], 0) ?? (call.input?.kind === "constant" ? call.input : undefined));
  if (!names) return valueOf(call, ["name"], 0) ? undefined : appObject(FILTER, call.place);
  const subjects = names.map(appSubject);
  if (!subjects.every((subject) => subject !== undefined)) return undefined;
  const found = subjects.map((subject) => appObject(subject, call.place));
  return found.length === 1 ? found[0] : { kind: "list", items: found };
}

function remove(call: Call): Value | undefined {
  const given = valueOf(call, ["package", "packagename"], 0) ?? call.input;
  const items = given?.kind === "list" ? given.items : given ? [given] : [];
  const subjects = items.map((item) =>
    item.kind === "object" && item.subject?.kind === "appx_package" && item.subject !== FILTER
      ? item.subject
      : appSubject(textOf(item) ?? ""),
  );
  if (subjects.length === 0 || !subjects.every((subject) => subject !== undefined)) return undefined;
  for (const subject of subjects) act(call.run, { subject, state: "absent", properties: {} }, call.place);
  return NOTHING;
}

export const idiom: Idiom = {
  commands: {
    "get-appxpackage": get,
    "get-appxprovisionedpackage": get,
    "get-provisionedappxpackage": get,
    "remove-appxpackage": remove,
    "remove-appxprovisionedpackage": remove,
    "remove-provisionedappxpackage": remove,
  },
};
