import { hashHex } from "../source/sha256.ts";
import { basename } from "node:path";
import type { CarriedFile } from "../apps/carried-files.ts";
import type { OutputScript } from "../compiler/compile.ts";
import type { Plan } from "../plan/plan.ts";
import { booleanLiteral, commentText, integerLiteral, stringLiteral } from "../powershell/literals.ts";
import { toScriptText } from "../powershell/script-text.ts";
import type { ExitAnswer, TargetRole } from "../targets/target.ts";

/** What a script that publishes is made of. */
export interface PublisherInput {
  /** All scripts of one remedy for one target of Configuration Manager. */
  readonly scripts: readonly OutputScript[];
  readonly carried: readonly CarriedFile[];
  /** Whether the build signs its scripts. */
  readonly isSigned: boolean;
}

/** What makes every one of them. */
export interface PublisherOptions {
  /** The parts below `templates/publish`. */
  readonly parts: { readonly [name: string]: string };
  readonly compilerVersion: string;
}

const ended = (exitCode: number): ExitAnswer => ({ exitCode, output: { kind: "summary" } });

/** The script that an administrator runs, on a computer with the console: 0 where it is done, 1 where it is not. */
const role: TargetRole = {
  role: "publish",
  fileName: "publish.ps1",
  maximumBytes: undefined,
  dialect: { compliant: ended(0), noncompliant: ended(0), blocked: ended(1), failed: ended(1), restartNeeded: ended(0), busy: ended(1) },
};

/** A value of the script's table of settings; a list or a table in it stands as one expression. */
type Setting = readonly [name: string, value: string];

/**
 * The script that creates or updates in Configuration Manager what a remedy was built to. All of it but the table of settings is text below `templates/publish`. The hash in the
 * table is of everything that the site is given, before it is signed: a time stamp makes other bytes of the same script, and nothing new.
 */
export function createPublisher(input: PublisherInput, options: PublisherOptions): OutputScript {
  const plan = input.scripts[0]?.plan;
  if (plan === undefined) throw new Error("there are no scripts to be published");
  const isApplication = plan.target === "configmgr.application";
  const settings = isApplication ? describeApplication(plan, input) : describeBaseline(plan, input);
  const hash = hashText(JSON.stringify([settings, input.carried.map(({ name, sha256 }) => [name, sha256]), input.isSigned]));
  const all: readonly Setting[] = [["Id", stringLiteral(`remedyc:${plan.remedy.name}`)], ["Hash", stringLiteral(hash)], ...settings];
  const start = isApplication ? APPLICATION_START : BASELINE_START;
  const frame = fill(partOf(options, isApplication ? "application" : "baseline"), {
    help: printHelp(plan, isApplication, options.compilerVersion),
    settings: ["$Settings = @{", ...all.map(([name, value]) => `  ${name} = ${value}`), "}"].join("\n"),
    library: partOf(options, "site").trimEnd(),
    run: fill(partOf(options, "run"), { start }).trimEnd(),
  });
  const text = toScriptText(frame);
  return {
    file: `${plan.target}/${plan.remedy.name}.${role.fileName}`,
    plan,
    role,
    script: { role, text, pieces: [text], functions: [], missing: [] },
  };
}

/** Texts are read before the drive changes, where relative paths mean what whoever started the script means. */
const APPLICATION_START = `Confirm-Content $ContentLocation
Enter-Site $SiteCode $SiteServer
$null = Find-Own 'application' $Settings.Id $Settings.Name @(Get-CMApplication -Fast)
foreach ($requirement in $Settings.Requirements) { Publish-Condition $requirement $Force }
Publish-Application $ContentLocation $Force`;
const BASELINE_START = `Enter-Site $SiteCode $SiteServer
Publish-Item "$($Settings.Id) item" $Force
Publish-Baseline "$($Settings.Id) baseline" "$($Settings.Id) item" $Force`;

/** What a name, a version and a text take (Microsoft, ConfigurationManager module, New-CMApplication). */
const MAXIMUM_DESCRIPTION = 2048;

/** How much of a condition stands in the description of its global condition, behind the id and the hash. */
const MAXIMUM_CONDITION = 256;

/**
 * The return codes that are added to those that every deployment type has (0 and 1707 success, 3010 soft and 1641 hard restart, 1618 fast retry): any other code means failed, and
 * these say why.
 */
