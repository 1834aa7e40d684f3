import { getSpanText } from "../../source/source-file.ts";
import type { EntryNode } from "../../syntax/file.ts";
import { findConstantText } from "../constant-text.ts";
import { report } from "../context.ts";
import type { CheckContext } from "../context.ts";

/** A property of a block, and another one that keeps it from coming true. */
export interface Exclusion {
  readonly name: string;
  /** What excludes it, when it is one of these words. */
  readonly other: string;
  readonly words: readonly string[];
  readonly reason: string;
  /** The one element with which it says nothing. */
  readonly harmless?: string;
}

/** For `checks.ts` of kinds that have such. */
export function checkExclusive(context: CheckContext, given: ReadonlyMap<string, EntryNode>, exclusion: Exclusion): void {
  const entry = given.get(exclusion.name);
  const other = given.get(exclusion.other);
  if (!entry || other?.value.kind !== "name-expression") return;
  if (!exclusion.words.includes(other.value.name.text) || isHarmless(context, entry, exclusion.harmless)) return;
  const text = `${exclusion.other}: ${getSpanText(other.value.span)}`;
  report(context, "RMD4129", entry.name.span, { name: exclusion.name, text, reason: exclusion.reason });
}

function isHarmless(context: CheckContext, { value }: EntryNode, harmless: string | undefined): boolean {
  if (harmless === undefined || value.kind !== "list") return false;
  return value.elements.every((element) => findConstantText(context, element) === harmless);
}
