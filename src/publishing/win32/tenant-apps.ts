import type { GraphClient } from "../../graph/client.ts";
import { readText, requireText } from "../../graph/shape.ts";
import { readIdentity } from "../identity.ts";
import type { ListedScript } from "../tenant.ts";

export const APPS = "/v1.0/deviceAppManagement/mobileApps";

/** https://learn.microsoft.com/graph/api/intune-apps-mobileapp-list and its like. */
export const READ_APPS = "DeviceManagementApps.Read.All";
/** https://learn.microsoft.com/graph/api/intune-apps-mobileappcontentfile-create and its like. */
export const WRITE_APPS = "DeviceManagementApps.ReadWrite.All";

/** All Win32 apps of the tenant; the notes of one of a project end with the line that says which it is. */
export async function listApps(client: GraphClient): Promise<ListedScript[]> {
  const found: ListedScript[] = [];
  for await (const item of client.list(`${APPS}?$filter=isof('microsoft.graph.win32LobApp')`, READ_APPS))
    found.push({
      id: requireText(item, "id", `GET ${APPS}`),
      displayName: readText(item, "displayName"),
      identity: readIdentity(readText(item, "notes")),
    });
  return found;
}
