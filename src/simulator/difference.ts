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

/** Differences for people: `- path: before` and `+ path: after`, at most `limit` of them. */
export function renderDifferences(differences: readonly Difference[], limit = 30): string {
  const lines = differences.slice(0, limit).flatMap(({ path, before, after }) => [
    ...(before === undefined ? [] : [`- ${path.join(" > ")}: ${show(before)}`]),
    ...(after === undefined ? [] : [`+ ${path.join(" > ")}: ${show(after)}`]),
  ]);
  return [...lines, ...(differences.length > limit ? [`  and ${differences.length - limit} more`] : [])].join("\n");
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
}
