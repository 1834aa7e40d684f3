import { showText } from "../../diagnostics/show-text.ts";
import { getLineColumn, getLineText } from "../../source/source-file.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { countOf } from "./audit.ts";
import type { Audit, AuditedPair } from "./audit.ts";

/* One page that loads nothing and runs nothing; every text of a script goes through `esc`. */

const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --dim: #59636e; --error: #b3261e; --warning: #8a5a00; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --text: #f0f6fc; --dim: #9198a1; --error: #ff8f85; --warning: #e3b341; --page: #0d1117; } }
body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: 1.2rem 0; }
td, th { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td.number, th.number { text-align: right; }
ul { list-style: none; padding: 0; margin: .6rem 0 0; }
li { border: 1px solid var(--line); border-left: .3rem solid var(--dim); border-radius: .4rem; padding: .6rem .9rem; margin: 0 0 .7rem; }
li.error { border-left-color: var(--error); }
li.warning { border-left-color: var(--warning); }
li b { font-weight: 600; }
li.error b { color: var(--error); }
li.warning b { color: var(--warning); }
pre { font: 13px/1.45 Consolas, "Cascadia Mono", monospace; background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; padding: .4rem .6rem; margin: .4rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: inherit; }
.dim { color: var(--dim); font-size: .9rem; overflow-wrap: anywhere; }
`;

/** The whole page. */
export function renderAuditHtml(audit: Audit, version: string): string {
  const { pairs, findings, others } = audit;
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    "<title>Audit of detection and remediation scripts</title>",
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<main>",
    "<h1>Audit of detection and remediation scripts</h1>",
    `<p class="dim">${pairs.length} pairs, ${countOf(findings, "error")} errors, ${countOf(findings, "warning")} warnings, ${countOf(findings, "note")} notes. Nothing was run.</p>`,
    "<table>",
    '<thead><tr><th scope="col">Pair</th><th scope="col" class="number">Errors</th><th scope="col" class="number">Warnings</th><th scope="col" class="number">Notes</th></tr></thead>',
    "<tbody>",
    ...pairs.map(
      (pair, i) =>
        `<tr><td><a href="#pair-${i}">${esc(pair.detect)}</a></td>${(["error", "warning", "note"] as const).map((severity) => `<td class="number">${countOf(pair.findings, severity)}</td>`).join("")}</tr>`,
    ),
    "</tbody>",
    "</table>",
    ...pairs.map(renderPair),
    ...(others.length === 0
      ? []
      : ["<h2>Scripts that belong to no pair by their names</h2>", `<p class="dim">${others.map(esc).join("<br>")}</p>`]),
    "</main>",
    `<p class="dim">remedyc ${esc(version)}</p>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function renderPair({ name, detect, remediate, findings }: AuditedPair, i: number): string {
  return [
    `<h2 id="pair-${i}">${esc(name)}</h2>`,
    `<p class="dim">${esc(detect)}${remediate === undefined ? "" : ` and ${esc(remediate)}`}</p>`,
    findings.length === 0 ? '<p class="dim">Nothing was found.</p>' : `<ul>\n${findings.map(renderFinding).join("\n")}\n</ul>`,
  ].join("\n");
}

function renderFinding({ code, severity, message, span }: Diagnostic): string {
  const place = span && getLineColumn(span.file, span.start);
  const where =
    span && place
      ? `<div class="dim">${esc(span.file.path)}, line ${place.line}</div><pre>${esc(getLineText(span.file, place.line).trim())}</pre>`
      : "";
  return `<li class="${severity}"><b>${severity} ${code}</b> ${esc(message)}${where}</li>`;
}

function esc(text: string): string {
  return showText(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
