import { readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createDiagnostic } from "../diagnostics/catalog.ts";
import type { WithDiagnostics } from "../diagnostics/diagnostic.ts";
import { findPowerShell } from "../simulator/powershell.ts";
import { readPlainFile } from "../source/plain-file.ts";
import type { FoundPowerShell, MissingPowerShell, ProgramSearch } from "../simulator/powershell.ts";

/** The one command that gets a PowerShell on every system with the .NET SDK (Microsoft Learn, "Install PowerShell as a .NET Global tool"). */
const INSTALL = "dotnet tool install --global PowerShell --version 7.6.9";

/** Bytes of a tool manifest. */
const LARGEST_MANIFEST = 1024 * 1024;

/** What this machine has, as seen from a folder: PATH, REMEDYC_POWERSHELL, tool manifests, NuGet's packages (Microsoft Learn, "NUGET_PACKAGES"). */
export function searchMachine(folder: string): ProgramSearch {
  return {
    platform: process.platform === "win32" ? "windows" : "other",
    path: process.env["PATH"] ?? "",
    variable: process.env["REMEDYC_POWERSHELL"],
    folder,
    packages: process.env["NUGET_PACKAGES"] ?? join(homedir(), ".nuget", "packages"),
    isProgram: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
    list: (path) => attempt(() => readdirSync(path)) ?? [],
    read: (path) => {
      const file = readPlainFile(path, LARGEST_MANIFEST);
      return "error" in file ? undefined : Buffer.from(file.bytes).toString("utf8");
    },
  };
}

/** The PowerShell for `remedyc test` started in `folder`, with `option` what `--powershell` names; else the error that says what to do. */
export function findMachinePowerShell(option: string | undefined, folder: string): WithDiagnostics<FoundPowerShell | undefined> {
  const found = findPowerShell(searchMachine(folder), option);
  if (found.kind === "found") return { value: found, diagnostics: [] };
  return { value: undefined, diagnostics: [createDiagnostic("RMD7050", undefined, describe(found))] };
}

function describe({ origin, named, isRestored }: MissingPowerShell): { readonly looked: string; readonly repair: string } {
  switch (origin) {
    case "option":
      return { looked: `'${named}', which --powershell names, is no program`, repair: `Name another one, or install it with '${INSTALL}'` };
    case "variable":
      return {
        looked: `'${named}', which the variable REMEDYC_POWERSHELL names, is no program`,
        repair: `Name another one, or install it with '${INSTALL}'`,
      };
    case "manifest":
      if (isRestored === true)
        return {
          looked: `${named}, and the .NET that starts it ('dotnet') is not on the PATH`,
          repair: "Put the folder of dotnet on the PATH, or name another PowerShell with --powershell",
        };
      return { looked: `${named}, which is not restored`, repair: "Restore it with 'dotnet tool restore'" };
    case "path":
      return { looked: "pwsh and powershell are not on the PATH", repair: `Install it with '${INSTALL}', or name one with --powershell` };
    default:
      return origin satisfies never;
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
