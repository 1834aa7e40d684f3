import type { GraphClient } from "../graph/client.ts";
import { isFields, readText } from "../graph/shape.ts";
import { listScripts, READ_SCRIPTS, SCRIPTS } from "../publishing/tenant.ts";
import type { ListedScript } from "../publishing/tenant.ts";
import { outcomes, readDeviceRun } from "./device-run.ts";
import type { DeviceRun, RunOutcome } from "./device-run.ts";

/** One day of a remedy, as Intune counts all devices. */
export interface HistoryDay {
  readonly remedy: string;
  /** `2026-11-30` */
  readonly date: string;
  readonly compliant: number;
  readonly fixed: number;
  readonly noncompliant: number;
}

/** Devices that have one thing in common: what is wrong, and why. */
export interface CauseGroup {
  readonly remedy: string;
  readonly item: string;
  readonly cause: string;
  readonly devices: number;
  /** Up to three of them. */
  readonly examples: readonly string[];
}

export interface Report {
  readonly remedies: readonly {
    readonly name: string;
    readonly title: string;
    readonly counts: { readonly [outcome in RunOutcome]?: number };
  }[];
  readonly causes: readonly CauseGroup[];
  readonly runs: readonly DeviceRun[];
  readonly history: readonly HistoryDay[];
}

/** `managedDevice` is expanded: a run state itself does not tell whose it is. */
const STATES = "deviceRunStates?$expand=managedDevice($select=id,deviceName,userPrincipalName,osVersion)";
const READ_STATES = `${READ_SCRIPTS} and DeviceManagementManagedDevices.Read.All`;

/** The remediations of the tenant that remedyc published, of one project or of all. */
export async function listPublished(client: GraphClient, project: string | undefined): Promise<ListedScript[]> {
  return (await listScripts(client)).filter(({ identity }) => identity && (project === undefined || identity.project === project));
}

/** Reads the newest run of every device. A page at a time: of each state only what the report shows is kept. */
export async function readReport(client: GraphClient, scripts: readonly ListedScript[], onRead: (count: number) => void): Promise<Report> {
  const runs: DeviceRun[] = [];
  const history: HistoryDay[] = [];
  const remedies: Report["remedies"][number][] = [];
  const share = createShare();
  for (const { id, identity, displayName } of scripts) {
    const name = identity?.name ?? "";
    const counts: { [outcome in RunOutcome]?: number } = {};
    for await (const state of client.list(`${SCRIPTS}/${encodeURIComponent(id)}/${STATES}`, READ_STATES)) {
      const run = share(readDeviceRun(state, name));
      counts[run.outcome] = (counts[run.outcome] ?? 0) + 1;
      runs.push(run);
      onRead(runs.length);
    }
    remedies.push({ name, title: displayName, counts });
    history.push(...(await readHistory(client, id, name)));
  }
  return { remedies, causes: groupByCause(runs), runs, history };
}

/** Most devices say the same: each text is kept once. */
function createShare(): (run: DeviceRun) => DeviceRun {
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return (run) => ({
    ...run,
    version: once(run.version),
    os: once(run.os),
    said: once(run.said),
    findings: run.findings.map(({ item, reason, cause }) => ({ item: once(item), reason: once(reason), cause: once(cause) })),
  });
}

/** https://learn.microsoft.com/graph/api/intune-devices-devicehealthscript-getremediationhistory; where there is none, the report goes without. */
async function readHistory(client: GraphClient, id: string, remedy: string): Promise<HistoryDay[]> {
  const path = `${SCRIPTS}/${encodeURIComponent(id)}/getRemediationHistory`;
  const answer = await client.send({ method: "GET", path, permission: READ_SCRIPTS });
  const history = isFields(answer?.["value"]) ? answer["value"] : answer;
  const days = history?.["historyData"];
  if (!Array.isArray(days)) return [];
  return (days as readonly unknown[]).filter(isFields).flatMap((day) => {
    const date = /^\d{4}-\d\d-\d\d/.exec(readText(day, "date"))?.[0];
    if (date === undefined) return [];
    const count = (name: string): number => (typeof day[name] === "number" ? day[name] : 0);
    return [
      {
        remedy,
        date,
        compliant: count("noIssueDeviceCount"),
        fixed: count("remediatedDeviceCount"),
        noncompliant: count("detectFailedDeviceCount"),
      },
    ];
  });
}

/** Devices by what is wrong with them, most first. What differs from device to device (sizes, ages, ids, people's folders) does not part them. */
export function groupByCause(runs: readonly DeviceRun[]): CauseGroup[] {
  const groups = new Map<string, { remedy: string; item: string; cause: string; devices: number; examples: string[] }>();
  for (const run of runs) {
    if (run.outcome === "fixed" || run.outcome === "compliant") continue;
    const seen = new Set<string>();
    for (const finding of run.findings) {
      const cause = toCause(finding.cause === "" ? finding.reason : finding.cause);
      const key = JSON.stringify([run.remedy, finding.item, cause]);
      if (seen.has(key)) continue;
      seen.add(key);
      const group = groups.get(key) ?? { remedy: run.remedy, item: finding.item, cause, devices: 0, examples: [] };
      groups.set(key, group);
      group.devices++;
      if (group.examples.length < 3) group.examples.push(run.device);
    }
  }
  return [...groups.values()].sort((a, b) => b.devices - a.devices || (a.cause < b.cause ? -1 : 1));
}

/** A reason without what is the device's own. */
export function toCause(reason: string): string {
  return (
    reason
      .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, "<id>")
      .replace(/\bS-1-(?:5-21|12-1)(?:-\d+)+/g, "<SID>")
      .replace(/\\Users\\[^\\]+/gi, "\\Users\\<user>")
      .replace(/\b\d+(?:\.\d+)? ?(KB|MB|GB|TB|bytes|%|days?|hours?|minutes?|seconds?|[dhms])(?![\w.])/g, "<n> $1")
      // "13 jobs"; not "error 1069 starts".
      .replace(/(?<!\w|\.|\b(?:error|code|event|status|port|line) )\d+(?= [a-z]+s\b)/g, "<n>")
      .replace(/\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?/g, "<date>")
  );
}

/** Counts of all remedies together, in the order of `outcomes`. */
export function countOutcomes(runs: readonly DeviceRun[]): readonly (readonly [RunOutcome, number])[] {
  return outcomes
    .map((outcome) => [outcome, runs.filter((run) => run.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0);
}
