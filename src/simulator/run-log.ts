import type { ItemRecord } from "../coverage/observe.ts";
import type { Machine } from "./machine.ts";
import { findRow } from "./tables.ts";

/** How the items of a run came out, by the log that it wrote; undefined where it ended before it came to them. */
export function readItems(remedy: string, before: Machine, after: Machine): readonly ItemRecord[] | undefined {
  const suffix = `\\remedyc\\${remedy}.jsonl`.toLowerCase();
  const path = Object.keys(after.files).find((file) => file.toLowerCase().endsWith(suffix) || isUsers(file, remedy));
  const known = path === undefined ? "" : (findRow(before.files, path)?.content ?? "");
  const text = path === undefined ? "" : (findRow(after.files, path)?.content ?? "");
  const entries = text
    .slice(text.startsWith(known) ? known.length : 0)
    .split("\r\n")
    .flatMap(parseEntry);
  const items = entries.flatMap(({ kind, id, label, outcome, why }) => (kind === "item" ? [{ id, label, outcome, why }] : []));
  const summary = entries.find(({ kind }) => kind === "summary");
  return summary === undefined || (items.length === 0 && summary.outcome !== "compliant") ? undefined : items;
}

/** The log of a remedy of the user lies in a folder of its own. */
function isUsers(file: string, remedy: string): boolean {
  return file.toLowerCase().endsWith(`\\remedyc\\${remedy}\\${remedy}.jsonl`.toLowerCase());
}

type Entry = ItemRecord & { readonly kind: string };

/** A line of the log; what a scenario has put there need not be one. */
function parseEntry(line: string): readonly Entry[] {
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}
