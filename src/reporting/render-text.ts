import { showText } from "../diagnostics/show-text.ts";
import { outcomes } from "./device-run.ts";
import type { Report } from "./report.ts";

const MOST_CAUSES = 20;

/** The report for a terminal: how many devices are how, by remedy, and why. */
export function renderReportText({ remedies, causes, runs }: Report): string {
  const used = outcomes.filter((outcome) => remedies.some(({ counts }) => counts[outcome] !== undefined));
  const rows = [
    ["remedy", "devices", ...used],
    ...remedies.map(({ name, counts }) => [
      name,
      String(Object.values(counts).reduce((sum, count) => sum + count, 0)),
      ...used.map((outcome) => String(counts[outcome] ?? 0)),
    ]),
  ];
  const shown = causes.slice(0, MOST_CAUSES);
  const more = causes.length - shown.length;
  return [
    ...layOut(rows),
    "",
    ...(shown.length === 0 ? [] : ["devices  cause"]),
    ...shown.flatMap(({ remedy, item, cause, devices, examples }) => [
      `${String(devices).padStart(7)}  ${showText(`${remedy}, ${item}: ${cause}`)}`,
      `         ${showText(examples.join(", "))}${devices > examples.length ? ", \u2026" : ""}`,
    ]),
    ...(more > 0 ? [`         and ${more} more causes: --format html, csv or json has all`] : []),
    `${runs.length} runs of ${remedies.length} remed${remedies.length === 1 ? "y" : "ies"}`,
    "",
  ].join("\n");
}

function layOut(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}