const RETURN_CODES: readonly (readonly [code: number, name: string, text: string])[] = [
  [1603, "Failed", "The log of the remedy on the device says why."],
  [20001, "Blocked", "No run helps until a person or a policy changes something; the log of the remedy on the device says what."],
];

/** An uninstall command that says that there is none (RMD5009). */
const NO_UNINSTALL = 'powershell.exe -NoProfile -NonInteractive -Command "exit 1603"';

/** Minutes after which Configuration Manager stops waiting for a program: what its console sets, too. */
const MAXIMUM_MINUTES = 120;

function describeApplication(plan: Plan, { scripts, carried, isSigned }: PublisherInput): Setting[] {
  const { remedy } = plan;
  const details: Setting[] = [
    ["SoftwareVersion", stringLiteral(remedy.version)],
    ...(remedy.publisher === undefined ? [] : [["Publisher", stringLiteral(remedy.publisher)] as const]),
    ["LocalizedDescription", stringLiteral((remedy.documentation ?? remedy.title).slice(0, MAXIMUM_DESCRIPTION))],
  ];
  // An application for users cannot say when it is installed (Add-CMScriptDeploymentType, -LogonRequirementType); one for the machine waits for nobody.
  const behavior: Setting[] =
    remedy.context === "user"
      ? [["InstallationBehaviorType", stringLiteral("InstallForUser")]]
      : [
          ["InstallationBehaviorType", stringLiteral("InstallForSystem")],
          ["LogonRequirementType", stringLiteral("WhetherOrNotUserLoggedOn")],
        ];
  const detect = findScript(scripts, "detect");
  const content = [
    ...scripts
      .filter(({ role: { role: name } }) => name === "install" || name === "uninstall")
      .map((script) =>
        table([
          ["Name", stringLiteral(basename(script.file))],
          ["Hash", stringLiteral(hashOf(script))],
          ["Size", "0"],
        ]),
      ),
    ...carried.map(({ name, size }) =>
      table([
        ["Name", stringLiteral(name.replaceAll("\\", "/"))],
        ["Hash", stringLiteral("")],
        ["Size", integerLiteral(size)],
      ]),
    ),
  ];
  const codes = RETURN_CODES.map(([code, name, text]) =>
    table([
      ["ReturnCode", integerLiteral(code)],
      ["Name", stringLiteral(name)],
      ["CodeType", stringLiteral("Failure")],
      ["Description", stringLiteral(text)],
    ]),
  );
  const uninstall = scripts.find(({ role: { role: name } }) => name === "uninstall");
  return [
    ["Name", stringLiteral(remedy.title)],
    ["Details", table(details)],
    ["Type", stringLiteral(remedy.name)],
    ["InstallCommand", stringLiteral(commandLine(findScript(scripts, "install"), isSigned))],
    ["UninstallCommand", stringLiteral(uninstall ? commandLine(uninstall, isSigned) : NO_UNINSTALL)],
    ["Behavior", table(behavior)],
    ["MaximumMinutes", integerLiteral(MAXIMUM_MINUTES)],
    ["ReturnCodes", list(codes)],
    ["Detection", stringLiteral(basename(detect.file))],
    ["DetectionHash", stringLiteral(hashOf(detect))],
    ["IsPerUser", booleanLiteral(remedy.context === "user")],
    ["Requirements", list(describeRequirements(scripts))],
    ["Content", list(content)],
  ];
}

/** The global conditions on which the deployment type asks: one for each `requires`, by its place in the remedy, with the condition for people to read. */
function describeRequirements(scripts: readonly OutputScript[]): string[] {
  return scripts
    .filter(({ role: { role: name } }) => name === "requirement")
    .map((script, i) =>
      table([
        ["Name", stringLiteral(`${script.plan.remedy.name} requirement ${i + 1}`)],
        ["Text", stringLiteral((script.plan.requirements[0]?.guard.text ?? "").slice(0, MAXIMUM_CONDITION))],
        ["Script", stringLiteral(basename(script.file))],
        ["Hash", stringLiteral(hashOf(script))],
      ]),
    );
}

