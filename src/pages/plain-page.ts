import { showText } from "../diagnostics/show-text.ts";

/** What a page is made of that nothing runs in. */
export interface PlainPage {
  readonly title: string;
  /** Rules besides those that all have. */
  readonly style: string;
  /** Lines of HTML, in which every text of others went through `escapeHtml`. */
  readonly body: readonly string[];
  /** Of remedyc. */
  readonly version: string;
}

const STYLE = `
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --dim: #59636e; --mark: #b3261e; --page: #fff; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; --text: #f0f6fc; --dim: #9198a1; --mark: #ff8f85; --page: #0d1117; } }
body { font: 15px/1.5 "Segoe UI", system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
pre, code { font: 13px/1.45 Consolas, "Cascadia Mono", monospace; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .3rem; padding: .5rem .7rem; margin: .2rem 0 .7rem; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
td, th { text-align: left; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
.dim { color: var(--dim); font-size: .9rem; overflow-wrap: anywhere; }
`;

/** One page for a ticket or a mail: it loads nothing, runs nothing, and is pure ASCII as far as its body is, so that no mail gateway and no redirection of a shell changes it. */
export function renderPlainPage({ title, style, body, version }: PlainPage): string {
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${STYLE}${style}</style>`,
    "</head>",
    "<body>",
    ...body,
    `<p class="dim">remedyc ${escapeHtml(version)}</p>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** A text as HTML shows it, also within quotation marks: nothing of it is a tag, and nothing turns its direction. */
export function escapeHtml(text: string): string {
  const shown = showText(text).replace(/[&<>"'`]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  let ascii = "";
  for (const letter of shown) ascii += letter.length === 1 && letter <= "~" ? letter : `&#${letter.codePointAt(0) ?? 0xfffd};`;
  return ascii.replace(/&#(5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]);/g, "&#65533;");
}
