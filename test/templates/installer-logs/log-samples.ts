/*
 * Lines of verbose logs in the languages of packages and of Windows, and what is found in them. The right to log on as a service is held by nobody, so
 * what says that it is missing has seen an account that needs it. Compiled scripts and remedyc diagnose are given the same.
 */

export interface Sample {
  readonly log: readonly string[];
  /** PowerShell before it. */
  readonly given?: string;
  readonly encoding?: string;
  readonly found: readonly string[];
  /** What remedyc diagnose finds where it is more. */
  readonly diagnosed?: readonly string[];
}

const SERVER = "MSI (s) (10:20) [12:00:03:004]: ";
const ended = (action: string, value: number) => `Action ended 12:00:03: ${action}. Return value ${String(value)}.`;
const installed = (start: string) =>
  `${SERVER}Executing op: ServiceInstall(Name=CtsAgent,DisplayName=Contoso Agent (x64),ImagePath="C:\\a.exe",ServiceType=16,StartType=2,ErrorControl=1,,Dependencies=[~],,${start},Password=**********,Description=x,,)`;
const failed = "MSI error 1920, service CtsAgent failed to start";
const line = (text: string, number = 1) => `${text} (MSI log line ${String(number)})`;
const action = (name: string, number = 2) => line(`action ${name} failed`, number);
const missing = "; the service may not log on as a service (SeServiceLogonRight lacks S-1-5-80-0)";

