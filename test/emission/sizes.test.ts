import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { measureScript } from "../../src/powershell/script-size.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";
import type { TargetName } from "../../src/targets/target.ts";

/*
 * A script is read by a person before it is signed. These are the bytes, comments included, that no change may go beyond unnoticed; whoever makes a script shorter
 * lowers its line. What they ought to be stands in docs/contributing.md.
 */

const remedy = (body: string, target: TargetName): string =>
  `remedy sample {\n  title: "A sample"\n  version: 1.0.0\n  targets: [${target}]\n  step one "One" {\n${body}\n  }\n}\n`;

const ONE_VALUE = "ensure registry_value('HKLM\\SOFTWARE\\Contoso', \"Enabled\") { data: 1 }";
const APPLICATION =
  'require package("Contoso Agent", version >= 2.4).exists else "Too old."\nensure service("ContosoAgent") { state: running }';

const SIZES: readonly (readonly [
  about: string,
  source: string | { readonly text: string },
  target: TargetName,
  detection: number,
  repair: number,
])[] = [
  ["one registry value", { text: remedy(ONE_VALUE, "intune.remediation") }, "intune.remediation", 6_800, 25_400],
  ["a package and its service", { text: remedy(APPLICATION, "intune.remediation") }, "intune.remediation", 11_200, 55_200],
  ["the TLS baseline", "examples/tls12-baseline.remedy", "intune.remediation", 10_300, 33_500],
  ["the print spooler", "examples/print-spooler.remedy", "intune.remediation", 21_100, 78_000],
  ["the Entra agent", "examples/entra-provisioning-agent.remedy", "configmgr.baseline", 37_400, 162_300],
];

/** Every script of every example, by the name of its file below the output folder. */
const EXAMPLES: { readonly [script: string]: number } = {
  "standalone/kiosk_power_plan.ps1": 45_600,
  "intune.remediation/kiosk_power_plan.detect.ps1": 11_600,
  "intune.remediation/kiosk_power_plan.remediate.ps1": 33_600,
  "standalone/entra_provisioning_agent.ps1": 192_200,
  "intune.remediation/entra_provisioning_agent.detect.ps1": 38_500,
  "intune.remediation/entra_provisioning_agent.remediate.ps1": 162_600,
  "configmgr.baseline/entra_provisioning_agent.discover.ps1": 37_400,
  "configmgr.baseline/entra_provisioning_agent.remediate.ps1": 162_300,
  "standalone/tls12_baseline.ps1": 53_700,
  "intune.remediation/tls12_baseline.detect.ps1": 10_300,
  "intune.remediation/tls12_baseline.remediate.ps1": 33_500,
  "configmgr.baseline/tls12_baseline.discover.ps1": 9_400,
  "configmgr.baseline/tls12_baseline.remediate.ps1": 33_200,
  "intune.remediation/print_spooler.detect.ps1": 21_100,
  "intune.remediation/print_spooler.remediate.ps1": 78_000,
  "configmgr.baseline/print_spooler.discover.ps1": 20_300,
  "configmgr.baseline/print_spooler.remediate.ps1": 77_700,
  "intune.win32/support_information.detect.ps1": 17_800,
  "intune.win32/support_information.install.ps1": 52_600,
  "intune.win32/support_information.uninstall.ps1": 50_800,
  "intune.win32/support_information.requirement.ps1": 4_700,
  "configmgr.application/support_information.detect.ps1": 17_000,
  "configmgr.application/support_information/support_information.install.ps1": 52_600,
  "configmgr.application/support_information.requirement.ps1": 5_100,
  "configmgr.application/support_information/support_information.uninstall.ps1": 50_800,
  "standalone/service_virtual_account.ps1": 77_700,
  "configmgr.baseline/service_virtual_account.discover.ps1": 18_600,
  "configmgr.baseline/service_virtual_account.remediate.ps1": 61_300,
};

/** Parameters that an example cannot be built without. */
const PARAMETERS: { readonly [path: string]: string } = { "examples/service-virtual-account.remedy": "DIAHostService" };

/** Those of `intents` hold what the others hold, in shorter scripts. */
function findExamples(folder = "examples"): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (path === "examples/intents") return [];
    return entry.isDirectory() ? findExamples(path) : path.endsWith(".remedy") ? [path] : [];
  });
}

async function measureExample(path: string): Promise<[script: string, bytes: number][]> {
  const value = PARAMETERS[path];
  const parameters = value === undefined ? [] : [{ remedy: undefined, span: undefined, name: "service_name", value }];
  const { scripts } = await compileFile(path, await createCompiler("."), { targets: undefined, parameters });
  return scripts.map(({ file, script }) => [file, script.text.length]);
}

describe("sizes of scripts", () => {
  test("of every example", async () => {
    const sizes: [script: string, bytes: number][] = [];
    for (const path of findExamples()) sizes.push(...(await measureExample(path)));
    expect(Object.keys(EXAMPLES).sort()).toEqual(sizes.map(([script]) => script).sort());
    for (const [script, bytes] of sizes) {
      const ceiling = EXAMPLES[script] ?? 0;
      expect(bytes, script).toBeLessThanOrEqual(ceiling);
      // A line that is far above what there is holds nothing back.
      expect(bytes, script).toBeGreaterThan(ceiling * 0.95);
    }
  });

  test.each(SIZES)("%s", async (_about, source, target, detection, repair) => {
    const compiler = await createCompiler(".");
    const file = typeof source === "string" ? source : "sample.remedy";
    const host = typeof source === "string" ? compiler.host : createMemoryHost({ "sample.remedy": source.text });
    const { scripts, diagnostics } = await compileFile(file, { ...compiler, host }, { targets: [target], parameters: [] });
    expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
    const bytes = scripts.map(({ script }) => script.text.length);
    expect(bytes[0]).toBeLessThanOrEqual(detection);
    expect(bytes[1]).toBeLessThanOrEqual(repair);
    // A line that is far above what there is holds nothing back.
    expect(bytes[0]).toBeGreaterThan(detection * 0.9);
    expect(bytes[1]).toBeGreaterThan(repair * 0.9);
    for (const { script } of scripts) {
      const { total, frame, statements, functions } = measureScript(script);
      const sum = [...statements, ...functions].reduce((all, part) => all + part.bytes, frame);
      expect([total, sum]).toEqual([script.text.length, script.text.length]);
      expect(functions.map(({ name }) => name).sort()).toEqual([...script.functions].sort());
      for (const { name, bytes: size } of functions) expect(size, name).toBeGreaterThan(40);
      expect(statements.length).toBeGreaterThan(0);
      // The values of `let`s are in it.
      // What several statements share, in variables before the first one, counts to it.
      expect(frame).toBeLessThan(5_600);
    }
  });
});
