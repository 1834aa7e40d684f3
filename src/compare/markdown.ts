import { showText } from "../diagnostics/show-text.ts";
import type { Change, FactChange } from "./compare.ts";
import type { FleetDifference, RemedyDifference } from "./fleet.ts";
import { compareLines, countDifferences, isForAll, shorten, showIndented, tellPlace } from "./tell.ts";

/** GitHub refuses a comment of more than 65,536 characters (https://github.com/telia-oss/github-pr-resource/issues/259 shows its answer). */
const LONGEST = 60_000;

/** What is different, for a comment of a pull request. All that comes from remedies stands in code, where nothing of it is Markdown, HTML or a mention. */
export function writeMarkdown(difference: FleetDifference): string {
  const head = ["## What changes on devices", "", `${countDifferences(difference)}.`, ""];
  const lines = difference.remedies.flatMap(writeRemedy);
  let length = head.join("\n").length;
  const kept = lines.findIndex((block) => (length += block.length + 1) > LONGEST);
  if (kept < 0) return [...head, ...lines].join("\n");
  const rest = `**${lines.length - kept} more entries are left out here**; \`remedyc diff OLD NEW\` shows them.`;
  return [...head, ...lines.slice(0, kept), "", rest, ""].join("\n");
}

/** Entries, each a block of lines that stays together. */
function writeRemedy(remedy: RemedyDifference): string[] {
  const { change, from, to, title, targets, addedTargets, removedTargets, sets } = remedy;
  const versions = [...new Set([from, to])].flatMap((version) => (version === undefined ? [] : [code(version)]));
  const about = [
    code(title),
    ...(change === "changed" ? [] : [`for ${targets.map(code).join(", ")}`]),
    ...(addedTargets.length === 0 ? [] : [`now for ${addedTargets.map(code).join(", ")} as well`]),
    ...(removedTargets.length === 0 ? [] : [`no longer for ${removedTargets.map(code).join(", ")}`]),
  ];
  return [
    `### ${code(remedy.remedy)} ${versions.join(" → ")} ${change}\n\n${about.join("; ")}\n`,
    ...sets.flatMap((set) => [
      ...(isForAll(remedy, set.targets) ? [] : [`For ${set.targets.map(code).join(", ")}:\n`]),
      ...writeChanges(set.changes),
      "",
    ]),
  ];
}

function writeChanges(changes: readonly Change[]): string[] {
  let step: string | undefined;
  return changes.flatMap((change) => {
    const title = change.step === step || change.step === undefined ? [] : [`\nStep ${code(change.step)}\n`];
    step = change.step;
    return [...title, writeChange(change)];
  });
}

function writeChange(change: Change): string {
  const what = [change.what === undefined ? "the remedy itself" : code(change.what), ...change.where.map(code)].join(", ");
  const inside = change.inside.length === 0 ? [] : [indent(fence("text", change.inside))];
  return [
    `- **${change.change}** ${what} (${code(tellPlace(change))})`,
    ...change.facts.map((fact) => indent(writeFact(fact))),
    ...inside,
  ].join("\n");
}

function writeFact({ name, from, to }: FactChange): string {
  if (from?.includes("\n") === true || to?.includes("\n") === true)
    return `- ${code(name)}:\n${indent(fence("diff", compareLines(from, to)))}`;
  if (from === undefined) return `- ${code(name)}: now ${code(to ?? "")}`;
  return to === undefined ? `- ${code(name)}: no longer ${code(from)}` : `- ${code(name)}: ${code(from)} → ${code(to)}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}

/** Longer than any run of backticks inside. */
function ticks(text: string, least: number): string {
  return "`".repeat(Math.max(least, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
}

/** A text as code in a line; an empty one cannot be code. */
function code(text: string): string {
  const shown = shorten(showText(text));
  if (shown.trim() === "") return "(empty)";
  const mark = ticks(shown, 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return `${mark}${pad}${shown}${pad}${mark}`;
}

function fence(language: string, lines: readonly string[]): string {
  const shown = lines.slice(0, 200).map(showIndented);
  const text = [...shown, ...(lines.length > 200 ? [`… ${lines.length - 200} more lines`] : [])].join("\n");
  const mark = ticks(text, 3);
  return `${mark}${language}\n${text}\n${mark}`;
}