export const samples: Readonly<Record<string, Sample>> = {
  // the service's name
  "parentheses in the service's own name": {
    log: ["Error 1920. Service 'Contoso Collector (64 bit)' (ContosoCollector (64 bit)) failed to start."],
    found: [line("MSI error 1920, service 'ContosoCollector (64 bit)' failed to start")],
  },
  "nested parentheses in the display name": {
    log: ["Error 1921. Service 'Contoso (R) Agent (x64 (beta))' (CtsAgent) could not be stopped."],
    found: [line("MSI error 1921, service CtsAgent could not be stopped")],
  },
  "a parenthesis that is never closed, and an apostrophe": {
    log: ["Error 1922. Service 'Contoso's Agent :-( new' (CtsAgent) could not be deleted."],
    found: [line("MSI error 1922, service CtsAgent could not be deleted")],
  },
  "words in parentheses behind the name": {
    log: ["Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start.  Ask an administrator (see the manual)."],
    found: [line(failed)],
  },
  "no quotation marks": { log: ["Error 1920. Contoso Agent (x64) (CtsAgent) failed to start."], found: [line(failed)] },
  "fields whose display name has parentheses": {
    log: [`${SERVER}Note: 1: 1920 2: Contoso Agent (x64) 3: CtsAgent 4: 1069 `],
    found: [line(`${failed}: error 1069`)],
  },
  "Japanese, full width": {
    log: [
      `${SERVER}製品: 契約 -- エラー 1920。サービス '契約エージェント (x64)'（CtsAgent）を開始できませんでした。`,
      "アクション終了 12:00:03: InstallFinalize。 戻り値 3。",
    ],
    encoding: "Unicode",
    found: [line(failed), action("InstallFinalize")],
  },
  "Chinese, curly quotation marks": {
    log: [
      "错误 1920：服务“契约代理（x64）”（CtsAgent）无法启动。请确认您有足够的权限启动系统服务。",
      "操作结束 下午 05:23:01: InstallFinalize。返回值 3。",
    ],
    found: [line(failed), action("InstallFinalize")],
  },
  "French, a space before the colon": {
    log: [
      `${SERVER}Produit : Contoso -- Erreur 1920. Le service « Contoso Agent (x64) » (CtsAgent) n’a pas pu démarrer.`,
      "Fin de l’action à 17:23:01 : InstallFinalize. Valeur renvoyée 3.",
    ],
    found: [line(failed), action("InstallFinalize")],
  },
  "Hungarian, the number first": {
    log: ["1920. hiba. A(z) „Contoso (x64)” (CtsAgent) szolgáltatás nem indítható el."],
    found: [line(failed)],
  },
  "the code page of the machine": {
    log: [
      "Produkt: Contoso -- Fehler 1920. Der Dienst 'Contoso für alle (x64)' (CtsAgent) konnte nicht gestartet werden.",
      "Aktion beendet um 12:00:33: InstallFinalize. Rückgabewert 3.",
    ],
    encoding: "GetEncoding(28591)",
    found: [line(failed), action("InstallFinalize")],
  },

  // times
  "times with points": { log: ["Azione terminata alle 12.00.33: InstallFiles. Valore restituito 3."], found: [action("InstallFiles", 1)] },
  "times with AM and PM": { log: ["Action ended 5:23:01 PM: InstallFiles. Return value 3."], found: [action("InstallFiles", 1)] },
  "times with AM and PM in other words": {
    log: ["Acción finalizada 5:23:01 p. m.: My.Action_2. Valor devuelto 3."],
    found: [action("My.Action_2", 1)],
  },

  // evidence
  "the account of the log lacks the right, and the service is gone": {
    log: [installed("StartName=NT SERVICE\\CtsAgent"), "Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start."],
    found: [line(failed + missing, 2)],
  },
  "no account in the log is LocalSystem": {
    log: [installed(""), "Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start."],
    found: [line(failed, 2)],
  },
  "other accounts in the log": {
    log: [installed("StartName=NT AUTHORITY\\LocalService"), "Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start."],
    given: "New-FakeService 'CtsAgent'",
    found: [line(failed, 2)],
  },
  "the service that is there tells its account": {
    log: ["Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start."],
    given: "New-FakeService 'CtsAgent'",
    found: [line(failed + missing)],
  },
  "the account is not known": { log: ["Error 1920. Service 'Contoso Agent' (CtsAgent) failed to start."], found: [line(failed)] },
  "stopping, deleting and installing need no logon": {
    log: [
      installed("StartName=NT SERVICE\\CtsAgent"),
      ...["1921", "1922", "1923"].map((number) => `Error ${number}. Service 'Contoso Agent' (CtsAgent) x.`),
    ],
    given: "New-FakeEvent 7000 @('CtsAgent', '%%1069')",
    found: [
      line("MSI error 1921, service CtsAgent could not be stopped", 2),
      line("MSI error 1922, service CtsAgent could not be deleted", 3),
      line("MSI error 1923, service CtsAgent could not be installed", 4),
    ],
  },
  "an event of that service": {
    log: ["Error 1920. Service 'Contoso Agent (x64)' (CtsAgent) failed to start."],
    given: "New-FakeEvent 7000 @('Contoso CtsAgent', '%%1053'); New-FakeEvent 7000 @('Contoso Agent (CtsAgent)', '%%1069')",
    found: [line(`${failed}; event 7000: service 'Contoso Agent (CtsAgent)' did not start: error 1069`)],
  },
  "an event of another service with that word": {
    log: ["Error 1920. Service 'Agent' (Agent) failed to start."],
    given: "New-FakeEvent 7041 @('Contoso Agent', 'NT SERVICE\\ContosoAgent')",
    found: [line("MSI error 1920, service Agent failed to start")],
  },
  "a refused logon counts though another service could not be stopped": {
    log: ["Error 1921. Service 'Old Agent' (OldAgent) could not be stopped."],
    given: "New-FakeStep 'CtsAgent'; New-FakeEvent 7038 @('CtsAgent', 'CONTOSO\\svc', '%%1326')",
    found: [
      "event 7038: service CtsAgent could not log on as CONTOSO\\svc: its password or managed account was refused: error 1326",
      line("MSI error 1921, service OldAgent could not be stopped"),
    ],
  },

  // what was got over
  "a custom action that is ignored, and the error of its program": {
    log: [
      "CustomAction CA_Tune returned actual error code 1 but will be translated to success due to continue marking",
      "Info 1722. There is a problem with this Windows Installer package. Action CA_Tune, location: C:\\x.exe, command: /q",
      "CustomAction CA_License returned actual error code 1603 (note this may not be 100% accurate if translation happened inside sandbox)",
      ended("CA_License", 3),
    ],
    found: [line("custom action CA_License returned 1603", 3), action("CA_License", 4)],
  },
  "an error of an action that ended well": {
    log: ["Error 1904. Module C:\\x.dll failed to register.", ended("SelfReg", 1), ended("InstallFinalize", 3)],
    found: [action("InstallFinalize", 3)],
  },
  "an installation that ended well": {
    log: [
      "Warning 1946. x",
      "Info 1904. Module C:\\x.dll failed to register.",
      ended("Optional", 3),
      `${SERVER}MainEngineThread is returning 0`,
    ],
    found: [],
  },

  // what the system said
  "the system error of a removal": {
    log: ["エラー 1714。契約 24 の古いバージョンを削除できません。システム エラー 1612。"],
    found: [
      line(
        "MSI error 1714, the older version could not be removed: 1612 (the installation source that Windows Installer needs is gone: its cached package is missing)",
      ),
    ],
  },
  "a version is no system error": {
    log: ["Error 1714. The older version of Contoso 24.1 cannot be removed.  Contact your technical support group."],
    found: [line("MSI error 1714, the older version could not be removed")],
  },
  "the system error of a start and of an installation": {
    log: [
      "Error 1920. Service 'Contoso 7' (CtsAgent) failed to start. System error 1053.",
      "Error 1923. Service 'Contoso' (CtsAgent) could not be installed. (1073)",
    ],
    found: [line(`${failed}: error 1053`), line("MSI error 1923, service CtsAgent could not be installed: error 1073", 2)],
  },
  "the engine's own answer": {
    log: [`${SERVER}MainEngineThread is returning 1625`],
    found: [line("the engine returned 1625 (a policy forbids this installation)")],
  },
  "1603 says nothing": { log: ["MSI (c) (10:20) [12:00:03:004]: MainEngineThread is returning 1603"], found: [] },

  // what the package said
  "a launch condition": {
    log: [`${SERVER}Producto: Contoso (x64) -- Contoso necesita .NET 4.7.2 (o posterior).`, ended("LaunchConditions", 3)],
    found: [line("the installer says 'Contoso necesita .NET 4.7.2 (o posterior).'"), action("LaunchConditions")],
  },
  "an error of a custom action, by a number of the vendor's": {
    log: [`${SERVER}Product: Contoso -- Error 25001. The license file is missing.`, ended("CheckLicense", 3)],
    found: [line("the installer says 'Error 25001. The license file is missing.'"), action("CheckLicense")],
  },
  "what an earlier action said, and how it ended": {
    log: [
      `${SERVER}Product: Contoso -- Looking for updates.`,
      ended("Look", 1),
      `${SERVER}Executing op: CustomActionSchedule(Action=Run,Command=a.exe -- --quiet)`,
      ended("Run", 3),
      `${SERVER}Product: Contoso -- Installation failed.`,
    ],
    found: [action("Run", 4)],
  },
  "an error of Windows Installer itself": {
    log: [
      `${SERVER}Produkt: Contoso -- Das Installationsprogramm hat einen unerwarteten Fehler erkannt. Der Fehlercode ist 2755. Argumente: 110, C:\\Media\\a.msi, `,
      ended("InstallFiles", 3),
    ],
    found: [line("MSI error 2755: '110, C:\\Media\\a.msi'"), action("InstallFiles")],
  },
  "the same, for whoever debugs": {
    log: [
      "DEBUG: Error 2203:  Database: C:\\Windows\\Installer\\a.ipi. Cannot open database file. System error -2147287037",
      ended("InstallInitialize", 3),
    ],
    found: [
      line("MSI error 2203: 'C:\\Windows\\Installer\\a.ipi. Cannot open database file. System error -2147287037'"),
      action("InstallInitialize"),
    ],
  },
  "a year is no error number": {
    log: [`${SERVER}Product: Contoso -- It needs Windows Server 2016. See: https://contoso.example, or ask.`, ended("LaunchConditions", 3)],
    found: [line("the installer says 'It needs Windows Server 2016. See: https://contoso.example, or ask.'"), action("LaunchConditions")],
  },

  // bundles
  "a bundle: its packages, whatever the number of errors": {
    log: [
      "[0E5C:0F10][2026-11-23T12:00:00]i001: Burn v3.14.0.1316, Windows v10.0 (Build 17763: Service Pack 0), path: C:\\setup.exe",
      "[0E5C:0F10][2026-11-23T12:00:30]e000: Error 0x80070643: Failed to install MSI package.",
      "[0E5C:0F10][2026-11-23T12:00:30]i319: Applied execute package: VCRedist, result: 0x0, restart: None",
      "[0E5C:0F10][2026-11-23T12:00:31]i319: Applied execute package: AgentMsi, result: 0x80070652, restart: None",
    ],
    found: ["package AgentMsi of the bundle failed with 1618 (another installation is running) (bundle log line 4)"],
  },
  "a bundle that did not get to its packages": {
    log: ["[0E5C:0F10][2026-11-23T12:00:30]e000: Error 0x80070070: Failed to cache package."],
    found: ["the bundle failed with 112 (bundle log line 1)"],
    diagnosed: ["the bundle failed with 0x80070070 (the disk is full) (bundle log line 1)"],
  },
};

