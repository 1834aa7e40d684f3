import type { CatalogType } from "./model.ts";

/** A word that a scenario's `given` may say of a resource besides the properties of its kind. */
export interface GivenWord {
  readonly name: string;
  readonly type: CatalogType;
  /** For people: what the machine is like then. */
  readonly documentation: string;
}

const bool: CatalogType = { kind: "bool" };
const int: CatalogType = { kind: "int" };
const duration: CatalogType = { kind: "duration" };
const text: CatalogType = { kind: "string" };
const account: CatalogType = { kind: "account" };
const path: CatalogType = { kind: "path" };
const listOf = (element: CatalogType): CatalogType => ({ kind: "list", element });
const oneOf = (members: Readonly<Record<string, string>>): CatalogType => ({
  kind: "enum",
  members: Object.entries(members).map(([name, documentation]) => ({ name, documentation, ensurable: false })),
});
const word = (name: string, type: CatalogType, documentation: string): GivenWord => ({ name, type, documentation });

/**
 * Kind -> words that only `given` knows: how a resource behaves, and what is wrong with the machine. Pure data, so that the checker, the editor and the
 * reference can read it; `src/simulator/given/` turns it into tables.
 */
export const givenWords: Readonly<Record<string, readonly GivenWord[]>> = {
  service: [
    word(
      "start",
      oneOf({ runs: "It starts.", hangs: "It stays in 'starting'.", ends: "It ends again at once." }),
      "What happens when it is started.",
    ),
    word(
      "stop",
      oneOf({ stops: "It stops.", hangs: "It stays in 'stopping'.", refuses: "It takes no stop order." }),
      "What happens when it is stopped.",
    ),
    word(
      "without_right",
      oneOf({ refused: "Windows refuses the start (1069).", hangs: "It stays in 'starting'." }),
      "What happens when it is started while its account may not log on as a service.",
    ),
    word("password_valid", bool, "Whether the password of its account is accepted."),
    word("held_open", bool, "Somebody keeps it open, so that a deletion waits until Windows restarts."),
    word("shared_process", bool, "It shares its process with other services."),
    word("marked_for_deletion", bool, "It was deleted, and goes when Windows restarts."),
    word("depends_on", listOf(text), "Names of the services that it needs."),
  ],
  package: [
    word("cached_package", bool, "False: the package that its removal needs is gone (1612)."),
    word("removal_exit_code", int, "How its removal ends; other than 0, 1641 and 3010 nothing is changed."),
    word("removal_log", listOf(text), "Lines that the log of a failed removal has."),
    word("services", listOf(text), "Services that belong to it and go with it, unless another product has them too."),
  ],
  user_right: [
    word("denied", listOf(account), "Accounts that hold the right that denies this one."),
    word("policy_includes", listOf(account), "What the domain policy lists, where that is not what the right holds now."),
  ],
  registry_value: [
    word("policy", text, "Name of the domain policy that sets it to this."),
    word("set_by", path, "Program that sets it to this when it runs and ends with 0; until then it is as it was."),
    word("set_with", text, "Arguments with which that program does so, as one text; without this word it does so with any."),
    word("access", oneOf({ read: "It can be read only.", denied: "It cannot even be read." }), "What the script may do with its key."),
  ],
  registry_key: [
    word("access", oneOf({ read: "It can be read only.", denied: "It cannot even be read." }), "What the script may do with it."),
  ],
  file: [
    word("exit_code", int, "How the program or setup ends."),
    word("duration", duration, "How long the program or setup takes."),
    word("log", listOf(text), "Lines that the log of a failed setup has."),
    word("signed_by", text, "Subject of its signature, which is valid."),
    word("signature", text, "Status of its signature: Valid, NotSigned, HashMismatch, NotTrusted."),
    word("owner", account, "Whom it belongs to."),
    word("writable_by", listOf(account), "Who may write to it."),
    word("in_use", bool, "Another program has it open."),
    word("denied", bool, "The script may not write or delete it."),
  ],
  program: [word("exit_code", int, "How it ends."), word("duration", duration, "How long it takes.")],
  directory: [
    word("in_use", bool, "Its files are open in another program."),
    word("denied", bool, "The script may not write there."),
    word("link", bool, "It is a junction."),
  ],
  process: [
    word(
      "window",
      oneOf({ closes: "It ends.", stays: "It does not end.", unreachable: "It has no window that can be reached." }),
      "What it does when it is asked to close.",
    ),
    word("protected", bool, "Windows refuses to end it."),
  ],
  script: [word("holds", bool, "What its test says."), word("fix_helps", bool, "False: its fix changes nothing.")],
  computer: [
    word("cim_readable", bool, "False: CIM does not answer."),
    word("memory_modules_listed", bool, "False: the firmware lists no memory modules."),
    word("policy_readable", bool, "False: the resulting set of policy cannot be asked."),
    word("installer_busy", bool, "Another installation runs all the time."),
    word("installer_busy_for", duration, "Another installation runs so long."),
    word("installer_collisions", int, "So many starts of an installer find another one that slipped in (1618)."),
  ],
  powershell: [
    word("elevated", bool, "Whether the script has administrator's rights."),
    word("bits", int, "32: the script is started in a 32-bit PowerShell."),
    word("account", account, "Who runs the script."),
  ],
};
