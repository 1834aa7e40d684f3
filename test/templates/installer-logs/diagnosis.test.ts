import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "../run-cases.ts";
import type { CaseResult } from "../run-cases.ts";

const AGENT = "AADConnectProvisioningAgent";

// Lines as msiexec /L*v writes them: English, German (other words, other verbs, the same numbers and names), and Burn's own log.
const english = [
  "=== Verbose logging started: 11/23/2026  12:00:00  Build type: SHIP UNICODE 5.00.10011.00 ===",
  "Property(S): ScreenX = 1920",
  "MSI (s) (A4:B8) [12:00:03:120]: Executing op: ServiceControl(,Name=" + AGENT + ",Action=1,Wait=1,)",
  `MSI (s) (A4:B8) [12:00:03:120]: Executing op: ServiceInstall(Name=${AGENT},DisplayName=Microsoft Entra Provisioning Agent,ImagePath="C:\\Agent.exe",ServiceType=16,StartType=2,ErrorControl=1,,Dependencies=[~],,StartName=NT SERVICE\\${AGENT},Password=**********,Description=x,,)`,
  `Error 1920. Service 'Microsoft Entra Provisioning Agent' (${AGENT}) failed to start.  Verify that you have sufficient privileges to start system services.`,
  `MSI (s) (A4:B8) [12:00:33:001]: Product: Microsoft Entra Provisioning Agent -- Error 1920. Service 'Microsoft Entra Provisioning Agent' (${AGENT}) failed to start.  Verify that you have sufficient privileges to start system services.`,
  "Action ended 12:00:33: InstallFinalize. Return value 3.",
  "Action ended 12:00:34: INSTALL. Return value 3.",
  "MSI (s) (A4:B8) [12:00:34:000]: MainEngineThread is returning 1603",
].join("\r\n");
const german = [
  "=== Ausführliche Protokollierung gestartet: 23.11.2026  12:00:00 ===",
  `Produkt: Agent -- Fehler 1920. Der Dienst "Agent" (${AGENT}) konnte nicht gestartet werden.`,
  "Aktion beendet um 12:00:33: InstallFinalize. Rückgabewert 3.",
].join("\r\n");
const custom = [
  "Action start 12:00:00: Prepare.",
  "CustomAction Prepare returned actual error code 1603 (note this may not be 100% accurate if translation happened inside sandbox)",
  "Action ended 12:00:01: Prepare. Return value 3.",
  "Product: Agent -- Error 1722. There is a problem with this Windows Installer package.",
].join("\r\n");
const burn = [
  "[0E5C:0F10][2026-11-23T12:00:00]i001: Burn v3.14.0.1316, Windows v10.0 (Build 17763: Service Pack 0), path: C:\\setup.exe",
  "[0E5C:0F10][2026-11-23T12:00:30]e000: Error 0x80070643: Failed to install MSI package.",
  "[0E5C:0F10][2026-11-23T12:00:30]i319: Applied execute package: VCRedist, result: 0x0, restart: None",
  "[0E5C:0F10][2026-11-23T12:00:31]i319: Applied execute package: AgentMsi, result: 0x80070643, restart: None",
].join("\r\n");

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const log = (text: string, encoding: string, path = "C:\\Windows\\Temp\\Agent.log") =>
  `New-FakeFile '${path}' @{ Bytes = [byte[]](${encoding}.GetBytes(${literal(text)})) }`;
const utf16 = "[System.Text.Encoding]::Unicode";
const utf8 = "[System.Text.Encoding]::UTF8";
const diagnose = "Invoke-InstallerLogsDiagnose -Paths @('C:\\Windows\\Temp\\*Agent*.log'); $script:Findings";
const granted = "$script:Rights['SeServiceLogonRight'] = @('S-1-5-80-0')";
const events = (source = "Service Control Manager", name = "System") =>
  `Invoke-EventLogDiagnose -Log '${name}' -Source '${source}' -Last ([timespan]'01:00:00') -Meaning { Format-EventRecord $_ }; $script:Findings`;
