import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, createServer } from "vitepress";
import { generateAll } from "../build/generate.ts";
import { extractBuiltinCatalog } from "../resources/catalog/generate.ts";
import { createPages } from "./pages.ts";

/** The folder of the site: `pages/` is what it is built from, `dist/` the site. */
export const SITE = fileURLToPath(new URL("../../.site/", import.meta.url));

const FILES: { readonly [path: string]: string } = {
  ".vitepress/config.ts": 'export { default } from "../../src/site/vitepress.ts";\n',
  ".vitepress/theme/index.ts": 'import "../../../src/site/style.css";\nexport { default } from "vitepress/theme-without-fonts";\n',
};

/** Lays out what VitePress reads; gives the pages, by path. */
export function writePages(): ReadonlyMap<string, string> {
  rmSync(join(SITE, "pages"), { recursive: true, force: true });
  const pages = createPages(extractBuiltinCatalog().value);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(SITE, path)), { recursive: true });
    writeFileSync(join(SITE, path), text);
  };
  for (const [path, text] of Object.entries(FILES)) write(path, text);
  for (const [path, text] of pages) write(`pages/${path}`, text);
  return pages;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generateAll();
  const pages = writePages();
  if (process.argv.includes("--serve")) {
    const server = await createServer(SITE);
    await server.listen();
    server.printUrls();
  } else {
    await build(SITE);
    console.log(`${pages.size} pages written to .site/dist`);
  }
}
