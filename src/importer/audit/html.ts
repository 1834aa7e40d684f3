import { escapeHtml, renderPlainPage } from "../../pages/plain-page.ts";
import { getLineColumn, getLineText } from "../../source/source-file.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { countOf } from "./audit.ts";
import type { Audit, AuditedPair } from "./audit.ts";

const TITLE = "Audit of detection and remediation scripts";

const STYLE = `
:root { --warning: #8a5a00; }
@media (prefers-color-scheme: dark) { :root { --warning: #e3b341; } }
body { max-width: 64rem; }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .1rem; overflow-wrap: anywhere; }
table { margin: 1.2rem 0; }
td, th { padding: .3rem .8rem .3rem 0; }
td.number, th.number { text-align: right; }
ul { list-style: none; padding: 0; margin: .6rem 0 0; }
li { border: 1px solid var(--line); border-left: .3rem solid var(--dim); border-radius: .4rem; padding: .6rem .9rem; margin: 0 0 .7rem; }
li.error { border-left-color: var(--mark); }
li.warning { border-left-color: var(--warning); }
li b { font-weight: 600; }
li.error b { color: var(--mark); }
li.warning b { color: var(--warning); }
pre { padding: .4rem .6rem; margin: .4rem 0 0; }
a { color: inherit; }
`;

/** The whole page. */
export function renderAuditHtml(audit: Audit, version: string): string {
  const { pairs, findings, others } = audit;
  const body = [
    "<main>",
    `<h1>${TITLE}</h1>`,
    `<p class="dim">${pairs.length} pairs, ${countOf(findings, "error")} errors, ${countOf(findings, "warning")} warnings, ${countOf(findings, "note")} notes. Nothing was run.</p>`,
    "<table>",
    '<thead><tr><th scope="col">Pair</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th><th scope="col" class="number">Notes</th></tr></thead>',
    "<tbody>",
    ...pairs.map(
      (pair, i) =>
        `<tr><td><a href="#pair-${i}">${escapeHtml(pair.detect)}</a></td>${(["error", "warning", "note"] as const).map((severity) => `<td class="number">${countOf(pair.findings, severity)}</td>`).join("")}</tr>`,
    ),
    "</tbody>",
    "</table>",
    ...pairs.map(renderPair),
    ...(others.length === 0
      ? []
      : ["<h2>Scripts that belong to no pair by their names</h2>", `<p class="dim">${others.map(escapeHtml).join("<br>")}</p>`]),
    "</main>",
  ];
  return renderPlainPage({ title: TITLE, style: STYLE, body, version });
}

function renderPair({ name, detect, remediate, findings }: AuditedPair, i: number): string {
  return [
    `<h2 id="pair-${i}">${escapeHtml(name)}</h2>`,
    `<p class="dim">${escapeHtml(detect)}${remediate === undefined ? "" : ` and ${escapeHtml(remediate)}`}</p>`,
    findings.length === 0 ? '<p class="dim">Nothing was found.</p>' : `<ul>\n${findings.map(renderFinding).join("\n")}\n</ul>`,
  ].join("\n");
}

function renderFinding({ code, severity, message, span }: Diagnostic): string {
  const place = span && getLineColumn(span.file, span.start);
  const where =
    span && place
      ? `<div class="dim">${escapeHtml(span.file.path)}, line ${place.line}</div><pre>${escapeHtml(getLineText(span.file, place.line).trim())}</pre>`
      : "";
  return `<li class="${severity}"><b>${severity} ${code}</b> ${escapeHtml(message)}${where}</li>`;
}
