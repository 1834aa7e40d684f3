import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder, listFiles, remedyc } from "./support.ts";

const DETECT =
  "if ((Get-ItemProperty 'HKLM:\\SOFTWARE\\Policies\\Contoso' -Name Level -EA Stop).Level -eq 1) { 'ok'; exit 0 }\n'wrong'; exit 1\n";
const FIX = "Set-ItemProperty 'HKLM:\\SOFTWARE\\Policies\\Contoso' -Name Level -Value 1 -Type DWord\n";
const pair = { "detect.ps1": DETECT, "remediate.ps1": FIX };

describe("remedyc import", () => {
  test("prints the remedy, its share and the next command", async () => {
    const { exitCode, stdout } = await remedyc(createFolder(pair), "import", "detect.ps1", "remediate.ps1", "--name", "level");
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`ensure registry_value('HKLM\\SOFTWARE\\Policies\\Contoso', "Level") { data: 1 }`);
    expect(stdout).toContain("3 of 3 statements became kinds.");
    expect(stdout).toContain("--out level.remedy");
  });

  test("writes it, and what is written passes the check; replaces it only with --force", async () => {
    const folder = createFolder(pair);
    const write = (...more: string[]) => remedyc(folder, "import", "detect.ps1", "remediate.ps1", "--out", "level.remedy", ...more);
    expect((await write()).exitCode).toBe(0);
    expect((await remedyc(folder, "check", "level.remedy")).exitCode).toBe(0);
    const before = readFileSync(join(folder, "level.remedy"), "utf8");
    const again = await write("--name", "other");
    expect(again.exitCode).toBe(1);
    expect(again.stderr).toContain("RMD8603");
    expect(readFileSync(join(folder, "level.remedy"), "utf8")).toBe(before);
    expect((await write("--name", "other", "--force")).exitCode).toBe(0);
    expect(readFileSync(join(folder, "level.remedy"), "utf8")).toContain("remedy other {");
  });

  test.each<[string, string | Uint8Array, string]>([
    ["is binary", Uint8Array.from([0x4d, 0x5a, 0, 0, 3, 0, 0, 0]), "RMD8839"],
    ["is empty", "  \n", "RMD8839"],
    ["is too large", "# a\n".repeat(300_000), "RMD8839"],
    ["does not parse", "if ($a) {", "RMD8820"],
    ["runs text as code", "iex 'exit 1'\n", "RMD8840"],
  ])("a script that %s: a clear answer, and no file", async (_, content, code) => {
    const folder = createFolder({ "detect.ps1": content });
    const { exitCode, stderr } = await remedyc(folder, "import", "detect.ps1", "--out", "a.remedy");
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`error ${code}: `);
    expect(listFiles(folder)).toEqual(["detect.ps1"]);
  });

  test("a script that is missing, and one in another encoding", async () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(DETECT, "utf16le")]);
    const western = Buffer.from(`# gr\xfcn\n${DETECT}`, "latin1");
    const folder = createFolder({ "wide.ps1": wide, "western.ps1": western, "fix.ps1": FIX });
    expect((await remedyc(folder, "import", "none.ps1")).stderr).toContain("there is no such file");
    for (const file of ["wide.ps1", "western.ps1"])
      expect((await remedyc(folder, "import", file, "fix.ps1")).stdout).toContain("3 of 3 statements");
  });

  test("as data", async () => {
    const { stdout } = await remedyc(createFolder(pair), "import", "detect.ps1", "remediate.ps1", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ statements: 3, asKinds: 3, left: [], hasScript: false, diagnostics: [] });
  });
});

describe("remedyc audit", () => {
  const files = {
    "scripts/a/detect.ps1": DETECT,
    "scripts/a/remediate.ps1": FIX.replace("-Value 1", "-Value 2"),
    "scripts/Detect-App.ps1": "Read-Host '<b>&'\nexit 1\n",
    "scripts/Remediate-App.ps1": "exit 0\n",
    "scripts/Other_Detection.ps1": DETECT,
    "scripts/b/detection/Thing.ps1": DETECT,
    "scripts/b/remediation/Thing.ps1": FIX,
    "scripts/tool.ps1": "1\n",
  };

  test("finds pairs by their names and tells a line for each", async () => {
    const { exitCode, stdout, stderr } = await remedyc(createFolder(files), "audit", "scripts");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("4 pairs, ");
    expect(stdout).toMatch(/scripts\/a\/detect\.ps1 +0 +1 +0 +RMD8821/);
    expect(stdout).toMatch(/scripts\/b\/detection\/Thing\.ps1 +0 +0 +0 +-/);
    expect(stdout).toContain("1 scripts belong to no pair");
    expect(stderr).toContain("note RMD8842: The detection script 'scripts/Other_Detection.ps1'");
    expect(stderr).toContain("RMD8833");
  });

  test("as JSON, as SARIF and as a page without a script, in which texts are texts", async () => {
    const folder = createFolder(files);
    const json = JSON.parse((await remedyc(folder, "audit", "scripts", "--format", "json")).stdout) as { pairs: { detect: string }[] };
    expect(json.pairs).toHaveLength(4);
    const sarif = JSON.parse((await remedyc(folder, "audit", "scripts", "--format", "sarif")).stdout) as {
      runs: { results: { ruleId: string }[] }[];
    };
    expect(sarif.runs[0]?.results.map(({ ruleId }) => ruleId)).toContain("RMD8821");
    expect((await remedyc(folder, "audit", "scripts", "--format", "html", "--out", "audit.html")).stdout).toBe("Written to audit.html\n");
    const page = readFileSync(join(folder, "audit.html"), "utf8");
    expect(page).toContain("&#60;b&#62;&#38;");
    expect(page).not.toMatch(/<script|<b>&|https?:\/\/(?!learn)/);
    expect((await remedyc(folder, "audit", "scripts", "--format", "html", "--out", "audit.html")).stderr).toContain("RMD8603");
  });

  test("a file that cannot be written is named, by both commands", async () => {
    const folder = createFolder(files);
    const [detect, fix] = ["scripts/a/detect.ps1", "scripts/a/remediate.ps1"];
    for (const args of [
      ["import", detect, fix, "--out", "none/x.remedy"],
      ["audit", "scripts", "--format", "html", "--out", "none/x.html"],
    ])
      expect((await remedyc(folder, ...args)).stderr).toContain(`error RMD8843: '${args.at(-1) ?? ""}' cannot be written: `);
    expect(listFiles(folder).some((file) => file.startsWith("none"))).toBe(false);
  });

  test("a folder without pairs, and one that is not there", async () => {
    const folder = createFolder({ "x/a.ps1": "1" });
    expect(await remedyc(folder, "audit", "x")).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("RMD8841") as string });
    const { stderr } = await remedyc(folder, "audit", "none");
    expect(stderr).toContain("RMD7020");
    expect(stderr).not.toContain(".remedy file");
  });
});
