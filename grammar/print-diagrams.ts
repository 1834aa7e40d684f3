import railroad from "railroad-diagrams";
import type { DiagramItem } from "railroad-diagrams";
import { lexicalRules } from "./grammar-model.ts";
import type { GrammarItem, GrammarRule } from "./grammar-model.ts";

const { Choice, Diagram, NonTerminal, Optional, Sequence, Skip, Terminal, ZeroOrMore } = railroad;

const style = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
nav a { margin-right: .75rem; }
h2 { margin: 2rem 0 .25rem; font-size: 1.1rem; }
figure { margin: 0; overflow-x: auto; }
svg.railroad-diagram path { stroke-width: 2; stroke: #333; fill: none; }
svg.railroad-diagram text { font: bold 14px ui-monospace, monospace; text-anchor: middle; fill: #1b1b1b; }
svg.railroad-diagram rect { stroke-width: 2; stroke: #333; fill: #eaf6ea; }
svg.railroad-diagram rect.rule { fill: #eef1fb; }
td { padding: .1rem 1rem .1rem 0; vertical-align: top; }
td, code { font-family: ui-monospace, monospace; }
td:last-child { font-family: inherit; }`;

/** One page with a diagram of every rule. It loads nothing: styles and drawings are inside. */
export function printDiagrams(rules: readonly GrammarRule[]): string {
  const known = new Set([...rules.map((rule) => rule.name), ...lexicalRules.map((rule) => rule.name)]);
  const sections = rules.map((rule) => {
    const drawing = link(
      Diagram(draw(rule.definition))
        .toString()
        .trim()
        .replace(/[ \t]+$/gm, ""),
      known,
    );
    return `<section id="${rule.name}">\n<h2>${rule.name}</h2>\n<figure>\n${drawing}\n</figure>\n</section>`;
  });
  const rows = lexicalRules.map(
    (rule) => `<tr id="${rule.name}"><td>${rule.name}</td><td>${escapeHtml(rule.definition)}</td><td>${escapeHtml(rule.remark)}</td></tr>`,
  );
  return [
    "<!doctype html>",
    "<!-- Generated from grammar/rules by grammar/generate.ts: do not edit. -->",
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The grammar of remedies</title><style>${style}\n</style></head>`,
    "<body>",
    "<h1>The grammar of remedies</h1>",
    `<nav>${rules.map((rule) => `<a href="#${rule.name}">${rule.name}</a>`).join("\n")}</nav>`,
    ...sections,
    `<h2>Tokens</h2>\n<table>\n${rows.join("\n")}\n</table>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Boxes with square corners are rules: each leads to its own diagram. (The library draws them, but cannot link them.) */
function link(drawing: string, known: ReadonlySet<string>): string {
  return drawing.replace(
    /(<rect x="[^"]*" y="[^"]*" width="[^"]*" height="[^"]*")(><\/rect>\s*<text [^>]*>(\w+)<\/text>)/g,
    (all, rect: string, rest: string, name: string) => (known.has(name) ? `<a href="#${name}">${rect} class="rule"${rest}</a>` : all),
  );
}

function draw(item: GrammarItem): DiagramItem {
  switch (item.kind) {
    case "terminal":
      return Terminal(item.text);
    case "reference":
      return NonTerminal(item.name);
    case "optional":
      return Optional(draw(item.item));
    case "repetition":
      return ZeroOrMore(draw(item.item));
    case "sequence":
      return item.items.length === 0 ? Skip() : Sequence(...item.items.map((part) => draw(part)));
    case "choice":
      return Choice(0, ...item.items.map((part) => draw(part)));
    default:
      return item satisfies never;
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
