import { createHash } from "node:crypto";

/** The script and the style of a page as `npm run generate` makes them. */
export interface BuiltPage {
  readonly script: string;
  readonly style: string;
}

/**
 * One page that needs nothing else, and asks nothing of anybody: its policy allows its own script and style, no connection. Whatever others wrote is data in JSON, which the script shows as text.
 * `title` is ours.
 */
export function renderPage({ script, style }: BuiltPage, title: string, data: object): string {
  // Within a script element only `</` and `<!--` mean something; no `<` at all is simpler. The separators end a line in old JavaScript.
  const json = JSON.stringify(data).replace(/[<\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const hash = createHash("sha256").update(script).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
<noscript>This page shows what it holds with a script of its own; allow scripts to read it.</noscript>
<main id="page"></main>
<script type="application/json" id="data">${json}</script>
<script>${script}</script>
</body>
</html>
`;
}
