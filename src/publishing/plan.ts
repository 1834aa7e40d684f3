import { createHash } from "node:crypto";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GraphClient } from "../graph/client.ts";
import type { Fields } from "../graph/shape.ts";
import { describeAssignment } from "./assignments.ts";
import type { Assignment, Directory } from "./assignments.ts";
import { writeIdentity } from "./identity.ts";
import type { BuiltRemediation } from "./remediation.ts";
import { describeScriptChange } from "./script-change.ts";
import { readAssignments, readScript } from "./tenant.ts";
import type { ListedScript, TenantScript } from "./tenant.ts";

/** A property that is to be set. Scripts are told by size and hash; `lines` shows where they differ. */
export interface PropertyChange {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly lines?: readonly string[];
}

/** What happens to the assignments of a script; undefined where they are not the file's business or stay as they are. */
export interface AssignmentChange {
  readonly add: readonly Assignment[];
  readonly remove: readonly Assignment[];
  /** All that there are to be. */
  readonly wanted: readonly Assignment[];
}

/** One script of the tenant, and what is to become of it. */
export interface PlannedScript {
  readonly name: string;
  readonly title: string;
  readonly action: "create" | "update" | "none" | "delete" | "left over";
  readonly existing: TenantScript | undefined;
  readonly properties: readonly PropertyChange[];
  /** Of `create` all that Graph wants, of `update` what differs. */
  readonly body: Fields;
  readonly assignments: AssignmentChange | undefined;
}

/** A remediation as it is to be. */
export interface WantedScript {
  readonly built: BuiltRemediation;
  /** undefined: the file does not name the remedy, and its assignments are left alone. */
  readonly assignments: readonly Assignment[] | undefined;
}

/** Sets both switches in words: left out, Graph runs scripts in 64 bits as SYSTEM, and the portal in 32. */
export function toScriptBody({ built }: WantedScript, project: string, enforceSignatureCheck: boolean): Fields {
  const { name, version, title, source, context, publisher, detect, remediate } = built;
  return {
    displayName: title,
    description: `${name} ${version} of ${source}, published by remedyc: changes belong there.\n${writeIdentity({ project, name })}`,
    publisher: publisher ?? "remedyc",
    runAs32Bit: false,
    runAsAccount: context,
    enforceSignatureCheck,
    detectionScriptContent: Buffer.from(detect.bytes).toString("base64"),
    remediationScriptContent: Buffer.from(remediate.bytes).toString("base64"),
  };
}

/** Compares what is to be with the script that is there; `listed` is undefined where there is none. */
export async function planScript(
  wanted: WantedScript,
  listed: Pick<ListedScript, "id"> | undefined,
  { project, client, directory }: { readonly project: string; readonly client: GraphClient; readonly directory: Directory },
): Promise<PlannedScript> {
  const { name, title, detect, remediate } = wanted.built;
  const target = toScriptBody(wanted, project, detect.isSigned && remediate.isSigned);
  const existing = listed && (await readScript(client, listed.id));
  const properties = Object.entries(target).flatMap(([property, value]) => compare(property, existing?.properties[property], value));
  const present =
    existing && wanted.assignments ? (await readAssignments(client, existing.id)).map((each) => describeAssignment(each, directory)) : [];
  const assignments = wanted.assignments && compareAssignments(present, wanted.assignments);
  const action = !existing ? "create" : properties.length > 0 || assignments ? "update" : "none";
  const changed = new Set(properties.map((each) => each.name));
  const body = existing ? Object.fromEntries(Object.entries(target).filter(([property]) => changed.has(property))) : target;
  return { name, title, action, existing, properties, body, assignments };
}

export function compareAssignments(present: readonly Assignment[], wanted: readonly Assignment[]): AssignmentChange | undefined {
  const [has, wants] = [new Set(present.map(({ key }) => key)), new Set(wanted.map(({ key }) => key))];
  const add = wanted.filter(({ key }) => !has.has(key));
  const remove = present.filter(({ key }) => !wants.has(key));
  return add.length === 0 && remove.length === 0 ? undefined : { add, remove, wanted };
}

const SCRIPT_CONTENT = /^(?:detection|remediation)ScriptContent$/;

function compare(name: string, before: unknown, after: unknown): PropertyChange[] {
  if (SCRIPT_CONTENT.test(name)) {
    const [old, fresh] = [decode(before), decode(after) ?? new Uint8Array()];
    if (old && Buffer.compare(old, fresh) === 0) return [];
    return [
      {
        name,
        before: old && describeScript(old),
        after: describeScript(fresh),
        ...(old ? { lines: describeScriptChange(old, fresh) } : {}),
      },
    ];
  }
  if (toLines(before) === toLines(after)) return [];
  return [{ name, before: before === undefined || before === null ? undefined : JSON.stringify(before), after: JSON.stringify(after) }];
}

/** Ends of lines may come back otherwise than they were sent. */
function toLines(value: unknown): string {
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trimEnd() : JSON.stringify(value ?? null);
}

function decode(value: unknown): Uint8Array | undefined {
  return typeof value === "string" && value !== "" ? Buffer.from(value, "base64") : undefined;
}

export function describeScript(bytes: Uint8Array): string {
  return `${bytes.length} bytes, sha256 ${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`;
}

/** Scripts or apps of the tenant by remedy, of this project; one remedy that several claim to be is an error. */
export function findOwn(
  listed: readonly ListedScript[],
  project: string,
  diagnostics: Diagnostic[],
  what = "remediations",
): ReadonlyMap<string, ListedScript> {
  const own = new Map<string, ListedScript[]>();
  for (const script of listed)
    if (script.identity?.project === project) own.set(script.identity.name, [...(own.get(script.identity.name) ?? []), script]);
  const found = new Map<string, ListedScript>();
  for (const [name, scripts] of own) {
    const [script] = scripts;
    if (scripts.length > 1)
      diagnostics.push(createDiagnostic("RMD8213", undefined, { what, name, ids: scripts.map(({ id }) => id).join(", ") }));
    else if (script) found.set(name, script);
  }
  return found;
}
