import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { GraphClient } from "../../graph/client.ts";
import { graphFault } from "../../graph/fault.ts";
import { isFields, readText } from "../../graph/shape.ts";
import type { Fields } from "../../graph/shape.ts";
import type { WantedAppAssignments } from "../assignments-file.ts";
import { describeTarget, toTargets } from "../assignments.ts";
import type { Assignment, Directory } from "../assignments.ts";
import { READ_APPS } from "./tenant-apps.ts";

/** Filters are in the beta version of an assignment's target alone: https://learn.microsoft.com/graph/api/resources/intune-apps-mobileappassignment?view=graph-rest-beta */
const APPS = "/beta/deviceAppManagement/mobileApps";

/** What the portal sets for a new assignment. */
const SETTINGS = {
  "@odata.type": "#microsoft.graph.win32LobAppAssignmentSettings",
  notifications: "showAll",
  installTimeSettings: null,
  restartSettings: null,
  deliveryOptimizationPriority: "notConfigured",
};

/** What an app's part of the file asks for. Intune excludes a group from one intent: here from each that the app is assigned with. */
export function toAppAssignments(wanted: WantedAppAssignments, directory: Directory, diagnostics: Diagnostic[]): Assignment[] {
  const { included, excluded } = toTargets(wanted, directory, diagnostics);
  const intents = [...new Set(wanted.targets.map(({ intent }) => intent))];
  return [
    ...included.map(({ target, wanted: { intent } }) => ({ intent, target, settings: SETTINGS })),
    ...excluded.flatMap((target) => intents.map((intent) => ({ intent, target, settings: null }))),
  ].map((assignment) => describeAppAssignment(assignment, directory));
}

/** An assignment of an app as Graph has it, or as it is sent there. */
function describeAppAssignment(assignment: Fields, directory: Directory): Assignment {
  const { key, text, filterKey, filterText } = describeTarget(assignment, directory);
  const intent = readText(assignment, "intent");
  const { target, settings = null } = assignment;
  return {
    key: [key, intent, filterKey].join("|"),
    text: `${text}, ${intent}${filterText}`,
    body: { "@odata.type": "#microsoft.graph.mobileAppAssignment", intent, target, settings },
  };
}

/** Who gets an app, as Graph tells it; what a policy set assigns is that set's. */
export async function readAppAssignments(client: GraphClient, id: string, directory: Directory): Promise<Assignment[]> {
  const path = `${APPS}/${encodeURIComponent(id)}/assignments`;
  const found: Assignment[] = [];
  for await (const item of client.list(path, READ_APPS)) {
    if (!isFields(item["target"])) throw graphFault("RMD8210", { request: `GET ${path}`, reason: "an assignment has no 'target'" });
    if (item["source"] !== "policySets") found.push(describeAppAssignment(item, directory));
  }
  return found;
}

/** Replaces all assignments of an app: https://learn.microsoft.com/graph/api/intune-apps-mobileapp-assign */
export async function assignApp(id: string, wanted: readonly Assignment[], client: GraphClient, permission: string): Promise<void> {
  const path = `${APPS}/${encodeURIComponent(id)}/assign`;
  await client.send({ method: "POST", path, permission, body: { mobileAppAssignments: wanted.map(({ body }) => body) } });
}