/** Events with what they mean. */
export interface EventSample {
  readonly id: number;
  readonly source: string;
  readonly values: readonly string[];
  readonly text: string;
}

const manager = (id: number, values: readonly string[], text: string): EventSample => ({
  id,
  source: "Service Control Manager",
  values,
  text,
});
const installer = (id: number, said: string, text: string): EventSample => ({ id, source: "MsiInstaller", values: [said, "(NULL)"], text });

const crash = (source: string, id: number, values: readonly string[], text: string): EventSample => ({ id, source, values, text });

export const events: Readonly<Record<string, EventSample>> = {
  "an installation that failed": installer(11708, "Product: Agent -- Installation failed.", "event 11708: an installation failed"),
  "a system error": manager(7000, ["A", "%%1069"], "event 7000: service A did not start: error 1069"),
  "why another one did not": manager(
    7001,
    ["A", "B", "%%1058"],
    "event 7001: service A did not start, since service B, which it needs, did not: error 1058",
  ),
  "an HRESULT": manager(7023, ["A", "%%-2147024891"], "event 7023: service A ended with an error: error 0x80070005"),
  "an HRESULT without a sign": manager(
    7024,
    ["A", "%%2148204809"],
    "event 7024: service A ended with an error of its own: error 0x800B0109",
  ),
  "a count is none": manager(7034, ["A", "1"], "event 7034: service A ended unexpectedly"),
  "a service of a package": installer(
    11920,
    "Product: X -- Error 1920. Service 'X (x64)' (CtsAgent) failed to start.",
    "event 11920: MSI error 1920, service CtsAgent failed to start",
  ),
  "a removal of a package": installer(
    11714,
    "Product: X -- Error 1714. The older version of X cannot be removed. System Error 1612.",
    "event 11714: MSI error 1714, the older version could not be removed: 1612 (the installation source that Windows Installer needs is gone: its cached package is missing)",
  ),
  "what a package says": installer(10005, "Product: X -- It needs .NET 4.7.2.", "event 10005: the installer says 'It needs .NET 4.7.2.'"),
  "a program that crashed": crash(
    "Application Error",
    1000,
    ["CtsAgent.exe", "2.4.0.0", "65a1b2c3", "a b.dll", "10.0", "65a1b2c4", "e0434352", "0001"],
    "event 1000: program CtsAgent.exe crashed in 'a b.dll' with 0xE0434352",
  ),
  "a crash with few texts": crash("Application Error", 1000, ["CtsAgent.exe"], "event 1000: program CtsAgent.exe crashed in '?' with '?'"),
  "a program that hung": crash("Application Hang", 1002, ["a.exe", "1.0"], "event 1002: program a.exe did not answer and was closed"),
  "an exception of .NET": crash(
    ".NET Runtime",
    1026,
    [
      "Application: CtsAgent.exe\r\nFramework Version: v4.0.30319\r\nException Info: System.IO.FileNotFoundException\r\n   at Contoso.Main()\r\n",
    ],
    "event 1026: program CtsAgent.exe ended by an exception that it did not handle: System.IO.FileNotFoundException",
  ),
  "a report of Windows": crash(
    "Windows Error Reporting",
    1001,
    ["", "0", "APPCRASH", "Not available", "0", "CtsAgent.exe"],
    "event 1001: Windows reported APPCRASH of CtsAgent.exe",
  ),
  "an assembly that is missing": crash(
    "SideBySide",
    33,
    ['Microsoft.VC90.CRT,processorArchitecture="amd64",version="9.0"', "", "C:\\a.exe"],
    `event 33: a program cannot start: 'C:\\a.exe' needs 'Microsoft.VC90.CRT,processorArchitecture="amd64",version="9.0"'`,
  ),
  "a stop of Windows": crash(
    "BugCheck",
    1001,
    ["0x0000009f (0x3, 0xf)", "C:\\M.DMP"],
    "event 1001: Windows stopped with 0x0000009f and was restarted",
  ),
  "the power that went": crash(
    "Microsoft-Windows-Kernel-Power",
    41,
    ["0", "0x0"],
    "event 41: Windows was restarted without having been shut down",
  ),
  "a stop without its event": crash(
    "Microsoft-Windows-Kernel-Power",
    41,
    ["159", "0x3"],
    "event 41: Windows was restarted without having been shut down (bug check 0x0000009F)",
  ),
};