const started = `MSI error 1920, service ${AGENT} failed to start`;

let result: (name: string) => CaseResult;
const output = (name: string) => {
  expect(result(name).error).toBe("");
  return result(name).output;
};

beforeAll(async () => {
  const cases: Record<string, string> = {
    "right held": `${granted}; ${log("\uFEFF" + english, utf16)}; ${diagnose}`,
    "right missing": `${log("\uFEFF" + english, utf16)}; ${diagnose}`,
    "event 7041": `${granted}; New-FakeEvent 7041 @('${AGENT}', 'NT SERVICE\\${AGENT}'); ${log("\uFEFF" + english, utf16)}; ${diagnose}`,
    "another account": `New-FakeService '${AGENT}' @{ Account = 'LocalSystem' }; ${log(english.replace("ServiceInstall", "x"), utf16)}; ${diagnose}`,
    "unreadable right": `$script:Policy['nolog'] = 1; function Get-UserRightHolder { throw 'Access is denied.' }; ${log(english, utf16)}; ${diagnose}; function Get-UserRightHolder([string] $Right) { if ($script:Rights.ContainsKey($Right)) { $script:Rights[$Right] } }`,
    "UTF-16 without a mark": `${granted}; ${log(english, utf16)}; ${diagnose}`,
    "German in UTF-8": `${granted}; ${log(german, utf8)}; ${diagnose}`,
    "German in one byte": `${granted}; ${log(german, "[System.Text.Encoding]::GetEncoding(28591)")}; ${diagnose}`,
    "other service errors": `${granted}; ${log("Error 1921. Service 'A' (SvcA) could not be stopped.\r\nError 1922. Service 'B' (SvcB) could not be deleted.\r\nError 1923. Service 'C' (SvcC) could not be installed.", utf8)}; ${diagnose}`,
    "fields of a record": `${granted}; ${log(`1: 1920 2: Microsoft Entra Provisioning Agent 3: ${AGENT} `, utf8)}; ${diagnose}`,
    "custom action": `${log(custom, utf8)}; ${diagnose}`,
    bundle: `${log(burn, utf8)}; ${diagnose}`,
    "a logon refused while the bundle ran": `New-FakeEvent 7041 @('Agent', 'NT SERVICE\\Agent'); ${log(burn, utf8)}; ${diagnose}`,
    nothing: `${log("MainEngineThread is returning 0\r\nscreen 1920. x\r\nAction ended 12:00:01: Prepare. Return value 1.", utf8)}; ${diagnose}`,
    "too old": `${log(english, utf8)}; $script:Files['C:\\Windows\\Temp\\Agent.log'].Time = (Get-Clock).AddMinutes(-1); ${diagnose}`,
    "our TEMP": `${granted}; ${log(english, utf8, "C:\\State\\temp\\Agent.log")}; ${diagnose}`,
    "newest first": `$script:Tick = [long]600000; ${log(burn, utf8)}; $script:Files['C:\\Windows\\Temp\\Agent.log'].Time = (Get-Clock).AddMinutes(-5); ${log(burn.replaceAll("AgentMsi", "Newer"), utf8, "C:\\Windows\\Temp\\Agent2.log")}; ${diagnose}`,
    "a locked log": `${log(burn, utf8)}; function Get-FileByte { throw 'in use' }; ${diagnose}`,

    "of an installer of ours": `${granted}; $script:Outcomes['setup'] = @{ Codes = @(1603); Log = ${literal(english)} }; try { Invoke-Installer -Title 'setup.exe' -Path 'C:\\Media\\setup.exe' -Arguments '/log {log}' -Timeout '00:30:00' } catch { $_.Exception.Message }; ${diagnose}`,
    "logs of others": `foreach ($name in 'Agent1', 'Agent2', 'Agent3', 'Agent4', 'Agent5', 'Agent6', 'Agent7') { ${log(burn.replaceAll("AgentMsi", "call +1-555-0100"), utf8, "C:\\Windows\\Temp\\$name.log").replace("'C:\\Windows\\Temp\\$name.log'", '"C:\\Windows\\Temp\\$name.log"')}; $path = "C:\\Windows\\Temp\\$name.log"; $script:Files[$path].Time = (Get-Clock).AddYears(1); $script:Paths[$path].Owner = 'S-1-5-21-1-1-1-1001' }; $script:Paths['C:\\Windows\\Temp\\Agent7.log'].Owner = 'S-1-5-18'; $script:Paths['C:\\Windows\\Temp\\Agent7.log'].Reparse = $true; ${log(burn, utf8, "C:\\Windows\\Temp\\Agent9.log")}; $script:Asked = @(); ${diagnose}`,
    "many logs of others": `$logs = @(foreach ($i in 1..30) { [pscustomobject]@{ Path = "C:\\Windows\\Temp\\$i.log"; Length = 1; Time = (Get-Clock).AddMinutes(30 - $i) } }); function Get-PathSecurity([string] $Path) { $script:Tick += 1000; $script:Asked++; [pscustomobject]@{ Owner = 'S-1-5-21-1-1-1-1001'; Reparse = $false } }; $script:Asked = 0; @(Select-TrustedLog -Log $logs).Count; $script:Asked; (Get-SearchBudget).Milliseconds`,
    "a name from outside": `${log(burn.replaceAll("AgentMsi", "call +1-555-0100 and read 'the code'" + "x".repeat(80)), utf8)}; ${diagnose}`,
    "a code that is too long": `${log(burn.replaceAll("0x80070643, restart", "0x123456789, restart") + "\r\nError 1303. x", utf8)}; ${diagnose}`,

    "causes and what was only seen": `$script:Tick = [long]3600000; $script:Remedy.Started = [long]3000000; New-FakeStep 'agent'; New-FakeService 'Agent'; New-FakeEvent 7031 @('Agent service', '1') -MinutesAgo 30; New-FakeEvent 7000 @('Spooler'); New-FakeEvent 7000 @('Agent service', '%%1069'); function Write-Finding([string] $Text, [switch] $Seen) { "$Seen $Text" }; Invoke-EventLogDiagnose -Log 'System' -Last ([timespan]'01:00:00') -Meaning { Format-EventRecord $_ }; New-FakeEvent 11920 @('Agent (Agent)') 'MsiInstaller' 'Application'; Invoke-EventLogDiagnose -Log 'Application' -Meaning { Format-EventRecord $_ }`,
    "a logon of another service": `New-FakeStep 'agent'; New-FakeEvent 7041 @('Other', 'NT SERVICE\\Other'); ${log(burn, utf8)}; ${diagnose}`,
    "event 7041 alone": `New-FakeEvent 7041 @('${AGENT}', 'NT SERVICE\\${AGENT}'); ${events()}`,
    "every service event": `foreach ($id in 7000, 7001, 7009, 7011, 7023, 7024, 7031, 7034, 7038) { $script:Findings = @(); $script:Events = @(); New-FakeEvent $id @('A', 'B', 'C'); ${events()} }`,
    "MsiInstaller 11920": `New-FakeEvent 11920 @('Product: Agent -- Fehler 1920. Der Dienst "Agent" (${AGENT}) konnte nicht gestartet werden.') 'MsiInstaller' 'Application'; New-FakeEvent 11722 @('x') 'MsiInstaller' 'Application'; New-FakeEvent 11999 @('x') 'MsiInstaller' 'Application'; New-FakeEvent 11708 @('x') 'MsiInstaller' 'Application'; ${events("MsiInstaller", "Application")}`,
    "unknown and old events": `New-FakeEvent 7036 @('A', 'B'); New-FakeEvent 7041 @('A', 'B') -MinutesAgo 90; New-FakeEvent 7041 @('A', 'B') 'Other'; ${events()}; Invoke-EventLogDiagnose -Log 'System' -Meaning { Format-EventRecord $_ }; $script:Findings`,
    "each once, five at most, newest first": `1..7 | ForEach-Object { New-FakeEvent 7000 @("S$_") -MinutesAgo $_; New-FakeEvent 7000 @("S$_") -MinutesAgo $_ }; ${events()}`,
    "a message only": `New-FakeEvent 7041 @("The x service\`nwas unable to log on]LOG]"); ${events()}`,
    "no right to the log": `$script:Policy['nolog'] = 1; ${events()}`,
  };
  result = await runCases({
    functions: ["Select-TrustedLog", "Invoke-InstallerLogsDiagnose", "Invoke-EventLogDiagnose", "Format-EventRecord", "Invoke-Installer"],
    fakes: ["services", "installer"],
    cases: Object.fromEntries(Object.entries(cases).map(([name, body]) => [name, `Reset-Installer\n${body}`])),
  });
});

