import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import pages from "../../src/generated/pages.json" with { type: "json" };
import { logDiagnostics } from "../../src/diagnostics/catalog/logs.ts";
import { createFolder, remedyc } from "../cli/support.ts";
import { createEventFile } from "./event-file.ts";
import { appEnforce, bundle, failure, packageLog, systemLog } from "./machine-logs.ts";

interface Shown {
  readonly causes: readonly {
    readonly rule: string;
    readonly text: string;
    readonly told: boolean;
    readonly supposition?: string;
    readonly chain: readonly { readonly text: string; readonly file: string; readonly line?: number; readonly record?: number }[];
    readonly statement?: string;
    readonly recipe?: { readonly file: string; readonly set: readonly string[] };
  }[];
  readonly seen: readonly { readonly text: string }[];
  readonly endedWell: number;
  readonly diagnostics: readonly { readonly code: string }[];
}

async function diagnoseFiles(
  files: { readonly [name: string]: string | Uint8Array },
  ...options: readonly string[]
): Promise<Shown & { readonly exitCode: number }> {
  const { exitCode, stdout } = await remedyc(createFolder(files), "diagnose", ".", "--format", "json", ...options);
  return { ...(JSON.parse(stdout) as Shown), exitCode };
}

const cmtrace = (message: string, component: string, minute = "00"): string =>
  `<![LOG[${message}]LOG]!><time="12:${minute}:35.000" date="11-23-2026" component="${component}" context="" type="1" thread="1" file="">`;
const chainOf = (shown: Shown, index = 0): readonly string[] => (shown.causes[index]?.chain ?? []).map(({ text }) => text);

const BUNDLE = "the bundle 'Contoso Agent Package' failed with 0x80070643, which is 1603 (fatal error during the installation)";
const PACKAGE = "package AgentMsi of the bundle failed with 1603 (fatal error during the installation)";
const STARTED = "MSI error 1920, service CtsAgent failed to start";
const INSTALLATION = [
  "Windows Installer, with 'Contoso Agent', returned 1603 (fatal error during the installation)",
  "action InstallFinalize failed",
  STARTED,
];
const REFUSED = "event 7041: service CtsAgent may not log on as a service (account 'NT SERVICE\\CtsAgent')";

