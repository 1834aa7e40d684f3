import type { GraphClient } from "../graph/client.ts";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { findClosest } from "../binder/did-you-mean.ts";
import { isFields, readText, requireText } from "../graph/shape.ts";
import type { Fields } from "../graph/shape.ts";
import type { Named, Wanted, WantedAssignments, WantedReceiver } from "./assignments-file.ts";
import { readGraphSchedule, showSchedule, toGraphSchedule } from "./schedule.ts";

/** One assignment: `key` is the same for the same receiver, filter and schedule, wherever it was read. */
export interface Assignment {
  readonly key: string;
  /** For a person. */
  readonly text: string;
  /** As Graph wants it. */
  readonly body: Fields;
}

/** A group or a filter of the tenant. */
interface Found {
  readonly id: string;
  readonly name: string;
}

/** Groups and filters by what the file calls them. */
export interface Directory {
  readonly groups: ReadonlyMap<string, Found>;
  readonly filters: ReadonlyMap<string, Found>;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NO_FILTER = "00000000-0000-0000-0000-000000000000";
const FILTERS = "/beta/deviceManagement/assignmentFilters";

/** Looks up every group and filter that remediations and apps name; what cannot be found is told with its place. */
export async function resolveDirectory(wanted: readonly Wanted[], client: GraphClient, diagnostics: Diagnostic[]): Promise<Directory> {
  const groupNames = wanted.flatMap(({ targets, excluded }) => [
    ...targets.flatMap(({ to }) => (to.kind === "group" ? [to.group] : [])),
    ...excluded,
  ]);
  const groups = new Map<string, Found>();
  for (const named of unique(groupNames)) choose("group", named, await findGroups(named.name, client), [], groups, diagnostics);
  const filterNames = unique(wanted.flatMap(({ targets }) => targets.flatMap(({ filter }) => (filter ? [filter.filter] : []))));
  const filters = new Map<string, Found>();
  const all = filterNames.length === 0 ? [] : await listFilters(client);
  for (const named of filterNames) {
    const found = all.filter(({ id, name }) => id === named.name.toLowerCase() || name === named.name);
    choose("assignment filter", named, found, all, filters, diagnostics);
  }
  return { groups, filters };
}

/** Takes the one that was found; none and several are told. */
function choose(
  what: string,
  named: Named,
  found: readonly Found[],
  all: readonly Found[],
  chosen: Map<string, Found>,
  diagnostics: Diagnostic[],
): void {
  const [only, ...others] = found;
  if (only && others.length === 0) {
    chosen.set(named.name, only);
    return;
  }
  const closest = findClosest(
    named.name,
    all.map(({ name }) => name),
  );
  diagnostics.push(
    only
      ? createDiagnostic("RMD8214", named.span, {
          problem: `several ${what}s '${named.name}': ${found.map(({ id }) => id).join(", ")}`,
          hint: " Give the id of the one that is meant.",
        })
      : createDiagnostic("RMD8214", named.span, {
          problem: `no ${what} '${named.name}'`,
          hint: closest === undefined ? "" : ` Did you mean '${closest}'?`,
        }),
  );
}

function unique(named: readonly Named[]): readonly Named[] {
  return [...new Map(named.map((each) => [each.name, each])).values()];
}

/** https://learn.microsoft.com/graph/api/group-list */
async function findGroups(name: string, client: GraphClient): Promise<Found[]> {
  const permission = "GroupMember.Read.All";
  const read = (group: Fields, request: string) => ({
    id: requireText(group, "id", request).toLowerCase(),
    name: readText(group, "displayName"),
  });
  if (GUID.test(name)) {
    const path = `/v1.0/groups/${name}?$select=id,displayName`;
    const group = await client.send({ method: "GET", path, permission });
    return group ? [read(group, "GET /v1.0/groups")] : [];
  }
  const query = new URLSearchParams({ $filter: `displayName eq '${name.replaceAll("'", "''")}'`, $select: "id,displayName" });
  const found: Found[] = [];
  for await (const group of client.list(`/v1.0/groups?${query.toString().replaceAll("+", "%20")}`, permission))
    found.push(read(group, "GET /v1.0/groups"));
  return found;
}

/** https://learn.microsoft.com/graph/api/intune-policyset-deviceandappmanagementassignmentfilter-list */
async function listFilters(client: GraphClient): Promise<Found[]> {
  const found: Found[] = [];
  for await (const filter of client.list(FILTERS, "DeviceManagementConfiguration.Read.All"))
    found.push({ id: requireText(filter, "id", `GET ${FILTERS}`).toLowerCase(), name: readText(filter, "displayName") });
  return found;
}

/** What a remedy's part of the file asks for. Nothing where a name is unknown; that is told already. */
export function toAssignments(wanted: WantedAssignments, directory: Directory, diagnostics: Diagnostic[]): Assignment[] {
  const { included, excluded } = toTargets(wanted, directory, diagnostics);
  return [
    ...included.map(({ target, wanted: { schedule } }) => ({ target, runSchedule: toGraphSchedule(schedule) })),
    ...excluded.map((target) => ({ target, runSchedule: null })),
  ].map(({ target, runSchedule }) => describeAssignment({ target, runRemediationScript: true, runSchedule }, directory));
}

/** Receivers as Graph wants them (deviceAndAppManagementAssignmentTarget). */
export function toTargets<T extends WantedReceiver>(
  wanted: Wanted<T>,
  directory: Directory,
  diagnostics: Diagnostic[],
): { readonly included: readonly { readonly target: Fields; readonly wanted: T }[]; readonly excluded: readonly Fields[] } {
  const seen = new Set<string>();
  const checkOnce = (id: string, named: Named): void => {
    if (seen.has(id))
      diagnostics.push(
        createDiagnostic("RMD8204", named.span, {
          path: named.span.file.path,
          // Measured: Graph then hides the exclusion, and devices of the group never run the script.
          reason: `the group '${named.name}' stands in '${wanted.name}' twice; a group is assigned once, or excluded`,
        }),
      );
    seen.add(id);
  };
  const included = wanted.targets.flatMap((each) => {
    const { to, filter } = each;
    const group = to.kind === "group" ? directory.groups.get(to.group.name) : undefined;
    const found = filter ? directory.filters.get(filter.filter.name) : undefined;
    if (to.kind === "group" && group) checkOnce(group.id, to.group);
    if ((to.kind === "group" && !group) || (filter && !found)) return [];
    const target = {
      "@odata.type": `#microsoft.graph.${TYPES[to.kind]}`,
      deviceAndAppManagementAssignmentFilterId: found?.id ?? null,
      deviceAndAppManagementAssignmentFilterType: filter?.kind ?? "none",
      ...(group ? { groupId: group.id } : {}),
    };
    return [{ target, wanted: each }];
  });
  const excluded = wanted.excluded.flatMap((named) => {
    const group = directory.groups.get(named.name);
    if (!group) return [];
    checkOnce(group.id, named);
    return [
      {
        "@odata.type": "#microsoft.graph.exclusionGroupAssignmentTarget",
        deviceAndAppManagementAssignmentFilterId: null,
        deviceAndAppManagementAssignmentFilterType: "none",
        groupId: group.id,
      },
    ];
  });
  return { included, excluded };
}

const TYPES = { group: "groupAssignmentTarget", devices: "allDevicesAssignmentTarget", users: "allLicensedUsersAssignmentTarget" } as const;

/** A receiver as Graph has it, or as it is sent there; of an exclusion no filter counts. */
export function describeTarget(
  assignment: Fields,
  directory: Directory,
): { readonly isExclusion: boolean; readonly key: string; readonly text: string; readonly filterKey: string; readonly filterText: string } {
  const target = isFields(assignment["target"]) ? assignment["target"] : {};
  const type = readText(target, "@odata.type").replace(/^#?microsoft\.graph\./, "");
  const group = readText(target, "groupId").toLowerCase();
  const nameOf = (names: Directory["groups"], id: string): string => [...names.values()].find((each) => each.id === id)?.name ?? id;
  const receivers: { readonly [type: string]: string } = {
    groupAssignmentTarget: `group '${nameOf(directory.groups, group)}'`,
    exclusionGroupAssignmentTarget: `not group '${nameOf(directory.groups, group)}'`,
    allDevicesAssignmentTarget: "all devices",
    allLicensedUsersAssignmentTarget: "all users",
  };
  const text = Object.hasOwn(receivers, type) ? (receivers[type] ?? "") : `${type} ${JSON.stringify(target)}`;
  const isExclusion = type === "exclusionGroupAssignmentTarget";
  const filter = readText(target, "deviceAndAppManagementAssignmentFilterId").toLowerCase();
  const kind = readText(target, "deviceAndAppManagementAssignmentFilterType");
  const hasFilter = !isExclusion && filter !== "" && filter !== NO_FILTER && (kind === "include" || kind === "exclude");
  return {
    isExclusion,
    key: `${type} ${group}`,
    text,
    filterKey: hasFilter ? `${kind} ${filter}` : "",
    filterText: hasFilter ? `, filter ${kind}s '${nameOf(directory.filters, filter)}'` : "",
  };
}

/** An assignment of a remediation as Graph has it, or as it is sent there. */
export function describeAssignment(assignment: Fields, directory: Directory): Assignment {
  const { isExclusion, key, text, filterKey, filterText } = describeTarget(assignment, directory);
  const body = { "@odata.type": "#microsoft.graph.deviceHealthScriptAssignment", ...assignment };
  if (isExclusion) return { key, text, body };
  const schedule = readGraphSchedule(assignment["runSchedule"]);
  const when = schedule ? showSchedule(schedule) : "without a schedule";
  return { key: [key, filterKey, when].join("|"), text: `${text}, ${when}${filterText}`, body };
}
