import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { beforeAll, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { runScriptText } from "./run-text.ts";

/*
 * Windows PowerShell logs a whole script as a warning (event 4104), at every run, when one of a list of words occurs in it, in a comment, too
 * (PowerShell/PowerShell, CompiledScriptBlock.cs, SuspiciousContentChecker). What the engine itself finds is recorded here: a script may lose words, and
 * gains one only where Windows can be asked in no other way.
 */

const project = fileURLToPath(new URL("../../", import.meta.url));

/** Reading who holds a user right asks the local security authority, and its functions have no other words. */
const RIGHTS =
  "AllocHGlobal CreateType DefineDynamicAssembly DefineDynamicModule DefineType DllImport Emit FreeHGlobal GetConstructor GetField IntPtr InteropServices MakeByRefType Marshal";
/** A file is written and deleted through its handle, so that no link leads elsewhere. */
const FILES =
  "CreateType DefineDynamicAssembly DefineDynamicModule DefineType DllImport Emit GetConstructor GetField IntPtr InteropServices Marshal";
/** The programs of an action run in a job. */
const SPOOLER_FIX = `${RIGHTS} Properties`;
const ENTRA = `${RIGHTS} Bypass`;
const ENTRA_FIX = `${ENTRA} Cryptography Properties CloseHandle`;

const WORDS: Readonly<Record<string, string>> = {
  "configmgr.baseline/entra_provisioning_agent.discover.ps1": ENTRA,
  "configmgr.baseline/entra_provisioning_agent.remediate.ps1": ENTRA_FIX,
  "intune.remediation/entra_provisioning_agent.detect.ps1": ENTRA,
  "intune.remediation/entra_provisioning_agent.remediate.ps1": ENTRA_FIX,
  "standalone/entra_provisioning_agent.ps1": `${ENTRA_FIX} Add-Type ZeroFreeGlobalAllocUnicode`,
  "configmgr.baseline/print_spooler.discover.ps1": "",
  "configmgr.baseline/print_spooler.remediate.ps1": SPOOLER_FIX,
  "intune.remediation/print_spooler.detect.ps1": "",
  "intune.remediation/print_spooler.remediate.ps1": SPOOLER_FIX,
  "configmgr.baseline/service_virtual_account.discover.ps1": RIGHTS,
  "configmgr.baseline/service_virtual_account.remediate.ps1": SPOOLER_FIX,
  "standalone/service_virtual_account.ps1": `${SPOOLER_FIX} Cryptography`,
  "configmgr.application/support_information.detect.ps1": "",
  "configmgr.application/support_information.requirement.ps1": "",
  "configmgr.application/support_information/support_information.install.ps1": FILES,
  "configmgr.application/support_information/support_information.uninstall.ps1": FILES,
  "intune.win32/support_information.detect.ps1": "",
  "intune.win32/support_information.install.ps1": FILES,
  "intune.win32/support_information.requirement.ps1": "",
  "intune.win32/support_information.uninstall.ps1": FILES,
  "configmgr.baseline/tls12_baseline.discover.ps1": "",
  "configmgr.baseline/tls12_baseline.remediate.ps1": "",
  "intune.remediation/tls12_baseline.detect.ps1": "",
  "intune.remediation/tls12_baseline.remediate.ps1": "",
  "standalone/tls12_baseline.ps1": "Cryptography",
};

/** Asks the engine's own checker, which gives the first word that it finds, until it finds none. */
const ASK = `
$checker = [scriptblock].Assembly.GetType('System.Management.Automation.ScriptBlock+SuspiciousContentChecker')
$match = $checker.GetMethod('Match', [System.Reflection.BindingFlags]'NonPublic, Public, Static')
foreach ($file in Get-ChildItem -LiteralPath '{folder}' -Recurse -Filter *.ps1) {
    $text = [System.IO.File]::ReadAllText($file.FullName)
    $words = @(while ($word = $match.Invoke($null, @($text))) { $word; $text = $text -ireplace [regex]::Escape($word), '_' })
    "$($file.BaseName)|$($words -join ' ')"
}`;

let found: ReadonlyMap<string, string>;
const names: string[] = [];

beforeAll(async () => {
  const compiler = await createCompiler(project);
  const folder = mkdtempSync(join(tmpdir(), "remedyc-quiet-"));
  try {
    for (const example of globSync(["examples/*.remedy"], { cwd: project }).sort()) {
      const parameters = example.includes("service-virtual-account")
        ? [{ remedy: undefined, span: undefined, name: "service_name", value: "DIAHostService" }]
        : [];
      const { scripts } = await compileFile(example, compiler, { targets: undefined, parameters });
      for (const { file, script } of scripts) writeFileSync(join(folder, `${String(names.push(file))}.ps1`), script.text);
    }
    const { stdout, failure } = await runScriptText(ASK.replace("{folder}", folder));
    expect(failure).toBe("");
    found = new Map(stdout.map((line) => [names[Number(line.split("|")[0]) - 1] ?? "", line.split("|")[1] ?? ""]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const sorted = (words: string | undefined): string[] => (words ?? "none asked").split(" ").sort();

test("every example's scripts are recorded", () => expect([...names].sort()).toEqual(Object.keys(WORDS).sort()));

test.each(Object.keys(WORDS))("%s: the words for which PowerShell logs it", (file) =>
  expect(sorted(found.get(file))).toEqual(sorted(WORDS[file])),
);