describe("what logs say together", () => {
  test("from the channel to the event that tells the cause, with the place of each link", async () => {
    const shown = await diagnoseFiles(failure);
    expect(chainOf(shown)).toEqual([
      "Configuration Manager: the setup returned 1603 (fatal error during the installation)",
      BUNDLE,
      PACKAGE,
      ...INSTALLATION,
      REFUSED,
    ]);
    expect(shown.causes[0]).toMatchObject({
      rule: "event-7041",
      recipe: { file: "examples/service-virtual-account.remedy", set: ["service_name=CtsAgent"] },
      statement: "ensure user_right(\"SeServiceLogonRight\") { includes: ['NT SERVICE\\ALL SERVICES'] }",
    });
    expect(shown.causes[0]?.chain.map(({ file, line, record }) => `${file}:${line ?? record}`)).toEqual([
      "AppEnforce.log:2",
      "Contoso.log:4",
      "Contoso.log:5",
      "Contoso_000_AgentMsi.log:7",
      "Contoso_000_AgentMsi.log:6",
      "Contoso_000_AgentMsi.log:5",
      "System.evtx:3",
    ]);
    expect(shown.causes).toHaveLength(1);
    // the service's own other events tell nothing more
    expect(shown.seen.map(({ text }) => text)).toEqual([
      "event 7041: service Other may not log on as a service (account 'NT SERVICE\\Other')",
    ]);
    expect(shown.exitCode).toBe(0);
  });

  test("an event of another time, or an account that has the right, is no evidence", async () => {
    const old = await diagnoseFiles({ "a.log": packageLog(), "System.evtx": systemLog("2026-09-01T00:00:00Z") });
    expect(chainOf(old)).toEqual(INSTALLATION);
    expect(old.causes[0]?.supposition).toContain("event 7041 of the System log tells");
    const system = await diagnoseFiles({ "a.log": packageLog("") });
    expect(chainOf(system)).toEqual(INSTALLATION);
    expect(JSON.stringify(system.causes[0])).not.toMatch(/SeServiceLogonRight|Log on as a service|virtual-account/);
    const unknown = await diagnoseFiles({ "a.log": packageLog().replace(/.*ServiceInstall.*\r\n/, "") });
    expect([chainOf(unknown), unknown.causes[0]?.statement]).toEqual([INSTALLATION, undefined]);
    expect(unknown.causes[0]?.supposition).toMatch(/^Why CtsAgent did not start, the log does not say/);
    expect(old.causes[0]?.statement).toContain("SeServiceLogonRight");
    const named = await diagnoseFiles({
      "System.evtx": createEventFile([{ source: "Service Control Manager", id: 7041, values: ["CtsAgent", "CONTOSO\\svc"] }]),
    });
    expect(named.causes[0]).toMatchObject({ statement: "ensure user_right(\"SeServiceLogonRight\") { includes: ['CONTOSO\\svc'] }" });
    expect(named.causes[0]?.recipe).toBeUndefined();
  });

  test("only the number: that is no cause, and the answer says what to give", async () => {
    const shown = await diagnoseFiles({ "AppEnforce.log": appEnforce, "Contoso.log": bundle });
    expect(shown.causes[0]).toMatchObject({ rule: "exit-1603", told: false });
    const alone = await diagnoseFiles({ "AppEnforce.log": appEnforce });
    expect([alone.exitCode, alone.causes[0]]).toEqual([1, expect.objectContaining({ rule: "configmgr-app", told: false })]);
    expect(shown.diagnostics.map(({ code }) => code)).toEqual(["RMD8504"]);
    expect(shown.exitCode).toBe(1);
  });

  test("an installation that ended well beside one that failed, in one file and its order", async () => {
    const well = packageLog().replaceAll("Return value 3", "Return value 1").replace("returning 1603", "returning 0");
    const shown = await diagnoseFiles({ "a.log": `${well}\r\n${packageLog()}\r\n` });
    expect([shown.endedWell, chainOf(shown)]).toEqual([1, INSTALLATION]);
    expect((await diagnoseFiles({ "a.log": `${well}\r\n` })).diagnostics.map(({ code }) => code)).toEqual(["RMD8504"]);
  });

  test("an older version that cannot be removed: why, and the statement of the product's own name", async () => {
    const stuck = (product: string): string =>
      [
        `MSI (s) (10:20) [12:00:03:004]: Product: ${product} -- Fehler 1714. Die ältere Version von ${product} konnte nicht entfernt werden. Systemfehler: 1612.`,
        "Aktion beendet um 12:00:04: RemoveExistingProducts. Rückgabewert 3.",
      ].join("\r\n");
    const { causes } = await diagnoseFiles({ "a.log": stuck("Fabrikam Sync (x64)") });
    expect(causes[0]?.text).toMatch(/^MSI error 1714, the older version could not be removed: 1612 \(the installation source .* is gone/);
    expect(causes[0]?.statement).toBe('ensure package("Fabrikam Sync (x64)") absent');
    const [hostile] = (await diagnoseFiles({ "a.log": stuck('a") absent; $(x)') })).causes;
    expect([hostile?.rule, hostile?.statement]).toEqual(["msi-1714", undefined]);
  });

  test("events alone: the event of Windows Installer, and behind it that of the service", async () => {
    const shown = await diagnoseFiles({
      "Application.evtx": createEventFile([
        {
          source: "MsiInstaller",
          id: 11920,
          classic: true,
          values: ["Product: X -- Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start.", "(NULL)"],
        },
        { source: "MsiInstaller", id: 11708, classic: true, values: ["Product: X -- Installation failed."] },
      ]),
      "System.evtx": systemLog("2026-11-23T12:00:20Z"),
    });
    expect(chainOf(shown)).toEqual([`event 11920: ${STARTED}`, REFUSED]);
  });

  test("Intune: the application by its name, what AgentExecutor ran, and what our script said in it", async () => {
    const id = "0d0dc3c4-4d9c-4dc4-9d1c-7d6b3f4b3a11";
    const shown = await diagnoseFiles({
      "AppWorkload.log": [
        cmtrace(`Get policies = [{"Id":"${id}","Name":"Contoso Agent","Version":1}]`, "AppWorkload"),
        cmtrace(
          `[Win32App][ExecutionActionHandler] Handler invoked with execution type: Install for policy with id: ${id} and version: 1.`,
          "AppWorkload",
        ),
        cmtrace("[Win32App] lpExitCode 3010", "AppWorkload"),
        cmtrace("[Win32App] lpExitCode is defined as SoftReboot", "AppWorkload"),
        cmtrace("[Win32App] lpExitCode 1618", "AppWorkload", "05"),
        cmtrace("[Win32App] lpExitCode is defined as Failed", "AppWorkload", "05"),
      ].join("\r\n"),
      "AgentExecutor.log": [
        cmtrace("Powershell exit code is 1", "AgentExecutor"),
        cmtrace(
          "write output done. output = FAILED sample 1.0.0 | install: setup.exe returned 1603 (fatal error during the installation); cause: MSI error 1921, service CtsAgent could not be stopped (MSI log line 5)\r\n, error = ",
          "AgentExecutor",
        ),
        cmtrace("Powershell exit code is 5", "AgentExecutor", "07"),
        cmtrace("write output done. output = , error = Cannot find path\r\nat line 3", "AgentExecutor", "07"),
      ].join("\r\n"),
    });
    const all = shown.causes.map((_, i) => chainOf(shown, i).join(" > "));
    expect(all).toContain(`Intune: the setup of application 'Contoso Agent' (${id}) returned 1618 (another installation is running)`);
    expect(all).toContain(
      "remedy sample failed: install: setup.exe returned 1603 (fatal error during the installation) > MSI error 1921, service CtsAgent could not be stopped (MSI log line 5)",
    );
    expect(all).toContain("Intune: a script ended with exit code 5: 'Cannot find path at line 3'");
    expect(all).toHaveLength(3);
    expect(shown.causes[0]).toMatchObject({ rule: "msi-1921", told: true });
    expect(shown.causes[1]).toMatchObject({ rule: "exit-1618", told: true });
  });

  test("our own log: of each remedy the newest run; its causes lead to the log of the setup", async () => {
    const log = [
      cmtrace("FAILED other 1.0.0 | a: b", "other"),
      cmtrace("install.2: failed: setup.exe returned 1603", "sample"),
      cmtrace(`install.2: cause: ${STARTED} (MSI log line 5)`, "sample"),
      cmtrace("FAILED sample 1.0.0 | install: setup.exe returned 1603 (fatal error during the installation)", "sample"),
      cmtrace("FIXED other 1.0.0 | 1 of 1 fixed: a", "other"),
    ].join("\r\n");
    const shown = await diagnoseFiles({ "sample.log": log, "setup.log": packageLog() });
    expect(shown.causes).toHaveLength(1);
    expect(chainOf(shown)).toEqual([
      "remedy sample failed: install: setup.exe returned 1603 (fatal error during the installation)",
      ...INSTALLATION,
    ]);
    const row = (kind: string, more: object): string =>
      JSON.stringify({ time: "2026-11-23T12:00:00Z", run: "x", remedy: "sample", version: "1.0.0", kind, ...more });
    const rows = [
      row("finding", { id: "install.2", why: REFUSED }),
      row("summary", { outcome: "failed", summary: "FAILED sample 1.0.0 | install: x", exitcode: 1 }),
    ];
    expect(chainOf(await diagnoseFiles({ "sample.jsonl": rows.join("\n") }))).toEqual(["remedy sample failed: install: x", REFUSED]);
  });
});

describe("what is shown", () => {
  const HOSTILE = "<script>alert(1)</script>\u001b[2J\u202e'\"&";
  const said = `MSI (s) (10:20) [12:00:03:004]: Product: X -- ${HOSTILE}\r\nAction ended 12:00:03: LaunchConditions. Return value 3.\r\n`;

  test("as text: the cause first, then the chain, the evidence, what to do", async () => {
    const { stdout, stderr, exitCode } = await remedyc(createFolder(failure), "diagnose", "*.log", "System.evtx");
    expect([exitCode, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^Root cause: event 7041: .*\[event-7041\]\n/);
    for (const part of [
      "How it came to it:",
      "Contoso_000_AgentMsi.log:5",
      "What to do:",
      "--set service_name=CtsAgent",
      "System.evtx, record 3",
    ])
      expect(stdout).toContain(part);
  });

  test("what a log holds commands neither a terminal nor a browser", async () => {
    const folder = createFolder({ "a.log": said });
    const text = await remedyc(folder, "diagnose", "a.log");
    expect(text.stdout).toContain("<script>");
    expect(text.stdout).not.toMatch(/[\u001b\u202e]/);
    const { stdout: html } = await remedyc(folder, "diagnose", "a.log", "--format", "html");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("Content-Security-Policy");
    expect(html).not.toMatch(/<script|alert\(1\)<|[^\n -~]|src=|href=/);
    expect(html).toContain("&#60;script&#62;alert(1)");
  });

  test("with --out into a file, never into a log", async () => {
    const folder = createFolder({ "a.log": packageLog() });
    expect(await remedyc(folder, "diagnose", "a.log", "--format", "html", "--out", "t.html")).toMatchObject({
      exitCode: 0,
      stdout: "Written to t.html\n",
    });
    expect(readFileSync(join(folder, "t.html"), "utf8")).toContain("MSI error 1920");
    const refused = await remedyc(folder, "diagnose", "a.log", "--out", "a.log");
    expect([refused.exitCode, readFileSync(join(folder, "a.log"), "utf8")]).toEqual([1, packageLog()]);
  });

  test("with --redact without names, each with one word everywhere", async () => {
    const sid = "S-1-5-21-1004336348-1177238915-682003330-512";
    const files = {
      ...failure,
      "x.log": `Error 1303. The installer has insufficient privileges: C:\\Users\\ann.smith\\x, owner CORP\\bob.jones (${sid}), ann.smith@contoso.example, \\\\fs01\\share\\a, and PC-0815 again, C:\\Program Files\\Contoso Agent\\agent.exe; NT AUTHORITY\\SYSTEM S-1-5-18`,
    };
    for (const format of ["json", "text", "html"]) {
      const { stdout } = await remedyc(createFolder(files), "diagnose", ".", "--redact", "--format", format);
      expect(stdout, format).not.toMatch(/ann|smith|bob|jones|CORP|PC-0815|fs01|682003330|contoso\.example/i);
      for (const word of [
        "USER-1",
        "USER-2",
        "DOMAIN-",
        "COMPUTER-1",
        "SID-1",
        "MAIL-1",
        "NT SERVICE",
        "agent.exe",
        "S-1-5-18",
        "CtsAgent",
      ])
        expect(stdout, format).toContain(word);
    }
  });

  test("rules and the codes of logs are explained", async () => {
    const { stdout, exitCode } = await remedyc(createFolder(), "explain", "msi-1920", "0x80091007");
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^# msi-1920: [\s\S]*# 0x80091007: /)]);
    expect((await remedyc(createFolder(), "explain", "msi-1929")).stderr).toContain("Did you mean 'msi-1920'?");
    for (const code of Object.keys(logDiagnostics)) expect(pages).toHaveProperty(code, expect.stringContaining(`# ${code}: `));
  });
});

describe("logs that cannot be read", () => {
  const damaged = createEventFile([{ source: "MsiInstaller", id: 11920, values: ["x"] }]);
  damaged.fill(0x55, 4096 + 512, 4096 + 4096);
  const cut = createEventFile(
    Array.from({ length: 60 }, () => ({ source: "Service Control Manager", id: 7041, values: ["A", "NT SERVICE\\A"] })),
  ).subarray(0, 4096 + 65_536 + 2000);
  const codesOf = (stderr: string): string[] => [...stderr.matchAll(/(?:error|warning) (RMD\d+)/g)].map((found) => found[1] ?? "");

  test.each([
    ["RMD8500", { "a.log": packageLog() }, ["none.log", "a.log"], 1],
    ["RMD8501", { "a.evtx": damaged, "a.log": packageLog() }, ["."], 1],
    ["RMD8502", { "a.evtx": cut }, ["a.evtx"], 0],
    ["RMD8503", { "a.txt": "nothing\n", "a.log": packageLog() }, ["."], 1],
    ["RMD8505", { "a.log": `${"x".repeat(200_000)}\r\n${packageLog()}` }, ["a.log"], 0],
    ["RMD8506", { "sub/a.bin": "x", "a.log": packageLog() }, ["sub", "a.log"], 1],
    ["RMD8507", { "a.log": packageLog() }, ["a.log", "--encoding", "cp1252x"], 2],
    ["RMD8509", { "a.log": packageLog() }, [], 2],
    ["RMD8510", { "a.zip": "PK\u0003\u0004 logs", "a.log": packageLog() }, ["a.zip", "a.log"], 1],
    ["RMD8510", { "a.cab": "MSCF\0\0\0\0 logs" }, ["a.cab"], 1],
    ["RMD8508", { "a.log": packageLog() }, ["a.log", "--out", "none/t.html"], 1],
  ] as const)("%s", async (code, files, args, exitCode) => {
    const outcome = await remedyc(createFolder(files), "diagnose", ...args);
    expect([codesOf(outcome.stderr), outcome.exitCode]).toEqual([[code], exitCode]);
  });
});
