import type { Value } from "../../checker/value.ts";
import type { KindModel } from "../../proof/kind-model.ts";

const word = (member: string): Value => ({ kind: "enum", member });
const is = (value: Value | undefined, member: string): boolean => value?.kind === "enum" && value.member === member;

const isZero = (value: Value | undefined): boolean => value === undefined || value.kind !== "int" || value.value === 0;

const DISABLED = "it is disabled";

/** Accounts without a password: virtual ones, and those of Windows (https://learn.microsoft.com/windows/win32/services/service-user-accounts). */
function listOwnAccounts(classes: readonly Value[]): readonly Value[] {
  const own = classes.filter((value) => value.kind === "account" && /^(NT SERVICE|NT AUTHORITY)\\|^(\.\\)?LocalSystem$/i.test(value.name));
  return own.length > 0 ? own : [{ kind: "account", name: "LocalSystem", sid: "S-1-5-18" }];
}

/** What the service control manager does (docs/language.md, Semantics 12 and 13). */
export const model: KindModel = {
  distinguishes: { startup: [word("disabled")], state: [word("running")], exit_code: [{ kind: "int", value: 0 }] },
  // Setup starts what it brings, and does not bring it disabled. It knows no password: the account is one that needs none.
  fresh: { state: [word("running")], startup: [word("automatic")], account: listOwnAccounts },
  // The exit code of one that runs is 0 (QueryServiceStatus, dwWin32ExitCode: "The service should set this value to NO_ERROR when it is running").
  fits: (thing, property, value) =>
    property === "exit_code"
      ? !is(thing.known("state"), "running") || isZero(value)
      : property !== "state" || !is(value, "running") || isZero(thing.known("exit_code")),
  accepts: (property, seen, wished) => property === "startup" && is(wished, "automatic") && is(seen, "automatic_delayed"),
  works: (thing) => thing.exists() && (is(thing.get("state"), "running") || thing.isWished("state", word("stopped"))),
  blocker: (thing, wish) =>
    is(wish.states.get("state"), "running") && wish.states.get("startup") === undefined && is(thing.get("startup"), "disabled")
      ? DISABLED
      : undefined,
  half: (thing, wish) => {
    const startup = wish.states.get("startup");
    if (startup) thing.set("startup", startup);
    if (!is(wish.states.get("state"), "running") || is(thing.get("state"), "running")) return;
    // It was asked to start, and hangs or has ended: why, Windows tells by its exit code.
    const hangs = thing.world.choices.choose(2) === 1;
    thing.set("state", word(hangs ? "starting" : "stopped"));
    if (!hangs) thing.open("exit_code");
  },
  // A service that is in use is only marked for deletion: it goes when Windows restarts (ERROR_SERVICE_MARKED_FOR_DELETE).
  restart: { absent: "may" },
  restarted: (thing) => {
    const startup = thing.known("startup");
    if (is(startup, "disabled")) thing.become("state", word("stopped"));
    else if (is(startup, "automatic") || is(startup, "automatic_delayed")) thing.become("state", word("running"));
    else thing.become("state", undefined);
  },
  stop: (thing) => {
    // One that hangs cannot be stopped, nor started again: its process may belong to others.
    if (is(thing.get("state"), "starting")) return true;
    if (!is(thing.get("state"), "running")) return false;
    thing.set("state", word("stopped"));
    return true;
  },
  start: (thing) => thing.set("state", word("running")),
  refusesStart: (thing) => {
    if (is(thing.get("state"), "starting")) return "it hangs while it is starting";
    return is(thing.get("startup"), "disabled") ? DISABLED : undefined;
  },
  verbs: {
    restart: (thing) => {
      if (!thing.exists()) return "it does not exist";
      if (is(thing.get("startup"), "disabled")) return DISABLED;
      thing.set("state", word("running"));
      return undefined;
    },
  },
};
