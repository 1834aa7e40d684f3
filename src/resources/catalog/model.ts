/**
 * The catalogue: what the compiler knows of every resource kind, verb and fact. Plain data (it survives JSON), extracted from TypeScript
 * interfaces with the TypeScript compiler API: for built-in kinds when the package is built, for a user's kinds when their file is imported.
 */
export interface Catalog {
  /** By name (`service`, `user_right`, `os`). */
  readonly kinds: { readonly [name: string]: ResourceKind };
}

/** A kind of thing on a machine: a resource that can be ensured, facts that can be read, an object of verbs, or several of these. */
export interface ResourceKind {
  /** As authors write it: `user_right`. */
  readonly name: string;
  /** The noun of its PowerShell functions: `UserRight` in `Read-UserRight`, `Test-UserRight`, `Repair-UserRight`, `Invoke-UserRight<Verb>`. */
  readonly noun: string;
  /** First paragraph of the doc comment, then the rest. */
  readonly summary: string;
  readonly documentation: string;
  /** Where it is declared: `built-in`, or the path of the user's `.ts` file. */
  readonly origin: string;
  /** True for facts that are written without parentheses: `os.build`, `reboot.pending`. */
  readonly singleton: boolean;
  /** What names one: positional arguments in this order, each also by name. */
  readonly keys: readonly KeyParameter[];
  /** True when a reference may stand for several (`package(name matches …)`, `profile()`): filters are allowed, `each … in` too. */
  readonly selection: boolean;
  /** True when `each`, `any` and `all` may go over all there are, or those for which filters hold; elsewhere a reference names one by its key. */
  readonly enumerable?: true;
  /** True when its properties are asked as if it was there: of one that is not they are unreadable, not none. */
  readonly presumed?: true;
  /** `none`: cannot be ensured. `state`: only `ensure x { … }`. `presence`: `absent` and `present` too. */
  readonly ensure: "none" | "state" | "presence";
  /** With `presence`: true when the fix can make it present; otherwise `present` only tests, and a missing one is blocked (a service, a process). */
  readonly creatable?: boolean;
  /** True when `with … stopped` may name it. */
  readonly stoppable: boolean;
  readonly properties: readonly Property[];
  /** Facts with arguments: `network.can_connect("host", 443)`. */
  readonly queries: readonly Query[];
  readonly verbs: readonly Verb[];
  /** `system`: only a script that runs as SYSTEM can change it. */
  readonly context?: "system";
  /** What no run of a script can help (Semantics 2), one sentence each: read by its Test function, told by documentation and `explain`. */
  readonly blockers?: readonly string[];
  /** What of the machine its functions read or change, for `explain`: `the service control manager`. */
  readonly touches?: readonly string[];
  /** What it says of itself for proofs. */
  readonly proof?: KindProof;
}

export interface KeyParameter {
  readonly name: string;
  readonly type: CatalogType;
  /** An optional key may be left out (`files:` of a directory). */
  readonly required: boolean;
  /** Positional keys come first; the others only by name. */
  readonly positional: boolean;
  /** True of what says which all are that `each` goes over (`registry_key(below: …)`); it names none of them. */
  readonly scope?: true;
  /** The last positional key takes all further positional arguments; its type is a list (`installer_logs('a', 'b')`). */
  readonly variadic?: boolean;
  /** The source text of `@default`, in remedy syntax: a key left out stands for this, also when two resources are compared. */
  readonly defaultValue?: string;
  /** True where upper and lower case tell two things apart (a line of a file); else they are one. */
  readonly cased?: true;
  /** How a name may end or not, in lower case (`.exe` of a process): with and without it is one. */
  readonly ending?: string;
  /** True of a path at which its fix writes or removes. */
  readonly written?: true;
  /** The kind of what its thing is a part of, which has this key alone: `file` of a line. */
  readonly partOf?: string;
  /** True of a place in what it is a part of, where one lies in another: `/a/b` in `/a`. */
  readonly nested?: true;
  readonly documentation: string;
  readonly limits: Limits;
}

/** A state is tested; a means only serves the fix; a reading can be read and filtered by, never ensured (LANGUAGE, Semantics 12). */
export type PropertyRole = "state" | "means" | "reading";

