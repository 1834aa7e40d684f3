import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { restorePackage } from "./restore.ts";

/*
 * The .NET tool PowerShell holds its assemblies as IL alone, so every process compiles the engine anew: seconds, before a script runs. Microsoft's own
 * installers hold machine code beside the IL (ReadyToRun). Here .NET's compiler crossgen2 makes it, once, of the very package that the tool manifest pins.
 */

const PROJECT_FILE = join(import.meta.dirname, "crossgen.csproj");
const PACKAGE = "Microsoft.NETCore.App.Crossgen2.linux-x64";
/** Laid out as NuGet's folder of packages, so that PowerShell is found in it as it is there. What is made is never changed: the names hold the versions. */
const PACKAGES = join(import.meta.dirname, "bin", "precompiled");
/** What every process runs a good part of. */
const ASSEMBLIES = [
  "System.Management.Automation",
  "Microsoft.PowerShell.ConsoleHost",
  "Microsoft.PowerShell.Commands.Utility",
  "Microsoft.PowerShell.Commands.Management",
  "Newtonsoft.Json",
];
/** The folder of packages with the compiled PowerShell; undefined while there is none. `packages` is NuGet's own, and `assembly` the path of pwsh.dll in it. */
export function findPrecompiled(packages: string, assembly: string): string | undefined {
  return existsSync(join(PACKAGES, relative(packages, assembly))) ? PACKAGES : undefined;
}

/** Compiles what is not compiled yet. @throws Error where that cannot be done: then tests use PowerShell as it is. */
export async function precompile(packages: string, assembly: string): Promise<void> {
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("it is done on 64-bit Linux alone");
  const source = dirname(assembly);
  const target = join(PACKAGES, relative(packages, source));
  if (!existsSync(target)) await make(source, target);
}

async function make(source: string, target: string): Promise<void> {
  const compiler = join(await restorePackage(PROJECT_FILE, PACKAGE, "tools/crossgen2"), "tools", "crossgen2");
  chmodSync(compiler, 0o755);
  const { stdout } = await promisify(execFile)("dotnet", ["--list-runtimes"]);
  const [, version, folder] = [...stdout.matchAll(/^Microsoft\.NETCore\.App (10\..+?) \[(.+)\]$/gm)].at(-1) ?? [];
  if (version === undefined || folder === undefined) throw new Error("there is no .NET 10");
  const own = `${target}.${process.pid}`;
  try {
    cpSync(source, own, { recursive: true });
    for (const name of ASSEMBLIES) {
      const references = ["-r", join(source, "*.dll"), "-r", join(folder, version, "*.dll")];
      const [input, output] = [join(source, `${name}.dll`), join(own, `${name}.dll`)];
      await promisify(execFile)(compiler, [input, "-o", output, ...references, "--targetos", "linux", "--targetarch", "x64", "-O"]);
    }
    renameSync(own, target);
  } catch (error) {
    // Two may compile at once; one of them is first.
    if (!existsSync(target)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
