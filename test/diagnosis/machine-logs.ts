import { createEventFile } from "./event-file.ts";

/** The logs of one failure, as a machine would have them: an application of Configuration Manager runs a bundle, whose package brings a service that may not log on. */
const SERVICE = "CtsAgent";
const cmtrace = (message: string, component: string): string =>
  `<![LOG[${message}]LOG]!><time="12:00:35.000+000" date="11-23-2026" component="${component}" context="" type="1" thread="1" file="">`;

export const appEnforce = [
  cmtrace("    Prepared command line: setup.exe /quiet", "AppEnforce"),
  cmtrace("Process 6132 terminated with exitcode: 1603", "AppEnforce"),
  cmtrace("Matched exit code 1603 to a Failure entry in exit codes table.", "AppEnforce"),
].join("\r\n");

export const bundle = [
  "[0E5C:0F10][2026-11-23T12:00:00]i001: Burn v3.14.0.1316, Windows v10.0 (Build 17763: Service Pack 0), path: C:\\Users\\ann.smith\\Downloads\\setup.exe",
  "[0E5C:0F10][2026-11-23T12:00:00]i000: Initializing string variable 'WixBundleName' to value 'Contoso Agent Package'",
  "[0E5C:0F10][2026-11-23T12:00:01]i000: Setting string variable 'WixBundleLog_AgentMsi' to value 'C:\\WINDOWS\\TEMP\\Contoso_000_AgentMsi.log'",
  "[0E5C:0F10][2026-11-23T12:00:30]e000: Error 0x80070643: Failed to install MSI package.",
  "[0E5C:0F10][2026-11-23T12:00:31]i319: Applied execute package: AgentMsi, result: 0x80070643, restart: None",
  "[0E5C:0F10][2026-11-23T12:00:31]i399: Apply complete, result: 0x80070643, restart: None, ba requested restart:  No",
].join("\r\n");

const installed = (account: string): string =>
  `MSI (s) (A4:B8) [12:00:03:120]: Executing op: ServiceInstall(Name=${SERVICE},DisplayName=Contoso Agent (x64),ImagePath="C:\\a.exe",ServiceType=16,StartType=2,ErrorControl=1,,Dependencies=[~],,${account},Password=**********,Description=x,,)`;

export const packageLog = (account = `StartName=NT SERVICE\\${SERVICE}`): string =>
  [
    "=== Verbose logging started: 11/23/2026  12:00:00  Build type: SHIP UNICODE 5.00.10011.00  Calling process: C:\\setup.exe ===",
    "Property(S): LogonUser = ann.smith",
    "Property(S): ComputerName = PC-0815",
    installed(account),
    `MSI (s) (A4:B8) [12:00:33:001]: Product: Contoso Agent -- Error 1920. Service 'Contoso Agent (x64)' (${SERVICE}) failed to start.  Verify that you have sufficient privileges to start system services.`,
    "Action ended 12:00:33: InstallFinalize. Return value 3.",
    "MSI (s) (A4:B8) [12:00:34:000]: MainEngineThread is returning 1603",
  ].join("\r\n");

export const systemLog = (time = "2026-11-23T11:00:32Z"): Buffer =>
  createEventFile([
    { source: "Service Control Manager", id: 7041, time: "2024-01-01T00:00:00Z", values: ["Other", "NT SERVICE\\Other"] },
    { source: "Service Control Manager", id: 7000, time, values: ["Contoso Agent (x64)", "%%1069"] },
    { source: "Service Control Manager", id: 7041, time, values: [SERVICE, `NT SERVICE\\${SERVICE}`] },
    { source: "Service Control Manager", id: 7036, time, values: ["Contoso Agent (x64)", "stopped"] },
  ]);

/** All of them by name. */
export const failure = {
  "AppEnforce.log": appEnforce,
  "Contoso.log": bundle,
  "Contoso_000_AgentMsi.log": Buffer.from(`\uFEFF${packageLog()}`, "utf16le"),
  "System.evtx": systemLog(),
};
