import { expect, test } from "vitest";
import { createCompiler } from "../../src/cli/compiler-session.ts";
import { compileFile } from "../../src/compiler/compile.ts";
import { createMemoryHost } from "../../src/source/memory-host.ts";

const session = await createCompiler(".");

/** The texts of the two scripts for Intune, of a kind with this noun and these functions besides what it needs. */
async function build(noun: string, more: string): Promise<readonly [detect: string, remediate: string]> {
  const kind = noun.toLowerCase();
  const { scripts, diagnostics } = await compileFile(
    "main.remedy",
    {
      ...session,
      host: createMemoryHost({
        "kind.ts": `import type { Ensurable, Key, State } from "remedyc/kinds";\n\n/**\n * A thing.\n *\n * @touches Nothing.\n */\nexport interface ${noun} extends Ensurable {\n  /** Its name. */\n  name: Key<string>;\n\n  /** What it is. */\n  level: State<number>;\n}\n`,
        "kind.ps1": `function Read-${noun} { param([string] $Name, [string] $Property) }\nfunction Test-${noun} { param([string] $Name, [long] $Level) }\nfunction Repair-${noun} { param([string] $Name, [long] $Level) }\n${more}`,
        "main.remedy": `import "./kind.ts"\nremedy things {\n  title:   "Things"\n  version: 1.0.0\n  targets: [intune.remediation]\n  step one "One" { ensure ${kind}("A") { level: 1 } }\n}\n`,
      }),
    },
    { targets: undefined, parameters: [] },
  );
  if (scripts.length !== 2) throw new Error(diagnostics.map((one) => `${one.code} ${one.message}`).join("\n"));
  return [scripts[0]?.script.text ?? "", scripts[1]?.script.text ?? ""];
}

test("a kind may say what stands in the way of a fix: only the script that repairs holds it, with the parameters that it takes", async () => {
  const [detect, remediate] = await build("Flag", "function Find-FlagBlocker { param([string] $Name) }\n");
  expect(remediate.replace(/\s+/g, " ")).toContain(" -Blocker { Measure-Reason { Find-FlagBlocker -Name 'A' } }");
  expect(detect).not.toContain("FlagBlocker");
});

test("what a kind of one's own changes is noted as what -Rollback cannot undo, by its statement", async () => {
  const [detect, remediate] = await build("Flag", "");
  expect(remediate.replace(/\s+/g, " ")).toMatch(/\{ Add-Journal 'Lost' '[^']*A[^']*' Repair-Flag -Name 'A' -Level 1 \}/);
  expect(detect).not.toContain("Journal");
});

test.each([
  ["has none", "Flag"],
  ["has the noun of a helper of ours", "Source"],
])("a kind that %s is asked for no blocker", async (_, noun) => {
  const [, remediate] = await build(noun, "");
  expect(remediate).toContain(`Repair-${noun} -Name 'A' -Level 1\r\n`);
  expect(remediate).not.toContain(" -Blocker {");
});
