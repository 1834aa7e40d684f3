import type { GraphClient } from "../../graph/client.ts";
import { LostAnswer, notCarriedOut } from "../../graph/fault.ts";
import { readText, requireText } from "../../graph/shape.ts";
import type { Fields } from "../../graph/shape.ts";
import { assignApp } from "./app-assignments.ts";
import { digestOf, toPath, writeNotes } from "./plan-app.ts";
import type { BuiltApp, PlannedApp } from "./plan-app.ts";
import { APPS, listApps, READ_APPS, WRITE_APPS } from "./tenant-apps.ts";
import { LONGEST_POLL, POLL, uploadContent } from "./upload.ts";
import type { UploadHost } from "./upload.ts";

/** How often an app is looked for whose creation was not answered, before that is told. */
const CREATIONS = 3;

/**
 * Carries out what is planned for an app. The package comes first: then the settings change in the one request that lets devices see the new content, so that no
 * rule ever judges the content of another version. The digest of that content is written in the same request, so that an interrupted upload is begun anew. Who gets it
 * comes last: an app without a content cannot be assigned.
 */
export async function publishApp(
  planned: PlannedApp,
  project: string,
  client: GraphClient,
  host: UploadHost,
  onProgress: (sent: number, size: number) => void,
): Promise<void> {
  const { built, existing, body, assignments } = planned;
  if (planned.action === "delete" && existing) await client.send({ method: "DELETE", path: toPath(existing.id), permission: WRITE_APPS });
  if (!built || (planned.action !== "create" && planned.action !== "update")) return;
  const id = existing?.id ?? (await createApp(built, body, project, client));
  let changes: Fields = existing ? body : {};
  if (planned.isUploaded) {
    const version = await uploadContent(id, built.package, client, host, onProgress);
    const notes = writeNotes(built, project, readText(existing?.properties ?? {}, "notes"), digestOf(built));
    changes = { ...changes, committedContentVersion: version, notes };
  }
  if (Object.keys(changes).length > 0) {
    const type = { "@odata.type": "#microsoft.graph.win32LobApp" };
    await client.send({ method: "PATCH", path: toPath(id), permission: WRITE_APPS, body: { ...type, ...changes } });
  }
  if (!assignments) return;
  await waitUntilPublished(id, client, host);
  await assignApp(id, assignments.wanted, client, WRITE_APPS);
}

async function createApp(built: BuiltApp, settings: Fields, project: string, client: GraphClient): Promise<string> {
  const body = { ...settings, notes: writeNotes(built, project) };
  for (let attempt = 1; ; attempt++) {
    try {
      const created = await client.send({ method: "POST", path: APPS, permission: WRITE_APPS, isOnce: true, body });
      return requireText(created ?? {}, "id", `POST ${APPS}`);
    } catch (error) {
      if (!(error instanceof LostAnswer) || attempt === CREATIONS) throw error;
      const found = (await listApps(client)).find(({ identity }) => identity?.project === project && identity.name === built.name);
      if (found) return found.id;
    }
  }
}

/** Intune works on a new content for a while (https://learn.microsoft.com/graph/api/resources/intune-apps-mobileapppublishingstate), and refuses to assign it. */
async function waitUntilPublished(id: string, client: GraphClient, host: UploadHost): Promise<void> {
  for (let waited = 0; waited <= LONGEST_POLL; waited += POLL) {
    const app = await client.send({ method: "GET", path: toPath(id), permission: READ_APPS });
    if (app?.["publishingState"] !== "processing") return;
    await host.sleep(POLL);
  }
  throw notCarriedOut(`the publication of ${toPath(id)}`, `it is being processed for more than ${LONGEST_POLL / 1000} s`, false);
}
