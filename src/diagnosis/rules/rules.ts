import { TOOLKIT_SOURCE, toolkitExits } from "./app-deploy-toolkit.ts";
import { channels, CHANNEL_SOURCE } from "./channels.ts";
import { CRASH_SOURCE, crashEvents } from "./crash-events.ts";
import { hresults, HRESULT_SOURCE } from "./hresults.ts";
import { EXIT_SOURCE, installerExits } from "./installer-exit.ts";
import { unwrapCode } from "./meaning.ts";
import { msiErrors, MSI_SOURCE } from "./msi-errors.ts";
import type { Family, Rule, RuleText, Source } from "./rule.ts";
import { EVENT_SOURCE, serviceEvents } from "./service-events.ts";
import { SERVICE_ERROR_SOURCE, serviceErrors } from "./service-errors.ts";

const CMTRACE = (message: string, component: string): string =>
  `<![LOG[${message}]LOG]!><time="12:00:30.0000000" date="11-23-2026" component="${component}" context="" type="3" thread="7" file="">`;
const FAILED_SUMMARY = "FAILED sample 1.0.0 | install: setup.exe returned 1603 (fatal error during the installation)";

/** What shows a rule that has no message of its own in its table. */
const CHANNEL_EXAMPLES: { readonly [name: string]: string } = {
  "intune-app": CMTRACE("[Win32App] lpExitCode 1603", "AppWorkload"),
  "intune-detection": CMTRACE(
    '[Win32App][ReportingManager] Sending status to company portal based on report: {"ApplicationId":"0d0dc3c4-4d9c-4dc4-9d1c-7d6b3f4b3a11","DetectionState":"NotDetected","ErrorCode":-2016345060}',
    "AppWorkload",
  ),
  "intune-script": CMTRACE("Powershell exit code is 1", "AgentExecutor"),
  "intune-script-timeout": CMTRACE("Error:Powershell script execution timed out. timeout = 3600 seconds", "AgentExecutor"),
  "configmgr-app": CMTRACE("Matched exit code 1603 to a Failure entry in exit codes table.", "AppEnforce"),
  "remedy-failed": CMTRACE(FAILED_SUMMARY, "sample"),
  "remedy-blocked": CMTRACE(FAILED_SUMMARY.replace("FAILED", "BLOCKED"), "sample"),
  "package-said":
    "MSI (s) (10:20) [12:00:03:004]: Product: Contoso Agent -- Contoso Agent needs .NET Framework 4.7.2 or later.\nAction ended 12:00:03: LaunchConditions. Return value 3.",
  "msi-internal":
    "DEBUG: Error 2203:  Database: C:\\Windows\\Installer\\a.ipi. Cannot open database file. System error -2147287037\nAction ended 12:00:03: InstallInitialize. Return value 3.",
  "custom-action":
    "CustomAction CA_License returned actual error code 1603 (note this may not be 100% accurate if translation happened inside sandbox)",
  "action-failed": "Action ended 12:00:03: InstallFiles. Return value 3.",
  "event-11708": "MsiInstaller 11708: Product: Contoso Agent -- Installation failed.",
};

/** What Windows Installer's own logs and events say besides numbers, which scripts look for as well. */
const SAID_IN_LOGS: ReadonlySet<string> = new Set(["package-said", "msi-internal", "custom-action", "action-failed", "event-11708"]);

/** Why compiled scripts do not have a rule. */
const NUMBER_ALONE = "a compiled script names the number alone";
const AFTER_A_SCRIPT = "a channel or a log says it of a script or an app that has ended";

const TOOLKIT_EXAMPLE = (code: string): string =>
  code === "process"
    ? `${TOOLKIT("Executing [setup.exe /S]...", "Info")}\n${TOOLKIT("Execution failed with exit code [7].", "Error")}`
    : TOOLKIT(`[Contoso_Agent_2.4] install completed with exit code [${code}].`, "Error");
const TOOLKIT = (message: string, severity: string): string =>
  `[2026-11-23 12:00:35.120] [Install] [Start-ADTProcess] [${severity}] :: ${message}`;

