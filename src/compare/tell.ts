import { createColors } from "picocolors";
import { showText } from "../diagnostics/show-text.ts";
import { getLineColumn } from "../source/source-file.ts";
import type { Change, FactChange } from "./compare.ts";
import type { FleetDifference, RemedyDifference } from "./fleet.ts";

/** Signs of the changes, as in other comparisons. */
export const SIGNS: { readonly [change in Change["change"]]: string } = { added: "+", changed: "~", moved: "~", removed: "-" };

/** What is different, for a terminal. Every line is shown without what a terminal would obey. */
export function tellDifference(difference: FleetDifference, color: boolean): string {
  const colors = createColors(color);
  const paint = { added: colors.green, changed: colors.yellow, moved: colors.yellow, removed: colors.red };
  const lines = difference.remedies.flatMap((remedy) => [
    paint[remedy.change](showText(`${SIGNS[remedy.change]} remedy ${tellHead(remedy)}`)),
    ...tellTargets(remedy).map((line) => `    ${showText(line)}`),
    ...remedy.sets.flatMap((set) => [
      ...(isForAll(remedy, set.targets) ? [] : [`  ${colors.bold(`for ${set.targets.join(", ")}:`)}`]),
      ...tellSteps(set.changes, (change) => [
        paint[change.change](`    ${SIGNS[change.change]} ${showText(tellChange(change))}`) +
          colors.dim(`  [${showText(tellPlace(change))}]`),
        ...change.facts.flatMap((fact) => tellFact(fact).map((line) => `        ${showIndented(line)}`)),
        ...change.inside.map((line) => paint[change.change](`        ${showIndented(line)}`)),
      ]),
    ]),
    "",
  ]);
  return `${[...lines, countDifferences(difference)].join("\n")}\n`;
}

/** `print_spooler 1.0.0 -> 1.1.0: The spooler runs` */
export function tellHead({ remedy, from, to, title }: RemedyDifference): string {
  return `${remedy} ${[...new Set([from, to])].filter((version) => version !== undefined).join(" -> ")}: ${title}`;
}

/** Which targets it is for, and no longer for. */
export function tellTargets({ change, targets, addedTargets, removedTargets }: RemedyDifference): string[] {
  if (change !== "changed") return [`for ${targets.join(", ")}`];
  return [
    ...(addedTargets.length === 0 ? [] : [`now for ${addedTargets.join(", ")} as well`]),
    ...(removedTargets.length === 0 ? [] : [`no longer for ${removedTargets.join(", ")}`]),
  ];
}

/** Nothing has to be said of targets where the same is for all that are in both. */
export function isForAll({ targets, addedTargets }: RemedyDifference, those: readonly string[]): boolean {
  return those.length >= targets.length - addedTargets.length;
}

/** What is changed, with the place in its step; of the remedy itself nothing has to be named. */
export function tellChange({ what, where }: Change): string {
  return [what ?? "the remedy itself", ...where].map(shorten).join(", ");
}

/** A line of a terminal is no place for a whole file. */
export function shorten(text: string): string {
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

/** `main.remedy:12` */
export function tellPlace({ origin }: Change): string {
  const { file, start } = origin.span;
  return `${file.path}:${getLineColumn(file, start).line}`;
}

/** The lines of changes, those of one step below its name. */
function tellSteps(changes: readonly Change[], tell: (change: Change) => string[]): string[] {
  let step: string | undefined;
  return changes.flatMap((change) => {
    const title = change.step === step || change.step === undefined ? [] : [`  step ${showText(change.step)}`];
    step = change.step;
    return [...title, ...tell(change)];
  });
}

/** `state: stopped -> running`; of texts with several lines those that differ. */
export function tellFact({ name, from, to }: FactChange): string[] {
  if (from?.includes("\n") === true || to?.includes("\n") === true)
    return [`${name}:`, ...compareLines(from, to).map((line) => `  ${line}`)];
  if (from === undefined) return [`${name}: now ${shorten(to ?? "")}`];
  if (to === undefined) return [`${name}: no longer ${shorten(from)}`];
  return [`${name}: ${shorten(from)} -> ${shorten(to)}`];
}

/** The lines between those with which both begin and end, the old ones with `-`, the new ones with `+`. */
export function compareLines(from: string | undefined, to: string | undefined): string[] {
  const old = from === undefined ? [] : from.split("\n");
  const now = to === undefined ? [] : to.split("\n");
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return [
    ...old.slice(start, old.length - end).map((line) => `- ${line}`),
    ...now.slice(start, now.length - end).map((line) => `+ ${line}`),
  ];
}

/** Blanks at the beginning stay. */
export function showIndented(line: string): string {
  const [pad = ""] = /^ */.exec(line) ?? [];
  return pad + showText(line.slice(pad.length));
}

/** `1 remedy added, 2 changed; 3 do the same as before` */
export function countDifferences({ remedies, same }: FleetDifference): string {
  const rest = same === 0 ? "" : `${same} ${same === 1 ? "does" : "do"} the same as before`;
  const counts = (["added", "changed", "removed"] as const).flatMap((change) => {
    const count = remedies.filter((remedy) => remedy.change === change).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? "remedy" : "remedies"} ${change}`];
  });
  if (counts.length > 0) return `${counts.join(", ")}${rest === "" ? "" : `; ${rest}`}`;
  return same === 0
    ? "There is no remedy in either of them"
    : `No difference: ${same} ${same === 1 ? "remedy does" : "remedies do"} the same as before`;
}
