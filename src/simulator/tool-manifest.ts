import { posix, win32 } from "node:path";
import type { PlatformPath } from "node:path";
import type { FileLookup, Platform } from "./powershell.ts";

/** PowerShell as a .NET tool that a project's manifest names: the program's assembly, or undefined where the tool is not restored yet. */
export interface ManifestTool {
  readonly manifest: string;
  readonly version: string;
  readonly assembly: string | undefined;
}

interface Manifest {
  readonly isRoot?: unknown;
  readonly tools?: Readonly<Record<string, { readonly version?: unknown } | null>>;
}

/**
 * PowerShell in the nearest tool manifest that names it, from `folder` upwards to one that calls itself the root (Microsoft Learn, "How .NET CLI local
 * tools work": `.config/dotnet-tools.json` or `dotnet-tools.json`; package names ignore case). `packages` is NuGet's folder of packages. A manifest that
 * cannot be read counts as one without tools: `dotnet` is who tells what is wrong with it.
 */
export function findManifestTool(files: FileLookup, folder: string, packages: string): ManifestTool | undefined {
  const paths = pathsOf(files.platform);
  for (let current = folder; ; current = paths.dirname(current)) {
    for (const name of [".config/dotnet-tools.json", "dotnet-tools.json"]) {
      const path = paths.join(current, name);
      const manifest = parse(files.read(path));
      if (manifest === undefined) continue;
      const tool = Object.entries(manifest.tools ?? {}).find(([id]) => id.toLowerCase() === "powershell")?.[1];
      // A version is a part of a path here, so it holds nothing but what versions are made of (semver.org, 2, 9 and 10).
      if (typeof tool?.version === "string" && /^\d+(\.\d+)+[-+.0-9A-Za-z]*$/.test(tool.version)) {
        const { version } = tool;
        return { manifest: path, version, assembly: findAssembly(files, paths.join(packages, "powershell", version.toLowerCase())) };
      }
      if (manifest.isRoot === true) return undefined;
    }
    if (paths.dirname(current) === current) return undefined;
  }
}

/**
 * `pwsh.dll` in a package of PowerShell. The package holds a shim that starts it as a child, and the assembly for Windows and for other systems:
 * `tools/<framework>/any/<win|unix>/pwsh.dll`, as in the packages 7.0 to 7.6 on NuGet.
 */
export function findAssembly(files: FileLookup, packageFolder: string): string | undefined {
  const paths = pathsOf(files.platform);
  const tools = paths.join(packageFolder, "tools");
  return files
    .list(tools)
    .map((framework) => paths.join(tools, framework, "any", files.platform === "windows" ? "win" : "unix", "pwsh.dll"))
    .find((path) => files.isProgram(path));
}

/** Node's path functions for a platform, which need not be that of this process. */
export function pathsOf(platform: Platform): PlatformPath {
  return platform === "windows" ? win32 : posix;
}

function parse(text: string | undefined): Manifest | undefined {
  if (text === undefined) return undefined;
  try {
    // Visual Studio writes a byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
