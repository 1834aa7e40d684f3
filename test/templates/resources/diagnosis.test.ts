import { beforeAll, describe, expect, test } from "vitest";
import { runCases } from "./run-cases.ts";
import type { CaseResult } from "./run-cases.ts";

const AGENT = "AADConnectProvisioningAgent";
const OWN = "S-1-5-80-3359673805-1136148338-3750979468-2874330783-1417224616";

// Lines as msiexec /L*v writes them: English, German (other words, other verbs, the same numbers and names), and Burn's own log.
const english = [
  "=== Verbose logging started: 11/23/2026  12:00:00  Build type: SHIP UNICODE 5.00.10011.00 ===",
  "Property(S): ScreenX = 1920",
  "MSI (s) (A4:B8) [12:00:03:120]: Executing op: ServiceControl(,Name=" + AGENT + ",Action=1,Wait=1,)",
  "StartServices: Service: Microsoft Entra Provisioning Agent",
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
  `Invoke-EventLogDiagnose -Log '${name}' -Source '${source}' -Last ([timespan]'01:00:00'); $script:Findings`;
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
    "another account": `New-FakeService '${AGENT}' @{ Account = 'LocalSystem' }; ${log(english, utf16)}; ${diagnose}`,
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

    "of an installer of ours": `${granted}; $script:Outcomes['setup'] = @{ Codes = @(1603); Log = ${literal(english)} }; try { Invoke-Installer -Title 'setup.exe' -Path 'C:\\Media\\setup.exe' -Arguments '/log {log}' } catch { $_.Exception.Message }; ${diagnose}`,
    "long log": `${log("x", utf8)}; $big = [pscustomobject]@{ Path = 'C:\\Windows\\Temp\\Agent.log'; Length = 40MB; Time = (Get-Clock) }; $script:Asked = @(); function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) { $script:Asked += "$Offset $Count"; , [System.Text.Encoding]::Unicode.GetBytes('Error 1722. x') }; $c = Find-LogCause -Log $big; "$($c.Text)$($c.Place)"; $script:Asked`,

    "a log made to keep the search going": `$big = [pscustomobject]@{ Path = 'C:\\Windows\\Temp\\Agent.log'; Length = 4MB; Time = (Get-Clock) }; function Get-FileByte([string] $Path, [long] $Offset = 0, [int] $Count) { , [System.Text.Encoding]::UTF8.GetBytes(('x' * 100 + "\`n") * 40000) }; $clock = [System.Diagnostics.Stopwatch]::StartNew(); @(Find-LogCause -Log $big).Count; $clock.Elapsed.TotalSeconds -lt 10`,

    "event 7041 alone": `New-FakeEvent 7041 @('${AGENT}', 'NT SERVICE\\${AGENT}'); ${events()}`,
    "every service event": `foreach ($id in 7000, 7001, 7009, 7011, 7023, 7024, 7031, 7034, 7038) { $script:Findings = @(); $script:Events = @(); New-FakeEvent $id @('A', 'B', 'C'); ${events()} }`,
    "MsiInstaller 11920": `New-FakeEvent 11920 @('Product: Agent -- Fehler 1920. Der Dienst "Agent" (${AGENT}) konnte nicht gestartet werden.') 'MsiInstaller' 'Application'; New-FakeEvent 11722 @('x') 'MsiInstaller' 'Application'; New-FakeEvent 11999 @('x') 'MsiInstaller' 'Application'; New-FakeEvent 11708 @('x') 'MsiInstaller' 'Application'; ${events("MsiInstaller", "Application")}`,
    "unknown and old events": `New-FakeEvent 7036 @('A', 'B'); New-FakeEvent 7041 @('A', 'B') -MinutesAgo 90; New-FakeEvent 7041 @('A', 'B') 'Other'; ${events()}; Invoke-EventLogDiagnose -Log 'System'; $script:Findings`,
    "each once, five at most, newest first": `1..7 | ForEach-Object { New-FakeEvent 7000 @("S$_") -MinutesAgo $_; New-FakeEvent 7000 @("S$_") -MinutesAgo $_ }; ${events()}`,
    "a message only": `New-FakeEvent 7041 @("The x service\`nwas unable to log on]LOG]"); ${events()}`,
    "no right to the log": `$script:Policy['nolog'] = 1; ${events()}`,
    sids: "ConvertTo-ServiceSid -Name 'AADConnectProvisioningAgent'; ConvertTo-ServiceSid -Name 'trustedinstaller'; ConvertTo-ServiceSid -Name 'MSSQLSERVER'",
  };
  result = await runCases({
    functions: ["Invoke-InstallerLogsDiagnose", "Invoke-EventLogDiagnose", "Invoke-Installer", "Find-LogCause", "ConvertTo-ServiceSid"],
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
    expect(output("event 7041")[0]).toBe(`${started}; the service may not log on as a service (MSI log line 5)`);
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
  test("a log that anybody may have written is searched in bounded time", () => {
    expect(output("a log made to keep the search going")).toEqual([0, true]);
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
      "event 7041: service Agent may not log on as a service (account NT SERVICE\\Agent)",
      failed,
    ]);
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
  test("of a long log only the end is read, on a whole character", () => {
    expect(output("long log")).toEqual([
      "MSI error 1722, a program of the package failed (MSI log)",
      "0 512",
      `${String(32 * 1024 * 1024)} ${String(8 * 1024 * 1024)}`,
    ]);
  });
});

describe("event logs", () => {
  test("7041 names service and account", () =>
    expect(output("event 7041 alone")).toEqual([
      `event 7041: service ${AGENT} may not log on as a service (account NT SERVICE\\${AGENT})`,
    ]));
  test("every number of the table", () => {
    expect(output("every service event")).toEqual([
      "event 7000: service A did not start",
      "event 7001: service A did not start, since service B, which it needs, did not",
      "event 7009: service B did not answer its start request in time",
      "event 7011: service B did not answer in time",
      "event 7023: service A ended with an error",
      "event 7024: service A ended with an error of its own",
      "event 7031: service A ended unexpectedly",
      "event 7034: service A ended unexpectedly",
      "event 7038: service A could not log on as B: its password or managed account was refused",
    ]);
  });
  test("Windows Installer's events are its errors and 10000", () => {
    expect(output("MsiInstaller 11920")).toEqual([
      `event 11920: MSI error 1920, service ${AGENT} failed to start`,
      "event 11722: MSI error 1722, a program of the package failed",
      "event 11708: an installation failed",
    ]);
  });
  test("unknown numbers, other sources and old events are no findings", () => expect(output("unknown and old events")).toEqual([]));
  test("each cause once, five at most, newest first", () =>
    expect(output("each once, five at most, newest first")).toEqual(
      [1, 2, 3, 4, 5].map((number) => `event 7000: service S${String(number)} did not start`),
    ));
  test("a message is made one harmless line", () =>
    expect(output("a message only")).toEqual([
      "event 7041: service (see text) may not log on as a service (account (see text)); The x service was unable to log on] LOG]",
    ]));
  test("a log that cannot be read is said by whoever called", () => expect(result("no right to the log").error).toBe("no log"));
});

test("the SID of a virtual account comes from the service's name", () => {
  expect(output("sids")).toEqual([
    OWN,
    "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
    "S-1-5-80-3880718306-3832830129-1677859214-2598158968-1052248003",
  ]);
});
