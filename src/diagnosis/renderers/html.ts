import { escapeHtml, renderPlainPage } from "../../pages/plain-page.ts";
import type { Finding } from "../model.ts";
import type { Cause, Diagnosis } from "../reasoning/diagnosis.ts";
import { rootOf } from "../reasoning/diagnosis.ts";
import { tellPlace } from "./text.ts";

const STYLE = `
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
`;

/** The whole page. */
export function renderHtml(diagnosis: Diagnosis, version: string): string {
  const [first, ...others] = diagnosis.causes;
  const title = first ? rootOf(first).text : "No failure that is known";
  const body = [
    "<h1>Diagnosis of logs</h1>",
    ...(first
      ? [renderCause(first, first.told ? "Root cause" : "What the logs tell")]
      : ["<p>The logs tell of no failure that is known.</p>"]),
    ...others.map((cause) => renderCause(cause, "Another failure")),
    renderSeen(diagnosis.seen),
    renderLogs(diagnosis),
  ];
  return renderPlainPage({ title, style: STYLE, body, version });
}

function renderCause(cause: Cause, title: string): string {
  const { advice, chain, supposition } = cause;
  return [
    "<section>",
    `<h2><small>${escapeHtml(title)}</small>${escapeHtml(rootOf(cause).text)}</h2>`,
    `<p>${escapeHtml(advice.why)}</p>`,
    ...(supposition === undefined ? [] : [`<p>${escapeHtml(supposition)}</p>`]),
    ...(chain.length > 1 ? ["<h3>How it came to it</h3>", renderChain(chain)] : []),
    "<h3>What to do</h3>",
    `<ol>${advice.todo.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ol>`,
    ...(advice.recipe
      ? [
          "<h3>The recipe that does it</h3>",
          `<pre>remedyc build ${escapeHtml(advice.recipe.file)}${advice.recipe.set.map((one) => ` --set ${escapeHtml(one)}`).join("")}</pre>`,
        ]
      : []),
    ...(advice.statement === undefined ? [] : ["<h3>As a statement of a remedy</h3>", `<pre>${escapeHtml(advice.statement)}</pre>`]),
    "<h3>Evidence</h3>",
    ...[...chain].reverse().map(renderEvidence),
    `<p class="dim">Rule ${escapeHtml(advice.rule)}. Source: ${escapeHtml(advice.source)}</p>`,
    "</section>",
  ].join("\n");
}

function renderChain([link, ...rest]: readonly Finding[]): string {
  if (!link) return "";
  return `<ol class="chain"><li${rest.length === 0 ? ' class="root"' : ""}>${escapeHtml(link.text)}${renderChain(rest)}</li></ol>`;
}

function renderEvidence({ place, evidence }: Finding): string {
  return `<div class="dim">${escapeHtml(tellPlace(place))}</div>\n<pre>${evidence.split("\n").slice(0, 6).map(escapeHtml).join("\n")}</pre>`;
}

function renderSeen(seen: readonly Finding[]): string {
  if (seen.length === 0) return "";
  const rows = seen.map(
    ({ text, place, time }) =>
      `<tr><td>${escapeHtml(text)}</td><td>${time ? `${time.toISOString().slice(0, 19)}Z` : ""}</td><td>${escapeHtml(tellPlace(place))}</td></tr>`,
  );
  return `<section class="plain"><h3>Also seen, which may belong to something else</h3><table>${rows.join("")}</table></section>`;
}

function renderLogs({ logs, endedWell }: Diagnosis): string {
  const rows = logs.map(
    ({ file, format, lines, bytes }) =>
      `<tr><td>${escapeHtml(file)}</td><td>${escapeHtml(format)}</td><td>${lines}</td><td>${bytes}</td></tr>`,
  );
  const well = endedWell > 0 ? `<p class="dim">Installations in them that ended well: ${endedWell}.</p>` : "";
  return `<section class="plain"><h3>Logs</h3><table><tr><th>file</th><th>format</th><th>lines</th><th>bytes</th></tr>${rows.join("")}</table>${well}</section>`;
}
