import type { PsExpression } from "../ast.ts";
import { psPositional } from "../ast.ts";
import { call, text } from "./context.ts";
import type { LowerContext } from "./context.ts";

/** Folders that Windows itself names, by the variable that paths have for them, as members of Environment.SpecialFolder; a variable of the environment is never asked. */
const FOLDERS: Readonly<Record<string, string>> = {
  systemroot: "Windows",
  windir: "Windows",
  programdata: "CommonApplicationData",
  allusersprofile: "CommonApplicationData",
  programfiles: "ProgramFiles",
  programw6432: "ProgramFiles",
  "programfiles(x86)": "ProgramFilesX86",
  commonprogramfiles: "CommonProgramFiles",
  commonprogramw6432: "CommonProgramFiles",
  "commonprogramfiles(x86)": "CommonProgramFilesX86",
  userprofile: "UserProfile",
  appdata: "ApplicationData",
  localappdata: "LocalApplicationData",
};

/** A path with `%Variables%`, as the device knows it: below a folder that Windows names it is that folder and the rest; every other one is expanded there. */
export function lowerExpandedPath(path: string, context: LowerContext): PsExpression {
  const [, variable = "", rest = ""] = /^%([^%]+)%(\\[^%]*|)$/.exec(path) ?? [];
  const folder = FOLDERS[variable.toLowerCase()];
  if (folder === undefined) return call(context, "Expand-Path", psPositional(text(path)));
  const base = call(context, "Get-SpecialFolder", psPositional(text(folder)));
  return rest === "" ? base : { kind: "join", parts: [base, text(rest)] };
}
