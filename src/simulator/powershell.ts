/** What finding a PowerShell asks of the outside world. Only the command line looks at real folders; a test gives a table. */
export interface ProgramSearch {
  readonly platform: "windows" | "other";
  /** The value of the variable PATH. */
  readonly path: string;
  /** True when an absolute or relative path names a file that can be started. */
  isProgram(path: string): boolean;
}

/** A PowerShell that was found; it takes `-NoProfile -NonInteractive -File script.ps1 arguments…`. */
export interface FoundPowerShell {
  readonly kind: "found";
  readonly program: string;
  /** `pwsh` is PowerShell 6 or later, `powershell` is Windows PowerShell 5.1; a program of another name is taken as pwsh. */
  readonly edition: "pwsh" | "powershell";
  /** Whether `--powershell` named it. */
  readonly origin: "option" | "path";
}

/** None was found. `option`: what `--powershell` named, if it was given; `looked`: the names that were looked for on PATH. */
export interface MissingPowerShell {
  readonly kind: "missing";
  readonly option?: string;
  readonly looked: readonly string[];
}

/**
 * Finds a PowerShell: the program (a path, or a name on PATH) that `--powershell` gives, and no other when it is given; else `pwsh`, else
 * `powershell`. pwsh comes first because it is there on purpose, and starts twice as fast as Windows PowerShell.
 */
export function findPowerShell(search: ProgramSearch, option?: string): FoundPowerShell | MissingPowerShell {
  if (option !== undefined) {
    const program = isPath(option, search.platform) ? existing(search, option) : findOnPath(search, option);
    return program === undefined
      ? { kind: "missing", option, looked: [option] }
      : { kind: "found", program, edition: editionOf(program), origin: "option" };
  }
  const names = ["pwsh", "powershell"];
  for (const name of names) {
    const program = findOnPath(search, name);
    if (program !== undefined) return { kind: "found", program, edition: editionOf(program), origin: "path" };
  }
  return { kind: "missing", looked: names };
}

function isPath(option: string, platform: ProgramSearch["platform"]): boolean {
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

function isAbsolute(folder: string, platform: ProgramSearch["platform"]): boolean {
  return platform === "windows" ? /^([A-Za-z]:[\\/]|\\\\)/.test(folder) : folder.startsWith("/");
}

function editionOf(program: string): "pwsh" | "powershell" {
  return /(^|[\\/])powershell(\.exe)?$/i.test(program) ? "powershell" : "pwsh";
}
