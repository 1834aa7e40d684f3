import { readFileSync } from "node:fs";
import { ENGINE_ENVIRONMENT } from "../../src/simulator/engine.ts";
import { createProgramPool } from "../../src/simulator/program-pool.ts";
import type { ProgramAnswer, ProgramPool } from "../../src/simulator/program-pool.ts";
import { listCmdlets } from "../publishing/stand-ins.ts";
import { getEngineCommand, getPowerShell } from "./host.ts";

/** A script to look at. `name` is what findings say: a path relative to the project. */
export interface GateFile {
  readonly name: string;
  readonly text: string;
}

export type GateRule =
  | "parse-error"
  | "newer-syntax"
  | "unknown-command"
  | "unknown-parameter"
  | "alias"
  | "forbidden-command"
  | "forbidden-name"
  | "environment-folder"
  | "unapproved-verb"
  | "dotnet-member"
  | "unassigned-variable"
  | "should-process"
  | "culture"
  | "non-ascii";

export interface GateFinding {
  readonly rule: GateRule;
  readonly file: string;
  /** From 1, as editors count. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface GateOptions {
  /** Scripts whose functions may be called although they are not among the files looked at (a template library). */
  readonly library?: readonly GateFile[];
}

interface Place {
  readonly line: number;
  readonly column: number;
}
interface Named {
  readonly place: Place;
  readonly name: string;
}
interface FileFacts {
  readonly name: string;
  readonly errors: readonly { readonly place: Place; readonly id: string; readonly message: string }[];
  readonly newer: readonly { readonly place: Place; readonly construct: string }[];
  readonly functions: readonly (Named & { readonly parameters: readonly string[] })[];
  readonly commands: readonly (Named & { readonly parameters: readonly string[] })[];
  readonly members: readonly { readonly place: Place; readonly type: string; readonly member: string; readonly arguments: number | null }[];
  readonly types: readonly (Named & { readonly full: string | null })[];
  readonly environmentVariables: readonly Named[];
  readonly strings: readonly Named[];
  readonly unassigned: readonly Named[];
}

