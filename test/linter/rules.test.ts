import { describe, expect, test } from "vitest";
import { summarize } from "../checker/support.ts";
import { lintText } from "./support.ts";

// What violates a rule, and its repair, stand on the rule's page (pages.test.ts); here is what nearly does, and the forms that a page has no room for.

const lint = async (text: string): Promise<string[]> => summarize(await lintText(text));
const ENSURE = 'ensure service("Spooler") { state: running }';
const remedy = (statements: string, more = "", members = ""): string =>
  `remedy sample {\n  title: "Sample"\n  version: 1.0.0\n  targets: [standalone]\n${members}  step only "Only" {\n${statements}\n  }\n}\n${more}`;
const scenario = (title: string, outcome: string, given = 'service("Spooler") { state: stopped }') =>
  `scenario "${title}" for sample { given { ${given} } expect fix ${outcome} }\n`;
const BLOCKED = scenario("it is not there", "blocked", 'service("Spooler") absent');

type Case = readonly [what: string, text: string, found: readonly string[]];
const check = (cases: readonly Case[]): void => {
  test.each(cases)("%s", async (_, text, found) => expect(await lint(text)).toEqual(found));
};

describe("RMD6031 blocked-scenario", () =>
  check([
    ["none of the scenarios", remedy(ENSURE, scenario("one", "succeeded")), ["RMD6031 sample"]],
    ["one of them", remedy(ENSURE, scenario("one", "succeeded") + BLOCKED), []],
    ["no scenario at all", remedy(ENSURE), []],
  ]));

describe("RMD6032 duplicate-scenario", () =>
  check([
    ["under another title", remedy(ENSURE, BLOCKED + scenario("one", "succeeded") + scenario("two", "succeeded")), ['RMD6032 "two"']],
    ["another end", remedy(ENSURE, BLOCKED + scenario("one", "succeeded") + scenario("two", "failed")), []],
  ]));

describe("RMD6033 writable-program", () => {
  const run = (path: string, more = "") =>
    remedy(`check "c" { service("Spooler").state == running } fix { run program('${path}'${more}) }`);
  const install = (source: string, members = "") =>
    remedy(`ensure package("A") present { source: ${source}, signed_by: "CN=A" }`, "", members);
  check([
    ["a program of Windows' temporary files", run("%SystemRoot%\\Temp\\a.exe"), ["RMD6033 '%SystemRoot%\\Temp\\a.exe'"]],
    ["a folder that only begins like it", run("%SystemRoot%\\Templates\\a.exe"), []],
    ["a program that Windows brings", run("%SystemRoot%\\System32\\a.exe"), []],
    ["an installer", install("'%ProgramData%\\Install\\a.msi'"), ["RMD6033 source: '%ProgramData%\\Install\\a.msi'"]],
    [
      "an installer by a parameter's default",
      install("p", "  /// P.\n  param p: path = 'C:\\Users\\Public\\a.msi'\n"),
      ["RMD6033 source: p"],
    ],
    ["an installer below Program Files", install("'%ProgramFiles%\\Install\\a.msi'"), []],
    [
      "a file among arguments",
      run("%SystemRoot%\\System32\\msiexec.exe", ', arguments: ["/i", "C:\\\\Temp\\\\a.msi"]'),
      ['RMD6033 ["/i", "C:\\\\Temp\\\\a.msi"]'],
    ],
    ["a log among arguments", run("%SystemRoot%\\System32\\msiexec.exe", ', arguments: ["/l*v", "C:\\\\Temp\\\\a.log"]'), []],
    ["what runs as the person", install("'%ProgramData%\\Install\\a.msi'", "  context: user\n"), []],
  ]);
});

describe("RMD6034 unverified-removal", () => {
  const REMOVE = 'when service("A").state != running { ensure package("A") absent }';
  const INSTALL = `ensure package("A") present { source: '%ProgramFiles%\\a.msi', signed_by: "CN=A" }`;
  const RUN = '\nensure service("A") { state: running }';
  const LATER = (body: string) => `}\n  step next "Next" {\n${body}${RUN}`;
  check([
    ["in a later step", remedy(REMOVE + LATER(INSTALL)), ['RMD6034 ensure package("A") absent']],
    ["in the rest of the step", remedy(`${REMOVE}\n${INSTALL}${RUN}`), []],
    [
      "in the rest, under a guard that reads what goes",
      remedy(`${REMOVE}\nwhen not package("A").exists { ${INSTALL} }${RUN}`),
      ['RMD6034 ensure package("A") absent'],
    ],
    [
      "behind a require of the installer",
      remedy(`require file('%ProgramFiles%\\a.msi').is_trusted("CN=A") else "Copy a.msi."\n${REMOVE}${LATER(INSTALL)}`),
      [],
    ],
    [
      "behind a require of another file",
      remedy(`require file('%ProgramFiles%\\b.msi').exists else "Copy b.msi."\n${REMOVE}${LATER(INSTALL)}`),
      ['RMD6034 ensure package("A") absent'],
    ],
    ["for good", remedy(REMOVE + LATER(INSTALL.replace('"A"', '"B"'))), []],
  ]);
});

describe("RMD6035 versioned-guard", () => {
  const guard = (of: string) => remedy(`when not ${of}.exists { ensure package("H") absent }`);
  check([
    [
      "a whole name",
      guard('package("7-Zip 23.01 (x64)")'),
      ['RMD6035 when not package("7-Zip 23.01 (x64)").exists { ensure package("H") absent }'],
    ],
    ["a pattern that takes any version", guard("package(name matches '^7-Zip \\d+\\.\\d+')"), []],
    ["a name with a number that is no version", guard('package("Office 365")'), []],
    ["the removal of that version", remedy('when package("A 1.2").exists { ensure package("A 1.2") absent }'), []],
  ]);
});

