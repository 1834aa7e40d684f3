/**
 * The vocabulary in which resource kinds are declared, the built-in ones and those of users alike. A kind is an exported interface that
 * extends one of the bases below; its doc comments are the reference documentation, its members say what authors may write:
 *
 * ```ts
 * import type { Creatable, Key, State } from "remedyc/kinds";
 *
 * export interface PrinterPort extends Creatable {
 *   name: Key<string>;
 *   address: State<string>;
 * }
 * ```
 *
 * Interface `PrinterPort` is the kind `printer_port`; its PowerShell functions end in `PrinterPort` (`Test-PrinterPort`, …).
 * Tags that say what types cannot:
 *
 * | tag | on | meaning |
 * |---|---|---|
 * | `@default 30s` | key, means, option | what stands there when it is left out, in remedy syntax |
 * | `@minLength`, `@maxLength` | text | allowed number of characters (of a list: of each element) |
 * | `@minimum`, `@maximum` | number | allowed range |
 * | `@pattern ^[A-Z]:$` | text | regular expression (JavaScript, matched ignoring case) that the text must match |
 * | `@format ip_address` | text | an address of IPv4 or IPv6; `ip_network`: a network with the length of its prefix, `10.20.0.0/16`, that is not all there are |
 * | `@limitSource …` | the same member | who documents the limit |
 * | `@key HKCU\Environment` | a word of a union | the registry key that it stands for: functions get the key (`HKLM\…`, `HKCU\…` or, in `each … in profile()`, `HKU\…`) instead of the word; HKCU only where a person runs the script or in `each … in profile()`, and then it is that person's |
 * | `@every both` | key that is a choice of numbers | a word that stands for each of them at once: what it names is one resource for each |
 * | `@address url .msi .exe` | means that is a path | an https address may stand there as well: functions get it as the means `url`, and what it names must end so |
 * | `@fit {*} *:` | text with a `@pattern`, below it | forms of what may have been meant where it does not match, `*` being what was written, `hex` its digits alone: the first that does match is suggested |
 * | `@wildcards none`, `last` | text; path | `none`: `*` in it is a mistake, since it is taken as it is written; `last`: `*` and `?` may stand in the last part of the path |
 * | `@cased` | key that is text | upper and lower case tell two of them apart |
 * | `@ending .exe` | key that is text | a name may end so or not: with and without it is one |
 * | `@written` | key that is a path | the fix writes or removes there |
 * | `@partOf file` | key that is a path | what is named is a part of the file there |
 * | `@nested` | key that is text | a place in what it is a part of, where `/a/b` lies in `/a` |
 * | `@additive` | state | members that must or must not be there: what two say of one thing adds up |
 * | `@guarantees …` | verb | what holds after it |
 * | `@context system` | interface | only SYSTEM can change it: beside `context: user` it is an error |
 * | `@blocker …` | interface | what no run of a script can help; several allowed |
 * | `@touches …` | interface | what of the machine is read or changed; several allowed |
 *
 * A `?` after a member's name: a key or a means may be left out; a state or a reading may be `none` although the resource exists.
 */

// ---- bases: what kind of thing it is ----
/* oxlint-disable typescript/no-empty-object-type -- a base says by its name alone what a kind is */

/** Something on the machine that can be read, or that only lends its name to verbs (`run program(…)`). */
export interface Resource {}

/** May stand in `ensure x { … }`: it has states that are tested and fixed. */
export interface Ensurable extends Resource {}

/** `ensure x absent` removes it as well. `ensure x present`, or a block with a state, tests that it is there; one that is missing is blocked. */
export interface Removable extends Ensurable {}

/** `ensure x present` makes one where it is missing, and `absent` removes it. */
export interface Creatable extends Removable {}

/** There is one on a machine: written without parentheses (`os.build`, `reset winsock`). */
export interface Singleton extends Resource {}

/** A reference may stand for several: filters (`name matches '…'`) and `each x in …` are allowed. Its keys are readings too. */
export interface Selectable extends Resource {}

/** `each x in service(startup == manual)`, `any` and `all` visit all there are, or those for which filters hold; elsewhere a reference names one. It has one key besides those that are named (`store: …`), which say which all are as a `Scope` does. */
export interface Enumerable extends Resource {}

