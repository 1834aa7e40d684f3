import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { GraphClient } from "../graph/client.ts";
import { ChangedMeanwhile, LostAnswer } from "../graph/fault.ts";
import { requireText } from "../graph/shape.ts";
import type { AssignmentsFile, Wanted } from "./assignments-file.ts";
import { resolveDirectory, toAssignments } from "./assignments.ts";
import type { Directory } from "./assignments.ts";
import { writeIdentity } from "./identity.ts";
import { findOwn, planScript } from "./plan.ts";
import type { PlannedScript, WantedScript } from "./plan.ts";
import type { BuildOutput } from "./remediation.ts";
import { listScripts, readScript, SCRIPTS, WRITE_SCRIPTS } from "./tenant.ts";
import type { ListedScript } from "./tenant.ts";
import { toAppAssignments } from "./win32/app-assignments.ts";
import { planApp } from "./win32/plan-app.ts";
import type { AppOutput, PlannedApp } from "./win32/plan-app.ts";
import { publishApp } from "./win32/publish-app.ts";
import { listApps } from "./win32/tenant-apps.ts";
import type { UploadHost } from "./win32/upload.ts";

/** What becomes of scripts in the tenant whose remedy is no longer in the repository. */
export type Prune = "ignore" | "name" | "delete";

/** Everything that a publication would change, and what carrying it out needs. */
export interface Publication {
  readonly project: string;
  readonly scripts: readonly PlannedScript[];
  readonly wanted: ReadonlyMap<string, WantedScript>;
  readonly directory: Directory;
  readonly apps: readonly PlannedApp[];
}

/** Requests that read, side by side: Intune throttles who asks more. */
const READERS = 4;

/** Compares a build's remediations and apps with the tenant. Nothing is changed; with an error there is no plan. */
export async function planPublication(
  output: BuildOutput,
  appOutput: AppOutput,
  file: AssignmentsFile,
  client: GraphClient,
  prune: Prune,
): Promise<WithDiagnostics<Publication | undefined>> {
  const { project } = file;
  const [names, appNames] = [output.remediations, appOutput.apps].map((all) => all.map(({ name }) => name)) as [string[], string[]];
  const diagnostics: Diagnostic[] = [
    ...findUnknown(file.remedies, names, output.earlier, "intune.remediation"),
    ...findUnknown(file.apps, appNames, appOutput.earlier, "intune.win32"),
  ];
  const remedies = file.remedies.filter(({ name }) => names.includes(name));
  const apps = file.apps.filter(({ name }) => appNames.includes(name));
  const directory = await resolveDirectory([...remedies, ...apps], client, diagnostics);
  const assignments = new Map(remedies.map((wanted) => [wanted.name, toAssignments(wanted, directory, diagnostics)]));
  const appAssignments = new Map(apps.map((wanted) => [wanted.name, toAppAssignments(wanted, directory, diagnostics)]));
  // Who publishes only the one needs no permission for the other.
  const listed = names.length > 0 || prune !== "ignore" ? await listScripts(client) : [];
  const listedApps = appNames.length > 0 || prune !== "ignore" ? await listApps(client) : [];
  const own = findOwn(listed, project, diagnostics);
  const ownApps = findOwn(listedApps, project, diagnostics, "apps");
  diagnostics.push(
    ...output.remediations.flatMap((each) => findNamesake(each, own, listed, project, { what: "a remediation", field: "description" })),
    ...appOutput.apps.flatMap((each) => findNamesake(each, ownApps, listedApps, project, { what: "an app", field: "notes" })),
  );
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const wanted = new Map(
    output.remediations.map((built): [string, WantedScript] => [built.name, { built, assignments: assignments.get(built.name) }]),
  );
  const scripts = await inTurns([...wanted.values()], (script) =>
    planScript(script, own.get(script.built.name), { project, client, directory }),
  );
  const plannedApps = await inTurns(appOutput.apps, (built) =>
    planApp({ built, assignments: appAssignments.get(built.name) }, ownApps.get(built.name)?.id, client, directory),
  );
  if (prune !== "ignore") {
    for (const script of findLeftOver(own, names, output.earlier))
      scripts.push(planRemoval(script, await readScript(client, script.id), prune));
    for (const app of findLeftOver(ownApps, appNames, appOutput.earlier))
      plannedApps.push({
        ...planRemoval(app, { id: app.id, etag: undefined, properties: {} }, prune),
        built: undefined,
        isUploaded: false,
      });
  }
  return { value: { project, scripts, wanted, directory, apps: plannedApps }, diagnostics };
}

function findLeftOver(own: ReadonlyMap<string, ListedScript>, names: readonly string[], earlier: readonly string[]): ListedScript[] {
  const known = new Set([...names, ...earlier]);
  return [...own.values()].filter(({ identity }) => !known.has(identity?.name ?? ""));
}

