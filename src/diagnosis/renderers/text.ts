import { showText } from "../../diagnostics/show-text.ts";
import type { Finding, Place } from "../model.ts";
import type { Cause, Diagnosis } from "../reasoning/diagnosis.ts";
import { rootOf } from "../reasoning/diagnosis.ts";

/** The diagnosis for a terminal or a mail. */
export function renderDiagnosis(diagnosis: Diagnosis): string {
  const [first, ...others] = diagnosis.causes;
  const parts = [
    ...(first ? [renderCause(first)] : []),
    ...others.map((cause) => renderCause(cause, "Another failure")),
    renderSeen(diagnosis.seen),
    renderLogs(diagnosis),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function renderCause(cause: Cause, title = cause.told ? "Root cause" : "What the logs tell"): string {
  const root = rootOf(cause);
  const { advice } = cause;
  return [
    `${title}: ${showText(root.text)}  [${advice.rule}]`,
    wrap(advice.why, "  "),
    ...(cause.supposition === undefined ? [] : [wrap(showText(cause.supposition), "  ")]),
    ...(cause.chain.length > 1
      ? [
          "",
          "  How it came to it:",
          ...cause.chain.map((link, depth) => `    ${"  ".repeat(depth)}${depth > 0 ? "- " : ""}${showText(link.text)}`),
        ]
      : []),
    "",
    "  Evidence:",
    ...[...cause.chain].reverse().flatMap((link) => renderEvidence(link)),
    "",
    "  What to do:",
    ...advice.todo.map((line, i) => wrap(showText(line), "       ", `    ${i + 1}. `)),
    ...renderRepair(cause),
    "",
    `  More: remedyc explain ${advice.rule}`,
  ].join("\n");
}

function renderRepair({ advice: { statement, recipe } }: Cause): string[] {
  return [
    ...(recipe
      ? [
          "",
          `  The recipe that does it: ${recipe.file}`,
          `    remedyc build ${recipe.file}${recipe.set.map((one) => ` --set ${quoteArgument(one)}`).join("")}`,
        ]
      : []),
    ...(statement === undefined ? [] : ["", "  As a statement of a remedy:", `    ${showText(statement)}`]),
  ];
}

/** An argument as POSIX shells and PowerShell both take it. */
function quoteArgument(text: string): string {
  const shown = showText(text);
  return /^[\w.=@-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "")}'`;
}

function renderEvidence({ place, evidence }: Finding): string[] {
  return [
    `    ${tellPlace(place)}`,
    ...evidence
      .split("\n")
      .slice(0, 6)
      .map((line) => `      ${showText(line)}`),
  ];
}

export function tellPlace({ file, line, unit }: Place): string {
  return unit === "line" ? `${showText(file)}:${line}` : `${showText(file)}, record ${line}`;
}

function renderSeen(seen: readonly Finding[]): string {
  if (seen.length === 0) return "";
  return [
    "Also seen, which may belong to something else:",
    ...seen.map(
      ({ text, place, time }) => `  ${showText(text)} (${time ? `${time.toISOString().slice(0, 19)}Z, ` : ""}${tellPlace(place)})`,
    ),
  ].join("\n");
}

function renderLogs({ logs, endedWell }: Diagnosis): string {
  if (logs.length === 0) return "";
  const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
  return [
    "Read:",
    ...logs.map(
      ({ file, format, bytes, lines }) =>
        `  ${showText(file)}  (${format}, ${lines} ${format === "event log" ? "records" : "lines"}, ${size(bytes)})`,
    ),
    ...(endedWell > 0 ? [`  ${endedWell === 1 ? "One installation" : `${endedWell} installations`} in them ended well.`] : []),
  ].join("\n");
}

/** Lines of at most 100 letters. */
function wrap(text: string, indent: string, first = indent): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > 100 && line.trim() !== "") {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += line === indent || line === first ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}