/** `with x stopped { … }` may name it. */
export interface Stoppable extends Resource {}

/** Its properties are compared without a guard, as if it was there: of one that is not they cannot be read, so nothing is compliant. `exists` tells. */
export interface Presumed extends Resource {}
/* oxlint-enable typescript/no-empty-object-type */

// ---- members: what a property is for ----

/** Names a resource. Positional, in the order of declaration; may also be written by name. */
export type Key<T> = T;

/** Names a resource together with the positional keys, and is written by name only: `directory(x, files: ["*.spl"])`. */
export type NamedKey<T> = T;

/** The last positional key, which takes all further arguments: `installer_logs('a', 'b')`. `T` is a list. */
export type RestKey<T> = T;

/** Says which all are that `each` goes over, of a kind that extends `Enumerable`, by name: `each k in registry_key(below: …)`. It names none of them. Of a kind that extends `Selectable` it may be left out. */
export type Scope<T> = T;

/** Tested, and fixed where it differs. `AlsoSeen` are words that can be read but not ensured: a service is seen `starting`. */
export type State<T, AlsoSeen = never> = T | AlsoSeen;

/** Tested and fixed, but without a value of its own that could be read: `excludes` of a user right. */
export type Demand<T> = T;

/** Serves the fix only and is never tested: `source`, `arguments`, `timeout`, `password`. Without `?` it must be given. */
export type Means<T> = T;

/** Can be read and filtered by, never ensured. */
export type Reading<T> = T;

// ---- methods: verbs and queries ----

/** What a verb gives that changes the machine; it may stand in `fix` and `on failure`: `clear(options: { … }): Change`. */
export type Change = Value<"change">;

/** What a verb gives that only reads and tells causes; it may stand in `on failure`: `diagnose(): Findings`. */
export type Findings = Value<"findings">;

// ---- values, beside string, number (whole numbers), boolean, lists (T[]) and unions of words ----

/** A length of time: `30s`, `2h`, `7d`. */
export type Duration = Value<"duration">;

/** A moment, in UTC: `"2026-01-31"`, `"2026-01-31T08:30Z"`. Compared with others; a length of time is added to it or taken from it. */
export type Moment = Value<"date">;

/** A number of bytes, counted in powers of 1024 as Windows does: `4GB`. */
export type Size = Value<"size">;

/** Two to four numbers: `4.7.1`. Missing parts are 0. */
export type Version = Value<"version">;

/** A path of the file system; `%Variables%` are expanded on the device. Compared ignoring case. */
export type Path = Value<"path">;

/** A registry key with its hive: `HKLM\SOFTWARE\Contoso`. Hives: HKLM, HKCU, HKU and their long names. */
export type RegistryPath = Value<"registry_path">;

/** A user, a group or a well-known identity: a name (`'NT SERVICE\ALL SERVICES'`, `'CONTOSO\svc'`) or a SID. Compared by SID. */
export type Account = Value<"account">;

/** A reference to a secret that the device holds: `secret.env("NAME")`, `secret.dpapi('path')`. Never the secret itself. */
export type Secret = Value<"secret">;

/** Host and port: `"host:443"`. */
export type Endpoint = Value<"endpoint">;

/** A .NET regular expression, matched ignoring case. */
export type Pattern = Value<"pattern">;

/** Registry data of any type: a number, true or false (DWORD), text (REG_SZ) or a list of texts (REG_MULTI_SZ) (LANGUAGE, Semantics 15). */
export type RegistryData = Value<"data">;

/** PowerShell source text that becomes a script block. */
export type PowerShell = Value<"powershell">;

/** Words that are known by a spelling which is written as text: `tls("1.2")`, `user_right("SeServiceLogonRight")`. */
export type Quoted<Words extends string> = Words;

/** A reference to a resource of the named kinds: `ResourceOf<"service" | "package">`. */
export type ResourceOf<Kinds extends string> = Value<`resource of ${Kinds}`>;

/** A reference to a resource of any kind. */
export type AnyResource = Value<"resource">;

/** How values are told apart for TypeScript itself; not for use in a kind. */
interface Value<Name extends string> {
  readonly remedyType: Name;
}
