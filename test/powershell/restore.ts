import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { searchMachine } from "../../src/cli/find-powershell.ts";

/**
 * The folder of a package that a project file pins (`<PackageDownload>`), restored into NuGet's folder of packages if need be. `file` is one that it holds.
 * @throws Error with what `dotnet restore` says where it cannot be had.
 */
export async function restorePackage(projectFile: string, name: string, file: string): Promise<string> {
  const version = new RegExp(`Include="${name}" Version="\\[(.+)\\]"`).exec(readFileSync(projectFile, "utf8"))?.[1];
  if (version === undefined) throw new Error(`${projectFile} names no version of ${name}`);
  const folder = join(searchMachine(import.meta.dirname).packages, name.toLowerCase(), version);
  if (!existsSync(join(folder, file))) await restore(projectFile);
  if (!existsSync(join(folder, file))) throw new Error(`'dotnet restore ${projectFile}' did not bring ${join(folder, file)}`);
  return folder;
}

async function restore(projectFile: string): Promise<void> {
  // What a restore leaves beside a project file goes elsewhere.
  const left = mkdtempSync(join(tmpdir(), "remedyc-restore-"));
  try {
    await promisify(execFile)("dotnet", ["restore", projectFile, `-p:BaseIntermediateOutputPath=${left}/`], {
      env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: "1" },
    });
  } catch (error) {
    throw new Error(`'dotnet restore ${projectFile}' said: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    rmSync(left, { recursive: true, force: true });
  }
}
