import type { Machine } from "./environment.ts";
import type { Row } from "./rows.ts";

/** A whole run, as `.bench/results.json` has it. */
export interface Report extends Machine {
  readonly rounds: number;
  /** Why the figures are not to be trusted, if they are not. */
  readonly unrest: readonly string[];
  /** What is missing from the table, and why. */
  readonly missing: readonly string[];
  /** Rows that should have been measured and could not be, and why. */
  readonly failures: readonly string[];
  readonly rows: readonly Row[];
}

/** The report as text, aligned for a terminal. */
export function renderText(report: Report): string {
  const table = renderTable(report);
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const lines = table.map((cells) =>
    cells
      // Figures end below each other.
      .map((cell, column) => (WORDS.has(table[0]?.[column] ?? "") ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...renderHeader(report), "", ...lines, "", LEGEND, ""].join("\n");
}

/** The report as Markdown, to paste into a note. */
export function renderMarkdown(report: Report): string {
  const [heading = [], ...rows] = renderTable(report);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = heading.map((title) => (WORDS.has(title) ? "---" : "---:"));
  return [...renderHeader(report).flatMap((each) => [each, ""]), ...[heading, rule, ...rows].map(line), "", LEGEND, ""].join("\n");
}

/** The headings of columns that have words. */
const WORDS: ReadonlySet<string> = new Set(["", "target", "remark"]);

const LEGEND =
  'Times are of whole processes unless the row says otherwise. "x" is how many times `node -e 0` of this run a time is, "ours / its" how many times the median of the peer ours is; the median is judged.';

function renderHeader({ node, processors, rounds, load, unrest, missing, failures }: Report): string[] {
  const loads = [load.start, load.end].map((each) => each?.toFixed(2) ?? "unknown");
  return [
    `Node ${node}, ${processors} processors, ${rounds} ${rounds === 1 ? "round" : "rounds"}, load average ${loads[0] ?? ""} at start and ${loads[1] ?? ""} at end`,
    ...(unrest.length > 0 ? [`WARNING: the machine was not calm, do not trust these figures: ${unrest.join("; ")}.`] : []),
    ...missing.map((each) => `Missing: ${each}`),
    ...failures.map((each) => `FAILED: ${each}`),
  ];
}

/** The cells of the table with their headings; a peer that no row has gets no columns, and without a remark there is no column of remarks. */
function renderTable({ rows }: Report): string[][] {
  const peers = [...new Set(rows.flatMap(({ comparisons }) => comparisons.map(({ peer }) => peer)))];
  const heading = ["", "fastest", "median", "x fastest", "x median", ...peers.flatMap((peer) => [peer, "ours / its"]), "target"];
  const hasRemarks = rows.some(({ remark }) => remark !== undefined);
  return hasRemarks
    ? [[...heading, "remark"], ...rows.map((row) => [...renderRow(row, peers), row.remark ?? ""])]
    : [heading, ...rows.map((row) => renderRow(row, peers))];
}

function renderRow({ name, unit, fastest, median, ratio, comparisons, target }: Row, peers: readonly string[]): string[] {
  const others = peers.flatMap((peer) => {
    const comparison = comparisons.find((each) => each.peer === peer);
    return comparison ? [renderValue(comparison.median, "ms"), renderValue(comparison.ratio.median, "x")] : ["", ""];
  });
  return [
    name,
    // What is measured once has one figure.
    unit === "MB" ? "" : renderValue(fastest, unit),
    renderValue(median, unit),
    ratio ? renderValue(ratio.fastest, "x") : "",
    ratio ? renderValue(ratio.median, "x") : "",
    ...others,
    target ? `${target.text} ${target.isMet ? "met" : "NOT MET"}` : "",
  ];
}

function renderValue(value: number, unit: Row["unit"]): string {
  if (unit === "x") return `${value.toFixed(value < 10 ? 2 : 1)}x`;
  return `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
}
