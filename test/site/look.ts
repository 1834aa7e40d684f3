import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { openPage } from "../reporting/browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TYPES: { readonly [ending: string]: string } = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** A page keeps what axe found in a variable, since the browser is not asked to wait. */
const LOOK =
  'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => { window.found = JSON.stringify(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) }))); }); true';

/** What axe finds on a page of a built site, in its light and its dark scheme, and what the browser tells as an error while it is open. */
export async function lookAtPage(dist: string, path: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "remedyc-site-"));
  const server = createServer((request, response) => {
    const file = join(dist, new URL(request.url ?? "/", "http://localhost").pathname.replace(/\/$/, "/index.html"));
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const page = await openPage(`http://127.0.0.1:${port}/${path}`, folder);
  try {
    await page.evaluate(AXE);
    const told: string[] = [];
    // The class by which VitePress shows the dark scheme.
    for (const scheme of ["light", "dark"]) {
      // Colours go over into each other at once.
      const still =
        'document.head.append(Object.assign(document.createElement("style"), { textContent: "*, ::before, ::after { transition: none !important }" }))';
      await page.evaluate(`${still}; document.documentElement.classList.toggle("dark", ${scheme === "dark"}); window.found = ""; ${LOOK}`);
      let found = "";
      while (found === "") {
        await new Promise((resolve) => setTimeout(resolve, 50));
        found = String(await page.evaluate("window.found"));
      }
      const violations = JSON.parse(found) as readonly Violation[];
      for (const { id, nodes } of violations)
        told.push(...nodes.map(({ html, failureSummary = "" }) => `${scheme}: ${id}: ${html} ${failureSummary}`));
    }
    return [...told, ...page.errors];
  } finally {
    await page.close();
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
}
