import type { GraphClient } from "../graph/client.ts";
import { graphFault } from "../graph/fault.ts";
import { isFields, readText, requireText } from "../graph/shape.ts";
import type { Fields } from "../graph/shape.ts";
import { readIdentity } from "./identity.ts";
import type { ScriptIdentity } from "./identity.ts";

/** Where remediations are; they exist in the beta version alone. */
export const SCRIPTS = "/beta/deviceManagement/deviceHealthScripts";

/** https://learn.microsoft.com/graph/api/intune-devices-devicehealthscript-list and its like. */
export const READ_SCRIPTS = "DeviceManagementScripts.Read.All";
export const WRITE_SCRIPTS = "DeviceManagementScripts.ReadWrite.All";

/** A remediation as a list tells it: without its scripts. */
export interface ListedScript {
  readonly id: string;
  readonly displayName: string;
  readonly identity: ScriptIdentity | undefined;
}

/** A remediation with everything that publishing sets. */
export interface TenantScript {
  readonly id: string;
  readonly etag: string | undefined;
  /** What Graph told of it; scripts as base64. */
  readonly properties: Fields;
}

/** All remediations of the tenant, but those of Microsoft. */
export async function listScripts(client: GraphClient): Promise<ListedScript[]> {
  const found: ListedScript[] = [];
  for await (const item of client.list(SCRIPTS, READ_SCRIPTS)) {
    if (item["isGlobalScript"] === true) continue;
    found.push({
      id: requireText(item, "id", `GET ${SCRIPTS}`),
      displayName: readText(item, "displayName"),
      identity: readIdentity(readText(item, "description")),
    });
  }
  return found;
}

/** One remediation whole; undefined when it is gone. */
export async function readScript(client: GraphClient, id: string): Promise<TenantScript | undefined> {
  const path = `${SCRIPTS}/${encodeURIComponent(id)}`;
  const properties = await client.send({ method: "GET", path, permission: READ_SCRIPTS });
  if (!properties) return undefined;
  const etag = properties["@odata.etag"];
  return { id: requireText(properties, "id", `GET ${path}`), etag: typeof etag === "string" ? etag : undefined, properties };
}

/** Who gets a remediation, as Graph tells it. */
export async function readAssignments(client: GraphClient, id: string): Promise<Fields[]> {
  const path = `${SCRIPTS}/${encodeURIComponent(id)}/assignments`;
  const found: Fields[] = [];
  for await (const item of client.list(path, READ_SCRIPTS)) {
    if (!isFields(item["target"])) throw graphFault("RMD8210", { request: `GET ${path}`, reason: "an assignment has no 'target'" });
    found.push(item);
  }
  return found;
}