const CRASH_EXAMPLES: { readonly [name: string]: string } = {
  "crash-program":
    "Application Error 1000: 'CtsAgent.exe', '2.4.0.0', '65a1b2c3', 'ntdll.dll', '10.0.20348.1', '65a1b2c4', 'c0000005', '0000000000012345', '0x1a2c'",
  "crash-dotnet":
    ".NET Runtime 1026: 'Application: CtsAgent.exe\nFramework Version: v4.0.30319\nException Info: System.IO.FileNotFoundException\n   at Contoso.Main()'",
  "crash-report": "Windows Error Reporting 1001: '', '0', 'APPCRASH', 'Not available', '0', 'CtsAgent.exe', '2.4.0.0'",
  "crash-hang": "Application Hang 1002: 'CtsAgent.exe', '2.4.0.0'",
  "side-by-side":
    "SideBySide 33: 'Microsoft.VC90.CRT,processorArchitecture=\"amd64\",type=\"win32\",version=\"9.0.30729.4148\"', '', 'C:\\Program Files\\Contoso\\agent.exe'",
  "crash-windows":
    "Microsoft-Windows-WER-SystemErrorReporting 1001: '0x0000009f (0x0000000000000003, 0xffffb40c)', 'C:\\Windows\\MEMORY.DMP'",
  "power-lost": "Microsoft-Windows-Kernel-Power 41: '0', '0x0'",
};

/** All rules, in the order of their families. */
export const rules: readonly Rule[] = [
  ...list("msi", "msi-", MSI_SOURCE, msiErrors, (number, { said }) => `Error ${number}. ${said}`),
  ...list("exit", "exit-", EXIT_SOURCE, installerExits, (code) => `MSI (s) (10:20) [12:00:03:004]: MainEngineThread is returning ${code}`),
  ...list(
    "event",
    "event-",
    EVENT_SOURCE,
    serviceEvents,
    (id) => `Service Control Manager ${id}: 'CtsAgent', 'NT SERVICE\\CtsAgent', '%%1069'`,
  ),
  ...list("service", "service-", SERVICE_ERROR_SOURCE, serviceErrors, (error) => `Service Control Manager 7000: 'CtsAgent', '%%${error}'`),
  ...list(
    "hresult",
    "",
    HRESULT_SOURCE,
    hresults,
    (code) => `[0E5C:0F10][2026-11-23T12:00:30]e000: Error ${code}: Failed to apply.`,
    whyNoResult,
  ),
  ...list(
    "channel",
    "",
    CHANNEL_SOURCE,
    channels,
    (name) => CHANNEL_EXAMPLES[name] ?? "",
    (name) => (SAID_IN_LOGS.has(name) ? undefined : AFTER_A_SCRIPT),
  ),
  ...list("channel", "psadt-", TOOLKIT_SOURCE, toolkitExits, TOOLKIT_EXAMPLE, () => NUMBER_ALONE),
  ...list("event", "", CRASH_SOURCE, crashEvents, (name) => CRASH_EXAMPLES[name] ?? ""),
];

function whyNoResult(code: string): string {
  // The facility of Intune and Configuration Manager.
  if (code.startsWith("0x87D")) return AFTER_A_SCRIPT;
  const plain = unwrapCode(Number(code));
  return plain < 0 ? NUMBER_ALONE : `a compiled script names the Windows error in it alone, ${plain}`;
}

function list<T extends RuleText>(
  family: Family,
  prefix: string,
  source: Source,
  table: { readonly [key: string]: T },
  example: (key: string, rule: T) => string,
  findReason: (key: string) => string | undefined = () => undefined,
): Rule[] {
  return Object.entries(table).map(([key, rule]) => ({
    source,
    ...rule,
    id: `${prefix}${key}`,
    family,
    example: example(key, rule),
    notInScripts: findReason(key),
  }));
}

const byId = new Map(rules.map((rule) => [rule.id.toLowerCase(), rule]));

/** The rule of an id, whatever its case. */
export function findRule(id: string): Rule | undefined {
  return byId.get(id.toLowerCase());
}
