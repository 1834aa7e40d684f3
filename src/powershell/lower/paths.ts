import type { PsExpression } from "../ast.ts";
import { psPositional } from "../ast.ts";
import type { TemplateFunction } from "../library.ts";
import { call, text } from "./context.ts";
import type { LowerContext } from "./context.ts";

/** By the function that holds them, kept as long as it. */
const tables = new WeakMap<TemplateFunction, ReadonlyMap<string, string>>();

/**
 * The folder that Windows itself names for a variable of a path, as a member of Environment.SpecialFolder; undefined for any other. From the table that a script holds where only
 * the device knows which variable is meant; a variable of the environment is never asked.
 */
function findFolder(variable: string, { linker }: LowerContext): string | undefined {
  const template = linker.find("Get-FolderVariable");
  if (!template) return undefined;
  const table =
    tables.get(template) ??
    new Map(
      [...template.text.matchAll(/'?([\w()]+)'? = '(\w+)'/g)].map(([, name = "", folder = ""]) => [name.toLowerCase(), folder] as const),
    );
  tables.set(template, table);
  return table.get(variable.toLowerCase());
}

/** A path with `%Variables%`, as the device knows it: below a folder that Windows names it is that folder and the rest; every other one is expanded there. */
export function lowerExpandedPath(path: string, context: LowerContext): PsExpression {
  const [, variable = "", rest = ""] = /^%([^%]+)%(\\[^%]*|)$/.exec(path) ?? [];
  const folder = findFolder(variable, context);
  if (folder === undefined) return call(context, "Expand-Path", psPositional(text(path)));
  const base = call(context, "Get-SpecialFolder", psPositional(text(folder)));
  return rest === "" ? base : { kind: "join", parts: [base, text(rest)] };
}
