import { basename, dirname, join } from "node:path/posix";
import { parseSource } from "../../grammar/parse-source.ts";
import type { FileNode, RemedyNode } from "../syntax/file.ts";

/** The files of the recipes, by their path in `examples/`. */
export type RecipeFiles = { readonly [path: string]: string };

/** A recipe, under the name by which it is copied. */
export interface Recipe {
  readonly name: string;
  readonly path: string;
  /** What its first remedy is for, in its own words. */
  readonly title: string;
}

/** A recipe as a person's own: its file, and those that it imports, by their path beside it. */
export interface CopiedRecipe {
  readonly text: string;
  readonly beside: RecipeFiles;
  /** The names of its remedies. */
  readonly remedies: readonly string[];
  /** What it cannot be built without, with the value that its scenarios have: `service_name=ContosoAgent`. */
  readonly settings: readonly string[];
}

/** Every file with a remedy, by name; what holds parts alone is none. */
export function listRecipes(files: RecipeFiles): readonly Recipe[] {
  return Object.keys(files)
    .filter((path) => path.endsWith(".remedy"))
    .flatMap((path) => {
      const [first] = remediesOf(files, path);
      return first ? [{ name: basename(path, ".remedy"), path, title: titleOf(first) }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Copies a recipe: its first remedy gets the name (further ones begin with it), every version is 0.1.0, and what it says of its own file is said of `fileName`. */
export function copyRecipe(files: RecipeFiles, recipe: Recipe, name: string, fileName: string): CopiedRecipe {
  const text = files[recipe.path] ?? "";
  const tree = parse(files, recipe.path);
  const names = new Map(
    remediesOf(files, recipe.path).map((remedy, i) => [remedy.name.text, i === 0 ? name : `${name}_${remedy.name.text}`]),
  );
  const edits = tree.declarations.flatMap((declaration) => {
    if (declaration.kind === "scenario" || declaration.kind === "promise")
      return [{ span: declaration.remedy.span, text: names.get(declaration.remedy.text) ?? "" }];
    if (declaration.kind !== "remedy") return [];
    const version = declaration.members.find((member) => member.kind === "entry" && member.name.text === "version");
    return [
      { span: declaration.name.span, text: names.get(declaration.name.text) ?? "" },
      ...(version?.kind === "entry" ? [{ span: version.value.span, text: "0.1.0" }] : []),
    ];
  });
  let copy = text;
  for (const edit of edits.sort((a, b) => b.span.start - a.span.start))
    copy = copy.slice(0, edit.span.start) + edit.text + copy.slice(edit.span.end);
  return {
    text: copy.replaceAll(`${recipe.name}.remedy`, () => fileName),
    beside: findImported(files, recipe.path),
    remedies: [...names.values()],
    settings: [...new Set([...text.matchAll(/^\/\/.*--set (\S+)/gm)].map(([, setting]) => setting ?? ""))],
  };
}

/** What a file imports, and what that imports; beside a kind of one's own lie its functions. */
function findImported(files: RecipeFiles, entry: string): RecipeFiles {
  const folder = dirname(entry);
  const found: { [path: string]: string } = {};
  const pending = [entry];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const at = dirname(path);
    const imports = path.endsWith(".remedy") ? importsOf(files, path).map((inner) => join(at, inner)) : [path.replace(/\.ts$/, ".ps1")];
    for (const inner of imports) {
      const text = files[inner];
      const relative = folder === "." ? inner : inner.slice(folder.length + 1);
      if (text === undefined || relative in found) continue;
      found[relative] = text;
      pending.push(inner);
    }
  }
  return found;
}

function importsOf(files: RecipeFiles, path: string): string[] {
  return parse(files, path).imports.map(({ path: text }) =>
    text.parts.map((part) => (part.kind === "text-part" ? part.value : "")).join(""),
  );
}

/** @throws Error where a recipe of this package does not parse, which no test lets pass. */
function parse(files: RecipeFiles, path: string): FileNode {
  const { value } = parseSource(path, new TextEncoder().encode(files[path] ?? ""));
  if (!value) throw new Error(`the recipe ${path} does not parse`);
  return value;
}

function remediesOf(files: RecipeFiles, path: string): RemedyNode[] {
  return parse(files, path).declarations.filter((declaration) => declaration.kind === "remedy");
}

function titleOf(remedy: RemedyNode): string {
  const entry = remedy.members.find((member) => member.kind === "entry" && member.name.text === "title");
  if (entry?.kind !== "entry" || entry.value.kind !== "string") return "";
  return entry.value.parts.map((part) => (part.kind === "text-part" ? part.value : "")).join("");
}
