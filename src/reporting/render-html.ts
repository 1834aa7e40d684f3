import { createHash } from "node:crypto";
import page from "../generated/reportpage.json" with { type: "json" };
import { outcomes } from "./device-run.ts";
import type { PageData } from "./page-data.ts";
import { toCause } from "./report.ts";
import type { Report } from "./report.ts";

/**
 * One page that needs nothing else, and asks nothing of anybody: its policy allows its own script and style, no connection. All texts of devices are data
 * in JSON, which the script shows as text.
 */
export function renderReportHtml({ runs, history }: Report, now: Date): string {
  const places = new Map<string, number>();
  const causes: PageData["causes"][number][] = [];
  const place = (remedy: string, item: string, cause: string): number => {
    const key = JSON.stringify([remedy, item, cause]);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, causes.length);
    return causes.push({ remedy, item, cause }) - 1;
  };
  const data: PageData = {
    made: now.toISOString(),
    outcomes,
    runs: runs.map((run) => ({
      ...run,
      causes:
        run.outcome === "fixed" || run.outcome === "compliant"
          ? []
          : [...new Set(run.findings.map(({ item, reason, cause }) => place(run.remedy, item, toCause(cause === "" ? reason : cause))))],
    })),
    causes,
    history,
  };
  // Within a script element only `</` and `<!--` mean something; no `<` at all is simpler. The separators end a line in old JavaScript.
  const json = JSON.stringify(data).replace(/[<\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const hash = createHash("sha256").update(page.script).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Remedies on devices</title>
<style>
${page.style}</style>
</head>
<body>
<noscript>This page shows its figures with a script of its own; allow scripts to read it.</noscript>
<main id="page"></main>
<script type="application/json" id="data">${json}</script>
<script>${page.script}</script>
</body>
</html>
`;
}
