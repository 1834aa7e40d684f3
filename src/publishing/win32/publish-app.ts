import { isDeepStrictEqual } from "node:util";
import type { GraphClient } from "../../graph/client.ts";
import { graphFault, LostAnswer } from "../../graph/fault.ts";
import { isFields, readText, requireText } from "../../graph/shape.ts";
import type { Fields } from "../../graph/shape.ts";
import type { OpenIntunewin } from "../../intunewin/open-intunewin.ts";
import { readIdentity, writeIdentity } from "../identity.ts";
import { uploadContent, WRITE_APPS } from "./upload.ts";
import type { UploadHost } from "./upload.ts";

const APPS = "/v1.0/deviceAppManagement/mobileApps";

/** An app as a build wrote it. */
export interface BuiltApp {
  readonly name: string;
  /** The body of a `win32LobApp`, as `describeWin32App` gives it. */
  readonly settings: Fields;
  readonly package: OpenIntunewin;
}

/** What was done to an app. */
export interface PublishedApp {
  readonly id: string;
  readonly isCreated: boolean;
  readonly changed: readonly string[];
  readonly isUploaded: boolean;
}

/**
 * Brings an app into the tenant: found by the line of its notes that says which it is; settings are changed where they differ, and the package is uploaded
 * where the notes tell another digest of its content (that of a package is another after each build: its keys are random). That digest is written with the number of the version that has it, so that an interrupted upload is begun anew.
 */
export async function publishApp(
  app: BuiltApp,
  project: string,
  client: GraphClient,
  host: UploadHost,
  onProgress: (sent: number, size: number) => void,
): Promise<PublishedApp> {
  const found = await findApp(app.name, project, client);
  const id = found ?? (await createApp(app, project, client));
  const path = `${APPS}/${encodeURIComponent(id)}`;
  const existing = await client.send({ method: "GET", path, permission: WRITE_APPS });
  if (!existing) throw graphFault("RMD8208", { request: `GET ${path}`, detail: "it is gone" });
  const changes = Object.entries(app.settings).filter(([name, value]) => name !== "@odata.type" && !covers(existing[name], value));
  const patch = async (body: Fields): Promise<void> => {
    await client.send({ method: "PATCH", path, permission: WRITE_APPS, body: { "@odata.type": "#microsoft.graph.win32LobApp", ...body } });
  };
  if (changes.length > 0) await patch(Object.fromEntries(changes));
  const isUploaded =
    readDigest(readText(existing, "notes")) !== app.package.detection.encryption.fileDigest ||
    readText(existing, "committedContentVersion") === "";
  if (isUploaded) {
    const version = await uploadContent(id, app.package, client, host, onProgress);
    await patch({ committedContentVersion: version, notes: writeNotes(app, project) });
  }
  return { id, isCreated: found === undefined, changed: changes.map(([name]) => name), isUploaded };
}

function writeNotes({ name, package: { detection } }: BuiltApp, project: string): string {
  return `remedyc-content: ${detection.encryption.fileDigest}\n${writeIdentity({ project, name })}`;
}

function readDigest(notes: string): string | undefined {
  return /^remedyc-content: ([A-Za-z0-9+/=]+)[ \t\r]*$/m.exec(notes)?.[1];
}

async function findApp(name: string, project: string, client: GraphClient): Promise<string | undefined> {
  const ids: string[] = [];
  for await (const item of client.list(`${APPS}?$filter=isof('microsoft.graph.win32LobApp')`, WRITE_APPS)) {
    const identity = readIdentity(readText(item, "notes"));
    if (identity?.project === project && identity.name === name) ids.push(requireText(item, "id", `GET ${APPS}`));
  }
  if (ids.length > 1) throw graphFault("RMD8213", { name, ids: ids.join(", ") });
  return ids[0];
}

/** Without a content an app is not published: devices see nothing of it. */
async function createApp(app: BuiltApp, project: string, client: GraphClient): Promise<string> {
  const body = { ...app.settings, notes: writeIdentity({ project, name: app.name }) };
  for (let attempt = 1; ; attempt++) {
    try {
      const created = await client.send({ method: "POST", path: APPS, permission: WRITE_APPS, isOnce: true, body });
      return requireText(created ?? {}, "id", `POST ${APPS}`);
    } catch (error) {
      if (!(error instanceof LostAnswer) || attempt === 3) throw error;
      const found = await findApp(app.name, project, client);
      if (found !== undefined) return found;
    }
  }
}

/** Whether what Graph tells has all that is wanted; it adds members of its own to objects. */
function covers(has: unknown, wants: unknown): boolean {
  if (Array.isArray(wants)) return Array.isArray(has) && has.length === wants.length && wants.every((value, i) => covers(has[i], value));
  if (isFields(wants)) return isFields(has) && Object.entries(wants).every(([name, value]) => covers(has[name], value));
  return isDeepStrictEqual(has ?? null, wants ?? null);
}
