import { expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";

/** Names of the functions that the repair of a step holds. */
async function listFunctions(body: string): Promise<readonly string[]> {
  const text = `remedy sample {\n  title: "A sample"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" {\n${body}\n  }\n}\n`;
  const compiler = await createCompiler(".");
  const host = createMemoryHost({ "sample.remedy": text });
  const { scripts, diagnostics } = await compileFile("sample.remedy", { ...compiler, host }, { targets: undefined, parameters: [] });
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  return scripts[1]?.script.functions ?? [];
}

const value = (name: string): string => `ensure registry_value('HKLM\\SOFTWARE\\Contoso', "${name}") { data: 1 }\n`;
const written = "ensure file('%ProgramData%\\x.txt') { content: \"x\" }";
const diagnosed = (log: string): string => `${value("A")}  on failure { diagnose event_log(${log}) }`;

test.each<[about: string, body: string, holds: readonly string[], not: readonly string[]]>([
  [
    "events of services",
    diagnosed('"System", source: "Service Control Manager"'),
    ["Format-EventText"],
    ["Get-InstallerRule", "Format-EventRecord", "Format-CrashText"],
  ],
  ["events of any provider", diagnosed('"System"'), ["Format-EventText", "Get-InstallerRule", "Format-CrashText"], []],
  [
    "crashes",
    diagnosed('"Application", source: "Application Error"'),
    ["Format-CrashText"],
    ["Format-EventText", "Get-InstallerRule", "Format-EventRecord"],
  ],
  ["installations", diagnosed('"Application", source: "MsiInstaller"'), ["Format-EventRecord", "Get-InstallerRule"], ["Format-CrashText"]],
  [
    "events of which none is known",
    diagnosed('"Application", source: "Contoso"'),
    ["Invoke-EventLogDiagnose"],
    ["Format-EventText", "Format-EventRecord", "Format-CrashText"],
  ],
  ["a service that is stopped", `with service("A") stopped { ${written} }`, ["Suspend-Work", "Resume-Frame"], ["Suspend-Process"]],
  [
    "a process that is ended",
    `with process("a.exe") stopped { ${written} }`,
    ["Suspend-Process"],
    ["Suspend-Work", "Resume-Frame", "Wait-ServiceStart"],
  ],
  ["nothing before it", `warn "Old." when os.build < 1\n${value("A")}`, ["Warn"], ["Test-Forecast", "Find-Outcome"]],
  ["two values", value("A") + value("B"), ["Find-RegistryBlocker"], ["Confirm-MachineDword"]],
  ["three values", value("A") + value("B") + value("C"), ["Confirm-MachineDword", "Find-RegistryBlocker"], []],
  [
    "a package that is downloaded",
    `ensure package("A") present { source: "https://h/a.msi", sha256: "${"0".repeat(64)}" }`,
    ["Use-Download", "Receive-WebFile", "Clear-Download", "ConvertTo-InstallerArgument", "Find-PathWriter"],
    ["Find-PackagePresenceBlocker", "Test-BurnBundle"],
  ],
  [
    "a package that is there",
    `ensure package("A") present { source: 'C:\\a.msi', sha256: "${"0".repeat(64)}" }`,
    ["Find-PackagePresenceBlocker"],
    ["Use-Download", "Receive-WebFile", "Clear-Download"],
  ],
  [
    "a file that is downloaded",
    `ensure file('C:\\a.cfg') { source: "https://h/a.cfg", sha256: "${"0".repeat(64)}" }`,
    ["Use-Download", "Receive-WebFile", "Clear-Download"],
    ["Open-SourceFile"],
  ],
  [
    "a file that is copied",
    `ensure file('C:\\a.cfg') { source: 'C:\\b.cfg', sha256: "${"0".repeat(64)}" }`,
    ["Find-CopyBlocker"],
    ["Use-Download", "Receive-WebFile", "Clear-Download"],
  ],
  [
    "an account by its SID",
    String.raw`require service("A").account == 'NT SERVICE\A' else "No."`,
    ["Read-ServiceAccount"],
    ["Test-Account"],
  ],
])("a script holds what its statements ask for: %s", async (_about, body, holds, not) => {
  const functions = await listFunctions(body);
  expect(functions).toEqual(expect.arrayContaining([...holds]));
  expect(functions.filter((name) => not.includes(name))).toEqual([]);
});

test("a kind of one's own brings what its functions call, and nothing of other kinds", async () => {
  const path = "examples/custom-kind/power-plan.remedy";
  const { scripts } = await compileFile(path, await createCompiler("."), { targets: ["intune.remediation"], parameters: [] });
  const functions = scripts[1]?.script.functions ?? [];
  expect(functions).toEqual(expect.arrayContaining(["Repair-PowerPlan", "Invoke-Program"]));
  expect(functions.filter((name) => /Service|Installer|Setup|Event/.test(name))).toEqual([]);
});
