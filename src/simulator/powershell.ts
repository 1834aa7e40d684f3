import type { CommandLine } from "./program-pool.ts";
import { findAssembly, findManifestTool, pathsOf } from "./tool-manifest.ts";

export type Platform = "windows" | "other";

/** Looking at files. Only the command line looks at real ones; a test gives a table. */
export interface FileLookup {
  readonly platform: Platform;
  /** True when an absolute or relative path names a file. */
  isProgram(path: string): boolean;
  /** The names in a folder; none where there is no such folder. */
  list(folder: string): readonly string[];
  /** A file's text; undefined where it cannot be read. */
  read(path: string): string | undefined;
}

/** What finding a PowerShell asks of the outside world. */
export interface ProgramSearch extends FileLookup {
  /** The value of the variable PATH. */
  readonly path: string;
  /** The value of the variable REMEDYC_POWERSHELL. */
  readonly variable: string | undefined;
  /** Where a tool manifest is looked for, from here upwards: an absolute path. */
  readonly folder: string;
  /** NuGet's folder of packages. */
  readonly packages: string;
}

/** Who named a PowerShell: `--powershell`, the variable REMEDYC_POWERSHELL, the project's tool manifest, or nobody: it was found on PATH. */
export type PowerShellOrigin = "option" | "variable" | "manifest" | "path";

/** A PowerShell that was found; its command line takes `-NoProfile -NonInteractive -File script.ps1 arguments…`. */
export interface FoundPowerShell extends CommandLine {
  readonly kind: "found";
  readonly origin: PowerShellOrigin;
}

/** None was found. `named`: what the option, the variable or the manifest named, when one of them did. */
export interface MissingPowerShell {
  readonly kind: "missing";
  readonly origin: PowerShellOrigin;
  readonly named: string;
  /** Of a manifest: its PowerShell lies in NuGet's folder of packages, and there is no .NET on PATH to start it with. */
  readonly isRestored?: boolean;
}

/**
 * Finds a PowerShell: the one that `--powershell` names (a path, or a name on PATH), else that of the variable REMEDYC_POWERSHELL, else the version that the
 * project's tool manifest pins, else `pwsh`, else `powershell` on PATH. One that is named and is not there is missing, whatever else there is; a manifest's
 * that is not restored, or that no .NET on PATH can start, gives way to PATH. pwsh comes before powershell because it is there on purpose, and starts twice as fast as Windows PowerShell.
 */
export function findPowerShell(search: ProgramSearch, option?: string): FoundPowerShell | MissingPowerShell {
  if (option !== undefined) return findNamed(search, option, "option");
  if (search.variable !== undefined && search.variable !== "") return findNamed(search, search.variable, "variable");
  const tool = findManifestTool(search, search.folder, search.packages);
  const dotnet = findOnPath(search, "dotnet");
  if (tool?.assembly !== undefined && dotnet !== undefined)
    return { kind: "found", program: dotnet, leading: [tool.assembly], origin: "manifest" };
  for (const name of ["pwsh", "powershell"]) {
    const program = findOnPath(search, name);
    if (program !== undefined) return { kind: "found", ...withoutShim(search, program), origin: "path" };
  }
  return tool
    ? {
        kind: "missing",
        origin: "manifest",
        named: `${tool.manifest} names PowerShell ${tool.version}`,
        isRestored: tool.assembly !== undefined,
      }
    : { kind: "missing", origin: "path", named: "" };
}

/** The path of a program that is named by a path or by a name on PATH; undefined where there is none. */
export function findProgram(search: ProgramSearch, name: string): string | undefined {
  return isPath(name, search.platform) ? existing(search, name) : findOnPath(search, name);
}

function findNamed(search: ProgramSearch, name: string, origin: PowerShellOrigin): FoundPowerShell | MissingPowerShell {
  const program = findProgram(search, name);
  return program === undefined ? { kind: "missing", origin, named: name } : { kind: "found", ...withoutShim(search, program), origin };
}

/**
 * How to start a program without a .NET tool's shim. A shim starts the tool as its child: one process too many, and a child that lives on when only the
 * shim is ended. A tool installed in a folder (`dotnet tool install --global` or `--tool-path`) has its package below `.store` beside the shim.
 */
function withoutShim(search: ProgramSearch, program: string): CommandLine {
  const dotnet = findOnPath(search, "dotnet");
  // A shim finds the .NET of DOTNET_ROOT by itself.
  if (dotnet === undefined) return { program, leading: [] };
  const paths = pathsOf(search.platform);
  const store = paths.join(paths.dirname(program), ".store", "powershell");
  for (const version of search.list(store)) {
    const assembly = findAssembly(search, paths.join(store, version, "powershell", version));
    if (assembly !== undefined) return { program: dotnet, leading: [assembly] };
  }
  return { program, leading: [] };
}

function isPath(option: string, platform: Platform): boolean {
  return option.includes("/") || (platform === "windows" && option.includes("\\"));
}

function findOnPath(search: ProgramSearch, name: string): string | undefined {
  const [separator, slash] = search.platform === "windows" ? [";", "\\"] : [":", "/"];
  for (const folder of search.path.split(separator)) {
    // An empty or relative entry of PATH means the current folder: a program that lies beside somebody's sources is not meant.
    if (!isAbsolute(folder, search.platform)) continue;
    const program = existing(search, folder.endsWith(slash) ? `${folder}${name}` : `${folder}${slash}${name}`);
    if (program !== undefined) return program;
  }
  return undefined;
}

function existing(search: ProgramSearch, path: string): string | undefined {
  const candidates = search.platform === "windows" && !/\.exe$/i.test(path) ? [`${path}.exe`] : [path];
  return candidates.find((candidate) => search.isProgram(candidate));
}

function isAbsolute(folder: string, platform: Platform): boolean {
  return platform === "windows" ? /^([A-Za-z]:[\\/]|\\\\)/.test(folder) : folder.startsWith("/");
}
