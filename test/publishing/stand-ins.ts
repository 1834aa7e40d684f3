import { readFileSync } from "node:fs";
import data from "./configmgr-cmdlets.json" with { type: "json" };

const site = readFileSync(new URL("site.ps1", import.meta.url), "utf8");

interface Parameter {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: string;
}

function parseSet(text: string): Parameter[] {
  return `${text} ${data.always}`.split(" ").map((word) => {
    const [name = "", type = "string"] = word.split(":");
    return { name: name.replace("?", ""), isOptional: name.endsWith("?"), type };
  });
}

/** `[Parameter(Mandatory, ParameterSetName = 'ByCI')][ValidateSet('a', 'b')][string]$Name` */
function declare({ name, type }: Parameter, sets: readonly (readonly [set: string, isOptional: boolean])[]): string {
  const attributes = sets.map(([set, isOptional]) => `[Parameter(${isOptional ? "" : "Mandatory, "}ParameterSetName = '${set}')]`).join("");
  if (!type.includes("|")) return `${attributes}[${type}]$${name}`;
  return `${attributes}[ValidateSet(${type
    .split("|")
    .map((value) => `'${value}'`)
    .join(", ")})][string]$${name}`;
}

/** A module ConfigurationManager whose cmdlets take what Microsoft documents, and nothing else. */
export function createModule(): { readonly manifest: string; readonly text: string } {
  const cmdlets = Object.entries(data.cmdlets).map(([cmdlet, sets]) => {
    const parameters = new Map<string, { readonly parameter: Parameter; readonly sets: [string, boolean][] }>();
    for (const [set, text] of Object.entries<string>(sets)) {
      for (const parameter of parseSet(text)) {
        const known = parameters.get(parameter.name) ?? { parameter, sets: [] };
        known.sets.push([set, parameter.isOptional]);
        parameters.set(parameter.name, known);
      }
    }
    const declared = [...parameters.values()].map((each) => declare(each.parameter, each.sets));
    const first = Object.keys(sets)[0] ?? "";
    return `function ${cmdlet} {\n[CmdletBinding(PositionalBinding = $false, DefaultParameterSetName = '${first}')]\nparam(${declared.join(",\n")})\nInvoke-Cmdlet '${cmdlet}' $PSBoundParameters\n}`;
  });
  return {
    manifest: "@{ RootModule = 'stand-ins.psm1'; ModuleVersion = '5.0'; FunctionsToExport = '*' }\n",
    text: `${site}\n${cmdlets.join("\n")}\n`,
  };
}

/** The parameters of each cmdlet, as the parser gate wants to know them. */
export function listCmdlets(): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(data.cmdlets).map(([cmdlet, sets]) => [
      cmdlet,
      [...new Set(Object.values<string>(sets).flatMap((text) => parseSet(text).map((parameter) => parameter.name)))],
    ]),
  );
}
