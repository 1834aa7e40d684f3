import type { Place } from "../syntax/ast.ts";
import { argumentText, hasSwitch, stopsOnError, valueOf } from "../evaluate/call.ts";
import { not } from "../evaluate/conditions.ts";
import type { Subject } from "../evaluate/conditions.ts";
import { act, raise } from "../evaluate/run.ts";
import type { Run } from "../evaluate/run.ts";
import { NOTHING, constant, textsOf } from "../evaluate/values.ts";
import type { Value } from "../evaluate/values.ts";
import type { Call, Idiom, ProgramCall } from "../idiom.ts";
import { existsAtom, isAtom, property, resource } from "../resource.ts";

const GROUPS =
  /^(?:administrators|users|guests|power users|remote desktop users|backup operators|network configuration operators|event log readers|performance monitor users|performance log users|hyper-v administrators|remote management users|distributed com users|cryptographic operators|iis_iusrs|device owners|replicator|access control assistance operators|system managed accounts group)$/i;
const USERS = /^(?:administrator|guest|defaultaccount)$/i;

function groupSubject(name: string): Subject {
  return { kind: "local_group", names: { group: GROUPS.test(name) || name.startsWith("S-1-5-32-") ? name : `.\\${name}` } };
}

function userSubject(name: string): Subject {
  const bare = name.replace(/^\.\\/, "");
  return { kind: "local_user", names: { account: USERS.test(bare) ? bare : `.\\${bare}` } };
}

/** An account as a member: one without a domain is the machine's own. */
function memberOf(name: string): string {
  return /[\\@]|^S-1-/.test(name) ? name : `.\\${name}`;
}

function groupName(call: Call): string | undefined {
  return argumentText(call, ["group", "name", "sid"], 0);
}

function members(call: Call, name: "includes" | "excludes"): Value | undefined {
  const group = groupName(call);
  const given = textsOf(valueOf(call, ["member"], 1) ?? call.input);
  if (group === undefined || !given) return undefined;
  act(call.run, { subject: groupSubject(group), state: "present", properties: { [name]: given.map(memberOf) } }, call.place);
  return NOTHING;
}

function getMembers(call: Call): Value | undefined {
  const group = groupName(call);
  if (group === undefined) return undefined;
  const subject = groupSubject(group);
  const has = (other: unknown, at: Place) =>
    typeof other === "string" ? isAtom(subject, "includes", memberOf(other.replace(/^\*\\?/, "")), at) : undefined;
  const member = argumentText(call, ["member"], 1);
  const data: Value = {
    kind: "data",
    subject,
    exists: existsAtom(subject, call.place),
    compare: (operator, other, at) => (/^(?:eq|contains|like|match)$/.test(operator) ? has(other, at) : undefined),
  };
  if (member !== undefined) {
    const condition = isAtom(subject, "includes", memberOf(member), call.place);
    if (stopsOnError(call)) raise(call.run, not(condition));
    return { kind: "object", subject, exists: condition, get: () => data };
  }
  return {
    kind: "object",
    subject,
    exists: existsAtom(subject, call.place),
    get: (name) => (/^(?:name|sid|value)$/.test(name) ? data : undefined),
    where: (condition) => ({ kind: "object", exists: condition }),
  };
}

function getUser(call: Call): Value | undefined {
  const name = argumentText(call, ["name"], 0);
  if (name === undefined || /[*?]/.test(name)) return undefined;
  const subject = userSubject(name);
  if (stopsOnError(call)) raise(call.run, not(existsAtom(subject, call.place)));
  return resource(subject, call.place, (wanted, at) =>
    wanted === "enabled"
      ? property(subject, "enabled", at)
      : wanted === "name"
        ? constant(name)
        : wanted === "description"
          ? property(subject, "description", at)
          : undefined,
  );
}

function changeUser(state: "present" | "absent", properties: Readonly<Record<string, boolean>>): (call: Call) => Value | undefined {
  return (call) => {
    const given = argumentText(call, ["name"], 0);
    const subject =
      call.input?.kind === "object" && call.input.subject?.kind === "local_user"
        ? call.input.subject
        : given === undefined
          ? undefined
          : userSubject(given);
    if (!subject) return undefined;
    const text = argumentText(call, ["description"]);
    const isForever = hasSwitch(call, "passwordneverexpires");
    act(
      call.run,
      {
        subject,
        state,
        properties: {
          ...properties,
          ...(text === undefined ? {} : { description: text }),
          ...(isForever ? { password_never_expires: true } : {}),
        },
        ...(valueOf(call, ["password"])
          ? { note: "its password: say where the device reads it from, as 'password: secret.dpapi(…)'; no remedy holds one" }
          : {}),
      },
      call.place,
    );
    return NOTHING;
  };
}

/** `net localgroup Administrators name /add`, `net user name /active:no`. */
function net({ run, place, args }: ProgramCall): Value | undefined {
  const words = args.map((arg) => arg ?? "\ue000");
  const [what, name, member] = words;
  const has = (word: string): boolean => words.some((arg) => arg.toLowerCase() === word);
  if (words.includes("\ue000") || name === undefined) return undefined;
  const change = (
    subject: Subject,
    properties: Readonly<Record<string, boolean | string[]>>,
    state: "present" | "absent" = "present",
  ): Value => done(run, subject, properties, state, place);
  if (what?.toLowerCase() === "localgroup" && member !== undefined && !member.startsWith("/"))
    return has("/add")
      ? change(groupSubject(name), { includes: [memberOf(member)] })
      : has("/delete")
        ? change(groupSubject(name), { excludes: [memberOf(member)] })
        : undefined;
  if (what?.toLowerCase() !== "user") return undefined;
  if (has("/delete")) return change(userSubject(name), {}, "absent");
  if (has("/active:no")) return change(userSubject(name), { enabled: false });
  return has("/active:yes") ? change(userSubject(name), { enabled: true }) : undefined;
}

function done(
  run: Run,
  subject: Subject,
  properties: Readonly<Record<string, boolean | string[]>>,
  state: "present" | "absent",
  place: Place,
): Value {
  act(run, { subject, state, properties }, place);
  return NOTHING;
}

export const idiom: Idiom = {
  commands: {
    "get-localgroupmember": getMembers,
    "add-localgroupmember": (call) => members(call, "includes"),
    "remove-localgroupmember": (call) => members(call, "excludes"),
    "get-localgroup": (call) => {
      const name = argumentText(call, ["name", "sid"], 0);
      return name === undefined
        ? undefined
        : resource(groupSubject(name), call.place, (wanted) => (wanted === "name" ? constant(name) : undefined));
    },
    "new-localgroup": (call) => {
      const name = argumentText(call, ["name"], 0);
      return name === undefined ? undefined : done(call.run, groupSubject(name), {}, "present", call.place);
    },
    "remove-localgroup": (call) => {
      const name = argumentText(call, ["name"], 0);
      return name === undefined ? undefined : done(call.run, groupSubject(name), {}, "absent", call.place);
    },
    "get-localuser": getUser,
    "new-localuser": changeUser("present", {}),
    "set-localuser": changeUser("present", {}),
    "disable-localuser": changeUser("present", { enabled: false }),
    "enable-localuser": changeUser("present", { enabled: true }),
    "remove-localuser": changeUser("absent", {}),
  },
  programs: { net, net1: net },
};