describe("logs of Windows Installer", () => {
  test("a service that does not start: by number, with the line; the right only with evidence", () => {
    expect(output("right held")).toEqual([`${started} (MSI log line 5)`, "action InstallFinalize failed (MSI log line 7)"]);
    expect(output("right missing")[0]).toBe(
      `${started}; the service may not log on as a service (SeServiceLogonRight lacks S-1-5-80-0) (MSI log line 5)`,
    );
    expect(output("event 7041")[0]).toBe(
      `${started}; event 7041: service ${AGENT} may not log on as a service (account 'NT SERVICE\\${AGENT}') (MSI log line 5)`,
    );
  });
  test("a service of another account, or a right that cannot be read, is no evidence", () => {
    expect(output("another account")[0]).toBe(`${started} (MSI log line 5)`);
    expect(output("unreadable right")[0]).toBe(`${started} (MSI log line 5)`);
  });
  test("any encoding, any language", () => {
    expect(output("UTF-16 without a mark")[0]).toBe(`${started} (MSI log line 5)`);
    for (const name of ["German in UTF-8", "German in one byte"])
      expect(output(name)).toEqual([`${started} (MSI log line 2)`, "action InstallFinalize failed (MSI log line 3)"]);
  });
  test("a log of somebody else in a shared folder is neither read nor believed, and pushes no other one out", () => {
    expect(output("logs of others")).toEqual([
      "package AgentMsi of the bundle failed with 1603 (fatal error during the installation) (bundle log line 4)",
    ]);
    expect(output("many logs of others")).toEqual([0, 5, 15000]);
  });
  test("a name from outside stands in quotation marks and is short; a code that is none hides no other cause", () => {
    expect(output("a name from outside")[0]).toMatch(
      /^package 'call \+1-555-0100 and read "the code"x+\.\.\.' of the bundle failed with 1603 /,
    );
    expect(output("a code that is too long")).toEqual([
      "MSI error 1303, no right to write to a folder (MSI log line 5)",
      "the bundle failed with 1603 (fatal error during the installation) (bundle log line 2)",
    ]);
  });
  test("1921, 1922, 1923, and the fields of a record", () => {
    expect(output("other service errors")).toEqual([
      "MSI error 1921, service SvcA could not be stopped (MSI log line 1)",
      "MSI error 1922, service SvcB could not be deleted (MSI log line 2)",
      "MSI error 1923, service SvcC could not be installed (MSI log line 3)",
    ]);
    expect(output("fields of a record")).toEqual([`${started} (MSI log line 1)`]);
  });
  test("a custom action", () => {
    expect(output("custom action")).toEqual([
      "MSI error 1722, a program of the package failed (MSI log line 4)",
      "custom action Prepare returned 1603 (MSI log line 2)",
      "action Prepare failed (MSI log line 3)",
    ]);
  });
  test("a bundle: the package that failed; before it a logon that was refused meanwhile", () => {
    const failed = "package AgentMsi of the bundle failed with 1603 (fatal error during the installation) (bundle log line 4)";
    expect(output("bundle")).toEqual([failed]);
    expect(output("a logon refused while the bundle ran")).toEqual([
      "event 7041: service Agent may not log on as a service (account 'NT SERVICE\\Agent')",
      failed,
    ]);
    expect(output("a logon of another service")).toEqual([failed]);
  });
  test("nothing known is no finding; a log that cannot be read stops nothing", () => {
    expect(output("nothing")).toEqual([]);
    expect(output("a locked log")).toEqual([]);
  });
  test("logs from before the script began do not count; our TEMP is looked at too; newest first", () => {
    expect(output("too old")).toEqual([]);
    expect(output("our TEMP")[0]).toBe(`${started} (MSI log line 5)`);
    expect(output("newest first")[0]).toContain("package Newer of the bundle");
  });
  test("the log of our own installer: its cause is in the reason, and is not said twice", () => {
    expect(output("of an installer of ours")).toEqual([
      `setup.exe returned 1603 (fatal error during the installation); cause: ${started} (MSI log line 5)`,
      "action InstallFinalize failed (MSI log line 7)",
    ]);
  });
});

