import { defineConfig } from "vitepress";
import { createTextMateGrammar } from "../editors/textmate.ts";
import { extractBuiltinCatalog } from "../resources/catalog/generate.ts";
import { anchorOf } from "./links.ts";
import { createSidebar, nav } from "./navigation.ts";
import { createPages, listTitles } from "./pages.ts";

const catalog = extractBuiltinCatalog().value;

/** What VitePress is told. Nothing is loaded from elsewhere: search and fonts are the site's and the system's own. */
export default defineConfig({
  title: "remedyc",
  description: "Compiles short .remedy files (checks and fixes) into signed PowerShell for Intune and ConfigMgr.",
  lang: "en",
  base: process.env["SITE_BASE"] ?? "/",
  srcDir: "pages",
  outDir: "dist",
  cacheDir: "cache",
  metaChunk: true,
  head: [["link", { rel: "icon", href: "data:," }]],
  markdown: {
    languages: [{ ...createTextMateGrammar(), name: "remedy" } as never],
    config: (md) => {
      // A column without a heading has a plain cell there: nothing reads out an empty heading.
      const isEmpty = (tokens: readonly { readonly content: string }[], at: number): boolean => tokens[at]?.content === "";
      md.renderer.rules["th_open"] = (tokens, at) => (isEmpty(tokens, at + 1) ? "<td>" : "<th>");
      md.renderer.rules["th_close"] = (tokens, at) => (isEmpty(tokens, at - 1) ? "</td>\n" : "</th>\n");
    },
    anchor: { slugify: anchorOf },
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
  },
  themeConfig: {
    nav: structuredClone(nav) as never,
    sidebar: structuredClone(createSidebar(listTitles(createPages(catalog)), catalog)) as never,
    outline: { level: [2, 3] },
    search: {
      provider: "local",
      options: {
        // What the search reads needs no colours, which take long.
        _render: (text, env, md) => {
          const { highlight } = md.options;
          md.options.highlight = null;
          try {
            return md.render(text, env);
          } finally {
            md.options.highlight = highlight ?? null;
          }
        },
      },
    },
  },
});