function planRemoval({ identity, displayName }: ListedScript, existing: PlannedScript["existing"], prune: Prune): PlannedScript {
  const action = prune === "delete" ? "delete" : "left over";
  return { name: identity?.name ?? "", title: displayName, action, existing, properties: [], body: {}, assignments: undefined };
}

function findUnknown(wanted: readonly Wanted[], names: readonly string[], earlier: readonly string[], target: string): Diagnostic[] {
  return wanted.flatMap(({ name, span }) => {
    if (names.includes(name) || earlier.includes(name)) return [];
    const closest = findClosest(name, names);
    const hint = closest === undefined ? "" : ` Did you mean '${closest}'?`;
    return [createDiagnostic("RMD8206", span, { remedy: name, target, hint })];
  });
}

/** One of the same name that nobody marked would be deployed twice. */
function findNamesake(
  { name, title }: Pick<PlannedScript, "name" | "title">,
  own: ReadonlyMap<string, ListedScript>,
  listed: readonly ListedScript[],
  project: string,
  kind: { readonly what: string; readonly field: string },
): Diagnostic[] {
  const other = own.has(name) ? undefined : listed.find((each) => each.displayName === title && !each.identity);
  return other ? [createDiagnostic("RMD8212", undefined, { ...kind, title, id: other.id, line: writeIdentity({ project, name }) })] : [];
}

async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const read = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at] as T);
    }
  };
  await Promise.all(Array.from({ length: READERS }, read));
  return results;
}

/**
 * Carries a plan out, remediations before apps: first each script or app, then who gets it, so that a new one that is interrupted in between is delivered to
 * nobody. Each request can be the last: the next call finds what is there by its mark and does the rest.
 */
export async function publish(plan: Publication, client: GraphClient, storage: UploadHost, progress: PublishProgress): Promise<void> {
  for (const script of plan.scripts) {
    if (script.action === "none" || script.action === "left over") continue;
    try {
      await publishScript(script, plan, client);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      // Once: compared anew with what somebody else, or a request of ours whose answer was lost, has made of it.
      await publishScript(await planAnew(script, plan, client), plan, client);
    }
    progress.onDone(script);
  }
  for (const app of plan.apps) {
    if (app.action === "none" || app.action === "left over") continue;
    await publishApp(app, plan.project, client, storage, (sent, size) => progress.onSent(app, sent, size));
    progress.onDone(app);
  }
}

/** What is told while a plan is carried out. */
export interface PublishProgress {
  onDone(script: PlannedScript): void;
  /** Bytes of an app's content. */
  onSent(app: PlannedScript, sent: number, size: number): void;
}

function planAnew(script: PlannedScript, { wanted, project, directory }: Publication, client: GraphClient): Promise<PlannedScript> {
  const again = wanted.get(script.name);
  return again && script.existing ? planScript(again, script.existing, { project, client, directory }) : Promise.resolve(script);
}

async function publishScript(script: PlannedScript, plan: Publication, client: GraphClient): Promise<void> {
  if (script.action === "create") {
    await createScript(script, plan, client);
    return;
  }
  const { existing } = script;
  if (!existing) return;
  const path = `${SCRIPTS}/${encodeURIComponent(existing.id)}`;
  const request = { path, permission: WRITE_SCRIPTS, etag: existing.etag };
  if (script.action === "delete") {
    await client.send({ method: "DELETE", ...request });
    return;
  }
  if (script.properties.length > 0)
    await client.send({ method: "PATCH", ...request, body: { "@odata.type": "#microsoft.graph.deviceHealthScript", ...script.body } });
  await assign(existing.id, script, client);
}

/** How often a script is looked for whose creation was not answered, before that is told. */
const CREATIONS = 3;

async function createScript(script: PlannedScript, plan: Publication, client: GraphClient): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const created = await client.send({
        method: "POST",
        path: SCRIPTS,
        permission: WRITE_SCRIPTS,
        isOnce: true,
        body: { "@odata.type": "#microsoft.graph.deviceHealthScript", ...script.body, roleScopeTagIds: ["0"] },
      });
      await assign(requireText(created ?? {}, "id", `POST ${SCRIPTS}`), script, client);
      return;
    } catch (error) {
      if (!(error instanceof LostAnswer) || attempt === CREATIONS) throw error;
    }
    const diagnostics: Diagnostic[] = [];
    const found = findOwn(await listScripts(client), plan.project, diagnostics).get(script.name);
    const wanted = plan.wanted.get(script.name);
    if (!found || !wanted) continue;
    await publishScript(await planScript(wanted, found, { ...plan, client }), plan, client);
    return;
  }
}

/** Replaces all assignments of a script: https://learn.microsoft.com/graph/api/intune-devices-devicehealthscript-assign */
async function assign(id: string, { assignments }: PlannedScript, client: GraphClient): Promise<void> {
  if (!assignments) return;
  await client.send({
    method: "POST",
    path: `${SCRIPTS}/${encodeURIComponent(id)}/assign`,
    permission: WRITE_SCRIPTS,
    body: { deviceHealthScriptAssignments: assignments.wanted.map(({ body }) => body) },
  });
}
