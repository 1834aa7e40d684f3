import { showText } from "../../diagnostics/show-text.ts";
import type { Finding } from "../model.ts";
import type { Cause, Diagnosis } from "../reasoning/diagnosis.ts";
import { rootOf } from "../reasoning/diagnosis.ts";
import { tellPlace } from "./text.ts";

/*
 * One page for a ticket: it loads nothing, runs nothing, and is pure ASCII, so that no mail gateway and no redirection of a shell changes it. Every text of a log goes through `esc`.
 */

const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --dim: #59636e; --mark: #b3261e; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --text: #f0f6fc; --dim: #9198a1; --mark: #ff8f85; --page: #0d1117; } }
body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.1rem; color: var(--dim); font-weight: 600; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.35; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 small { display: block; color: var(--mark); font-size: .85rem; text-transform: uppercase; letter-spacing: .04em; }
h3 { font-size: .95rem; margin: 1.4rem 0 .4rem; }
section { border: 1px solid var(--line); border-left: .3rem solid var(--mark); border-radius: .4rem; padding: 1.1rem 1.3rem; margin: 0 0 1.5rem; }
section.plain { border-left: 1px solid var(--line); padding: .8rem 1.3rem; }
section.plain h3 { margin-top: 0; }
td:not(:first-child) { white-space: nowrap; }
ol.chain { list-style: none; padding: 0; margin: 0; }
ol.chain li { padding: .15rem 0 .15rem 1.1rem; border-left: 2px solid var(--line); overflow-wrap: anywhere; }
ol.chain ol { list-style: none; padding-left: 1rem; margin: 0; }
ol.chain .root { font-weight: 600; border-left-color: var(--mark); }
pre, code { font: 13px/1.45 Consolas, "Cascadia Mono", monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem .7rem; margin: .2rem 0 .7rem; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
td, th { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.dim { color: var(--dim); font-size: .9rem; overflow-wrap: anywhere; }
`;

/** The whole page. */
export function renderHtml(diagnosis: Diagnosis, version: string): string {
  const [first, ...others] = diagnosis.causes;
  const title = first ? rootOf(first).text : "No failure that is known";
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${esc(title)}</title>`,
    `<style>${STYLE}</style>`,
    "</head>",
    "<body>",
    "<h1>Diagnosis of logs</h1>",
    ...(first
      ? [renderCause(first, first.told ? "Root cause" : "What the logs tell")]
      : ["<p>The logs tell of no failure that is known.</p>"]),
    ...others.map((cause) => renderCause(cause, "Another failure")),
    renderSeen(diagnosis.seen),
    renderLogs(diagnosis),
    `<p class="dim">remedyc ${esc(version)}</p>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function renderCause(cause: Cause, title: string): string {
  const { advice, chain, supposition } = cause;
  return [
    "<section>",
    `<h2><small>${esc(title)}</small>${esc(rootOf(cause).text)}</h2>`,
    `<p>${esc(advice.why)}</p>`,
    ...(supposition === undefined ? [] : [`<p>${esc(supposition)}</p>`]),
    ...(chain.length > 1 ? ["<h3>How it came to it</h3>", renderChain(chain)] : []),
    "<h3>What to do</h3>",
    `<ol>${advice.todo.map((line) => `<li>${esc(line)}</li>`).join("")}</ol>`,
    ...(advice.recipe
      ? [
          "<h3>The recipe that does it</h3>",
          `<pre>remedyc build ${esc(advice.recipe.file)}${advice.recipe.set.map((one) => ` --set ${esc(one)}`).join("")}</pre>`,
        ]
      : []),
    ...(advice.statement === undefined ? [] : ["<h3>As a statement of a remedy</h3>", `<pre>${esc(advice.statement)}</pre>`]),
    "<h3>Evidence</h3>",
    ...[...chain].reverse().map(renderEvidence),
    `<p class="dim">Rule ${esc(advice.rule)}. Source: ${esc(advice.source)}</p>`,
    "</section>",
  ].join("\n");
}

function renderChain([link, ...rest]: readonly Finding[]): string {
  if (!link) return "";
  return `<ol class="chain"><li${rest.length === 0 ? ' class="root"' : ""}>${esc(link.text)}${renderChain(rest)}</li></ol>`;
}

function renderEvidence({ place, evidence }: Finding): string {
  return `<div class="dim">${esc(tellPlace(place))}</div>\n<pre>${evidence.split("\n").slice(0, 6).map(esc).join("\n")}</pre>`;
}

function renderSeen(seen: readonly Finding[]): string {
  if (seen.length === 0) return "";
  const rows = seen.map(
    ({ text, place, time }) =>
      `<tr><td>${esc(text)}</td><td>${time ? `${time.toISOString().slice(0, 19)}Z` : ""}</td><td>${esc(tellPlace(place))}</td></tr>`,
  );
  return `<section class="plain"><h3>Also seen, which may belong to something else</h3><table>${rows.join("")}</table></section>`;
}

function renderLogs({ logs, endedWell }: Diagnosis): string {
  const rows = logs.map(
    ({ file, format, lines, bytes }) => `<tr><td>${esc(file)}</td><td>${esc(format)}</td><td>${lines}</td><td>${bytes}</td></tr>`,
  );
  const well = endedWell > 0 ? `<p class="dim">Installations in them that ended well: ${endedWell}.</p>` : "";
  return `<section class="plain"><h3>Logs</h3><table><tr><th>file</th><th>format</th><th>lines</th><th>bytes</th></tr>${rows.join("")}</table>${well}</section>`;
}

/** A text as HTML shows it, also within quotation marks: nothing of it is a tag, and nothing turns its direction. */
function esc(text: string): string {
  const shown = showText(text).replace(/[&<>"'`]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  let ascii = "";
  for (const letter of shown) ascii += letter.length === 1 && letter <= "~" ? letter : `&#${letter.codePointAt(0) ?? 0xfffd};`;
  return ascii.replace(/&#(5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]);/g, "&#65533;");
}
