import { countOf } from "./audit.ts";
import type { Audit } from "./audit.ts";

/** A line for each pair: how many findings it has, and which codes. */
export function tellAudit({ pairs, others, findings }: Audit): string {
  const rows = pairs.map((pair) => [
    pair.detect,
    String(countOf(pair.findings, "error")),
    String(countOf(pair.findings, "warning")),
    String(countOf(pair.findings, "note")),
    [...new Set(pair.findings.map(({ code }) => code))].sort().join(" ") || "-",
  ]);
  const table = [["pair", "errors", "warnings", "notes", "codes"], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : column < 4 ? cell.padStart(widths[column] ?? 0) : cell))
      .join("  "),
  );
  const clean = pairs.filter((pair) => countOf(pair.findings, "note") === pair.findings.length).length;
  return [
    ...lines,
    "",
    `${pairs.length} pairs, ${clean} without an error or a warning; ${countOf(findings, "error")} errors, ${countOf(findings, "warning")} warnings, ${countOf(findings, "note")} notes. 'remedyc explain CODE' says what one means.`,
    ...(others.length === 0 ? [] : [`${others.length} scripts belong to no pair by their names.`]),
    "",
  ].join("\n");
}