interface CommandData {
  readonly verbs: readonly string[];
  readonly aliases: readonly string[];
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

/** A member of a type: how many arguments its allowed overloads take (absent: not called), and since which .NET Framework when later than its type. */
interface MemberData {
  readonly arguments?: readonly number[];
  readonly since?: string;
}
interface TypeData {
  readonly since: string;
  readonly members: Readonly<Record<string, MemberData>>;
}

const commandData = readJson("commands-5.1.json") as CommandData;
const memberData = (readJson("dotnet-members.json") as { readonly types: Readonly<Record<string, TypeData>> }).types;

const commands = new Map(Object.entries(commandData.commands).map(([name, parameters]) => [name.toLowerCase(), lowered(parameters)]));
/** ShouldProcess is asked by these of their own accord; ForEach-Object does so for members by name only, which templates do not use. */
const asking = new Set(
  [...commands].filter(([name, parameters]) => parameters.has("whatif") && name !== "foreach-object").map(([name]) => name),
);
/** Of the module ConfigurationManager, which scripts that publish load. */
const consoleCommands = new Map([...listCmdlets()].map(([name, parameters]) => [name.toLowerCase(), lowered(parameters)]));
const isPublisher = ({ name }: GateFile): boolean => name.startsWith("templates/publish/") || name.endsWith(".publish.ps1");
const verbs = lowered(commandData.verbs);
const aliases = lowered(commandData.aliases);

/** about_CommonParameters of 5.1; -WhatIf and -Confirm are in the data of the commands that have them. */
const commonParameters = lowered([
  "Verbose",
  "Debug",
  "ErrorAction",
  "WarningAction",
  "InformationAction",
  "ErrorVariable",
  "WarningVariable",
  "InformationVariable",
  "OutVariable",
  "OutBuffer",
  "PipelineVariable",
]);

/** The engine's words have no dash and no verb; a name with a dash has both. */
const forbiddenCommands = new Map([
  ["invoke-expression", "runs text as code; write the code."],
  ["write-host", "writes past the pipeline; use Write-Output or Write-Verbose."],
  ["get-wmiobject", "does not exist in PowerShell 7; use Get-CimInstance."],
  ["cmd.exe", "is a shell; start the program itself by its full path."],
  ["cmd", "is a shell; start the program itself by its full path."],
]);

/** Anybody who starts the script chooses these; the true folders come from [Environment]::GetFolderPath and SystemDirectory. */
const folderVariables = lowered([
  "windir",
  "SystemRoot",
  "SystemDrive",
  "ProgramData",
  "ALLUSERSPROFILE",
  "ProgramFiles",
  "ProgramFiles(x86)",
  "ProgramW6432",
  "CommonProgramFiles",
  "CommonProgramFiles(x86)",
  "CommonProgramW6432",
  "TEMP",
  "TMP",
  "PATH",
  "ComSpec",
  "APPDATA",
  "LOCALAPPDATA",
  "USERPROFILE",
  "PUBLIC",
  "HOMEDRIVE",
  "HOMEPATH",
]);

interface Facts extends ProgramAnswer {
  readonly files: readonly FileFacts[];
}
type Parser = ProgramPool<{ readonly files: readonly GateFile[] }, Facts>;

/** Milliseconds for one look; parsing all templates takes a hundredth of it. */
const LIMIT = 60_000;

let shared: Promise<Parser> | undefined;

/** The parser that all tests of this process share: its start costs more than parsing a hundred templates. It ends with the process. */
async function startParser(): Promise<Parser> {
  const { environment } = await getPowerShell();
  return createProgramPool("The parser gate", await getEngineCommand("gate.ps1"), { ...ENGINE_ENVIRONMENT, ...environment }, 1);
}

/**
 * Looks at scripts with PowerShell's own parser and says what Windows PowerShell 5.1 on .NET Framework 4.6.2 lacks, or what templates must
 * not contain. Nothing is run. Functions of all files given count as defined in each of them: a template is one function of a library.
 * Ordered by file as given, then by place.
 */
export async function checkScripts(files: readonly GateFile[], options: GateOptions = {}): Promise<readonly GateFinding[]> {
  const parser = await (shared ??= startParser());
  const { files: facts } = await parser.run({ files: [...files, ...(options.library ?? [])] }, LIMIT);
  const functions = definedFunctions(facts);
  return files.flatMap((file, index) => {
    const own = facts[index];
    if (own === undefined || own.name !== file.name) throw new Error(`The parser gate gave no answer about ${file.name}.`);
    return findingsOf(file, own, functions).sort((a, b) => a.line - b.line || a.column - b.column);
  });
}

/** As `file:line:column rule: message`, one line each. */
export function formatFindings(findings: readonly GateFinding[]): string {
  return findings.map((f) => `${f.file}:${f.line}:${f.column} ${f.rule}: ${f.message}`).join("\n");
}

function findingsOf(file: GateFile, facts: FileFacts, functions: ReadonlyMap<string, ReadonlySet<string>>): GateFinding[] {
  const findings: GateFinding[] = [];
  const report = (rule: GateRule, place: Place, message: string): void =>
    void findings.push({ rule, file: file.name, line: place.line, column: place.column, message });

  for (const { place, message } of facts.errors) report("parse-error", place, message);
  for (const { place, construct } of facts.newer) report("newer-syntax", place, `Windows PowerShell 5.1 does not know ${construct}.`);
  const modules = isPublisher(file) ? new Map([...commands, ...consoleCommands]) : commands;
  for (const command of facts.commands) checkCommand(command, functions, modules, report);
  for (const definition of facts.functions) {
    const [verb, noun] = definition.name.split("-");
    if (noun !== undefined && !verbs.has((verb ?? "").toLowerCase()))
      report("unapproved-verb", definition.place, `'${verb}' of ${definition.name} is not an approved verb of 5.1 (Get-Verb).`);
  }
  for (const { place, name } of facts.environmentVariables) {
    if (folderVariables.has(name.toLowerCase()))
      report(
        "environment-folder",
        place,
        `$env:${name} is chosen by whoever starts the script; use [Environment]::GetFolderPath or SystemDirectory.`,
      );
  }
  for (const { place, name } of facts.strings) {
    if (/\bWin32_Product\b/i.test(name))
      report("forbidden-name", place, "Win32_Product repairs every product that it lists; read the uninstall keys.");
    if (/[\\/]cmd\.exe\b|^cmd\.exe /i.test(name))
      report("forbidden-name", place, "cmd.exe is a shell; start the program itself by its full path.");
  }
  for (const { place, name, full } of facts.types) {
    if (full === null && memberData[name] === undefined)
      report(
        "dotnet-member",
        place,
        `The type [${name}] is not known here; if .NET Framework 4.6.2 has it, add it by this name to dotnet-members.json.`,
      );
  }
  for (const member of facts.members) checkMember(member, report);
  // A frame has holes (`#remedyc:state`) that the compiler fills, also with assignments; the emitted script is looked at whole.
  // The script's table is everybody's: names that begin so are the engine's.
  const shared = isPublisher(file) ? "Settings" : "Remedy";
  for (const { place, name } of file.text.includes("#remedyc:") ? [] : facts.unassigned.filter((one) => one.name !== shared))
    report("unassigned-variable", place, `$${name} is read, and nothing in this function assigns it.`);
  // The simulator is never deployed.
  for (const { place, member } of /^templates\/(?:simulator|[^/]+\/simulated)\//.test(file.name) ? [] : cultural(file.text))
    report("culture", place, `${member} of a text follows the language of Windows; give it a [char], or [StringComparison]::Ordinal.`);
  for (const place of nonAscii(file.text))
    report("non-ascii", place, "Only ASCII characters: 5.1 reads a file without a byte order mark in the machine's code page.");
  return findings;
}

type Report = (rule: GateRule, place: Place, message: string) => void;

function checkCommand(
  command: FileFacts["commands"][number],
  functions: ReadonlyMap<string, ReadonlySet<string>>,
  modules: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  const name = command.name.toLowerCase();
  const known = functions.get(name) ?? modules.get(name);
  const forbidden = forbiddenCommands.get(name);
  if (forbidden !== undefined) report("forbidden-command", command.place, `${command.name} ${forbidden}`);
  else if (aliases.has(name) && !functions.has(name))
    report("alias", command.place, `'${command.name}' is an alias; write the command's name.`);
  else if (known === undefined)
    report(
      "unknown-command",
      command.place,
      `${command.name} is neither a function of these scripts nor a command of Windows PowerShell 5.1.`,
    );
  if (name === "add-type" && command.parameters.some((parameter) => !/^AssemblyName$/i.test(parameter)))
    report("forbidden-command", command.place, "Add-Type compiles code; only -AssemblyName is allowed.");
  if (known === undefined || forbidden !== undefined) return;
  const given = lowered(command.parameters);
  // Whether a change is made is asked once, by the engine; a question to Windows must be answered under -WhatIf too.
  if (asking.has(name) && !functions.has(name) && !(given.has("whatif") && given.has("confirm")))
    report(
      "should-process",
      command.place,
      `${command.name} obeys the script's -WhatIf and -Confirm; give it -WhatIf:$false -Confirm:$false, the engine has asked.`,
    );
  for (const parameter of command.parameters) {
    const lower = parameter.toLowerCase();
    if (!known.has(lower) && !commonParameters.has(lower) && !(functions.has(name) && (lower === "whatif" || lower === "confirm")))
      report(
        "unknown-parameter",
        command.place,
        `${command.name} has no parameter -${parameter}${functions.has(name) ? "" : " in Windows PowerShell 5.1 (names must be written out)"}.`,
      );
  }
}

function checkMember(fact: FileFacts["members"][number], report: Report): void {
  const type = memberData[fact.type];
  const member = type === undefined ? undefined : entryOf(type.members, fact.member);
  const shown = `[${fact.type}] ${fact.member}`;
  const entry = `"${fact.type}": "${fact.member}"${fact.arguments === null ? "" : ` with ${fact.arguments} argument${fact.arguments === 1 ? "" : "s"}`}`;
  if (member === undefined)
    report(
      "dotnet-member",
      fact.place,
      `${shown} is not in dotnet-members.json. If .NET Framework 4.6.2 has it (its reference says since which version), add ${entry}.`,
    );
  else if (fact.arguments !== null && member.arguments?.includes(fact.arguments) !== true)
    report(
      "dotnet-member",
      fact.place,
      `${shown} with ${fact.arguments} argument${fact.arguments === 1 ? "" : "s"} is not among the overloads in dotnet-members.json. If .NET Framework 4.6.2 has it, add ${entry}.`,
    );
}

/** PowerShell finds members in any case; the data have the case of the reference. */
function entryOf(members: TypeData["members"], name: string): MemberData | undefined {
  return members[name] ?? Object.entries(members).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
}

function definedFunctions(facts: readonly FileFacts[]): Map<string, Set<string>> {
  const functions = new Map<string, Set<string>>();
  for (const { name, parameters } of facts.flatMap((file) => file.functions)) {
    const known = functions.get(name.toLowerCase()) ?? new Set<string>();
    for (const parameter of parameters) known.add(parameter.toLowerCase());
    functions.set(name.toLowerCase(), known);
  }
  return functions;
}

function nonAscii(text: string): Place[] {
  return text.split("\n").flatMap((line, index) => {
    // Control characters other than tab and the line's end do not belong in a script either.
    const column = line.replace(/\r$/, "").search(/[^\t\x20-\x7e]/);
    return column < 0 ? [] : [{ line: index + 1, column: column + 1 }];
  });
}

/** Calls that search a text by the rules of a language, where the compared text is no character and no comparison is given. */
function cultural(text: string): { readonly place: Place; readonly member: string }[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      /^\s*#/.test(line)
        ? []
        : [...line.matchAll(/\.((?:Last)?IndexOf|StartsWith|EndsWith)\((?!\[char\])(?!(?:[^()]|\([^()]*\))*\[StringComparison\])/g)].map(
            (found) => ({ place: { line: index + 1, column: found.index + 2 }, member: found[1] ?? "" }),
          ),
    );
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8")) as unknown;
}

function lowered(names: readonly string[]): Set<string> {
  return new Set(names.map((name) => name.toLowerCase()));
}
