import type { Value } from "../../checker/value.ts";
import type { GivenItem } from "../../plan/scenario.ts";
import { addAccount } from "../accounts.ts";
import { MACHINE_VARIABLES } from "../healthy-machine.ts";
import type { Machine } from "../machine.ts";
import { findRow } from "../tables.ts";

/** One `given` of a scenario in the form that the machine's tables want it. */
export interface Given {
  readonly kind: string;
  /** The resource as messages name it. */
  readonly label: string;
  readonly absent: boolean;
  /** A key's value; undefined where the kind has no such key, or it is not given. */
  key(name: string): Value | undefined;
  /** What a filter of the resource asks a property to be (`name == "ann"`); undefined where there is none. */
  filter(name: string): Value | undefined;
  /** A property's value; undefined where it is not given. */
  property(name: string): Value | undefined;
  /** All properties that are given. */
  readonly properties: readonly { readonly name: string; readonly value: Value }[];
  /** Arguments of a query (`network.can_connect("host", 443): false`). */
  readonly arguments: readonly { readonly name: string; readonly value: Value }[];
}

/** Reads an item of the plan. @throws Error for a key that is not constant, which the checker does not let through. */
export function readGiven(item: GivenItem): Given {
  const properties = new Map(item.properties.map((property) => [property.name, property.value]));
  return {
    kind: item.resource.resourceKind,
    label: item.resource.label,
    absent: item.presence === "absent",
    key: (name) => {
      const value = item.resource.keys.find((key) => key.name === name)?.value;
      if (value !== undefined && value.kind !== "constant") throw new Error(`the key '${name}' of ${item.resource.label} is not constant`);
      return value?.value;
    },
    filter: (name) => {
      const value = item.resource.filters.find((filter) => filter.property === name && filter.operator === "==")?.value;
      return value?.kind === "constant" ? value.value : undefined;
    },
    property: (name) => properties.get(name),
    properties: item.properties,
    arguments: item.properties.flatMap((property) => property.arguments),
  };
}

/** The text of a string, a path, an enum's member, an account's name or a version; undefined for anything else. */
export function textOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case "string":
    case "path":
      return value.value;
    case "enum":
      return value.member;
    case "account":
      return value.name;
    case "version":
      return [...value.parts, 0, 0].slice(0, Math.max(2, value.parts.length)).join(".");
    case "int":
    case "bool":
    case "duration":
    case "date":
    case "size":
    case "list":
    case "secret":
    case "none":
    case undefined:
      return undefined;
    default:
      return value satisfies never;
  }
}

/** The number of an int, a size (bytes) or a duration (milliseconds). */
export function numberOf(value: Value | undefined): number | undefined {
  return value?.kind === "int"
    ? value.value
    : value?.kind === "size"
      ? value.bytes
      : value?.kind === "duration"
        ? value.milliseconds
        : undefined;
}

export function booleanOf(value: Value | undefined): boolean | undefined {
  return value?.kind === "bool" ? value.value : undefined;
}

/** The elements of a list; one value counts as a list of one. */
export function listOf(value: Value | undefined): readonly Value[] {
  return value === undefined || value.kind === "none" ? [] : value.kind === "list" ? value.elements : [value];
}

/** The SID of an account: computed by the compiler, or known to the machine, which knows the name from then on. */
export function sidOf(machine: Machine, value: Value): string {
  return value.kind === "account" && value.sid !== undefined ? value.sid : addAccount(machine, textOf(value) ?? "");
}

/** Replaces `%Variables%` by the machine's folders, as `Expand-Path` does; unknown ones stay. */
export function expandPath(machine: Machine, path: string): string {
  const folders: Readonly<Record<string, string>> = {
    systemroot: "Windows",
    windir: "Windows",
    programdata: "CommonApplicationData",
    allusersprofile: "CommonApplicationData",
    programfiles: "ProgramFiles",
    programw6432: "ProgramFiles",
    "programfiles(x86)": "ProgramFilesX86",
    commonprogramfiles: "CommonProgramFiles",
    commonprogramw6432: "CommonProgramFiles",
    "commonprogramfiles(x86)": "CommonProgramFilesX86",
    userprofile: "UserProfile",
    appdata: "ApplicationData",
    localappdata: "LocalApplicationData",
  };
  return path.replace(/%([^%]+)%/g, (whole, name: string) => {
    const lower = name.toLowerCase();
    if (lower === "systemdrive") return "C:";
    if (lower === "temp" || lower === "tmp")
      return machine.host.account === "S-1-5-18" ? "C:\\Windows\\Temp" : `${machine.specialFolders["LocalApplicationData"] ?? ""}\\Temp`;
    if (lower === "public") return "C:\\Users\\Public";
    const folder = folders[lower];
    const variable = findRow(machine.registry[MACHINE_VARIABLES]?.values ?? {}, name)?.data;
    return (folder !== undefined ? machine.specialFolders[folder] : typeof variable === "string" ? variable : undefined) ?? whole;
  });
}

/** A path of a key or property, expanded and without a backslash at its end. */
export function pathOf(machine: Machine, value: Value | undefined): string {
  return toPlainPath(machine, textOf(value) ?? "");
}

/** A path with its variables replaced, and without a backslash at its end unless it is a drive's root. */
export function toPlainPath(machine: Machine, text: string): string {
  const path = expandPath(machine, text);
  return /^[A-Za-z]:\\$/.test(path) ? path : path.replace(/\\+$/, "");
}
