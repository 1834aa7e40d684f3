import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readPages } from "../build/generate.ts";
import type { Catalog } from "../resources/catalog/model.ts";
import { renderChannels } from "./channels.ts";
import { renderCommands } from "./commands.ts";
import { headingOf, renderDiagnostics } from "./diagnostics.ts";
import { findPage, toPage } from "./links.ts";
import { renderReferenceLists } from "./reference.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

const readText = (path: string): string => readFileSync(join(PROJECT, path), "utf8").replaceAll("\r\n", "\n");

const listMarkdown = (folder: string): string[] =>
  readdirSync(join(PROJECT, folder))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `${folder}/${name}`);

/** All pages of the site as Markdown, by their path on it. */
export function createPages(catalog: Catalog): ReadonlyMap<string, string> {
  const documents = [
    "CHANGELOG.md",
    "templates/README.md",
    "examples/README.md",
    "examples/pipelines/README.md",
    ...["docs", "docs/reference"].flatMap(listMarkdown),
  ];
  const guides = new Set(listMarkdown("docs").map((path) => path.slice("docs/".length, -".md".length)));
  return new Map([
    ["index.md", toPage(readText("src/site/home.md"), "src/site/home.md")],
    ...documents.map((path) => [`${findPage(path) ?? path}.md`, toPage(readText(path), path)] as const),
    ...renderReferenceLists(catalog),
    ...renderDiagnostics(readPages()),
    ...renderCommands(guides),
    ...renderChannels(),
    ...renderRecipes(),
  ]);
}

/** A page for each recipe: its title, the command that builds it, and the whole file. */
function renderRecipes(): readonly (readonly [path: string, page: string])[] {
  const paths = readdirSync(join(PROJECT, "examples"), { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return paths
    .filter((path) => path.endsWith(".remedy"))
    .sort()
    .map((path) => {
      const text = readText(`examples/${path}`);
      const title = /^\s*title: +"((?:[^"\\]|\\.)*)"/m.exec(text)?.[1]?.replaceAll('\\"', '"') ?? path;
      const intro = `\`remedyc init --like\` copies a recipe as your own; \`remedyc init --list\` names them.`;
      const page = `# ${title.replaceAll("<", "&lt;").replace(/\$\{.*?\}/g, "…")}\n\n\`examples/${path}\`. ${intro}\n\n\`\`\`remedy\n${text.trimEnd()}\n\`\`\`\n`;
      return [`${findPage(`examples/${path}`) ?? path}.md`, page];
    });
}

/** The headings of pages, by path. */
export const listTitles = (pages: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...pages].map(([path, page]) => [path, headingOf(page).replaceAll("&lt;", "<")]));