export interface Property {
  readonly name: string;
  readonly role: PropertyRole;
  readonly type: CatalogType;
  /** False for a state that is tested but has no value of its own (`excludes` of a user right): it cannot be read. Missing means true. */
  readonly readable?: boolean;
  /** Reading it may give `none` even when the resource exists. (Of something absent every property is none.) Means: it may be left out. */
  readonly optional: boolean;
  /** The source text of `@default`, in remedy syntax: `30s`; undefined without one. */
  readonly defaultValue: string | undefined;
  readonly documentation: string;
  readonly limits: Limits;
  /** A means that serves one of the two alone, `ensure x absent` or the other: beside the other it is an error. */
  readonly only?: "absent" | "present";
  /** True of members that must or must not be there: what two say of one thing adds up. */
  readonly additive?: true;
  /** A means that is a path, where an https address may stand as well (`@address`). */
  readonly address?: AddressPlace;
  /** True of what the fix makes the thing from: one of these must be given where it is missing. */
  readonly makes?: true;
  /** What it says of itself for proofs. */
  readonly proof?: PropertyProof;
}

/** What a property of a kind says for proofs (`remedyc prove`). */
export interface PropertyProof {
  /** A reading that nothing of a remedy changes. */
  readonly lasting?: true;
  /** What a new thing has: a word, or true or false. */
  readonly fresh?: string;
  /** The words with which a thing serves: with another one it is broken. */
  readonly serves?: readonly string[];
}

/** What a kind says for proofs of what its fixes and verbs do besides. */
export interface KindProof {
  /** Whether a fix may ask for a restart of Windows. */
  readonly restart?: { readonly absent?: RestartWord; readonly present?: RestartWord };
  /** True where a fix changes nothing of the thing but what is wished. */
  readonly exact?: true;
  /** Kinds of which it may change what a remedy names, whatever it is. */
  readonly changes?: readonly string[];
}

export type RestartWord = "may" | "always" | "never";

/** An address that stands where a path may: functions get it as another means, so that nothing takes it for a path. */
export interface AddressPlace {
  /** The name of that means: `url`. */
  readonly name: string;
  /** How the file that it names must end (`.msi`), one of them; none: as it likes. */
  readonly endings: readonly string[];
}

export interface Query {
  readonly name: string;
  readonly parameters: readonly KeyParameter[];
  readonly type: CatalogType;
  readonly optional: boolean;
  readonly documentation: string;
}

/** An action that the kind offers inside `fix` and `on failure`: `clear jobs { older_than: 7d }`. */
export interface Verb {
  readonly name: string;
  readonly documentation: string;
  /** What holds afterwards, for the plan's story. */
  readonly guarantees: string;
  readonly options: readonly Property[];
  /** `fix` verbs change the machine; `failure` verbs (`diagnose`) only read and may stand only in `on failure`. */
  readonly use: "fix" | "failure";
}

/** Documented limits; a value over one is RMD3xxx. `source` says who documents it. */
export interface Limits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** A regular expression (JavaScript, flags `iu`) that a string, or each element of a list of strings, must match. */
  readonly pattern?: string;
  /** What an address or a network of IP is written as, in one way alone. */
  readonly format?: "ip_address" | "ip_network";
  /** The only numbers that are allowed: `view: 32`. */
  readonly oneOf?: readonly number[];
  /** Of a key: a word that stands for each of these numbers at once (`view: both`). What names a resource so is one resource for each. */
  readonly every?: string;
  /** `none`: a text is taken as it is written, so `*` in it is a mistake. `last`: `*` and `?` may stand in the last part of a path; elsewhere in paths they may not. */
  readonly wildcards?: "none" | "last";
  /** What may have been meant by a text that does not match the pattern, one of these forms that does: `*` is what was written, `hex` its digits alone. */
  readonly fit?: readonly string[];
  readonly source?: string;
}

export type CatalogType =
  | { readonly kind: SimpleTypeName }
  /** `quoted`: members are known by a spelling that is written as text (`tls("1.2")`, `user_right("SeServiceLogonRight")`): a constant string is taken there. */
  | { readonly kind: "enum"; readonly members: readonly EnumMember[]; readonly quoted?: boolean }
  | { readonly kind: "list"; readonly element: CatalogType }
  /** A reference to a resource; `of` names the kinds it may be, undefined for any. */
  | { readonly kind: "resource"; readonly of: readonly string[] | undefined };

/** `pattern`: a .NET regular expression; `data`: registry data of any type; `powershell`: source text of a script block. */
export type SimpleTypeName =
  | "string"
  | "int"
  | "bool"
  | "version"
  | "duration"
  | "date"
  | "size"
  | "path"
  | "registry_path"
  | "account"
  | "secret"
  | "endpoint"
  | "pattern"
  | "data"
  | "powershell";

export interface EnumMember {
  readonly name: string;
  readonly documentation: string;
  /** False for members that can be read but not ensured: a service is seen `starting`, never ensured so. */
  readonly ensurable: boolean;
  /** The registry key that it stands for (`@key`): functions get that instead of the word. HKCU is the person's for whom the script runs (Semantics 17). */
  readonly registryKey?: string;
}