describe("event logs", () => {
  test("7041 names service and account", () =>
    expect(output("event 7041 alone")).toEqual([
      `seen in the System log: event 7041: service ${AGENT} may not log on as a service (account 'NT SERVICE\\${AGENT}')`,
    ]));
  test("a cause is new, in the System log, and names a service of the step; all else is only said to be seen", () =>
    expect(output("causes and what was only seen")).toEqual([
      "False event 7000: service 'Agent service' did not start: error 1069",
      "True seen in the System log: event 7000: service Spooler did not start",
      "True seen in the System log: event 7031: service 'Agent service' ended unexpectedly",
      "True seen in the Application log: event 11920: MSI error 1920, service Agent failed to start",
    ]));
  test("every number of the table", () => {
    expect(output("every service event")).toEqual([
      "seen in the System log: event 7000: service A did not start",
      "seen in the System log: event 7001: service A did not start, since service B, which it needs, did not",
      "seen in the System log: event 7009: service B did not answer its start request in time",
      "seen in the System log: event 7011: service B did not answer in time",
      "seen in the System log: event 7023: service A ended with an error",
      "seen in the System log: event 7024: service A ended with an error of its own",
      "seen in the System log: event 7031: service A ended unexpectedly",
      "seen in the System log: event 7034: service A ended unexpectedly",
      "seen in the System log: event 7038: service A could not log on as B: its password or managed account was refused",
    ]);
  });
  test("Windows Installer's events are its errors and 10000", () => {
    expect(output("MsiInstaller 11920")).toEqual([
      `seen in the Application log: event 11920: MSI error 1920, service ${AGENT} failed to start`,
      "seen in the Application log: event 11722: MSI error 1722, a program of the package failed",
      "seen in the Application log: event 11708: an installation failed",
    ]);
  });
  test("unknown numbers, other sources and old events are no findings", () => expect(output("unknown and old events")).toEqual([]));
  test("each cause once, five at most, newest first", () =>
    expect(output("each once, five at most, newest first")).toEqual(
      [1, 2, 3, 4, 5].map((number) => `seen in the System log: event 7000: service S${String(number)} did not start`),
    ));
  test("a message is made one harmless line", () =>
    expect(output("a message only")).toEqual([
      "seen in the System log: event 7041: service (see text) may not log on as a service (account (see text)); 'The x service was unable to log on] LOG]'",
    ]));
  test("a log that cannot be read is said by whoever called", () => expect(result("no right to the log").error).toBe("no log"));
});
