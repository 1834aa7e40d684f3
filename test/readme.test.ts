import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createCompiler } from "../src/cli/compiler-session.ts";
import { addPublishers } from "../src/cli/publishers.ts";
import { compileFile } from "../src/compiler/compile.ts";

const PROJECT = fileURLToPath(new URL("../", import.meta.url));
const README = readFileSync(`${PROJECT}README.md`, "utf8");

/** The fenced blocks of a language (`""`: none named), in order. */
function blocks(language: string): string[] {
  return [...README.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter((found) => found[1] === language).map((found) => found[2] ?? "");
}

describe("README", async () => {
  const compiled = await compileFile("examples/entra-provisioning-agent.remedy", await createCompiler(PROJECT), {
    targets: undefined,
    parameters: [],
  });

  test("shows a step of the recipe as it stands there", () => {
    const recipe = readFileSync(`${PROJECT}examples/entra-provisioning-agent.remedy`, "utf8");
    const [step = "missing"] = blocks("remedy");
    for (const part of step.trimEnd().split("\n\n"))
      expect(recipe).toContain(
        part
          .split("\n")
          .map((line) => `  ${line}`)
          .join("\n"),
      );
  });

  test("shows the PowerShell that it becomes", () => {
    const script =
      compiled.scripts
        .find((output) => output.file === "configmgr.baseline/entra_provisioning_agent.remediate.ps1")
        ?.script.text.replaceAll("\r\n", "\n") ?? "";
    const [shown = "missing"] = blocks("powershell");
    expect(script).toContain(
      shown
        .trimEnd()
        .split("\n")
        .map((line) => `  ${line}`)
        .join("\n"),
    );
  });

  test("shows what the command prints, the sizes to a fortieth", async () => {
    const written = await addPublishers(compiled.scripts, [], false);
    const [shown = "missing"] = blocks("").filter((block) => block.includes(".ps1"));
    expect([...shown.matchAll(/\S+\.ps1/g)].map((found) => found[0])).toEqual(written.map((output) => output.file));
    for (const { file, script } of compiled.scripts) {
      const size = Number(new RegExp(`^ *${file.replaceAll(".", "\\.")} +([\\d.]+) KB`, "m").exec(shown)?.[1]);
      expect(Math.abs(size / (Buffer.byteLength(script.text) / 1024) - 1), file).toBeLessThan(0.025);
    }
    expect(shown).toContain(`${written.length} scripts and manifest.json written to out`);
  });

  test("links to files that exist", () => {
    const links = [...README.matchAll(/\]\(([^)#]+)\)/g)].map((found) => found[1] ?? "").filter((link) => !link.startsWith("http"));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(() => readFileSync(`${PROJECT}${link}`), link).not.toThrow(/ENOENT/);
  });
});
