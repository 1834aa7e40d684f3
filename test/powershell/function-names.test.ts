import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseTemplate } from "../../src/powershell/library.ts";

// A script's own function is found before a command of a module (about_Command_Precedence): who reads 'Find-Package' thinks of PackageManagement's.

const FOLDERS = ["../../templates/", "../../examples/"].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

const read = (name: string): unknown => JSON.parse(readFileSync(fileURLToPath(new URL(name, import.meta.url)), "utf8"));
const core = read("commands-5.1.json") as { readonly aliases: readonly string[]; readonly commands: Readonly<Record<string, unknown>> };
const others = (read("windows-commands.json") as { readonly modules: Readonly<Record<string, readonly string[]>> }).modules;
const taken = new Set([...core.aliases, ...Object.keys(core.commands), ...Object.values(others).flat()].map((name) => name.toLowerCase()));

/** Names of the functions in a folder's scripts, those of frames excepted. */
function functionsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ps1"))
    .flatMap((file) => parseTemplate("user", "any", readFileSync(folder + file, "utf8")).map((one) => one.name));
}

test("no function is named like a command or an alias of Windows", () => {
  const names = FOLDERS.flatMap(functionsOf);
  expect(names.length).toBeGreaterThan(400);
  expect(names.filter((name) => taken.has(name.toLowerCase()))).toEqual([]);
});

test("the data knows the commands that are easily hidden", () => {
  for (const name of ["Find-Package", "Install-Package", "Get-ScheduledTask", "Test-NetConnection", "Get-Service", "Repair-Volume", "sc"])
    expect(taken).toContain(name.toLowerCase());
});
