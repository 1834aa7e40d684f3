import { dirname, normalize } from "node:path/posix";

/** Where a file of the project stands on the site, without `.md`; undefined where it has no page. */
export function findPage(path: string): string | undefined {
  for (const [from, to] of PLACES) if (from.test(path)) return path.replace(from, to);
  return undefined;
}

const PLACES: readonly (readonly [from: RegExp, to: string])[] = [
  [/^README\.md$/, "index"],
  [/^CHANGELOG\.md$/, "changelog"],
  [/^docs\/reference\/(?:README\.md)?$/, "reference/index"],
  [/^docs\/reference\/(\w+)\.md$/, "reference/$1"],
  [/^docs\/([\w-]+)\.md$/, "guide/$1"],
  [/^src\/diagnostics\/pages\/(RMD\d+)\.md$/, "diagnostics/$1"],
  [/^src\/diagnostics\/pages\/?$/, "diagnostics/index"],
  [/^examples\/(?:README\.md)?$/, "recipes/index"],
  [/^examples\/custom-kind\/?$/, "recipes/power-plan"],
  [/^examples\/pipelines\/(?:README\.md)?$/, "recipes/pipelines"],
  [/^examples\/(?:[\w-]+\/)?([\w-]+)\.remedy$/, "recipes/$1"],
  [/^templates\/(?:README\.md)?$/, "guide/templates"],
];

/**
 * A document of the project as a page: links lead to pages of the site, or are words where there is none (a source file), and what is no Markdown to
 * VitePress but looks so (`<name>`, `{{`) stands as it was written.
 */
export function toPage(text: string, path: string): string {
  return mapProse(text.replaceAll("\r\n", "\n"), (prose) => escapeMarkup(rewriteLinks(prose, path)));
}

/** What a link says where it says the name of a file, which on the site is none. */
const FILE_NAME = /^`?(?:docs\/)?([a-z][\w-]*)\.md`?$/;

const tellName = (_: string, name: string): string => name.replaceAll("-", " ");

/** A link from the root of the site. */
const linkTo = (page: string): string => `/${page.replace(/(^|\/)index$/, "$1")}`;

function rewriteLinks(prose: string, path: string): string {
  return prose.replace(/\[((?:[^[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)/g, (whole, words: string, target: string) => {
    const [file = "", anchor] = target.split("#");
    if (/^[a-z]+:/.test(target) || file === "") return whole;
    const page = findPage(normalize(`${dirname(path)}/${decodeURI(file)}`));
    return page === undefined
      ? words
      : `[${words.replace(FILE_NAME, tellName)}](${linkTo(page)}${anchor === undefined ? "" : `#${anchor}`})`;
  });
}

/** Applies a function to what is neither a block of code nor one in a line, which is passed as it is. Links may have code in them. */
function mapProse(text: string, change: (prose: string) => string): string {
  const parts = text.split(/^( *```[\s\S]*?^ *```.*$)/gm);
  return parts.map((part, i) => (i % 2 === 1 ? part : change(part))).join("");
}

function escapeMarkup(prose: string): string {
  return prose
    .split(/(``.*?``|`[^`\n]*`)/g)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/<(?!br>)/g, "&lt;").replaceAll("{{", "&#123;&#123;")))
    .join("");
}

/** How forges name the anchor of a heading, by which documents link to each other. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** A cell of a table. */
export const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ");
