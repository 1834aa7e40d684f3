import { isDeepStrictEqual } from "node:util";
import type { GraphClient } from "../../graph/client.ts";
import { isFields, readText } from "../../graph/shape.ts";
import type { Fields } from "../../graph/shape.ts";
import type { OpenIntunewin } from "../../intunewin/open-intunewin.ts";
import type { Assignment, Directory } from "../assignments.ts";
import { writeIdentity } from "../identity.ts";
import { compareAssignments, describeScript } from "../plan.ts";
import type { PlannedScript, PropertyChange } from "../plan.ts";
import { describeScriptChange } from "../script-change.ts";
import { readAppAssignments } from "./app-assignments.ts";
import { APPS, READ_APPS } from "./tenant-apps.ts";

/** An app as a build wrote it. */
export interface BuiltApp {
  readonly name: string;
  readonly title: string;
  /** The body of a `win32LobApp`, as `describeWin32App` gives it. */
  readonly settings: Fields;
  readonly package: Pick<OpenIntunewin, "detection" | "encryptedContentSize" | "streamEncrypted" | "close">;
}

/** What a build says of its apps. */
export interface AppOutput {
  readonly apps: readonly BuiltApp[];
  /** Apps of earlier builds that still belong in the folder. */
  readonly earlier: readonly string[];
}

/** An app as it is to be. */
export interface WantedApp {
  readonly built: BuiltApp;
  /** undefined: the file does not name the app, and its assignments are left alone. */
  readonly assignments: readonly Assignment[] | undefined;
}

/** One app of the tenant, and what is to become of it. */
export interface PlannedApp extends PlannedScript {
  readonly built: BuiltApp | undefined;
  /** Whether its content is another. */
  readonly isUploaded: boolean;
}

/**
 * Compares an app with the one that is there; `id` is undefined where there is none. Its content is another where the notes tell another digest: the bytes of a package
 * differ from build to build, since its keys are random, and the digest of what is in it does not.
 */
export async function planApp(
  { built, assignments: wanted }: WantedApp,
  id: string | undefined,
  client: GraphClient,
  directory: Directory,
): Promise<PlannedApp> {
  const { name, title, settings } = built;
  const properties = id === undefined ? undefined : await client.send({ method: "GET", path: toPath(id), permission: READ_APPS });
  const existing = id !== undefined && properties ? { id, etag: undefined, properties } : undefined;
  const changes = Object.entries(settings).filter(([key, value]) => key !== "@odata.type" && !covers(properties?.[key], value));
  const digest = properties && readDigest(properties);
  const isUploaded = digest !== digestOf(built) || readText(properties ?? {}, "committedContentVersion") === "";
  const present = existing && wanted ? await readAppAssignments(client, existing.id, directory) : [];
  const assignments = wanted && compareAssignments(present, keepSettings(wanted, present));
  return {
    name,
    title,
    built,
    isUploaded,
    existing,
    action: !existing ? "create" : changes.length > 0 || isUploaded || assignments ? "update" : "none",
    properties: [
      ...changes.map(([key, value]) => describeChange(key, properties?.[key], value)),
      ...(isUploaded
        ? [
            {
              name: "content",
              before: digest && showDigest(digest),
              after: `${built.package.encryptedContentSize} bytes, ${showDigest(digestOf(built))}`,
            },
          ]
        : []),
    ],
    body: existing ? Object.fromEntries(changes) : settings,
    assignments,
  };
}

export function toPath(id: string): string {
  return `${APPS}/${encodeURIComponent(id)}`;
}

/** Notes that tell whose an app is, and once it has a content, which; what else people wrote there stays. */
export function writeNotes({ name }: BuiltApp, project: string, before = "", digest?: string): string {
  const others = before.split(/\r?\n/).filter((line) => !/^remedyc-(?:content|id): /.test(line));
  return [...others, ...(digest === undefined ? [] : [`remedyc-content: ${digest}`]), writeIdentity({ project, name })].join("\n").trim();
}

export function digestOf(built: BuiltApp): string {
  return built.package.detection.encryption.fileDigest;
}

function readDigest(properties: Fields): string | undefined {
  return /^remedyc-content: ([A-Za-z0-9+/=]+)[ \t\r]*$/m.exec(readText(properties, "notes"))?.[1];
}

function showDigest(base64: string): string {
  return `sha256 ${Buffer.from(base64, "base64").toString("hex").slice(0, 16)}`;
}

/** Deadlines and notifications of an assignment that stays are the portal's. */
function keepSettings(wanted: readonly Assignment[], present: readonly Assignment[]): Assignment[] {
  return wanted.map((each) => {
    const kept = present.find(({ key }) => key === each.key);
    return kept ? { ...each, body: kept.body } : each;
  });
}

/** Whether what Graph tells has all that is wanted; it adds members of its own to objects. */
function covers(has: unknown, wants: unknown): boolean {
  if (Array.isArray(wants)) return Array.isArray(has) && has.length === wants.length && wants.every((value, i) => covers(has[i], value));
  if (isFields(wants)) return isFields(has) && Object.entries(wants).every(([name, value]) => covers(has[name], value));
  if (typeof has === "string" && typeof wants === "string")
    return has.replaceAll("\r\n", "\n").trimEnd() === wants.replaceAll("\r\n", "\n").trimEnd();
  return isDeepStrictEqual(has ?? null, wants ?? null);
}

function describeChange(name: string, before: unknown, after: unknown): PropertyChange {
  if (!Array.isArray(after))
    return { name, before: before === undefined || before === null ? undefined : JSON.stringify(before), after: JSON.stringify(after) };
  const [old, fresh]: readonly unknown[][] = [Array.isArray(before) ? before : [], after];
  const lines = (fresh ?? []).flatMap((item, i) => (old && old.length > 0 && !covers(old[i], item) ? describeItem(old[i], item) : []));
  return { name, before: old && old.length > 0 ? `${old.length} entries` : undefined, after: `${after.length} entries`, lines };
}

/** What differs in an entry of a list: of a rule's script the lines. */
function describeItem(before: unknown, after: unknown): string[] {
  if (!isFields(after)) return [JSON.stringify(after)];
  const old = isFields(before) ? before : {};
  const script = (fields: Fields): Buffer => Buffer.from(readText(fields, "scriptContent"), "base64");
  return Object.entries(after).flatMap(([name, value]) => {
    if (covers(old[name], value)) return [];
    if (name !== "scriptContent") return [`${name}: ${JSON.stringify(old[name] ?? null)} -> ${JSON.stringify(value)}`];
    const title = `${readText(after, "displayName")}: ${describeScript(script(old))} -> ${describeScript(script(after))}`;
    return [title, ...describeScriptChange(script(old), script(after)).map((line) => `  ${line}`)];
  });
}
