import { findClosest } from "../binder/did-you-mean.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import { hasErrors } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, WithDiagnostics } from "../diagnostics/diagnostic.ts";
import type { GraphClient } from "../graph/client.ts";
import { ChangedMeanwhile, LostAnswer } from "../graph/fault.ts";
import { requireText } from "../graph/shape.ts";
import type { AssignmentsFile } from "./assignments-file.ts";
import { resolveDirectory, toAssignments } from "./assignments.ts";
import type { Directory } from "./assignments.ts";
import { writeIdentity } from "./identity.ts";
import { findOwn, planScript } from "./plan.ts";
import type { PlannedScript, WantedScript } from "./plan.ts";
import type { BuildOutput } from "./remediation.ts";
import { listScripts, readScript, SCRIPTS, WRITE_SCRIPTS } from "./tenant.ts";
import type { ListedScript } from "./tenant.ts";

/** What becomes of scripts in the tenant whose remedy is no longer in the repository. */
export type Prune = "ignore" | "name" | "delete";

/** Everything that a publication would change, and what carrying it out needs. */
export interface Publication {
  readonly project: string;
  readonly scripts: readonly PlannedScript[];
  readonly wanted: ReadonlyMap<string, WantedScript>;
  readonly directory: Directory;
}

/** Requests that read, side by side: Intune throttles who asks more. */
const READERS = 4;

/** Compares a build's remediations with the tenant. Nothing is changed; with an error there is no plan. */
export async function planPublication(
  output: BuildOutput,
  file: AssignmentsFile,
  client: GraphClient,
  prune: Prune,
): Promise<WithDiagnostics<Publication | undefined>> {
  const diagnostics: Diagnostic[] = [...findUnknownRemedies(output, file)];
  const names = new Set(output.remediations.map(({ name }) => name));
  const named = file.remedies.filter(({ name }) => names.has(name));
  const directory = await resolveDirectory(named, client, diagnostics);
  const assignments = new Map(named.map((wanted) => [wanted.name, toAssignments(wanted, directory, diagnostics)]));
  const listed = await listScripts(client);
  const own = findOwn(listed, file.project, diagnostics);
  for (const { name, title } of output.remediations)
    if (!own.has(name)) diagnostics.push(...findNamesake(name, title, file.project, listed));
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const wanted = new Map(
    output.remediations.map((built): [string, WantedScript] => [built.name, { built, assignments: assignments.get(built.name) }]),
  );
  const scripts = await inTurns([...wanted.values()], (script) =>
    planScript(script, own.get(script.built.name), { project: file.project, client, directory }),
  );
  const known = new Set([...names, ...output.earlier]);
  const leftOver = prune === "ignore" ? [] : [...own.values()].filter(({ identity }) => !known.has(identity?.name ?? ""));
  for (const script of leftOver) {
    const existing = await readScript(client, script.id);
    scripts.push({
      name: script.identity?.name ?? "",
      title: script.displayName,
      action: prune === "delete" ? "delete" : "left over",
      existing,
      properties: [],
      body: {},
      assignments: undefined,
    });
  }
  return { value: { project: file.project, scripts, wanted, directory }, diagnostics };
}

function findUnknownRemedies(output: BuildOutput, file: AssignmentsFile): Diagnostic[] {
  const names = output.remediations.map(({ name }) => name);
  return file.remedies.flatMap(({ name, span }) => {
    if (names.includes(name) || output.earlier.includes(name)) return [];
    const closest = findClosest(name, names);
    return [createDiagnostic("RMD8206", span, { remedy: name, hint: closest === undefined ? "" : ` Did you mean '${closest}'?` })];
  });
}

/** A script of the same name that nobody marked would be deployed twice. */
function findNamesake(name: string, title: string, project: string, listed: readonly ListedScript[]): Diagnostic[] {
  const other = listed.find((script) => script.displayName === title && !script.identity);
  return other ? [createDiagnostic("RMD8212", undefined, { title, id: other.id, line: writeIdentity({ project, name }) })] : [];
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
 * Carries a plan out, script by script: first the script, then who gets it, so that a new one that is interrupted in between is delivered to nobody. Each
 * request can be the last: the next call finds what is there by its mark and does the rest.
 */
export async function publish(plan: Publication, client: GraphClient, onDone: (script: PlannedScript) => void): Promise<void> {
  for (const script of plan.scripts) {
    if (script.action === "none" || script.action === "left over") continue;
    try {
      await publishScript(script, plan, client);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      // Once: compared anew with what somebody else, or a request of ours whose answer was lost, has made of it.
      await publishScript(await planAnew(script, plan, client), plan, client);
    }
    onDone(script);
  }
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