describe("RMD6036 helpless-message", () => {
  const message = (text: string) => remedy(`require os.build >= 17763 else "${text}"\n${ENSURE}`);
  check([
    ["empty words", message("Error: the check has failed."), ['RMD6036 "Error: the check has failed."']],
    ["it names the thing", message("The spooler is disabled on purpose."), []],
    ["another language", message("Nicht fuer Server Core."), []],
    ["a number", message("Not supported: 1809."), []],
  ]);
});

describe("RMD6037 unmoved-check", () => {
  const value = (key: string) => `registry_value('HKLM\\SOFTWARE\\${key}', "V")`;
  const moved = (fix: string, more = "") => remedy(`${more}check "c" { ${value("A")}.data == 1 } fix { ${fix} }`);
  check([
    ["another value", moved(`ensure ${value("B")} { data: 1 }`), [expect.stringMatching(/^RMD6037 check "c"/)]],
    ["the same value", moved(`ensure ${value("A")} { data: 1 }`), []],
    ["the key around it", moved("ensure registry_key('HKLM\\SOFTWARE\\A') absent"), []],
    ["a service, which may write it", moved('restart service("S")'), []],
    ["changed by another statement", moved(`ensure ${value("B")} { data: 1 }`, `ensure ${value("A")} { data: 1 }\n`), []],
  ]);
});

describe("RMD6038 script-for-kind", () => {
  const script = (fix: string) => remedy(`ensure script("s") { test: '$true', fix: '${fix}' }`);
  check([
    ["a service", script("Start-Service Spooler"), ['RMD6038 script("s")']],
    ["besides what no kind says", script("Start-Service Spooler; Invoke-CimMethod -ClassName A -MethodName B"), []],
    ["nothing that is known", script("Invoke-CimMethod -ClassName A -MethodName B"), []],
  ]);
});

describe("RMD6039 cut-text", () => {
  const message = (length: number) => remedy(`require os.build >= 17763 else "${"x".repeat(length)}"\n${ENSURE}`);
  check([
    ["as long as is told", message(600), []],
    ["longer by one", message(601), [expect.stringMatching(/^RMD6039 require/)]],
  ]);
});

describe("RMD6040 lost-characters", () =>
  check([
    ["in a warning", remedy(`warn "ä" when os.build < 1\n${ENSURE}`), ['RMD6040 warn "ä" when os.build < 1']],
    ["in a title, which no line has", remedy(ENSURE).replace('"Only"', '"Ä"'), []],
  ]));

describe("RMD6041 secret-text", () => {
  const data = (text: string) => remedy(`ensure registry_value('HKLM\\SOFTWARE\\A', "V") { data: "${text}" }`);
  const found = (text: string) => [`RMD6041 "${text}"`];
  check([
    ...["Server=a;Password=Summer2026", `ghp_${"a".repeat(36)}`, "-----BEGIN RSA PRIVATE KEY-----", `AKIA${"A".repeat(16)}`].map(
      (text): Case => [text.slice(0, 20), data(text), found(text)],
    ),
    ["a placeholder", data("Password=<ask>"), []],
    ["a variable", data("PASSWORD=%ENROL%"), []],
    ["the word alone", data("password: see the vault"), []],
  ]);
});

describe("RMD6042 http-address", () => {
  const data = (text: string) => remedy(`ensure registry_value('HKLM\\SOFTWARE\\A', "V") { data: "${text}" }`);
  check([
    ["an address", data("http://a.contoso.com"), ['RMD6042 "http://a.contoso.com"']],
    ["this computer", data("http://localhost:8080/a"), []],
    ["a host that begins like it", data("http://localhost.contoso.com"), ['RMD6042 "http://localhost.contoso.com"']],
    ["a schema", data("http://schemas.microsoft.com/a"), []],
    ["https", data("https://a.contoso.com"), []],
  ]);
});

describe("RMD6043 undocumented-param", () =>
  check([
    [
      "a comment that documents nothing",
      remedy('warn "x" when os.uptime > limit', "", "  // How long.\n  param limit: duration = 1h\n"),
      ["RMD6043 limit"],
    ],
    [
      "documentation without a word",
      remedy('warn "x" when os.uptime > limit', "", "  ///\n  param limit: duration = 1h\n"),
      ["RMD6043 limit"],
    ],
    ["documentation", remedy('warn "x" when os.uptime > limit', "", "  /// How long.\n  param limit: duration = 1h\n"), []],
    ["a parameter of a part", remedy("use p(1h)", 'part p(limit: duration) {\n  warn "x" when os.uptime > limit\n}\n'), []],
  ]));

describe("RMD6044 duplicate-title", () =>
  check([
    ["of one remedy", remedy(ENSURE, BLOCKED + scenario("one", "succeeded") + scenario("one", "failed")), ['RMD6044 "one"']],
    ["in another case", remedy(ENSURE, BLOCKED + scenario("one", "succeeded") + scenario("One", "failed")), []],
  ]));

describe("RMD6045 compared-with-true", () => {
  const when = (condition: string) => remedy(`when ${condition} { ${ENSURE} }`);
  check([
    ["true", when("computer.is_domain_joined == true"), ["RMD6045 computer.is_domain_joined == true"]],
    ["a value that may be none", when('scheduled_task("\\\\A").enabled == true'), []],
    ["two values", when("computer.is_domain_joined == computer.is_domain_controller"), []],
  ]);
});
