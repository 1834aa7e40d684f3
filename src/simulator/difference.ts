/** A place in two machines' tables where they differ; `undefined` is "not there". */
export interface Difference {
  /** `registry64 HKLM\SOFTWARE\X values Name`. */
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Where two values made of tables, lists and scalars differ, deepest first places, in order of their names. */
export function findDifferences(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  if (before === after) return [];
  if (isTable(before) && isTable(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => findDifferences(before[name], after[name], [...path, name]));
  }
  // What comes or goes as a whole is told entry by entry, so that each can be attributed.
  if (isTable(after) && before === undefined) return orSelf(findDifferences({}, after, path), { path, before, after });
  if (isTable(before) && after === undefined) return orSelf(findDifferences(before, {}, path), { path, before, after });
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

function orSelf(differences: Difference[], self: Difference): Difference[] {
  return differences.length > 0 ? differences : [self];
}

function isTable(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Differences for people: `- path: before` and `+ path: after`, a row that comes or goes as a whole in one line; at most `limit` lines. */
export function renderDifferences(differences: readonly Difference[], limit = 30): string {
  const rows = new Map<string, Difference[]>();
  for (const difference of differences) {
    const row = difference.path.slice(0, 2).join(" > ");
    rows.set(row, [...(rows.get(row) ?? []), difference]);
  }
  const lines = [...rows].flatMap(([row, members]): string[] => {
    if (members.length > 3 && members.every((member) => member.after === undefined)) return [`- ${row}`];
    if (members.length > 3 && members.every((member) => member.before === undefined)) return [`+ ${row}`];
    return members.flatMap(({ path, before, after }) => [
      ...(before === undefined ? [] : [`- ${path.join(" > ")}: ${show(before)}`]),
      ...(after === undefined ? [] : [`+ ${path.join(" > ")}: ${show(after)}`]),
    ]);
  });
  return [...lines.slice(0, limit), ...(lines.length > limit ? [`  and ${lines.length - limit} more`] : [])].join("\n");
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