function describeBaseline({ remedy }: Plan, { scripts }: PublisherInput): Setting[] {
  const discovery = findScript(scripts, "detect");
  const remediation = findScript(scripts, "remediate");
  return [
    ["Name", stringLiteral(remedy.title)],
    ["Setting", stringLiteral(remedy.name)],
    ["Rule", stringLiteral(`${remedy.name} is Compliant`)],
    ["IsPerUser", booleanLiteral(remedy.context === "user")],
    ["Discovery", stringLiteral(basename(discovery.file))],
    ["DiscoveryHash", stringLiteral(hashOf(discovery))],
    ["Remediation", stringLiteral(basename(remediation.file))],
    ["RemediationHash", stringLiteral(hashOf(remediation))],
  ];
}

/**
 * The client starts it in the folder of the content, as a process of its own bitness. Signed scripts run under AllSigned, so that one that was changed on its way is refused.
 */
function commandLine({ file }: OutputScript, isSigned: boolean): string {
  return `powershell.exe -NoProfile -NonInteractive -ExecutionPolicy ${isSigned ? "AllSigned" : "Bypass"} -File ${basename(file)}`;
}

function printHelp(plan: Plan, isApplication: boolean, compilerVersion: string): string {
  const { remedy } = plan;
  const things = isApplication
    ? "the application, its deployment type, its detection and its requirements"
    : "the configuration item, its rule and the baseline";
  const source = plan.sources[0];
  const example = `    .\\${remedy.name}.publish.ps1 ${isApplication ? `-ContentLocation \\\\server\\share\\${remedy.name} ` : ""}-WhatIf`;
  const lines = [
    "<#",
    ".SYNOPSIS",
    `    ${commentText(remedy.title)}: creates or updates ${things} in Configuration Manager`,
    ".DESCRIPTION",
    "    For an administrator, on a computer with the Configuration Manager console (2107 or newer). What it made before it",
    `    finds by 'remedyc:${remedy.name}' in the description and updates; where nothing is new it changes nothing. What others`,
    "    made is left alone. Nothing is deployed.",
    ...(isApplication
      ? [
          ".PARAMETER ContentLocation",
          `    Network path of a copy of the folder '${remedy.name}' beside this script, which the site server can read.`,
        ]
      : []),
    ".PARAMETER SiteCode",
    "    The site; without it, the one to which the console was connected last.",
    ".PARAMETER SiteServer",
    "    The computer of the SMS Provider, for a site to which the console has not been connected.",
    ".PARAMETER Force",
    "    Writes everything again although nothing is new: also takes back what somebody changed in the console.",
    ".EXAMPLE",
    example,
    ".NOTES",
    `    Remedy    ${commentText(`${remedy.name} ${remedy.version}`)}`,
    `    Target    ${plan.target}, publish`,
    `    Compiler  remedyc ${commentText(compilerVersion)}`,
    `    Source    ${commentText(`${source?.path ?? ""}, SHA-256 ${source?.sha256 ?? ""}`)}`,
    "#>",
  ];
  return lines.join("\n");
}

/** Replaces lines `#remedyc:NAME`, each by the text of that name, indented like the line. */
function fill(part: string, texts: { readonly [name: string]: string }): string {
  return part.replace(/^([ \t]*)#remedyc:(\w+)$/gm, (_, indentation: string, name: string) => {
    const text = texts[name];
    if (text === undefined) throw new Error(`nothing is to stand for #remedyc:${name}`);
    return text.replace(/^(?=.)/gm, indentation);
  });
}

function partOf({ parts }: PublisherOptions, name: string): string {
  const part = parts[name];
  if (part === undefined) throw new Error(`there is no part '${name}' of scripts that publish`);
  return part;
}

function findScript(scripts: readonly OutputScript[], name: TargetRole["role"]): OutputScript {
  const script = scripts.find((each) => each.role.role === name);
  if (script === undefined) throw new Error(`no script '${name}' is there to be published`);
  return script;
}

const table = (entries: readonly Setting[]): string => `@{ ${entries.map(([name, value]) => `${name} = ${value}`).join("; ")} }`;
const list = (items: readonly string[]): string => `@(\n${items.map((item) => `    ${item}`).join("\n")}\n  )`;
const hashOf = ({ script }: OutputScript): string => hashText(script.text);
const hashText = (text: string): string => hashHex(Buffer.from(text));
