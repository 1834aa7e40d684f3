import type { PropertyRole, SimpleTypeName } from "./model.ts";

/** What extending a base of `language.ts` makes of a kind. */
export interface Base {
  readonly ensure?: "state" | "presence";
  readonly creatable?: true;
  readonly singleton?: true;
  readonly selection?: true;
  readonly enumerable?: true;
  readonly stoppable?: true;
  readonly presumed?: true;
}

/** The bases, by name. */
export const bases: Readonly<Record<string, Base>> = {
  Resource: {},
  Ensurable: { ensure: "state" },
  Removable: { ensure: "presence" },
  Creatable: { ensure: "presence", creatable: true },
  Singleton: { singleton: true },
  Selectable: { selection: true },
  Enumerable: { enumerable: true },
  Stoppable: { stoppable: true },
  Presumed: { presumed: true },
};

/** What a member is for. */
export type Role = PropertyRole | "demand" | "key" | "named-key" | "rest-key" | "scope";

/** The roles of members, by the name of their type. */
export const roles: Readonly<Record<string, Role>> = {
  Key: "key",
  NamedKey: "named-key",
  RestKey: "rest-key",
  Scope: "scope",
  State: "state",
  Demand: "demand",
  Means: "means",
  Reading: "reading",
};

/** What a method may give to be a verb, and where that verb may stand. */
export const verbResults: Readonly<Record<string, "fix" | "failure">> = { Change: "fix", Findings: "failure" };

/** Value types without arguments. */
export const simpleTypes: Readonly<Record<string, SimpleTypeName>> = {
  Duration: "duration",
  Moment: "date",
  Size: "size",
  Version: "version",
  Path: "path",
  RegistryPath: "registry_path",
  Account: "account",
  Secret: "secret",
  Endpoint: "endpoint",
  Pattern: "pattern",
  RegistryData: "data",
  PowerShell: "powershell",
};

/** Value types that the extraction treats one by one. */
export const specialTypes: readonly string[] = ["Quoted", "ResourceOf", "AnyResource"];

/** Doc tags that say all by being there. */
export const flagTags: readonly string[] = ["cased", "written", "nested", "additive", "makes", "lasting", "exact"];

/** The doc tags that have a meaning. */
export const knownTags: readonly string[] = [
  "default",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "pattern",
  "format",
  "limitSource",
  "only",
  "address",
  "every",
  "wildcards",
  "fit",
  "cased",
  "ending",
  "written",
  "partOf",
  "nested",
  "additive",
  "makes",
  "lasting",
  "fresh",
  "serves",
  "exact",
  "restart",
  "changes",
  "context",
  "guarantees",
  "blocker",
  "touches",
];
